import { DescribeSecurityGroupsCommand, EC2Client, type IpPermission, type SecurityGroup } from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import { ec2SecurityGroup } from '../../src/resources/ec2-security-group';
import { asking } from './answers';

const ec2 = mockClient(EC2Client);
const { ask, exists } = asking('AWS::EC2::SecurityGroup', [ec2SecurityGroup]);

const group: SecurityGroup = {
  GroupId: 'sg-1',
  GroupName: 'database',
  OwnerId: '123456789012',
  VpcId: 'vpc-1',
  IpPermissions: [],
  Tags: [{ Key: 'team', Value: 'orders' }],
};

beforeEach(() => ec2.reset());

test('a security group answers', async () => {
  ec2.on(DescribeSecurityGroupsCommand).resolves({ SecurityGroups: [group] });
  expect(await ask('sg-1', 'identity')).toEqual({
    arn: 'arn:aws:ec2:eu-west-1:123456789012:security-group/sg-1',
    id: 'sg-1',
    name: 'database',
  });
  expect(await ask('sg-1', 'lifecycle')).toEqual({ available: true });
  expect(await ask('sg-1', 'tags')).toEqual({ team: 'orders' });
  expect(await ask('sg-1', 'networkPlacement')).toMatchObject({ vpcId: 'vpc-1' });
  expect(await ask('sg-1', 'ingress')).toEqual({ rules: [] });
});

const everyPeer: IpPermission = {
  IpProtocol: 'tcp',
  FromPort: 5432,
  ToPort: 5433,
  IpRanges: [{ CidrIp: '10.0.0.0/16' }, { CidrIp: '0.0.0.0/0' }],
  Ipv6Ranges: [{ CidrIpv6: '::/0' }],
  PrefixListIds: [{ PrefixListId: 'pl-1' }],
  UserIdGroupPairs: [{ GroupId: 'sg-2', UserId: '123456789012' }],
};

test.each<[string, IpPermission, object[]]>([
  [
    'every kind of peer',
    everyPeer,
    ['10.0.0.0/16', '0.0.0.0/0', '::/0', 'pl-1', 'sg-2'].map((peer) => ({
      protocol: 'tcp',
      fromPort: 5432,
      toPort: 5433,
      peer,
    })),
  ],
  [
    'all protocols',
    { IpProtocol: '-1', IpRanges: [{ CidrIp: '10.0.0.0/8' }] },
    [{ protocol: '-1', peer: '10.0.0.0/8' }],
  ],
  [
    'all ports, as some rules write them',
    { IpProtocol: 'udp', FromPort: -1, ToPort: -1, IpRanges: [{ CidrIp: '10.0.0.0/8' }] },
    [{ protocol: 'udp', peer: '10.0.0.0/8' }],
  ],
  [
    'an ICMP type, which is no port',
    { IpProtocol: 'icmp', FromPort: 8, ToPort: -1, IpRanges: [{ CidrIp: '0.0.0.0/0' }] },
    [{ protocol: 'icmp', peer: '0.0.0.0/0' }],
  ],
  ['no peer', { IpProtocol: 'tcp', FromPort: 22, ToPort: 22 }, []],
])('ingress of %s', async (_, permission, rules) => {
  ec2.on(DescribeSecurityGroupsCommand).resolves({ SecurityGroups: [{ ...group, IpPermissions: [permission] }] });
  expect(await ask('sg-1', 'ingress')).toEqual({ rules });
});

test('an answer without permissions is not a closed group', async () => {
  ec2.on(DescribeSecurityGroupsCommand).resolves({ SecurityGroups: [{ ...group, IpPermissions: undefined }] });
  await expect(ask('sg-1', 'ingress')).rejects.toThrow('AWS answered without the field IpPermissions');
});

test('a group is found by its name, unless two VPCs have one', async () => {
  ec2
    .on(DescribeSecurityGroupsCommand, { Filters: [{ Name: 'group-name', Values: ['database'] }] })
    .resolvesOnce({ SecurityGroups: [group] })
    .resolves({ SecurityGroups: [group, { ...group, GroupId: 'sg-2', VpcId: 'vpc-2' }] });
  expect(await ask('database', 'identity')).toMatchObject({ id: 'sg-1' });
  await expect(ask('database', 'identity')).rejects.toThrow(
    'The security group name database is used in several VPCs: sg-1 in vpc-1, sg-2 in vpc-2.',
  );
});

test('a group that is not listed does not exist', async () => {
  ec2.on(DescribeSecurityGroupsCommand).resolves({ SecurityGroups: [group] });
  expect(await Promise.all([exists('sg-9'), exists('other-name')])).toEqual([false, false]);
});

test('egress is read apart from ingress', async () => {
  const IpPermissionsEgress = [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }];
  ec2.on(DescribeSecurityGroupsCommand).resolves({ SecurityGroups: [{ ...group, IpPermissionsEgress }] });
  expect(await ask('sg-1', 'egress')).toEqual({ rules: [{ protocol: '-1', peer: '0.0.0.0/0' }] });
  ec2.on(DescribeSecurityGroupsCommand).resolves({ SecurityGroups: [group] });
  await expect(ask('sg-1', 'egress')).rejects.toThrow('without the field IpPermissionsEgress');
});
