import { toBeAssociatedWith } from '../../matchers/subnet/toBeAssociatedWith';
import { toBeInPrivateSubnets } from '../../matchers/subnet/toBeInPrivateSubnets';
import { toBeInSubnet } from '../../matchers/subnet/toBeInSubnet';
import { toBeIsolatedSubnet } from '../../matchers/subnet/toBeIsolatedSubnet';
import { toBePrivateSubnet } from '../../matchers/subnet/toBePrivateSubnet';
import { toHaveNetworkAclRule } from '../../matchers/subnet/toHaveNetworkAclRule';
import { toMapPublicIpOnLaunch } from '../../matchers/subnet/toMapPublicIpOnLaunch';
import { toRouteTo } from '../../matchers/subnet/toRouteTo';
import { undetermined } from '../../src/engine/unjudged';
import type { AclRule, RouteTargetKind, TableRoute } from '../../src/facets';
import { both, FakeSource, said, table, verdict } from './fake-source';

const refused = 'wrong argument wrong argument';
const routing = (isPublic: boolean, mapPublicIpOnLaunch = isPublic) => ({
  routing: { public: isPublic, mapPublicIpOnLaunch, because: `rtb-1: 0.0.0.0/0 -> ${isPublic ? 'igw-1' : 'nat-1'}` },
});

describe('private and public', () => {
  table(toBePrivateSubnet, [
    ['private', routing(false), [], 'pass fail', /private: rtb-1: 0\.0\.0\.0\/0 -> nat-1/],
    ['public', routing(true), [], 'fail pass'],
    [
      'public by its route alone',
      routing(true, false),
      [],
      'fail pass',
      /MapPublicIpOnLaunch is false, which does not/,
    ],
  ]);
  table(toMapPublicIpOnLaunch, [
    ['on', routing(true), [], 'pass fail'],
    ['off', routing(true, false), [], 'fail pass', /"received":"MapPublicIpOnLaunch false"/],
    ['on in a private subnet', routing(false, true), [], 'pass fail', /of no use: the subnet is private/],
  ]);
});

const route = (kind: RouteTargetKind, target: string, destination = '0.0.0.0/0', active = true): TableRoute => ({
  destination,
  kind,
  target,
  active,
  propagated: false,
});
const routes = (...more: TableRoute[]) => ({
  tableRoutes: { table: 'rtb-1', routes: [route('local', 'local', '10.0.0.0/16'), ...more] },
});

describe('toBeIsolatedSubnet', () => {
  table(toBeIsolatedSubnet, [
    ['local routes alone', routes(), [], 'pass fail', /no default route/],
    ['a VPC endpoint', routes(route('vpc endpoint', 'vpce-1', 'pl-1')), [], 'pass fail'],
    ['a peering connection', routes(route('vpc peering connection', 'pcx-1', '10.1.0.0/16')), [], 'pass fail'],
    ['a NAT gateway', routes(route('nat gateway', 'nat-1')), [], 'fail pass', /0\.0\.0\.0\/0 -> nat-1/],
    ['an internet gateway for a part', routes(route('internet gateway', 'igw-1', '8.8.8.0/24')), [], 'fail pass'],
    ['IPv6', routes(route('egress-only internet gateway', 'eigw-1', '::/0')), [], 'fail pass'],
    ['a blackhole', routes(route('nat gateway', 'nat-1', '0.0.0.0/0', false)), [], 'fail fail', /led to is gone/],
  ]);
});

