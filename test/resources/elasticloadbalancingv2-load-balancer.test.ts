import {
  DescribeListenerCertificatesCommand,
  DescribeListenersCommand,
  DescribeLoadBalancerAttributesCommand,
  DescribeLoadBalancersCommand,
  DescribeRulesCommand,
  DescribeSSLPoliciesCommand,
  DescribeTagsCommand,
  ElasticLoadBalancingV2Client,
  type Listener,
  type LoadBalancer,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { GetWebACLForResourceCommand, WAFV2Client } from '@aws-sdk/client-wafv2';
import { mockClient } from 'aws-sdk-client-mock';
import { Ledger } from '../../src/aws/ledger';
import { LiveAccount } from '../../src/aws/live-account';
import { typesByName } from '../../src/engine/resource';
import { elasticloadbalancingv2LoadBalancer } from '../../src/resources/elasticloadbalancingv2-load-balancer';
import { asking } from './answers';
import { refusal } from './refusal';

const elb = mockClient(ElasticLoadBalancingV2Client);
const wafv2 = mockClient(WAFV2Client);
const { ask, exists } = asking('AWS::ElasticLoadBalancingV2::LoadBalancer', [elasticloadbalancingv2LoadBalancer]);

const prefix = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012';
const arn = `${prefix}:loadbalancer/app/web/1`;
const targetGroup = `${prefix}:targetgroup/web/2`;

const typical: LoadBalancer = {
  LoadBalancerArn: arn,
  LoadBalancerName: 'web',
  DNSName: 'web-1.eu-west-1.elb.amazonaws.com',
  Type: 'application',
  Scheme: 'internet-facing',
  IpAddressType: 'ipv4',
  VpcId: 'vpc-1',
  State: { Code: 'active' },
  AvailabilityZones: ['a', 'b'].map((zone) => ({ ZoneName: `eu-west-1${zone}`, SubnetId: `subnet-${zone}` })),
  SecurityGroups: ['sg-1'],
};

const plain: Listener = {
  ListenerArn: `${prefix}:listener/app/web/1/80`,
  LoadBalancerArn: arn,
  Protocol: 'HTTP',
  Port: 80,
  DefaultActions: [
    {
      Type: 'redirect',
      RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301', Host: '#{host}', Path: '/#{path}' },
    },
  ],
};

const secure: Listener = {
  ListenerArn: `${prefix}:listener/app/web/1/443`,
  LoadBalancerArn: arn,
  Protocol: 'HTTPS',
  Port: 443,
  SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
  Certificates: [{ CertificateArn: 'arn:certificate/1' }],
  DefaultActions: [{ Type: 'forward', TargetGroupArn: targetGroup }],
};

function answer(balancer: LoadBalancer, listeners: Listener[] = []): void {
  elb.on(DescribeLoadBalancersCommand).resolves({
    LoadBalancers: [{ ...typical, LoadBalancerArn: `${arn}0`, LoadBalancerName: 'other', DNSName: 'other' }, balancer],
  });
  elb.on(DescribeListenersCommand, { LoadBalancerArn: arn }).resolves({ Listeners: listeners });
  elb.on(DescribeRulesCommand).resolves({ Rules: [{ IsDefault: true, Priority: 'default', Actions: [] }] });
  elb.on(DescribeListenerCertificatesCommand).resolves({
    Certificates: [{ CertificateArn: 'arn:certificate/1' }, { CertificateArn: 'arn:certificate/2' }],
  });
}

function attributes(values: Record<string, string>): void {
  const Attributes = Object.entries(values).map(([Key, Value]) => ({ Key, Value }));
  elb.on(DescribeLoadBalancerAttributesCommand, { LoadBalancerArn: arn }).resolves({ Attributes });
}

beforeEach(() => {
  elb.reset();
  wafv2.reset();
});

test('a load balancer answers', async () => {
  answer(typical);
  elb.on(DescribeTagsCommand).resolves({ TagDescriptions: [{ ResourceArn: arn, Tags: [{ Key: 'a', Value: 'b' }] }] });
  expect(await ask(arn, 'identity')).toEqual({ arn, id: arn, name: 'web' });
  expect(await ask(arn, 'lifecycle')).toEqual({ state: 'active', available: true });
  expect(await ask(arn, 'tags')).toEqual({ a: 'b' });
  expect(await ask(arn, 'balancer')).toEqual({ type: 'application', scheme: 'internet-facing', ipAddressType: 'ipv4' });
  expect(await ask(arn, 'zones')).toEqual({ zones: ['eu-west-1a', 'eu-west-1b'] });
  expect(await ask(arn, 'availability')).toEqual({ multiAz: true, detail: 'nodes in eu-west-1a, eu-west-1b' });
  expect(await ask(arn, 'networkPlacement')).toEqual({
    vpcId: 'vpc-1',
    subnetIds: ['subnet-a', 'subnet-b'],
    securityGroupIds: ['sg-1'],
  });
  expect(await ask(arn, 'publicAccess')).toEqual({ public: true, because: 'Scheme is internet-facing' });
  expect(await ask(arn, 'serviceEndpoint')).toEqual({ address: 'web-1.eu-west-1.elb.amazonaws.com' });
});

test('a gateway load balancer has neither scheme nor access logs', async () => {
  answer({ ...typical, Type: 'gateway', Scheme: undefined, SecurityGroups: undefined });
  attributes({ 'deletion_protection.enabled': 'false' });
  expect(await ask(arn, 'balancer')).toEqual({ type: 'gateway', ipAddressType: 'ipv4' });
  expect(await ask(arn, 'publicAccess')).toMatchObject({ public: false });
  await expect(ask(arn, 'accessLogging')).rejects.toThrow('writes no access logs');
  await expect(ask(arn, 'attachedWebAcl')).rejects.toThrow('this is a gateway one');
});

test('its attributes are read once and typed', async () => {
  answer(typical);
  attributes({
    'deletion_protection.enabled': 'true',
    'access_logs.s3.enabled': 'true',
    'access_logs.s3.bucket': 'logs',
    'access_logs.s3.prefix': '',
    'idle_timeout.timeout_seconds': '60',
    'routing.http.drop_invalid_header_fields.enabled': 'false',
    'load_balancing.cross_zone.enabled': 'true',
  });
  expect(await ask(arn, 'deletionProtection')).toEqual({ enabled: true });
  expect(await ask(arn, 'accessLogging')).toEqual({ enabled: true, destination: 'logs' });
  expect(await ask(arn, 'requestHandling')).toEqual({
    crossZone: true,
    dropInvalidHeaders: false,
    idleTimeoutInSeconds: 60,
  });
  expect(await ask(arn, 'config')).toMatchObject({
    Scheme: 'internet-facing',
    LoadBalancerAttributes: { 'idle_timeout.timeout_seconds': '60' },
  });
});

test('an attribute that AWS does not tell is not off', async () => {
  answer(typical);
  attributes({});
  await expect(ask(arn, 'deletionProtection')).rejects.toThrow('without the field deletion_protection.enabled');
});

test('its listeners come with all their certificates', async () => {
  answer(typical, [plain, secure]);
  expect(await ask(arn, 'listeners')).toEqual({
    listeners: [
      { arn: plain.ListenerArn, protocol: 'HTTP', port: 80, certificates: [] },
      {
        arn: secure.ListenerArn,
        protocol: 'HTTPS',
        port: 443,
        sslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
        certificates: ['arn:certificate/1', 'arn:certificate/2'],
      },
    ],
  });
});

test('actions are those by default and those of the rules', async () => {
  answer(typical, [plain, secure]);
  const weighted = { TargetGroups: [{ TargetGroupArn: targetGroup, Weight: 0 }] };
  elb.on(DescribeRulesCommand, { ListenerArn: secure.ListenerArn }).resolves({
    Rules: [
      { IsDefault: false, Priority: '10', Actions: [{ Type: 'forward', ForwardConfig: weighted }] },
      { IsDefault: true, Priority: 'default', Actions: [{ Type: 'forward', TargetGroupArn: targetGroup }] },
    ],
  });
  const { actions } = await ask(arn, 'listenerActions');
  expect(actions).toEqual([
    {
      of: 'HTTP:80 by default',
      port: 80,
      protocol: 'HTTP',
      byDefault: true,
      type: 'redirect',
      targetGroups: [],
      redirect: { protocol: 'HTTPS', port: '443', host: '#{host}', path: '/#{path}', statusCode: 'HTTP_301' },
    },
    expect.objectContaining({ of: 'HTTPS:443 by default', type: 'forward', targetGroups: [{ arn: targetGroup }] }),
    expect.objectContaining({
      of: 'HTTPS:443 rule 10',
      byDefault: false,
      targetGroups: [{ arn: targetGroup, weight: 0 }],
    }),
  ]);
});

const forward: Listener = { ...plain, DefaultActions: [{ Type: 'forward', TargetGroupArn: targetGroup }] };
const closed: Listener = {
  ...plain,
  DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '403' } }],
};

