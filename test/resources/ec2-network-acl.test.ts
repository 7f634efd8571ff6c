import { DescribeNetworkAclsCommand, EC2Client, type NetworkAcl } from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import { ec2NetworkAcl } from '../../src/resources/ec2-network-acl';
import { asking } from './answers';

const ec2 = mockClient(EC2Client);
const { ask, exists } = asking('AWS::EC2::NetworkAcl', [ec2NetworkAcl]);

const last = { RuleNumber: 32_767, RuleAction: 'deny' as const, Protocol: '-1', CidrBlock: '0.0.0.0/0' };
const minimal: NetworkAcl = {
  NetworkAclId: 'acl-1',
  OwnerId: '123456789012',
  VpcId: 'vpc-1',
  IsDefault: false,
  Entries: [
    { ...last, Egress: true },
    { ...last, Egress: false },
  ],
};

beforeEach(() => ec2.reset());

test('a network ACL answers', async () => {
  const web = { RuleAction: 'allow' as const, Protocol: '6', PortRange: { From: 443, To: 443 } };
  const typical: NetworkAcl = {
    ...minimal,
    Associations: [{ SubnetId: 'subnet-1' }],
    Entries: [
      ...(minimal.Entries ?? []),
      { ...web, RuleNumber: 110, Egress: false, Ipv6CidrBlock: '::/0' },
      { ...web, RuleNumber: 100, Egress: false, CidrBlock: '0.0.0.0/0' },
      { RuleNumber: 120, RuleAction: 'deny', Protocol: '-1', Egress: true, CidrBlock: '10.9.0.0/16' },
    ],
    Tags: [{ Key: 'Name', Value: 'public' }],
  };
  ec2.on(DescribeNetworkAclsCommand).resolves({ NetworkAcls: [typical] });
  expect(await ask('acl-1', 'identity')).toEqual({
    arn: 'arn:aws:ec2:eu-west-1:123456789012:network-acl/acl-1',
    id: 'acl-1',
  });
  expect(await ask('acl-1', 'lifecycle')).toEqual({ available: true });
  expect(await ask('acl-1', 'tags')).toEqual({ Name: 'public' });
  expect(await ask('acl-1', 'networkPlacement')).toMatchObject({ vpcId: 'vpc-1', subnetIds: ['subnet-1'] });
  expect(await ask('acl-1', 'subnetAssociations')).toEqual({ ids: ['subnet-1'], byDefault: false });
  const tcp = { action: 'allow', direction: 'ingress', protocol: '6', fromPort: 443, toPort: 443 };
  expect(await ask('acl-1', 'aclRules')).toEqual({
    rules: [
      { number: 100, ...tcp, cidr: '0.0.0.0/0' },
      { number: 110, ...tcp, cidr: '::/0' },
      { number: 120, action: 'deny', direction: 'egress', protocol: '-1', cidr: '10.9.0.0/16' },
    ],
  });
});

test('the rule that closes every ACL is none of its own', async () => {
  ec2.on(DescribeNetworkAclsCommand).resolves({ NetworkAcls: [minimal] });
  expect(await ask('acl-1', 'aclRules')).toEqual({ rules: [] });
});

test('an ACL that is not listed does not exist', async () => {
  ec2.on(DescribeNetworkAclsCommand).resolves({ NetworkAcls: [minimal] });
  expect(await exists('acl-9')).toBe(false);
});
