import { toHaveMethod } from '../../matchers/api/toHaveMethod';
import { toHaveOnlyMethods } from '../../matchers/api/toHaveOnlyMethods';
import { toHaveOnlyStages } from '../../matchers/api/toHaveOnlyStages';
import { toPublishMetrics } from '../../matchers/api/toPublishMetrics';
import { toHaveDeploymentBounds } from '../../matchers/container/toHaveDeploymentBounds';
import { toHaveOnlySecurityGroups } from '../../matchers/network/toHaveOnlySecurityGroups';
import { toHaveOnlySecrets } from '../../matchers/secret/toHaveOnlySecrets';
import { toHaveOnlyNetworkAclRules } from '../../matchers/subnet/toHaveOnlyNetworkAclRules';
import type { AclRule, ApiRoute } from '../../src/facets';
import { table } from './fake-source';

const refused = 'wrong argument wrong argument';

describe('methods of an API', () => {
  const role = 'arn:aws:iam::123456789012:role/orders-api';
  const post: ApiRoute = {
    method: 'POST',
    path: '/orders',
    authorization: 'AWS_IAM',
    apiKeyRequired: false,
    integration: 'arn:aws:apigateway:eu-west-1:kinesis:action/PutRecord',
    role,
  };
  const get: ApiRoute = { ...post, method: 'GET', authorization: 'NONE', integration: 'MOCK', role: undefined };
  const api = (...routes: ApiRoute[]) => ({ apiRoutes: { paths: ['/', '/orders'], routes } });
  table(toHaveOnlyMethods, [
    ['exactly these', api(post, get), [['GET /orders', 'post /orders']], 'pass fail'],
    ['one more', api(post, get), [['POST /orders']], 'fail pass', /"beyond":\["GET \/orders"\]/],
    ['one less', api(post), [['POST /orders', 'GET /orders']], 'fail pass', /"missing":\["GET \/orders"\]/],
    [
      'a route of a WebSocket',
      api({ ...post, method: undefined, path: '$connect' }),
      [['MESSAGE $connect']],
      'pass fail',
    ],
    ['a path alone', api(post), [['/orders']], refused, /'GET \/orders'/],
    ['none', api(post), [[]], refused],
  ]);
  const stages = (...names: string[]) => ({ apiStages: { stages: names } });
  table(toHaveOnlyStages, [
    ['exactly this', stages('prod'), [['prod']], 'pass fail'],
    ['one more', stages('prod', 'test'), [[/^prod/]], 'fail pass', /"beyond":\["test"\]/],
    ['none', stages(), [['prod']], 'fail pass', /"missing":\["prod"\]/],
    ['no name', stages('prod'), [[7]], refused],
  ]);
  const metrics = (enabled: boolean, ...without: string[]) => ({ methodMetrics: { enabled, without } });
  table(toPublishMetrics, [
    ['of all', metrics(true), [], 'pass fail'],
    ['of none', metrics(false), [], 'fail pass', /no metrics/],
    ['but for one', metrics(true, 'events/POST'), [], 'fail fail', /but for events\/POST/],
  ]);
  const puts = /action\/PutRecord$/;
  table(toHaveMethod, [
    ['what answers', api(post), ['POST', '/orders', { integration: puts, role }], 'pass fail', /leads to .* as arn/],
    ['another answers', api(get), ['GET', '/orders', { integration: puts }], 'fail pass', /leads to MOCK/],
    ['another role', api(post), ['POST', '/orders', { role: 'other' }], 'fail pass', /as arn:aws:iam/],
    ['no role', api(get), ['GET', '/orders', { role }], 'fail pass', /as no role/],
    ['a path without its slash', api(get), ['GET', 'orders'], refused, /takes a path/],
  ]);
});

describe('security groups of a resource', () => {
  const placed = (...securityGroupIds: string[]) => ({
    networkPlacement: { vpcId: 'vpc-1', subnetIds: [], securityGroupIds },
  });
  table(toHaveOnlySecurityGroups, [
    ['the group', placed('sg-1'), ['sg-1'], 'pass fail'],
    ['both', placed('sg-1', 'sg-2'), [['sg-2', 'sg-1']], 'pass fail'],
    ['one more', placed('sg-1', 'sg-2'), ['sg-1'], 'fail pass', /"beyond":\["sg-2"\]/],
    ['another', placed('sg-2'), ['sg-1'], 'fail pass', /"missing":\["sg-1"\]/],
    ['none that AWS names', placed(), ['sg-1'], 'fail fail', /names no security group/],
    ['something else', placed('sg-1'), ['vpc-1'], refused, /vpc-1 is none/],
  ]);
});