describe('toRouteTo', () => {
  const nat = routes(route('nat gateway', 'nat-1'));
  const peer = routes(route('vpc peering connection', 'pcx-1', '10.1.0.0/16'));
  table(toRouteTo, [
    ['a kind', nat, ['nat gateway'], 'pass fail', /a route to a nat gateway/],
    ['another kind', nat, ['internet gateway'], 'fail pass', /a route to an internet gateway.*0\.0\.0\.0\/0 -> nat-1/],
    ['this one', nat, ['nat-1'], 'pass fail'],
    ['another one', nat, ['nat-2'], 'fail pass', /a route to nat-2/],
    ['a peering connection by its range', peer, ['pcx-1'], 'pass fail'],
    ['the range', peer, ['pcx-1', { destination: '10.1.0.0/16' }], 'pass fail'],
    ['another range', peer, ['pcx-1', { destination: '10.2.0.0/16' }], 'fail pass', /for 10\.2\.0\.0\/16/],
    [
      'a NAT gateway for a part is no way out',
      routes(route('nat gateway', 'nat-1', '8.8.8.0/24')),
      ['nat gateway'],
      'fail pass',
    ],
    [
      'unless that part is asked for',
      routes(route('nat gateway', 'nat-1', '8.8.8.0/24')),
      ['nat-1', { destination: '8.8.8.0/24' }],
      'pass fail',
    ],
    ['a blackhole', routes(route('nat gateway', 'nat-1', '0.0.0.0/0', false)), ['nat gateway'], 'fail fail', /is gone/],
    [
      'a blackhole beside a live route',
      routes(route('nat gateway', 'nat-1', '0.0.0.0/0', false), route('nat gateway', 'nat-2', '::/0')),
      ['nat gateway'],
      'pass fail',
    ],
    ['a word', nat, ['internet'], refused, /'internet gateway', 'nat gateway'/],
    ['a VPC', nat, ['vpc-1'], refused],
    ['no range', nat, ['nat-1', { destination: '10.0.0.1' }], refused, /no prefix length/],
  ]);
  test('handles', async () => {
    const gateway = { identity: { id: 'nat-1', arn: 'arn:aws:ec2:eu-west-1:1:natgateway/nat-1' } };
    const source = new FakeSource({ gateway, vpc: { identity: { id: 'vpc-1' } }, subject: nat, other: routes() });
    expect(await both(toRouteTo, source.one('subject'), [source.one('gateway')])).toBe('pass fail');
    expect(await both(toRouteTo, source.one('subject'), [source.one('vpc')])).toBe(refused);
    const list = await verdict(toRouteTo, source.many('subject', 'other'), ['nat gateway']);
    expect(list).toMatchObject({ outcome: 'fail', members: [{ outcome: 'pass' }, { outcome: 'fail' }] });
  });
});

describe('toBeAssociatedWith', () => {
  const associated = (byDefault: boolean, ...ids: string[]) => ({ subnetAssociations: { ids, byDefault } });
  table(toBeAssociatedWith, [
    ['the subnet', associated(false, 'subnet-1', 'subnet-2'), ['subnet-1'], 'pass fail'],
    ['both', associated(false, 'subnet-1', 'subnet-2'), [['subnet-1', 'subnet-2']], 'pass fail'],
    ['another', associated(false, 'subnet-1'), ['subnet-2'], 'fail pass', /"received":"subnet-1"/],
    ['one of two', associated(false, 'subnet-1'), [['subnet-1', 'subnet-2']], 'fail fail', /subnet-2 is missing/],
    ['perhaps by default', associated(true), ['subnet-1'], 'fail fail', /main route table.*toRouteTo/],
    ['by name in the main table', associated(true, 'subnet-1'), ['subnet-1'], 'pass fail'],
    ['a gateway endpoint with a table', associated(false, 'rtb-1'), ['rtb-1'], 'pass fail'],
    ['a VPC', associated(false), ['vpc-1'], refused],
  ]);
});

describe('toBeInSubnet', () => {
  const placed = (...subnetIds: string[]) => ({
    networkPlacement: { vpcId: 'vpc-1', subnetIds, securityGroupIds: [] },
  });
  table(toBeInSubnet, [
    ['the subnet', placed('subnet-1'), ['subnet-1'], 'pass fail'],
    ['one of several', placed('subnet-1'), [['subnet-1', 'subnet-2']], 'pass fail'],
    ['another', placed('subnet-3'), [['subnet-1', 'subnet-2']], 'fail pass', /some of subnet-1, subnet-2.*subnet-3/],
    ['partly elsewhere', placed('subnet-1', 'subnet-3'), ['subnet-1'], 'fail fail', /and in others: subnet-3/],
    ['none that AWS names', placed(), ['subnet-1'], 'fail fail', /names no subnet/],
    ['a security group', placed('subnet-1'), ['sg-1'], refused],
  ]);
});

