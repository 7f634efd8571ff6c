import { type Calls, type Probe, statusOf, valueAt } from '../probe';

async function networkAcl(aws: Calls): Promise<unknown> {
  const vpc = await aws.call('ec2', 'CreateVpc', { CidrBlock: '10.99.0.0/16' });
  const answer = await aws.call('ec2', 'CreateNetworkAcl', { VpcId: valueAt(vpc, 'Vpc.VpcId') });
  return valueAt(answer, 'NetworkAcl.NetworkAclId');
}

/** Amazon VPC. */
export const networkProbes = {
  aclRulePortsLost: async (aws) => {
    const NetworkAclId = await networkAcl(aws);
    await aws.call('ec2', 'CreateNetworkAclEntry', {
      NetworkAclId,
      RuleNumber: 100,
      Protocol: '6',
      RuleAction: 'allow',
      Egress: false,
      CidrBlock: '10.99.0.0/16',
      PortRange: { From: 5432, To: 5432 },
    });
    const answer = await aws.call('ec2', 'DescribeNetworkAcls', { NetworkAclIds: [NetworkAclId] });
    return valueAt(answer, 'NetworkAcls.0.Entries.0.PortRange') === undefined;
  },
  aclFilterNotImplemented: async (aws) => {
    const Filters = [{ Name: 'network-acl-id', Values: [await networkAcl(aws)] }];
    return (await statusOf(aws.call('ec2', 'DescribeNetworkAcls', { Filters }))) === 500;
  },
} satisfies Record<string, Probe>;