test.each<[string, Listener[], object, object]>([
  ['a redirect', [plain, secure], { enforced: true, offered: true }, { answer: 'redirects' }],
  ['a plain way in', [forward, secure], { enforced: false, offered: true }, { answer: 'serves' }],
  ['a refusal', [closed, secure], { enforced: false, offered: true }, { answer: 'refuses' }],
  ['nothing but plain', [forward], { enforced: false, offered: false }, { answer: 'serves' }],
])('encryption in transit with %s', async (_, listeners, encryption, behaviour) => {
  answer(typical, listeners);
  expect(await ask(arn, 'transitEncryption')).toMatchObject(encryption);
  expect(await ask(arn, 'plainHttp')).toEqual({ behaviours: [{ path: 'HTTP:80 by default', ...behaviour }] });
});

test('without listeners there is nothing to encrypt', async () => {
  answer(typical);
  await expect(ask(arn, 'transitEncryption')).rejects.toThrow('It has no listener');
  await expect(ask(arn, 'plainHttp')).rejects.toThrow('No listener takes plain HTTP');
  await expect(ask(arn, 'minimumTls')).rejects.toThrow('No listener ends TLS');
});

test('the lowest version of TLS decides', async () => {
  answer(typical, [secure, { ...secure, Port: 8443, SslPolicy: 'old' }]);
  elb
    .on(DescribeSSLPoliciesCommand, { Names: [secure.SslPolicy ?? ''] })
    .resolves({ SslPolicies: [{ Name: secure.SslPolicy, SslProtocols: ['TLSv1.3', 'TLSv1.2'] }] });
  elb
    .on(DescribeSSLPoliciesCommand, { Names: ['old'] })
    .resolves({ SslPolicies: [{ Name: 'old', SslProtocols: ['TLSv1', 'TLSv1.2'] }] });
  expect(await ask(arn, 'minimumTls')).toEqual({ version: '1.0', policy: 'old' });
});

