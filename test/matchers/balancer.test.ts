import { toBalanceAcrossZones } from '../../matchers/balancer/toBalanceAcrossZones';
import { toDropInvalidHeaders } from '../../matchers/balancer/toDropInvalidHeaders';
import { toForwardTo } from '../../matchers/balancer/toForwardTo';
import { toHaveDeregistrationDelay } from '../../matchers/balancer/toHaveDeregistrationDelay';
import { toHaveHealthCheck } from '../../matchers/balancer/toHaveHealthCheck';
import { toHaveHealthyTargets } from '../../matchers/balancer/toHaveHealthyTargets';
import { toHaveIdleTimeout } from '../../matchers/balancer/toHaveIdleTimeout';
import { toHaveIpAddressType } from '../../matchers/balancer/toHaveIpAddressType';
import { toHaveLoadBalancerType } from '../../matchers/balancer/toHaveLoadBalancerType';
import { toHaveScheme } from '../../matchers/balancer/toHaveScheme';
import { toHaveSslPolicy } from '../../matchers/balancer/toHaveSslPolicy';
import { toHaveStickySessions } from '../../matchers/balancer/toHaveStickySessions';
import { toHaveTarget } from '../../matchers/balancer/toHaveTarget';
import { toReachTargetsOn } from '../../matchers/balancer/toReachTargetsOn';
import { toRedirectTo } from '../../matchers/balancer/toRedirectTo';
import { toRespondWith } from '../../matchers/balancer/toRespondWith';
import { toServeCertificate } from '../../matchers/balancer/toServeCertificate';
import { toListenOnPort } from '../../matchers/database/toListenOnPort';
import type { BalancerListener, ListenerAction, TargetHealth } from '../../src/facets';
import { both, FakeSource, table } from './fake-source';

const refused = 'wrong argument wrong argument';
const inapplicable = 'not applicable not applicable';

describe('the balancer', () => {
  const alb = { balancer: { type: 'application', scheme: 'internet-facing', ipAddressType: 'ipv4' } };
  table(toHaveScheme, [
    ['the scheme', alb, ['internet-facing'], 'pass fail'],
    ['the other scheme', alb, ['internal'], 'fail pass', /"expected":"internal","received":"internet-facing"/],
    ['no scheme', { balancer: { type: 'gateway', ipAddressType: 'ipv4' } }, ['internal'], inapplicable],
    ['no such scheme', alb, ['public'], refused, /'internet-facing', 'internal'/],
  ]);
  table(toHaveLoadBalancerType, [
    ['the type', alb, ['application'], 'pass fail'],
    ['another type', alb, ['network'], 'fail pass', /"received":"application"/],
  ]);
  table(toHaveIpAddressType, [
    ['the kind of addresses', alb, ['ipv4'], 'pass fail'],
    ['another kind of addresses', alb, ['dualstack'], 'fail pass'],
  ]);
});

const listener = (protocol: string, port: number, more: Partial<BalancerListener> = {}): BalancerListener => ({
  arn: `arn:${port}`,
  protocol,
  port,
  certificates: [],
  ...more,
});
const listening = (...listeners: BalancerListener[]) => ({ listeners: { listeners } });
const certificate = 'arn:aws:acm:eu-west-1:111122223333:certificate/1';
const https = listener('HTTPS', 443, { sslPolicy: 'ELBSecurityPolicy-TLS13-1-2', certificates: [certificate] });

describe('listeners', () => {
  const http = listener('HTTP', 80);
  const open = (...ports: { port: number; protocol?: string }[]) => ({ listening: { ports } });
  const both443 = open({ port: 80, protocol: 'HTTP' }, { port: 443, protocol: 'HTTPS' });
  table(toListenOnPort, [
    ['a port', both443, [443], 'pass fail'],
    ['a protocol and a port', both443, [{ port: 443, protocol: 'https' }], 'pass fail'],
    [
      'a protocol on another port',
      both443,
      [{ port: 80, protocol: 'HTTPS' }],
      'fail pass',
      /"expected":"port 80 \(HTTPS\)","received":"port 80 \(HTTP\), port 443 \(HTTPS\)"/,
    ],
    ['no listener', open(), [443], 'fail pass', /"received":"no listener"/],
    ['a protocol that AWS does not tell', open({ port: 80 }), [{ port: 80, protocol: 'HTTP' }], inapplicable],
    ['no such protocol', both443, [{ port: 80, protocol: 'SSH' }], refused, /a protocol such as/],
    ['nothing asked', both443, [{}], refused, /port is missing/],
    ['a port as text', both443, ['443'], refused],
  ]);
  table(toHaveSslPolicy, [
    ['the policy', listening(http, https), ['ELBSecurityPolicy-TLS13-1-2'], 'pass fail'],
    ['a pattern', listening(https), [/TLS13/], 'pass fail'],
    [
      'another policy',
      listening(https),
      ['ELBSecurityPolicy-2016-08'],
      'fail pass',
      /HTTPS:443 ELBSecurityPolicy-TLS13/,
    ],
    [
      'one of two listeners',
      listening(https, listener('TLS', 8443, { sslPolicy: 'old' })),
      [/TLS13/],
      'fail fail',
      /only some of the listeners/,
    ],
    ['no TLS', listening(http), [/TLS13/], inapplicable, /no listener ends TLS/],
  ]);
  table(toServeCertificate, [
    ['the certificate', { servedCertificates: { arns: [certificate] } }, [certificate], 'pass fail'],
    ['any', { servedCertificates: { arns: [certificate] } }, [], 'pass fail'],
    ['none of its own', { servedCertificates: { arns: [] } }, [], 'fail pass', /the certificate of AWS/],
    [
      'another certificate',
      { servedCertificates: { arns: [certificate] } },
      [`${certificate}2`],
      'fail pass',
      /certificate\/1"/,
    ],
  ]);
});

