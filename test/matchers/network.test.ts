import { toAllowEgress } from '../../matchers/network/toAllowEgress';
import { toAllowIngress } from '../../matchers/network/toAllowIngress';
import { toBeInVpc } from '../../matchers/network/toBeInVpc';
import { toBeOpenToTheWorld } from '../../matchers/network/toBeOpenToTheWorld';
import { toBePubliclyAccessible } from '../../matchers/network/toBePubliclyAccessible';
import { toHaveCidr } from '../../matchers/network/toHaveCidr';
import { toHaveSecurityGroup } from '../../matchers/network/toHaveSecurityGroup';
import { toBePublicSubnet } from '../../matchers/subnet/toBePublicSubnet';
import type { IngressRule } from '../../src/facets';
import { both, FakeSource, table, verdict } from './fake-source';

const rule = (peer: string, fromPort?: number, toPort = fromPort, protocol = 'tcp'): IngressRule => ({
  protocol,
  fromPort,
  toPort,
  peer,
});
const group = (...rules: IngressRule[]) => ({ ingress: { rules } });
const everything = (peer: string) => rule(peer, undefined, undefined, '-1');
const app = {
  identity: { id: 'sg-0a1', arn: 'arn:aws:ec2:eu-west-1:111122223333:security-group/sg-0a1', name: 'app' },
};
const vpc = { identity: { id: 'vpc-1', arn: 'arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1', name: 'main' } };
const refused = 'wrong argument wrong argument';
const world = '0.0.0.0/0';

