import { toHaveAuthorizationType } from '../../matchers/api/toHaveAuthorizationType';
import { toHaveAuthorizer } from '../../matchers/api/toHaveAuthorizer';
import { toHaveEndpointType } from '../../matchers/api/toHaveEndpointType';
import { toHaveMethod } from '../../matchers/api/toHaveMethod';
import { toHaveResource } from '../../matchers/api/toHaveResource';
import { toHaveStage } from '../../matchers/api/toHaveStage';
import { toHaveThrottling } from '../../matchers/api/toHaveThrottling';
import { toSpeak } from '../../matchers/api/toSpeak';
import { toBeValidFor } from '../../matchers/certificate/toBeValidFor';
import { toCoverDomain } from '../../matchers/certificate/toCoverDomain';
import { toRenewAutomatically } from '../../matchers/certificate/toRenewAutomatically';
import { toHaveMinimumTlsVersion } from '../../matchers/distribution/toHaveMinimumTlsVersion';
import { toHaveOrigin } from '../../matchers/distribution/toHaveOrigin';
import { toHaveWebAcl } from '../../matchers/distribution/toHaveWebAcl';
import { toRedirectToHttps } from '../../matchers/distribution/toRedirectToHttps';
import { toServeDomain } from '../../matchers/distribution/toServeDomain';
import { toBeHealthy } from '../../matchers/dns/toBeHealthy';
import { toBePrivateZone } from '../../matchers/dns/toBePrivateZone';
import { toHaveRecord } from '../../matchers/dns/toHaveRecord';
import { toProbe } from '../../matchers/dns/toProbe';
import { toHaveAccessLogging } from '../../matchers/logging/toHaveAccessLogging';
import { toHaveDefaultAction } from '../../matchers/webacl/toHaveDefaultAction';
import { toHaveRule } from '../../matchers/webacl/toHaveRule';
import { toProtect } from '../../matchers/webacl/toProtect';
import type { MatcherDefinition } from '../../src/engine/matcher';
import { type Case, FakeSource, table, verdict } from './fake-source';

const refused = 'wrong argument wrong argument';
const apiEndpoint = { protocol: 'REST', types: ['REGIONAL'], defaultAddressDisabled: false };
const route = {
  method: 'POST',
  path: '/orders',
  authorization: 'AWS_IAM',
  apiKeyRequired: true,
  integration: 'arn:fn',
};
const apiRoutes = { paths: ['/', '/orders', '/any'], routes: [route, { ...route, method: 'ANY', path: '/any' }] };
const pool = 'arn:aws:cognito-idp:eu-west-1:1:userpool/eu-west-1_AbC';
const fn = 'arn:aws:lambda:eu-west-1:1:function:auth';
const invoke = `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${fn}/invocations`;
const apiAuthorizers = {
  authorizers: [
    { id: 'q1', name: 'users', type: 'COGNITO_USER_POOLS', providers: [pool] },
    { id: 'q2', name: 'tokens', type: 'REQUEST', providers: [invoke] },
    { id: 'q3', name: 'jwt', type: 'JWT', providers: ['https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_XyZ'] },
  ],
};
const acl = 'arn:aws:wafv2:eu-west-1:1:regional/webacl/shop/0a1b2c3d-1111-4222-8333-444455556666';
const origins = {
  origins: [
    { id: 'site', domain: 'shop-site.s3.eu-west-1.amazonaws.com', path: '', access: 'origin access control' as const },
    { id: 'api', domain: 'api.example.com', path: '', access: 'none' as const, protocolPolicy: 'https-only' },
  ],
};
const dnsRecords = {
  zone: 'example.com',
  records: [
    { name: 'www.example.com', type: 'A', values: [], aliasTarget: 'dualstack.lb-1.eu-west-1.elb.amazonaws.com' },
    { name: 'example.com', type: 'TXT', values: ['"v=spf1"'], ttlInSeconds: 300 },
  ],
};
const certificate = {
  status: 'ISSUED',
  domains: ['example.com', '*.example.com'],
  notAfter: '2030-01-01T00:00:00.000Z',
  secondsLeft: 45 * 86_400,
  renewal: 'ELIGIBLE' as const,
  usedBy: ['arn:cdn'],
};
const webAclRules = {
  scope: 'REGIONAL' as const,
  rules: [
    { name: 'common', priority: 1, action: 'none', managedGroup: 'AWSManagedRulesCommonRuleSet' },
    { name: 'rate', priority: 2, action: 'block', rateLimit: 500 },
  ],
};
const healthProbe = { type: 'HTTPS', host: 'example.com', port: 443, path: '/health', failureThreshold: 3 };
const cdnLogs = { accessLogging: { enabled: true, destination: 'logs.s3.amazonaws.com' } };
const zone = { name: 'example.com', private: true, vpcIds: ['vpc-1'], nameServers: [] };