describe('variables that are filled from secrets', () => {
  const arn = (name: string) => `arn:aws:secretsmanager:eu-west-1:123456789012:secret:${name}`;
  const reference = (variable: string, name: string, jsonKey?: string, version?: string) => ({
    of: `app ${variable}`,
    resource: { type: 'AWS::SecretsManager::Secret', id: arn(name) },
    ...(jsonKey && { jsonKey }),
    ...(version && { version }),
  });
  const task = (...references: ReturnType<typeof reference>[]) => ({ secretReferences: { references } });
  const user = reference('DB_USER', 'db-a1b2c3', 'username');
  const password = reference('DB_PASSWORD', 'db-a1b2c3', 'password');
  const from = arn('db-a1b2c3');
  const both = [{ DB_USER: { from, key: 'username' }, DB_PASSWORD: { from, key: 'password' } }];
  const one = [{ DB_PASSWORD: { from, key: 'password' } }];
  table(toHaveOnlySecrets, [
    ['exactly these', task(user, password), both, 'pass fail'],
    ['one more', task(user, password), one, 'fail pass', /app DB_USER/],
    ['one less', task(password), both, 'fail pass', /DB_USER/],
    ['another secret', task(reference('DB_PASSWORD', 'old-d4e5f6', 'password')), one, 'fail pass', /old-d4e5f6/],
    ['another key', task(reference('DB_PASSWORD', 'db-a1b2c3', 'host')), one, 'fail pass', /key host/],
    ['the whole secret', task(reference('DB_PASSWORD', 'db-a1b2c3')), one, 'fail pass'],
    ['an older version', task(reference('DB_PASSWORD', 'db-a1b2c3', 'password', 'AWSPREVIOUS')), one, 'fail pass'],
    ['none', task(), one, 'fail pass'],
    ['no source', task(password), [{ DB_PASSWORD: 'password' }], refused, /source of DB_PASSWORD/],
    ['nothing expected', task(password), [{}], refused],
  ]);
});

describe('rules of a network ACL', () => {
  const open: AclRule = { number: 100, action: 'allow', direction: 'ingress', protocol: '-1', cidr: '0.0.0.0/0' };
  const web: AclRule = { ...open, number: 90, protocol: '6', fromPort: 443, toPort: 443 };
  const acl = (...rules: AclRule[]) => ({ aclRules: { rules } });
  table(toHaveOnlyNetworkAclRules, [
    ['exactly this', acl(open), [[{ direction: 'ingress', number: 100, protocol: 'all' }]], 'pass fail'],
    ['one more', acl(web, open), [[{ direction: 'ingress', number: 100 }]], 'fail pass', /"beyond":\["rule 90/],
    ['a wider one', acl(open), [[{ direction: 'ingress', port: 443, protocol: 'tcp' }]], 'fail pass', /"missing"/],
    ['its port', acl(web), [[{ direction: 'ingress', port: 443, protocol: 'tcp' }]], 'pass fail'],
    ['a refusal', acl({ ...open, action: 'deny' }), [[{ direction: 'ingress' }]], 'fail pass', /deny all/],
    ['none', acl(), [[]], 'pass fail'],
    ['none but one', acl(open), [[]], 'fail pass', /rule 100/],
    ['no direction', acl(open), [[{ number: 100 }]], refused, /direction is missing/],
  ]);
});

describe('how tasks are replaced', () => {
  const rollout = { circuitBreaker: true, rollback: true, minimumHealthyPercent: 100, maximumPercent: 200 };
  const bounds = (more: object = {}) => ({ rollingDeployment: { ...rollout, ...more } });
  const whole = [{ minimumHealthyPercent: 100, maximumPercent: 200 }];
  table(toHaveDeploymentBounds, [
    ['as given', bounds(), whole, 'pass fail'],
    ['fewer healthy', bounds({ minimumHealthyPercent: 0 }), whole, 'fail pass', /"minimumHealthyPercent":"0"/],
    ['at least', bounds(), [{ minimumHealthyPercent: { atLeast: 50 } }], 'pass fail'],
    ['not told', bounds({ maximumPercent: undefined }), whole, 'undetermined undetermined', /maximumPercent/],
    ['an unknown word', bounds(), [{ minimum: 100 }], refused, /minimumHealthyPercent, maximumPercent/],
  ]);
});
