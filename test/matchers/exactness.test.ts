import { toHaveOnlyEnvironmentVariables } from '../../matchers/function/toHaveOnlyEnvironmentVariables';
import { toHaveName } from '../../matchers/identity/toHaveName';
import { toHaveOnlySubscriptions } from '../../matchers/messaging/toHaveOnlySubscriptions';
import { toAllowOnlyEgress } from '../../matchers/network/toAllowOnlyEgress';
import { toAllowOnlyIngress } from '../../matchers/network/toAllowOnlyIngress';
import { toHaveOnlyInlinePolicies } from '../../matchers/policy/toHaveOnlyInlinePolicies';
import { toHaveOnlyManagedPolicies } from '../../matchers/policy/toHaveOnlyManagedPolicies';
import { toTrustOnly } from '../../matchers/policy/toTrustOnly';
import { toHaveOnlyRoutes } from '../../matchers/subnet/toHaveOnlyRoutes';
import type { IngressRule, PolicyStatement, RouteTargetKind, Subscription, TableRoute } from '../../src/facets';
import { FakeSource, table, verdict } from './fake-source';
import { statement } from './policy-statement';

const refused = 'wrong argument wrong argument';

const group = { identity: { id: 'sg-app', name: 'app', arn: 'arn:aws:ec2:eu-west-1:1:security-group/sg-app' } };
const others = { 'sg-app': group };
const app = new FakeSource(others).one('sg-app');
const tcp = (port: number | [number, number], peer: string): IngressRule => {
  const [fromPort, toPort] = typeof port === 'number' ? [port, port] : port;
  return { protocol: 'tcp', fromPort, toPort, peer };
};
const ingress = (...rules: IngressRule[]) => ({ ingress: { rules } });
const egress = (...rules: IngressRule[]) => ({ egress: { rules } });