test('a web ACL stands before it, or none', async () => {
  answer(typical);
  wafv2
    .on(GetWebACLForResourceCommand, { ResourceArn: arn })
    .resolvesOnce({ WebACL: { ARN: 'arn:acl' } as never })
    .resolvesOnce({})
    .rejects(refusal('WAFNonexistentItemException'));
  expect(await ask(arn, 'attachedWebAcl')).toEqual({ arn: 'arn:acl' });
  expect(await ask(arn, 'attachedWebAcl')).toEqual({});
  expect(await ask(arn, 'attachedWebAcl')).toEqual({});
});

test.each([
  arn,
  'web',
  'app/web/1',
  'web-1.eu-west-1.elb.amazonaws.com',
  'dualstack.WEB-1.eu-west-1.elb.amazonaws.com',
  'http://web-1.eu-west-1.elb.amazonaws.com:80/health',
])('it is found by %s', async (id) => {
  answer(typical);
  expect(await ask(id, 'identity')).toMatchObject({ arn });
});

test('a balancer that is being made or impaired', async () => {
  answer({ ...typical, State: { Code: 'provisioning' } });
  expect(await ask(arn, 'lifecycle')).toEqual({ state: 'provisioning', available: false });
  answer({ ...typical, State: { Code: 'active_impaired', Reason: 'no free addresses' } });
  expect(await ask(arn, 'lifecycle')).toMatchObject({ available: true, reason: 'no free addresses' });
});

test('one that is not listed does not exist', async () => {
  answer(typical);
  expect(await Promise.all([exists(`${arn}9`), exists('we'), exists('web-2.eu-west-1.elb.amazonaws.com')])).toEqual([
    false,
    false,
    false,
  ]);
});

test('the hosted zone that all share names none of them', async () => {
  answer(typical);
  const account = new LiveAccount(
    typesByName([elasticloadbalancingv2LoadBalancer]),
    { region: 'eu-west-1' },
    new Ledger(),
  );
  const target = {
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    id: 'Z32O12XQLNTSW2',
    identifier: 'canonical-hosted-zone-id',
    value: 'Z32O12XQLNTSW2',
  };
  await expect(account.facet(target, 'existence')).rejects.toThrow('all load balancers of the region share');
});