test('a list handle stands for each of its resources', async () => {
  const subnet = (id: string) => ({ identity: { id } });
  const source = new FakeSource({
    database: { networkPlacement: { vpcId: 'vpc-1', subnetIds: ['subnet-2'], securityGroupIds: [] } },
    'subnet-1': subnet('subnet-1'),
    'subnet-2': subnet('subnet-2'),
    'subnet-3': subnet('subnet-3'),
  });
  expect(await both(toBeInSubnet, source.one('database'), [source.many('subnet-1', 'subnet-2')])).toBe('pass fail');
  expect(await both(toBeInSubnet, source.one('database'), [source.many('subnet-1', 'subnet-3')])).toBe('fail pass');
});

describe('toBeInPrivateSubnets', () => {
  const placed = (...subnetIds: string[]) => ({
    networkPlacement: { vpcId: 'vpc-1', subnetIds, securityGroupIds: [] },
  });
  const subnets = {
    'subnet-1': routing(false),
    'subnet-2': routing(false),
    'subnet-3': routing(true),
    'subnet-4': { routing: undetermined('access denied', 'ec2:DescribeRouteTables is denied') },
  };
  table(
    toBeInPrivateSubnets,
    [
      ['private', placed('subnet-1', 'subnet-2'), [], 'pass fail', /subnet-1 is private/],
      ['public', placed('subnet-3'), [], 'fail pass', /subnet-3 is public \(rtb-1: 0\.0\.0\.0\/0 -> igw-1\)/],
      ['mixed', placed('subnet-1', 'subnet-3'), [], 'fail fail', /some of its subnets are public: subnet-3/],
      ['none that AWS names', placed(), [], 'fail fail', /names no subnet/],
      ['one that cannot be asked', placed('subnet-1', 'subnet-4'), [], 'undetermined undetermined', /is denied/],
    ],
    subnets,
  );
  test('says where each subnet leads', async () => {
    const source = new FakeSource({ ...subnets, subject: placed('subnet-1', 'subnet-3') });
    expect(said(await verdict(toBeInPrivateSubnets, source.one('subject')))).toMatch(/nat-1.*igw-1/);
  });
});

describe('toHaveNetworkAclRule', () => {
  const rule = (more: Partial<AclRule> = {}): AclRule => ({
    number: 100,
    action: 'allow',
    direction: 'ingress',
    protocol: '6',
    fromPort: 443,
    toPort: 443,
    cidr: '0.0.0.0/0',
    ...more,
  });
  const acl = (...rules: AclRule[]) => ({ aclRules: { rules } });
  const all = rule({ protocol: '-1', fromPort: undefined, toPort: undefined });
  table(toHaveNetworkAclRule, [
    ['the rule', acl(rule()), [{ direction: 'ingress', port: 443, protocol: 'tcp', cidr: '0.0.0.0/0' }], 'pass fail'],
    ['its number', acl(rule()), [{ direction: 'ingress', number: 100 }], 'pass fail'],
    ['another number', acl(rule()), [{ direction: 'ingress', number: 110 }], 'fail pass', /rule 100: allow tcp 443/],
    ['everything covers a port', acl(all), [{ direction: 'ingress', port: 22, protocol: 'udp' }], 'pass fail'],
    ['the other direction', acl(rule()), [{ direction: 'egress', port: 443 }], 'fail pass', /no rule for egress/],
    ['a refusal', acl(rule({ action: 'deny' })), [{ direction: 'ingress', action: 'deny', port: 443 }], 'pass fail'],
    ['a refusal is no permission', acl(rule({ action: 'deny' })), [{ direction: 'ingress', port: 443 }], 'fail pass'],
    ['another range', acl(rule()), [{ direction: 'ingress', cidr: '10.0.0.0/8' }], 'fail pass', /of 10\.0\.0\.0\/8/],
    ['no direction', acl(rule()), [{ port: 443 }], refused, /direction is missing/],
  ]);
});