describe('toAllowOnlyIngress', () => {
  const database = [{ port: 5432, from: 'sg-app' }];
  table(
    toAllowOnlyIngress,
    [
      ['exactly so', ingress(tcp(5432, 'sg-app')), [database], 'pass fail', /tcp 5432 from sg-app/],
      ['the group by a handle', ingress(tcp(5432, 'sg-app')), [[{ port: 5432, from: app }]], 'pass fail'],
      [
        'a second rule',
        ingress(tcp(5432, 'sg-app'), tcp(22, '0.0.0.0/0')),
        [database],
        'fail pass',
        /"beyond":\["tcp 22 from 0\.0\.0\.0\/0"\]\}/,
      ],
      ['IPv6 beside IPv4', ingress(tcp(5432, 'sg-app'), tcp(5432, '::/0')), [database], 'fail pass', /from ::\/0/],
      [
        'a prefix list',
        ingress(tcp(5432, 'sg-app'), tcp(5432, 'pl-1')),
        [database],
        'fail pass',
        /"tcp 5432 from pl-1"/,
      ],
      ['a second group', ingress(tcp(5432, 'sg-app'), tcp(5432, 'sg-2')), [database], 'fail pass', /from sg-2/],
      [
        'another rule instead',
        ingress(tcp(22, 'sg-app')),
        [database],
        'fail pass',
        /"missing":\["tcp 5432 from sg-app"\]/,
      ],
      ['more ports', ingress(tcp([5432, 5439], 'sg-app')), [database], 'fail pass', /"beyond":\["tcp 5433-5439 from/],
      ['a wider range', ingress(tcp(443, '10.0.0.0/8')), [[{ port: 443, from: '10.0.0.0/16' }]], 'fail pass'],
      ['everything', ingress({ protocol: '-1', peer: 'sg-app' }), [database], 'fail pass', /"everything from sg-app"/],
      ['nothing, which was wanted', ingress(), [[]], 'pass fail', /nothing is let in/],
      ['something where nothing was wanted', ingress(tcp(22, '10.0.0.1/32')), [[]], 'fail pass'],
      ['nothing where something was wanted', ingress(), [database], 'fail pass', /"missing"/],
      [
        'ports that several rules share',
        ingress(tcp(80, 'sg-1'), tcp(81, 'sg-1')),
        [[{ port: '80-81', from: 'sg-1' }]],
        'pass fail',
      ],
      ['host bits', ingress(tcp(80, '10.0.0.7/16')), [[{ port: 80, from: '10.0.0.0/16' }]], 'pass fail'],
      [
        'numbers of protocols',
        ingress({ ...tcp(53, 'sg-1'), protocol: '17' }),
        [[{ port: 53, protocol: 'udp', from: 'sg-1' }]],
        'pass fail',
      ],
      ['udp is not tcp', ingress({ ...tcp(53, 'sg-1'), protocol: 'udp' }), [[{ port: 53, from: 'sg-1' }]], 'fail pass'],
      ['icmp', ingress({ protocol: 'icmp', peer: 'sg-1' }), [[{ protocol: 'icmp', from: 'sg-1' }]], 'pass fail'],
      ['tcp without a port', ingress(), [[{ from: 'sg-1' }]], refused, /port is missing; write protocol: 'all'/],
      ['everything with a port', ingress(), [[{ port: 1, protocol: 'all', from: 'sg-1' }]], refused, /has no ports/],
      [
        'a misspelt option',
        ingress(),
        [[{ port: 1, form: 'sg-1' }]],
        refused,
        /member 1 is wrong: 'form' is no option/,
      ],
    ],
    others,
  );
});

describe('toAllowOnlyEgress', () => {
  const everything = [{ protocol: 'all', to: '0.0.0.0/0' }];
  table(
    toAllowOnlyEgress,
    [
      ['as AWS makes it', egress({ protocol: '-1', peer: '0.0.0.0/0' }), [everything], 'pass fail', /everything to 0/],
      [
        'the default beside a rule',
        egress({ protocol: '-1', peer: '0.0.0.0/0' }, tcp(443, 'pl-1')),
        [[{ port: 443, to: 'pl-1' }]],
        'fail pass',
        /"beyond":\["everything to 0\.0\.0\.0\/0"\]/,
      ],
      ['none at all', egress(), [[]], 'pass fail', /nothing is let out/],
      ['itself', egress(tcp(443, 'sg-app')), [[{ port: 443, to: app }]], 'pass fail'],
    ],
    others,
  );
});

const trust = (...statements: PolicyStatement[]) => ({ trustPolicy: { statements } });
const assume = (principals: Record<string, string[]>, more: Partial<PolicyStatement> = {}) =>
  statement({ principals, actions: ['sts:AssumeRole'], resources: [], ...more });
const lambda = assume({ Service: ['lambda.amazonaws.com'] });

describe('toTrustOnly', () => {
  const root = 'arn:aws:iam::111122223333:root';
  const role = 'arn:aws:iam::111122223333:role/deploy';
  table(toTrustOnly, [
    ['exactly so', trust(lambda), [['lambda']], 'pass fail'],
    [
      'a second service',
      trust(lambda, assume({ Service: ['ec2.amazonaws.com'] })),
      [['lambda']],
      'fail pass',
      /"beyond":\["ec2\.amazonaws\.com"\]/,
    ],
    ['everybody', trust(lambda, assume({ AWS: ['*'] })), [['lambda']], 'fail pass', /\* \(everybody\)/],
    ['one that is missing', trust(lambda), [['lambda', 'ec2']], 'fail pass', /"missing":\["ec2"\]/],
    ['an account by its id', trust(assume({ AWS: [root] })), [['111122223333']], 'pass fail'],
    [
      'the account where a role was wanted',
      trust(assume({ AWS: [root] })),
      [[role]],
      'fail pass',
      /"beyond".*root.*"missing".*deploy/,
    ],
    ['a role where the account was wanted', trust(assume({ AWS: [role] })), [['111122223333']], 'fail pass'],
    ['all but one', trust(assume({ AWS: [role] }, { notPrincipal: true })), [[role]], 'fail pass', /everybody/],
    [
      'denied',
      trust(lambda, assume({ AWS: ['*'] }, { effect: 'Deny' })),
      [['lambda']],
      'fail pass',
      /"missing":\["lambda"\]/,
    ],
    [
      'denied under conditions',
      trust(lambda, assume({ AWS: ['*'] }, { effect: 'Deny', conditions: { Bool: { 'aws:x': ['true'] } } })),
      [['lambda']],
      'fail fail',
      /denies it under conditions/,
    ],
    [
      'an identity provider',
      trust(assume({ Federated: ['cognito-identity.amazonaws.com'] }, { actions: ['sts:AssumeRoleWithWebIdentity'] })),
      [['cognito-identity.amazonaws.com']],
      'pass fail',
    ],
    ['nobody', trust(), [[]], 'pass fail', /nobody/],
    ['the wrong kind', trust(), [[7]], refused],
  ]);
});

describe('policies of an identity', () => {
  const basic = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
  const admin = 'arn:aws:iam::aws:policy/AdministratorAccess';
  const managed = (...arns: string[]) => ({
    managedPolicies: { attached: arns.map((arn) => ({ arn, name: arn.slice(arn.lastIndexOf('/') + 1) })) },
  });
  table(toHaveOnlyManagedPolicies, [
    ['exactly so', managed(basic), [['AWSLambdaBasicExecutionRole']], 'pass fail'],
    ['by ARN', managed(basic), [[basic]], 'pass fail'],
    [
      'one more',
      managed(basic, admin),
      [['AWSLambdaBasicExecutionRole']],
      'fail pass',
      /"beyond":\["arn:aws:iam::aws:policy\/AdministratorAccess"\]/,
    ],
    ['one less', managed(), [[basic]], 'fail pass', /"missing"/],
    ['none', managed(), [[]], 'pass fail', /no managed policy/],
    ['any of a kind', managed(basic), [[/^AWSLambda/]], 'pass fail'],
    ['the wrong kind', managed(), [[{}]], refused, /member 1 is none of these/],
  ]);
  const inline = (...names: string[]) => ({
    inlinePolicies: { policies: names.map((name) => ({ name, statements: [] })) },
  });
  table(toHaveOnlyInlinePolicies, [
    ['exactly so, in another order', inline('a', 'b'), [['b', 'a']], 'pass fail'],
    ['one more', inline('a', 'b'), [['a']], 'fail pass', /"beyond":\["b"\]/],
    ['one less', inline('a'), [['a', /^b/]], 'fail pass', /"missing":\["a text that matches/],
    ['none', inline(), [[]], 'pass fail', /no inline policy/],
  ]);
});

const route = (
  destination: string,
  kind: RouteTargetKind,
  target: string,
  more: Partial<TableRoute> = {},
): TableRoute => ({
  destination,
  kind,
  target,
  active: true,
  propagated: false,
  ...more,
});
const local = route('10.0.0.0/16', 'local', 'local');
const routes = (...more: TableRoute[]) => ({ tableRoutes: { table: 'rtb-1', routes: [local, ...more] } });

describe('toHaveOnlyRoutes', () => {
  const nat = route('0.0.0.0/0', 'nat gateway', 'nat-1');
  const outwards = { destination: '0.0.0.0/0', target: 'nat gateway' };
  table(toHaveOnlyRoutes, [
    ['local ones alone', routes(), [[]], 'pass fail', /local routes alone/],
    ['exactly so', routes(nat), [[outwards]], 'pass fail'],
    ['by id', routes(nat), [[{ destination: '0.0.0.0/0', target: 'nat-1' }]], 'pass fail'],
    [
      'one more',
      routes(nat, route('10.9.0.0/16', 'vpc peering connection', 'pcx-1')),
      [[outwards]],
      'fail pass',
      /"beyond":\["10\.9\.0\.0\/16 -> pcx-1"\]/,
    ],
    [
      'another gateway',
      routes(route('0.0.0.0/0', 'internet gateway', 'igw-1')),
      [[outwards]],
      'fail pass',
      /"missing":\["0\.0\.0\.0\/0 -> a nat gateway"\]/,
    ],
    [
      'IPv6 beside it',
      routes(nat, route('::/0', 'egress-only internet gateway', 'eigw-1')),
      [[outwards]],
      'fail pass',
      /::\/0/,
    ],
    [
      'a gateway endpoint',
      routes(route('pl-1', 'vpc endpoint', 'vpce-1')),
      [[{ target: 'vpc endpoint' }]],
      'pass fail',
    ],
    [
      'a prefix list by its id',
      routes(route('pl-1', 'vpc endpoint', 'vpce-1')),
      [[{ destination: 'pl-2', target: 'vpc endpoint' }]],
      'fail pass',
    ],
    [
      'propagated',
      routes(route('192.168.0.0/16', 'virtual private gateway', 'vgw-1', { propagated: true })),
      [[]],
      'fail pass',
      /vgw-1 \(propagated\)/,
    ],
    ['a blackhole', routes({ ...nat, active: false }), [[outwards]], 'fail fail', /led to is gone/],
    ['no range', routes(), [[{ destination: 'everything', target: 'nat gateway' }]], refused],
  ]);
});

describe('toHaveOnlyEnvironmentVariables', () => {
  const one = { environmentNames: { parts: [{ of: 'fn', names: ['STAGE', 'TABLE'] }] } };
  const two = {
    environmentNames: {
      parts: [
        { of: 'app', names: ['A', 'B'] },
        { of: 'log', names: ['B', 'C'] },
      ],
    },
  };
  table(toHaveOnlyEnvironmentVariables, [
    ['exactly so', one, [['TABLE', 'STAGE']], 'pass fail'],
    ['one more', one, [['STAGE']], 'fail pass', /"beyond":\["TABLE"\]/],
    ['one less', one, [['STAGE', 'TABLE', 'DEBUG']], 'fail pass', /"missing":\["DEBUG"\]/],
    ['all containers', two, [['A', 'B', 'C']], 'pass fail'],
    ['one container', two, [['A', 'B'], { container: 'app' }], 'pass fail'],
    [
      'no such container',
      two,
      [['A'], { container: 'web' }],
      'fail fail',
      /there is no container web; there is app, log/,
    ],
    ['none', { environmentNames: { parts: [{ of: 'fn', names: [] }] } }, [[]], 'pass fail'],
  ]);
});

describe('toHaveOnlySubscriptions', () => {
  const queue = 'arn:aws:sqs:eu-west-1:111122223333:orders';
  const toQueue: Subscription = { protocol: 'sqs', endpoint: queue, confirmed: true };
  const toPerson: Subscription = { protocol: 'email', endpoint: 'a@example.com', confirmed: false };
  const subscribed = (...subscriptions: Subscription[]) => ({ subscriptions: { subscriptions } });
  const wanted = [{ protocol: 'sqs', endpoint: queue }];
  table(toHaveOnlySubscriptions, [
    ['exactly so', subscribed(toQueue), [wanted], 'pass fail'],
    [
      'somebody more, not even confirmed',
      subscribed(toQueue, toPerson),
      [wanted],
      'fail pass',
      /"beyond":\["email to a@example\.com \(waits for confirmation\)"\]/,
    ],
    ['one less', subscribed(), [wanted], 'fail pass', /"missing":\["sqs to arn/],
    [
      'one that waits',
      subscribed(toPerson),
      [[{ protocol: 'email', endpoint: /@example\.com$/ }]],
      'fail fail',
      /waits for its confirmation/,
    ],
    ['none', subscribed(), [[]], 'pass fail', /no subscription/],
    ['without a protocol', subscribed(), [[{ endpoint: queue }]], refused, /protocol is missing/],
  ]);
});

describe('toHaveName', () => {
  table(toHaveName, [
    ['the id is the name', { identity: { id: 'orders-dev' } }, [/-dev$/], 'pass fail'],
    ['a name of its own', { identity: { id: 'abc123', name: 'orders-prod' } }, [/-dev$/], 'fail pass', /orders-prod/],
    ['a text is the whole name', { identity: { id: 'orders-dev' } }, ['orders'], 'fail pass'],
    [
      'an id alone',
      { identity: { id: 'vpc-0123456789abcdef0' } },
      [/dev/],
      'not applicable not applicable',
      /Name: '\.\.\.'/,
    ],
    ['the wrong kind', { identity: { id: 'orders' } }, [7], refused],
  ]);
});

test('the received value is data: what is beyond and what is missing', async () => {
  const source = new FakeSource({ subject: ingress(tcp(22, '0.0.0.0/0')) });
  expect(
    (await verdict(toAllowOnlyIngress, source.one('subject'), [[{ port: 443, from: '10.0.0.0/8' }]])).received,
  ).toEqual({
    beyond: ['tcp 22 from 0.0.0.0/0'],
    missing: ['tcp 443 from 10.0.0.0/8'],
  });
});
