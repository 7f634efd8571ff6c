import { toBeAttached } from '../../matchers/vpc/toBeAttached';
import { toBeIsolatedVpc } from '../../matchers/vpc/toBeIsolatedVpc';
import { toConnectToService } from '../../matchers/vpc/toConnectToService';
import { toConnectVpcs } from '../../matchers/vpc/toConnectVpcs';
import { toHaveDnsHostnames } from '../../matchers/vpc/toHaveDnsHostnames';
import { toHaveDnsSupport } from '../../matchers/vpc/toHaveDnsSupport';
import { toHaveFlowLogs } from '../../matchers/vpc/toHaveFlowLogs';
import { toHaveOnlyEndpoints } from '../../matchers/vpc/toHaveOnlyEndpoints';
import { toHavePrivateDns } from '../../matchers/vpc/toHavePrivateDns';
import { toHaveSubnetCount } from '../../matchers/vpc/toHaveSubnetCount';
import type { FlowLogDelivery } from '../../src/facets';
import { both, FakeSource, table } from './fake-source';

const refused = 'wrong argument wrong argument';
const vpc = { identity: { id: 'vpc-1', arn: 'arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1' } };

describe('DNS', () => {
  const dns = (support: boolean, hostnames: boolean) => ({ vpcDns: { support, hostnames } });
  table(toHaveDnsSupport, [
    ['on', dns(true, false), [], 'pass fail'],
    [
      'off',
      dns(false, false),
      [],
      'fail pass',
      /"expected":"EnableDnsSupport true","received":"EnableDnsSupport false"/,
    ],
  ]);
  table(toHaveDnsHostnames, [
    ['host names on', dns(true, true), [], 'pass fail'],
    ['host names off', dns(true, false), [], 'fail pass', /EnableDnsHostnames false/],
    ['host names nobody can resolve', dns(false, true), [], 'pass fail', /EnableDnsSupport is false/],
  ]);
});

describe('toHaveFlowLogs', () => {
  const log = (more: Partial<FlowLogDelivery> = {}): FlowLogDelivery => ({
    id: 'fl-1',
    trafficType: 'ALL',
    destinationType: 'cloud-watch-logs',
    destination: 'arn:aws:logs:eu-west-1:111122223333:log-group:traffic:*',
    active: true,
    ...more,
  });
  const logs = (...all: FlowLogDelivery[]) => ({ flowLogs: { logs: all } });
  const s3 = log({ destinationType: 's3', destination: 'arn:aws:s3:::traffic/vpc/' });
  table(toHaveFlowLogs, [
    ['any', logs(log()), [], 'pass fail'],
    ['none', logs(), [], 'fail pass', /"received":"no flow log"/],
    ['all traffic covers rejected traffic', logs(log()), [{ trafficType: 'REJECT' }], 'pass fail'],
    [
      'rejected traffic is not all',
      logs(log({ trafficType: 'REJECT' })),
      [{ trafficType: 'ALL' }],
      'fail pass',
      /REJECT/,
    ],
    [
      'two logs make up all traffic',
      logs(log({ trafficType: 'REJECT' }), log({ trafficType: 'ACCEPT' })),
      [{ trafficType: 'ALL' }],
      'pass fail',
    ],
    ['the log group by its name', logs(log()), [{ destination: 'traffic' }], 'pass fail'],
    ['another log group', logs(log()), [{ destination: 'other' }], 'fail pass', /to other/],
    ['a bucket with a folder', logs(s3), [{ destinationType: 's3', destination: 'arn:aws:s3:::traffic' }], 'pass fail'],
    ['another kind of destination', logs(s3), [{ destinationType: 'cloud-watch-logs' }], 'fail pass'],
    [
      'one that is refused',
      logs(log({ problem: 'Access error' })),
      [],
      'fail fail',
      /fl-1 does not deliver: Access error/,
    ],
    ['one that is switched off', logs(log({ active: false })), [], 'fail fail', /it is not active/],
    ['one that is refused beside one that works', logs(log({ problem: 'Access error' }), log()), [], 'pass fail'],
    ['a wrong type of traffic', logs(), [{ trafficType: 'all' }], refused, /'ALL', 'ACCEPT', 'REJECT'/],
  ]);
});

describe('toHaveSubnetCount', () => {
  const subnets = (...subnetIds: string[]) => ({ vpcSubnets: { subnetIds } });
  table(toHaveSubnetCount, [
    ['exactly', subnets('subnet-1', 'subnet-2'), [2], 'pass fail'],
    ['too few', subnets('subnet-1'), [2], 'fail pass', /"expected":"2 subnets","received":"1 subnets: subnet-1"/],
    ['at least', subnets('subnet-1', 'subnet-2'), [{ atLeast: 1 }], 'pass fail'],
    ['no number', subnets(), ['two'], refused],
  ]);
});