describe('toAllowIngress', () => {
  table(toAllowIngress, [
    ['the rule itself', group(rule('10.0.0.0/16', 443)), [{ port: 443, from: '10.0.0.0/16' }], 'pass fail'],
    [
      'a peer that begins where the range ends',
      group(rule('10.0.0.255/32', 443)),
      [{ port: 443, from: '10.0.0.0/24' }],
      'fail fail',
    ],
    [
      'a peer just beyond the range',
      group(rule('10.0.1.0/32', 443)),
      [{ port: 443, from: '10.0.0.0/24' }],
      'fail pass',
    ],
    [
      'a protocol in capitals',
      group(rule('10.0.0.0/8', 53, 53, 'udp')),
      [{ port: 53, protocol: 'UDP', from: '10.0.0.0/8' }],
      'pass fail',
    ],
    ['a narrower peer', group(rule('10.0.0.0/8', 443)), [{ port: 443, from: '10.1.0.0/16' }], 'pass fail'],
    [
      'a wider peer',
      group(rule('10.1.0.0/16', 443)),
      [{ port: 443, from: '10.0.0.0/8' }],
      'fail fail',
      /may cover a part/,
    ],
    [
      'another peer',
      group(rule('10.1.0.0/16', 443)),
      [{ port: 443, from: '10.2.0.0/16' }],
      'fail pass',
      /tcp 443 from 10\.1\.0\.0\/16/,
    ],
    [
      'two halves',
      group(rule('10.0.0.0/9', 443), rule('10.128.0.0/9', 443)),
      [{ port: 443, from: '10.0.0.0/8' }],
      'pass fail',
    ],
    ['another port', group(rule('10.0.0.0/8', 443)), [{ port: 80, from: '10.0.0.0/8' }], 'fail pass'],
    ['a range with the port', group(rule('10.0.0.0/8', 400, 500)), [{ port: 443, from: '10.0.0.0/8' }], 'pass fail'],
    ['a range of ports', group(rule('10.0.0.0/8', 0, 65535)), [{ port: '8000-8080', from: '10.0.0.0/8' }], 'pass fail'],
    [
      'a range of ports over two rules',
      group(rule('10.0.0.0/8', 1, 50), rule('10.0.0.0/8', 51, 99)),
      [{ port: { from: 10, to: 90 }, from: '10.0.0.0/8' }],
      'pass fail',
    ],
    [
      'a range of ports in part',
      group(rule(world, 22)),
      [{ port: '1-1024', from: world }],
      'fail fail',
      /only a part of the ports is open: 22/,
    ],
    ['any port', group(rule(world, 22)), [{ from: world }], 'pass fail'],
    ['no port', group(), [{ from: world }], 'fail pass', /nothing is let in/],
    [
      'all protocols',
      group(everything('10.0.0.0/8')),
      [{ port: 443, protocol: 'udp', from: '10.0.0.0/8' }],
      'pass fail',
    ],
    ['another protocol', group(rule('10.0.0.0/8', 53, 53, 'udp')), [{ port: 53, from: '10.0.0.0/8' }], 'fail pass'],
    [
      'a protocol by its number',
      group(rule('10.0.0.0/8', 53, 53, '17')),
      [{ port: 53, protocol: 'udp', from: '10.0.0.0/8' }],
      'pass fail',
    ],
    ['all protocols asked of one', group(rule(world, 53, 53, 'udp')), [{ protocol: '-1', from: world }], 'fail pass'],
    [
      'ping',
      group(rule('10.0.0.0/8', undefined, undefined, 'icmp')),
      [{ protocol: 'icmp', from: '10.0.0.0/8' }],
      'pass fail',
    ],
    ['the office is not the world', group(rule('203.0.113.0/24', 22)), [{ port: 22, from: world }], 'fail pass'],
    ['half of the internet', group(rule('0.0.0.0/1', 22)), [{ port: 22, from: world }], 'fail fail', /0\.0\.0\.0\/1/],
    [
      'both halves of the internet',
      group(rule('0.0.0.0/1', 22), rule('128.0.0.0/1', 22)),
      [{ port: 22, from: world }],
      'pass fail',
    ],
    ['IPv6', group(rule('::/0', 443)), [{ port: 443, from: '2001:db8::/32' }], 'pass fail'],
    ['IPv6 is not IPv4', group(rule('::/0', 443)), [{ port: 443, from: world }], 'fail pass'],
    ['a group', group(rule('sg-0a1', 5432)), [{ port: 5432, from: 'sg-0a1' }], 'pass fail'],
    [
      'a group with its account',
      group(rule('111122223333/sg-0a1', 5432)),
      [{ port: 5432, from: 'sg-0a1' }],
      'pass fail',
    ],
    [
      'another group',
      group(rule('sg-0b2', 5432)),
      [{ port: 5432, from: 'sg-0a1' }],
      'fail pass',
      /from sg-0a1.*from sg-0b2/,
    ],
    ['a group through the world', group(rule(world, 5432)), [{ port: 5432, from: 'sg-0a1' }], 'pass fail'],
    [
      'a group perhaps by its addresses',
      group(rule('10.0.0.0/16', 5432)),
      [{ port: 5432, from: 'sg-0a1' }],
      'fail fail',
      /no rule names sg-0a1/,
    ],
    ['a prefix list', group(rule('pl-1', 443)), [{ port: 443, from: 'pl-1' }], 'pass fail'],
    [
      'a range perhaps in a prefix list',
      group(rule('pl-1', 443)),
      [{ port: 443, from: '10.0.0.0/8' }],
      'fail fail',
      /pl-1/,
    ],
    ['a prefix list is not the world', group(rule('pl-1', 443)), [{ port: 443, from: world }], 'fail pass'],
    ['nobody', group(), [{ port: 443 }], refused, /from is missing/],
    ['an address', group(), [{ port: 443, from: '10.0.0.1' }], refused, /such as 10\.0\.0\.1\/32/],
    ['a word', group(), [{ port: 443, from: 'internet' }], refused, /takes a range of addresses/],
    ['a port as text', group(), [{ port: '443', from: world }], refused, /a port \(443\) or a range/],
    ['a port too high', group(), [{ port: 70_000, from: world }], refused],
    ['ports the wrong way round', group(), [{ port: '90-10', from: world }], refused, /from is above to/],
    ['a wrong option', group(), [{ ports: 443, from: world }], refused, /port, protocol, from/],
  ]);

  test('handles', async () => {
    const source = new FakeSource({ app, vpc, subject: group(rule('sg-0a1', 5432)) });
    const subject = source.one('subject');
    expect(await both(toAllowIngress, subject, [{ port: 5432, from: source.one('app') }])).toBe('pass fail');
    expect(await both(toAllowIngress, subject, [{ port: 80, from: source.one('app') }])).toBe('fail pass');
    expect(await both(toAllowIngress, subject, [{ port: 5432, from: source.one('vpc') }])).toBe(refused);
    expect(await both(toAllowIngress, subject, [{ port: 5432, from: source.one('gone') }])).toBe('not found not found');
  });
});