const group = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/73e2d6bc24d8a067';
const action = (more: Partial<ListenerAction>): ListenerAction => ({
  of: 'HTTP:80 by default',
  port: 80,
  protocol: 'HTTP',
  byDefault: true,
  type: 'forward',
  targetGroups: [],
  ...more,
});
const acting = (...actions: ListenerAction[]) => ({ listenerActions: { actions } });

describe('toForwardTo', () => {
  const forward = action({ targetGroups: [{ arn: group }] });
  const byRule = action({ of: 'HTTPS:443 rule 10', port: 443, byDefault: false, targetGroups: [{ arn: group }] });
  table(toForwardTo, [
    ['the group', acting(forward), [group], 'pass fail'],
    ['the group by its name', acting(forward), ['web'], 'pass fail'],
    ['a part of its name', acting(forward), ['we'], 'fail pass'],
    ['by a rule', acting(byRule), [group], 'pass fail'],
    ['from a port', acting(byRule), [group, { from: 443 }], 'pass fail'],
    ['from another port', acting(forward), [group, { from: 443 }], 'fail pass', /HTTP:80 by default: forward to arn/],
    ['another group', acting(forward), [group.replace('web', 'api')], 'fail pass'],
    ['a weight of 0', acting(action({ targetGroups: [{ arn: group, weight: 0 }] })), [group], 'fail fail', /weight 0/],
    ['no listener', acting(), [group], 'fail pass', /no listener/],
  ]);
  test('a handle', async () => {
    const source = new FakeSource({
      group: { identity: { id: group, arn: group, name: 'web' } },
      subject: acting(forward),
    });
    expect(await both(toForwardTo, source.one('subject'), [source.one('group')])).toBe('pass fail');
  });
});