const rows: [string, MatcherDefinition, Case[]][] = [
  [
    'toHaveEndpointType',
    toHaveEndpointType,
    [
      ['this', { apiEndpoint }, ['REGIONAL'], 'pass fail'],
      ['another', { apiEndpoint }, ['EDGE'], 'fail pass', /REGIONAL/],
      ['an unknown one', { apiEndpoint }, ['regional'], refused, /'EDGE', 'REGIONAL', 'PRIVATE'/],
    ],
  ],
  [
    'toSpeak',
    toSpeak,
    [
      ['this', { apiEndpoint }, ['REST'], 'pass fail'],
      ['another', { apiEndpoint }, ['HTTP'], 'fail pass'],
    ],
  ],
  [
    'toHaveStage',
    toHaveStage,
    [
      ['this', { apiStages: { stages: ['prod'] } }, ['prod'], 'pass fail'],
      ['none', { apiStages: { stages: [] } }, ['prod'], 'fail pass', /no stage/],
    ],
  ],
  [
    'toHaveThrottling',
    toHaveThrottling,
    [
      ['any', { throttling: { rate: 100 } }, [], 'pass fail'],
      ['none', { throttling: {} }, [], 'fail pass', /the account's limits/],
      ['both', { throttling: { rate: 100, burst: 50 } }, [{ rate: 100, burst: { atMost: 60 } }], 'pass fail'],
      ['no burst', { throttling: { rate: 100 } }, [{ burst: 50 }], 'fail pass', /50 at once.*100 requests a second/],
      ['less than nothing', { throttling: {} }, [{ rate: -1 }], refused],
    ],
  ],
  [
    'toHaveResource',
    toHaveResource,
    [
      ['this', { apiRoutes }, ['/orders'], 'pass fail'],
      ['another', { apiRoutes }, ['/users'], 'fail pass', /\/orders/],
    ],
  ],
  [
    'toHaveMethod',
    toHaveMethod,
    [
      ['this', { apiRoutes }, ['post', '/orders'], 'pass fail'],
      ['any method', { apiRoutes }, ['DELETE', '/any'], 'pass fail'],
      ['another path', { apiRoutes }, ['POST', '/users'], 'fail pass', /POST \/orders/],
      [
        'the authorization',
        { apiRoutes },
        ['POST', '/orders', { authorization: 'aws_iam', apiKey: true }],
        'pass fail',
      ],
      ['another one', { apiRoutes }, ['POST', '/orders', { authorization: 'NONE' }], 'fail pass', /NONE.*AWS_IAM/],
      [
        'nothing behind it',
        { apiRoutes: { paths: ['/orders'], routes: [{ ...route, integration: undefined }] } },
        ['POST', '/orders'],
        'fail fail',
        /nothing is behind the method/,
      ],
      ['no method', { apiRoutes }, ['/orders', 'POST'], refused, /one of GET/],
    ],
  ],
  [
    'toHaveAuthorizer',
    toHaveAuthorizer,
    [
      ['any', { apiAuthorizers }, [], 'pass fail'],
      ['none', { apiAuthorizers: { authorizers: [] } }, [], 'fail pass', /no authorizer/],
      ['by name and type', { apiAuthorizers }, [{ name: 'users', type: 'cognito_user_pools' }], 'pass fail'],
      ['of another type', { apiAuthorizers }, [{ name: 'users', type: 'JWT' }], 'fail pass'],
      ['the pool', { apiAuthorizers }, [{ provider: 'eu-west-1_AbC' }], 'pass fail'],
      ['the issuer', { apiAuthorizers }, [{ provider: 'eu-west-1_XyZ' }], 'pass fail'],
      ['the function', { apiAuthorizers }, [{ provider: fn }], 'pass fail'],
      ['another function', { apiAuthorizers }, [{ provider: `${fn}2` }], 'fail pass'],
    ],
  ],
  [
    'toHaveAuthorizationType',
    toHaveAuthorizationType,
    [
      ['this', { clientAuthentication: { required: true, methods: ['API_KEY'] } }, ['api_key'], 'pass fail'],
      ['another', { clientAuthentication: { required: true, methods: ['API_KEY'] } }, ['AWS_IAM'], 'fail pass'],
    ],
  ],
  [
    'toHaveAccessLogging',
    toHaveAccessLogging,
    [
      ['any', cdnLogs, [], 'pass fail'],
      ['none', { accessLogging: { enabled: false } }, [], 'fail pass', /"off"/],
      ['a bucket by its host name', cdnLogs, ['logs'], 'pass fail'],
      ['another bucket', cdnLogs, ['other'], 'fail pass', /on, to other.*logs\.s3/],
    ],
  ],
  [
    'toHaveWebAcl',
    toHaveWebAcl,
    [
      ['any', { attachedWebAcl: { arn: acl } }, [], 'pass fail'],
      ['none', { attachedWebAcl: {} }, [], 'fail pass', /no web ACL/],
      ['by its ARN', { attachedWebAcl: { arn: acl } }, [acl], 'pass fail'],
      ['by its name', { attachedWebAcl: { arn: acl } }, ['shop'], 'pass fail'],
      ['another', { attachedWebAcl: { arn: acl } }, ['cdn'], 'fail pass'],
    ],
  ],
  [
    'toHaveOrigin',
    toHaveOrigin,
    [
      ['a bucket', { origins }, ['shop-site'], 'pass fail'],
      ['a bucket by its ARN', { origins }, ['arn:aws:s3:::shop-site'], 'pass fail'],
      ['a part of its name', { origins }, ['shop'], 'fail pass', /shop-site\.s3/],
      ['a host', { origins }, ['https://api.example.com/'], 'pass fail'],
      ['the beginning of a host of their own', { origins }, ['api'], 'pass fail'],
      ['a RegExp', { origins }, [/example\.com$/], 'pass fail'],
      ['with access', { origins }, ['shop-site', { access: 'origin access control' }], 'pass fail'],
      ['with other access', { origins }, ['shop-site', { access: 'none' }], 'fail pass', /none.*origin access control/],
      ['with a protocol', { origins }, ['api.example.com', { protocolPolicy: 'https-only' }], 'pass fail'],
    ],
  ],
  [
    'toRedirectToHttps',
    toRedirectToHttps,
    [
      ['all', { plainHttp: { behaviours: [{ path: '*', answer: 'redirects' }] } }, [], 'pass fail'],
      [
        'one serves',
        {
          plainHttp: {
            behaviours: [
              { path: '*', answer: 'redirects' },
              { path: '/a', answer: 'serves' },
            ],
          },
        },
        [],
        'fail pass',
        /Plain HTTP is served on \/a/,
      ],
      ['refusing is no redirect', { plainHttp: { behaviours: [{ path: '*', answer: 'refuses' }] } }, [], 'fail pass'],
    ],
  ],
  [
    'toHaveMinimumTlsVersion',
    toHaveMinimumTlsVersion,
    [
      ['this', { minimumTls: { version: '1.2', policy: 'TLSv1.2_2021' } }, ['1.2'], 'pass fail'],
      ['a later one', { minimumTls: { version: '1.3', policy: 'TLSv1.3_2025' } }, ['TLSv1.2'], 'pass fail'],
      [
        'an earlier one',
        { minimumTls: { version: '1.0', policy: 'TLSv1' } },
        [1.2],
        'fail pass',
        /TLS 1\.0 or later \(TLSv1\)/,
      ],
      ['no TLS', { minimumTls: { version: 'SSLv3', policy: 'SSLv3' } }, ['1.2'], 'fail fail', /no policy of TLS/],
      ['a wrong one', { minimumTls: { version: '1.2', policy: 'x' } }, ['2.0'], refused],
    ],
  ],
  [
    'toServeDomain',
    toServeDomain,
    [
      [
        'this',
        { alternateNames: { names: ['www.example.com'], certificateArn: 'c' } },
        ['www.example.com'],
        'pass fail',
      ],
      [
        'a wildcard',
        { alternateNames: { names: ['*.example.com'], certificateArn: 'c' } },
        ['www.example.com'],
        'pass fail',
      ],
      ['none', { alternateNames: { names: [] } }, ['www.example.com'], 'fail pass', /no name of its own/],
      [
        'without certificate',
        { alternateNames: { names: ['www.example.com'] } },
        ['www.example.com'],
        'fail fail',
        /no certificate/,
      ],
    ],
  ],
  [
    'toBeValidFor',
    toBeValidFor,
    [
      ['long enough', { certificate }, [30], 'pass fail'],
      ['a duration', { certificate }, ['45d'], 'pass fail'],
      ['too short', { certificate }, [60], 'fail pass', /60 days from now.*45 days from now/],
      [
        'expired',
        { certificate: { ...certificate, status: 'EXPIRED', secondsLeft: -86_400 } },
        [1],
        'fail fail',
        /1 days ago.*EXPIRED/,
      ],
      [
        'waiting',
        { certificate: { ...certificate, status: 'PENDING_VALIDATION', secondsLeft: undefined } },
        [1],
        'fail fail',
        /PENDING/,
      ],
    ],
  ],
  [
    'toCoverDomain',
    toCoverDomain,
    [
      ['the domain', { certificate }, ['Example.com'], 'pass fail'],
      ['a wildcard', { certificate }, [['www.example.com', 'example.com']], 'pass fail'],
      ['two labels', { certificate }, ['a.b.example.com'], 'fail pass', /\*\.example\.com/],
    ],
  ],
  [
    'toRenewAutomatically',
    toRenewAutomatically,
    [
      ['eligible', { certificate }, [], 'pass fail'],
      [
        'not',
        { certificate: { ...certificate, renewal: 'INELIGIBLE', usedBy: [] } },
        [],
        'fail pass',
        /used by nothing/,
      ],
    ],
  ],
  [
    'toBePrivateZone',
    toBePrivateZone,
    [
      ['private', { dnsZone: zone }, [], 'pass fail'],
      ['public', { dnsZone: { ...zone, private: false } }, [], 'fail pass', /"public"/],
      ['of this VPC', { dnsZone: zone }, [{ vpc: 'vpc-1' }], 'pass fail'],
      ['of another VPC', { dnsZone: zone }, [{ vpc: 'vpc-2' }], 'fail pass', /seen from vpc-1/],
    ],
  ],
  [
    'toHaveRecord',
    toHaveRecord,
    [
      ['a name inside', { dnsRecords }, ['www'], 'pass fail'],
      ['the whole name', { dnsRecords }, ['www.example.com.'], 'pass fail'],
      ['the zone itself', { dnsRecords }, ['@', { type: 'txt', value: 'v=spf1', ttl: '5m' }], 'pass fail'],
      ['an alias', { dnsRecords }, ['www', { value: 'lb-1.eu-west-1.elb.amazonaws.com' }], 'pass fail'],
      ['a RegExp', { dnsRecords }, ['www', { value: /elb/ }], 'pass fail'],
      ['another type', { dnsRecords }, ['www', { type: 'CNAME' }], 'fail pass', /www\.example\.com A alias of/],
      ['another time', { dnsRecords }, ['@', { ttl: 60 }], 'fail pass', /1 minute.*5 minutes/],
      ['none', { dnsRecords }, ['api'], 'fail pass', /no record of this name/],
      ['nothing', { dnsRecords }, [], refused],
    ],
  ],
  [
    'toBeHealthy',
    toBeHealthy,
    [
      ['well', { reportedHealth: { healthy: true, detail: '3 of 3' } }, [], 'pass fail'],
      ['ill', { reportedHealth: { healthy: false, detail: '0 of 3' } }, [], 'fail pass', /0 of 3/],
    ],
  ],
  [
    'toProbe',
    toProbe,
    [
      ['this', { healthProbe }, [{ type: 'HTTPS', host: /^example/, path: '/health' }], 'pass fail'],
      ['another path', { healthProbe }, [{ path: '/' }], 'fail pass', /path \/health/],
      ['a wrong option', { healthProbe }, [{ url: '/' }], refused, /'url' is no option/],
    ],
  ],
  [
    'toHaveDefaultAction',
    toHaveDefaultAction,
    [
      ['this', { defaultAction: { action: 'allow' } }, ['Allow'], 'pass fail'],
      ['another', { defaultAction: { action: 'allow' } }, ['block'], 'fail pass'],
    ],
  ],
  [
    'toHaveRule',
    toHaveRule,
    [
      ['by its name', { webAclRules }, ['rate'], 'pass fail'],
      ['by its group', { webAclRules }, ['AWSManagedRulesCommonRuleSet'], 'pass fail'],
      [
        'a group that only counts',
        { webAclRules },
        [{ managedGroup: 'AWSManagedRulesCommonRuleSet', action: 'count' }],
        'fail pass',
        /action none/,
      ],
      ['a rate', { webAclRules }, [{ action: 'block', rateLimit: { atMost: 500 } }], 'pass fail'],
      ['another', { webAclRules }, ['sql'], 'fail pass', /common \(AWSManaged/],
      ['nothing', { webAclRules }, [{}], refused, /says nothing of the rule/],
    ],
  ],
  [
    'toProtect',
    toProtect,
    [
      ['this', { protectedResources: { arns: [pool] } }, ['eu-west-1_AbC'], 'pass fail'],
      ['nothing', { protectedResources: { arns: [] } }, ['eu-west-1_AbC'], 'fail pass', /before nothing/],
    ],
  ],
];

describe.each(rows)('%s', (_name, definition, cases) => table(definition, cases));

test('a record that leads to the resource behind a handle', async () => {
  const source = new FakeSource({
    subject: { dnsRecords },
    balancer: { serviceEndpoint: { address: 'LB-1.eu-west-1.elb.amazonaws.com' } },
    other: { serviceEndpoint: { address: 'lb-2.eu-west-1.elb.amazonaws.com' } },
    without: { serviceEndpoint: {} },
  });
  const asked = (id: string) => verdict(toHaveRecord, source.one('subject'), ['www', { value: source.one(id) }]);
  expect(await asked('balancer')).toMatchObject({ outcome: 'pass' });
  expect(await asked('other')).toMatchObject({ outcome: 'fail' });
  expect(await asked('without')).toMatchObject({ outcome: 'fail', reason: expect.stringContaining('has no address') });
});
