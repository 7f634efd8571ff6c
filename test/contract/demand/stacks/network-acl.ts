import { DescribeNetworkAclsCommand, EC2Client, type NetworkAclEntry } from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import type { Recording } from '../recording';

const NetworkAclId = 'acl-0a1b2c3d4e5f60718';
const last = { RuleNumber: 32_767, Protocol: '-1', RuleAction: 'deny' as const, CidrBlock: '0.0.0.0/0' };

/** EC2's description of a network ACL: its rules, and in each direction the last one, which denies everything. */
function aclWith(...entries: NetworkAclEntry[]): Recording {
  return () => {
    const ec2 = mockClient(EC2Client);
    ec2.on(DescribeNetworkAclsCommand).resolves({
      NetworkAcls: [
        {
          NetworkAclId,
          VpcId: 'vpc-0a1b2c3d4e5f60718',
          OwnerId: '123456789012',
          IsDefault: false,
          Associations: [],
          Entries: [...entries, { ...last, Egress: true }, { ...last, Egress: false }],
          Tags: [],
        },
      ],
    });
    return [ec2];
  };
}

const rule = { RuleNumber: 100, Protocol: '6', RuleAction: 'allow' as const, Egress: false };

/** Network ACLs of a database's subnets: for the VPC alone, and for everybody at another port. */
export const networkAcl = {
  outputs: { DatabaseNetworkAclId: NetworkAclId },
  healthy: aclWith({ ...rule, CidrBlock: '10.20.0.0/16', PortRange: { From: 5432, To: 5432 } }),
  broken: aclWith({ ...rule, CidrBlock: '0.0.0.0/0', PortRange: { From: 3306, To: 3306 } }),
};