describe('toBeOpenToTheWorld', () => {
  table(toBeOpenToTheWorld, [
    ['IPv4', group(rule(world, 22)), [], 'pass fail', /tcp 22 from 0\.0\.0\.0\/0/],
    ['IPv6', group(rule('::/0', 22)), [], 'pass fail'],
    ['the port', group(rule(world, 0, 1024)), [{ port: 22 }], 'pass fail'],
    ['another port', group(rule(world, 443)), [{ port: 22 }], 'fail pass', /port 22/],
    ['one of the ports', group(rule(world, 443)), [{ port: '1-1024' }], 'pass fail'],
    ['another protocol', group(rule(world, 53, 53, 'udp')), [{ port: 53, protocol: 'tcp' }], 'fail pass'],
    ['everything', group(everything(world)), [{ port: 5432, protocol: 'udp' }], 'pass fail'],
    ['ping has no ports', group(rule(world, undefined, undefined, 'icmp')), [{ port: 22 }], 'fail pass'],
    ['two halves', group(rule('0.0.0.0/1', 22), rule('128.0.0.0/1', 22)), [], 'pass fail'],
    [
      'two halves on different ports',
      group(rule('0.0.0.0/1', 22), rule('128.0.0.0/1', 23)),
      [],
      'fail fail',
      /so large/,
    ],
    [
      'two halves by different protocols',
      group(rule('0.0.0.0/1', 22), rule('128.0.0.0/1', 22, 22, 'udp')),
      [],
      'fail fail',
    ],
    ['half and everything else', group(rule('0.0.0.0/1', 22), everything('128.0.0.0/1')), [], 'pass fail'],
    ['all of global IPv6', group(rule('2000::/3', 22)), [], 'fail fail', /2000::\/3/],
    ['a private network', group(rule('10.0.0.0/8', 22)), [], 'fail pass'],
    ['a group', group(rule('sg-0a1', 22)), [], 'fail pass'],
    ['nothing', group(), [], 'fail pass', /nothing is let in/],
    ['a port alone', group(), [22], refused, /\{ port\?:/],
  ]);
});

describe('placement', () => {
  const placed = (vpcId?: string) => ({ networkPlacement: { vpcId, subnetIds: [], securityGroupIds: [] } });
  table(toBeInVpc, [
    ['any VPC', placed('vpc-1'), [], 'pass fail'],
    ['no VPC', placed(), [], 'fail pass', /in no VPC/],
    ['this VPC', placed('vpc-1'), ['vpc-1'], 'pass fail'],
    ['this VPC by its ARN', placed('vpc-1'), [vpc.identity.arn], 'pass fail'],
    ['another VPC', placed('vpc-1'), ['vpc-2'], 'fail pass', /in the VPC vpc-2.*in the VPC vpc-1/],
    ['something else', placed('vpc-1'), ['subnet-1'], refused, /takes a VPC; subnet-1 is none/],
  ]);

  test('the handle of a VPC', async () => {
    const source = new FakeSource({ vpc, subject: placed('vpc-1'), app });
    expect(await both(toBeInVpc, source.one('subject'), [source.one('vpc')])).toBe('pass fail');
    expect(await both(toBeInVpc, source.one('subject'), [source.one('app')])).toBe(refused);
    const two = await verdict(toBeInVpc, source.one('subject'), [source.many('vpc', 'app')]);
    expect(two).toMatchObject({ outcome: 'wrong argument', reason: expect.stringContaining('2 resources') });
  });

  table(toHaveCidr, [
    ['the range', { cidr: { blocks: ['10.0.0.0/16'] } }, ['10.0.0.0/16'], 'pass fail'],
    ['one of several', { cidr: { blocks: ['10.0.0.0/16', '2001:db8::/56'] } }, ['2001:0DB8:0::/56'], 'pass fail'],
    [
      'a part of it',
      { cidr: { blocks: ['10.0.0.0/16'] } },
      ['10.0.0.0/24'],
      'fail pass',
      /"10\.0\.0\.0\/24","received":"10\.0\.0\.0\/16"/,
    ],
    ['no length', { cidr: { blocks: [] } }, ['10.0.0.0'], refused, /no prefix length/],
    ['no range', { cidr: { blocks: [] } }, ['10.0.0.256/16'], refused, /no range of addresses/],
  ]);
  table(toBePublicSubnet, [
    [
      'public',
      { routing: { public: true, mapPublicIpOnLaunch: true, because: 'rtb-1: 0.0.0.0/0 -> igw-1' } },
      [],
      'pass fail',
    ],
    [
      'private',
      { routing: { public: false, mapPublicIpOnLaunch: true, because: 'rtb-1: 0.0.0.0/0 -> nat-1' } },
      [],
      'fail pass',
      /nat-1.*does not decide/,
    ],
  ]);
  table(toBePubliclyAccessible, [
    ['public', { publicAccess: { public: true, because: 'PubliclyAccessible is true' } }, [], 'pass fail'],
    [
      'private',
      { publicAccess: { public: false, because: 'PubliclyAccessible is false' } },
      [],
      'fail pass',
      /private: Pub/,
    ],
  ]);
});

describe('toAllowEgress', () => {
  const out = (...rules: IngressRule[]) => ({ egress: { rules } });
  table(toAllowEgress, [
    ['everything, as a new group does', out(everything(world)), [{ port: 443, to: '10.0.0.0/8' }], 'pass fail'],
    ['the rule itself', out(rule('10.0.0.0/16', 5432)), [{ port: 5432, to: '10.0.0.0/16' }], 'pass fail'],
    ['another port', out(rule(world, 443)), [{ port: 22, to: world }], 'fail pass', /tcp 443 to 0\.0\.0\.0\/0/],
    ['nothing', out(), [{ to: world }], 'fail pass', /nothing is let out/],
    ['a part of the addresses', out(rule('10.1.0.0/16', 443)), [{ port: 443, to: '10.0.0.0/8' }], 'fail fail'],
    ['a group', out(rule('sg-0a1', 5432)), [{ port: 5432, to: 'sg-0a1' }], 'pass fail', /tcp 5432 to sg-0a1/],
    ['from instead of to', out(), [{ port: 443, from: world }], refused, /port, protocol, to/],
  ]);
});

describe('toHaveSecurityGroup', () => {
  const placed = (...securityGroupIds: string[]) => ({
    networkPlacement: { vpcId: 'vpc-1', subnetIds: [], securityGroupIds },
  });
  table(toHaveSecurityGroup, [
    ['the group', placed('sg-1', 'sg-2'), ['sg-1'], 'pass fail'],
    ['the group by its ARN', placed('sg-0a1'), [app.identity.arn], 'pass fail'],
    ['both', placed('sg-1', 'sg-2'), [['sg-2', 'sg-1']], 'pass fail'],
    ['another', placed('sg-2'), ['sg-1'], 'fail pass', /"expected":"sg-1","received":"sg-2"/],
    ['one of two', placed('sg-1'), [['sg-1', 'sg-2']], 'fail fail', /only some of the groups; sg-2 is missing/],
    ['none that AWS names', placed(), ['sg-1'], 'fail fail', /names no security group/],
    ['something else', placed('sg-1'), ['vpc-1'], refused, /a security group.*vpc-1 is none/],
    ['no group at all', placed('sg-1'), [[]], refused, /the list is empty/],
  ]);
  test('a handle', async () => {
    const source = new FakeSource({ app, vpc, subject: placed('sg-0a1') });
    expect(await both(toHaveSecurityGroup, source.one('subject'), [source.one('app')])).toBe('pass fail');
    expect(await both(toHaveSecurityGroup, source.one('subject'), [[source.one('app'), source.one('vpc')]])).toBe(
      refused,
    );
  });
});