describe('redirects and fixed responses', () => {
  const to = { protocol: 'HTTPS', port: '443', host: '#{host}', path: '/#{path}', statusCode: 'HTTP_301' };
  const redirect = action({ type: 'redirect', redirect: to });
  const forward = action({ targetGroups: [{ arn: group }] });
  const byRule = { ...redirect, of: 'HTTP:80 rule 1', byDefault: false };
  table(toRedirectTo, [
    ['to HTTPS', acting(redirect), ['HTTPS'], 'pass fail'],
    ['every part', acting(redirect), [{ protocol: 'HTTPS', port: 443, statusCode: 301 }, { from: 80 }], 'pass fail'],
    ['another status code', acting(redirect), [{ statusCode: 302 }], 'fail pass', /HTTPS:\/\/#\{host\}:443/],
    [
      'the port of the request',
      acting(action({ type: 'redirect', redirect: { ...to, port: '#{port}' } })),
      [{ port: 80 }],
      'pass fail',
    ],
    [
      'the protocol of the request',
      acting(action({ type: 'redirect', redirect: { ...to, protocol: '#{protocol}' } })),
      ['HTTPS'],
      'fail pass',
    ],
    ['no redirect', acting(forward), ['HTTPS'], 'fail pass', /forward to/],
    ['by a rule alone', acting(forward, byRule), ['HTTPS'], 'fail fail', /only some requests/],
    ['another place', acting(redirect), ['HTTP'], refused],
    ['nothing asked', acting(redirect), [{}], refused, /names no part/],
  ]);
  const fixed = action({ type: 'fixed-response', statusCode: '404' });
  table(toRespondWith, [
    ['the status code', acting(fixed), [404], 'pass fail'],
    ['another response', acting(fixed), [403], 'fail pass', /fixed-response 404/],
    ['a response by a rule', acting(forward, { ...fixed, byDefault: false }), [404], 'fail fail', /by a rule/],
    ['a status code as text', acting(fixed), ['404'], refused],
  ]);
});

describe('target groups', () => {
  const reached = { targetProtocol: { targetType: 'ip', protocol: 'HTTP', port: 8080, version: 'HTTP1' } };
  table(toReachTargetsOn, [
    ['a port', reached, [8080], 'pass fail'],
    ['everything', reached, [{ port: 8080, protocol: 'http', targetType: 'ip', version: 'HTTP1' }], 'pass fail'],
    ['another type', reached, [{ targetType: 'instance' }], 'fail pass', /"targetType":"ip"/],
    ['no port', { targetProtocol: { targetType: 'lambda' } }, [80], 'fail pass'],
    ['nothing asked', reached, [{}], refused, /asks for nothing/],
  ]);

  const check = {
    targetHealthCheck: {
      enabled: true,
      protocol: 'HTTP',
      port: 'traffic-port',
      path: '/health',
      intervalInSeconds: 30,
      timeoutInSeconds: 5,
      healthyThreshold: 2,
      unhealthyThreshold: 3,
      codes: '200-299',
    },
  };
  table(toHaveHealthCheck, [
    ['any check', check, [], 'pass fail'],
    ['no check', { targetHealthCheck: { enabled: false } }, [], 'fail pass', /"received":\{"enabled":false\}/],
    [
      'every setting',
      check,
      [
        {
          path: /^\/health$/,
          protocol: 'HTTP',
          port: 'traffic-port',
          interval: '30s',
          timeout: { atMost: 10 },
          healthyThreshold: 2,
          unhealthyThreshold: 3,
          codes: '200-299',
        },
      ],
      'pass fail',
    ],
    [
      'another path',
      check,
      [{ path: '/' }],
      'fail pass',
      /"path":"\/"\},"received":\{"enabled":true,"path":"\/health"\}/,
    ],
    ['another interval', check, [{ interval: 10 }], 'fail pass', /"interval":"10 s".*"interval":"30 s"/],
    ['a setting that is not there', { targetHealthCheck: { enabled: true } }, [{ path: '/' }], 'fail pass', /not set/],
    ['no such option', check, [{ url: '/' }], refused, /path, protocol, port/],
  ]);

  const target = (id: string, state: string, reason?: string): TargetHealth['targets'][number] => ({
    id,
    state,
    reason,
  });
  const targets = (...all: TargetHealth['targets']) => ({ targetHealth: { targets: all } });
  const healthy = target('i-1', 'healthy');
  const sick = target('i-2', 'unhealthy', 'Request timed out');
  table(toHaveHealthyTargets, [
    ['all of them', targets(healthy), [], 'pass fail'],
    ['none registered', targets(), [], 'fail pass', /no target is registered/],
    ['none of them', targets(sick), [], 'fail pass', /0 healthy: i-2 unhealthy \(Request timed out\)/],
    ['some of them', targets(healthy, sick), [], 'fail fail', /only 1 of 2 targets are healthy/],
    ['one that is leaving', targets(healthy, target('i-3', 'draining')), [], 'pass fail'],
    ['so many', targets(healthy, sick), [1], 'pass fail'],
    ['at least so many', targets(healthy, sick), [{ atLeast: 2 }], 'fail pass', /eventually/],
    ['not a number', targets(healthy), ['all'], refused],
  ]);
  table(toHaveTarget, [
    ['the target', targets(healthy, sick), ['i-2'], 'pass fail'],
    ['another target', targets(healthy), ['i-9'], 'fail pass', /i-1 healthy/],
    ['a target that is leaving', targets(target('i-3', 'draining')), ['i-3'], 'fail fail', /being deregistered/],
  ]);

  table(toHaveStickySessions, [
    ['on', { targetDistribution: { sticky: true, stickinessType: 'lb_cookie' } }, ['lb_cookie'], 'pass fail'],
    [
      'another kind',
      { targetDistribution: { sticky: true, stickinessType: 'app_cookie' } },
      ['lb_cookie'],
      'fail pass',
    ],
    ['off', { targetDistribution: { sticky: false } }, [], 'fail pass', /stickiness off/],
    ['a group without', { targetDistribution: {} }, [], inapplicable],
  ]);
  table(toHaveDeregistrationDelay, [
    ['the delay', { targetDistribution: { deregistrationDelayInSeconds: 300 } }, ['5m'], 'pass fail'],
    [
      'another delay',
      { targetDistribution: { deregistrationDelayInSeconds: 300 } },
      [{ atMost: 60 }],
      'fail pass',
      /300 s/,
    ],
    ['no delay', { targetDistribution: {} }, [30], inapplicable],
  ]);
});

describe('handling of requests', () => {
  const handling = { requestHandling: { crossZone: false, dropInvalidHeaders: true, idleTimeoutInSeconds: 60 } };
  table(toDropInvalidHeaders, [
    ['on', handling, [], 'pass fail'],
    [
      'off',
      { requestHandling: { dropInvalidHeaders: false } },
      [],
      'fail pass',
      /drop_invalid_header_fields\.enabled false/,
    ],
    ['a network load balancer', { requestHandling: {} }, [], inapplicable],
  ]);
  table(toBalanceAcrossZones, [
    ['across zones', { requestHandling: { crossZone: true } }, [], 'pass fail'],
    ['within its zone', handling, [], 'fail pass', /cross_zone\.enabled false/],
    ['not told', { requestHandling: {} }, [], inapplicable],
  ]);
  table(toHaveIdleTimeout, [
    ['the time', handling, ['1m'], 'pass fail'],
    ['another time', handling, [30], 'fail pass', /"expected":"30 s","received":"60 s"/],
    ['no time', { requestHandling: {} }, [30], inapplicable],
  ]);
});