describe('toBeIsolatedVpc', () => {
  const exits = (...ids: string[]) => ({
    vpcExits: { exits: ids.map((id) => ({ kind: 'internet gateway', id })) },
  });
  table(toBeIsolatedVpc, [
    ['nothing leads out', exits(), [], 'pass fail'],
    ['a gateway', exits('igw-1'), [], 'fail pass', /"received":"internet gateway igw-1"/],
    ['two gateways', exits('igw-1', 'igw-2'), [], 'fail pass', /internet gateway igw-1, internet gateway igw-2/],
  ]);
});

describe('toHaveOnlyEndpoints', () => {
  const endpoints = (...ids: string[]) => ({
    vpcEndpoints: { endpoints: ids.map((id) => ({ id, service: 'com.amazonaws.eu-west-1.s3' })) },
  });
  table(toHaveOnlyEndpoints, [
    ['these', endpoints('vpce-1', 'vpce-2'), [['vpce-2', 'vpce-1']], 'pass fail'],
    ['none', endpoints(), [[]], 'pass fail'],
    ['one more', endpoints('vpce-1', 'vpce-2'), [['vpce-1']], 'fail pass', /"beyond":\["vpce-2 to com.amazonaws/],
    ['one that is not there', endpoints('vpce-1'), [['vpce-1', 'vpce-2']], 'fail pass', /"missing":\["vpce-2"\]/],
    ['no endpoint', endpoints(), [['subnet-1']], refused],
  ]);
});

describe('toConnectVpcs', () => {
  const end = (vpcId: string) => ({ vpcId, account: '1', region: 'eu-west-1', cidrs: [] });
  const peering = { peering: { requester: end('vpc-1'), accepter: end('vpc-2') } };
  table(toConnectVpcs, [
    ['both, either way round', peering, ['vpc-2', 'vpc-1'], 'pass fail'],
    ['one', peering, ['vpc-2'], 'pass fail'],
    ['neither', peering, ['vpc-3'], 'fail pass', /vpc-1 \(account 1, eu-west-1\) and vpc-2/],
    ['one of two', peering, ['vpc-1', 'vpc-3'], 'fail fail', /connects vpc-1 to another VPC/],
    ['no VPC', peering, ['subnet-1'], refused, /takes a VPC/],
  ]);
});

describe('VPC endpoints', () => {
  const endpoint = (name: string, type: string, privateDns = false) => ({
    endpointService: { name, type, privateDns },
  });
  const gateway = endpoint('com.amazonaws.eu-west-1.s3', 'Gateway');
  const registry = endpoint('com.amazonaws.us-gov-west-1.ecr.dkr', 'Interface', true);
  table(toConnectToService, [
    ['a service', gateway, ['s3'], 'pass fail'],
    ['a service with a dot', registry, ['ecr.dkr'], 'pass fail'],
    [
      'the end of a name is not enough',
      registry,
      ['dkr'],
      'fail pass',
      /com\.amazonaws\.us-gov-west-1\.ecr\.dkr \(Interface\)/,
    ],
    ['the whole name', gateway, ['com.amazonaws.eu-west-1.s3'], 'pass fail'],
    ['its kind', gateway, ['s3', { type: 'Gateway' }], 'pass fail'],
    ['another kind', gateway, ['s3', { type: 'Interface' }], 'fail pass', /s3 \(Interface\)/],
    ['China', endpoint('cn.com.amazonaws.cn-north-1.ecr.dkr', 'Interface'), ['ecr.dkr'], 'pass fail'],
  ]);
  table(toHavePrivateDns, [
    ['on', registry, [], 'pass fail'],
    ['off', endpoint('com.amazonaws.eu-west-1.sns', 'Interface'), [], 'fail pass', /PrivateDnsEnabled false/],
    ['a gateway', gateway, [], 'not applicable not applicable', /a Gateway endpoint/],
  ]);
});

describe('toBeAttached', () => {
  const attached = (...attachments: { to: string; state: string; ready: boolean }[]) => ({
    attachments: { attachments },
  });
  const gateway = attached({ to: 'vpc-1', state: 'available', ready: true });
  table(toBeAttached, [
    ['to anything', gateway, [], 'pass fail'],
    ['to the VPC', gateway, ['vpc-1'], 'pass fail'],
    ['to another', gateway, ['vpc-2'], 'fail pass', /attached to vpc-1 \(available\)/],
    ['to nothing', attached(), [], 'fail pass', /not attached/],
    [
      'on the way',
      attached({ to: 'vpc-1', state: 'attaching', ready: false }),
      ['vpc-1'],
      'fail fail',
      /the attachment to vpc-1 is attaching/,
    ],
    [
      'a target group by its ARN',
      attached({ to: 'arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/web/1', state: 'attached', ready: true }),
      ['arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/web/2'],
      'fail pass',
    ],
  ]);
  test('to a handle', async () => {
    const source = new FakeSource({ vpc, subject: gateway });
    expect(await both(toBeAttached, source.one('subject'), [source.one('vpc')])).toBe('pass fail');
    expect(await both(toBeAttached, source.one('subject'), [source.absent('VpcId')])).toBe('not deployed not deployed');
  });
});
