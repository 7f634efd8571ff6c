import { toHaveConfig } from '../../matchers/config/toHaveConfig';
import { toAllowExecuteCommand } from '../../matchers/container/toAllowExecuteCommand';
import { toHaveCapacityProvider } from '../../matchers/container/toHaveCapacityProvider';
import { toHaveContainer } from '../../matchers/container/toHaveContainer';
import { toHaveContainerInsights } from '../../matchers/container/toHaveContainerInsights';
import { toHaveDesiredCount } from '../../matchers/container/toHaveDesiredCount';
import { toHaveExecutionRole } from '../../matchers/container/toHaveExecutionRole';
import { toHaveNetworkMode } from '../../matchers/container/toHaveNetworkMode';
import { toHavePrivilegedContainer } from '../../matchers/container/toHavePrivilegedContainer';
import { toHaveReachedSteadyState } from '../../matchers/container/toHaveReachedSteadyState';
import { toHaveReadonlyRootFilesystem } from '../../matchers/container/toHaveReadonlyRootFilesystem';
import { toHaveRunningTasks } from '../../matchers/container/toHaveRunningTasks';
import { toHaveTaskRole } from '../../matchers/container/toHaveTaskRole';
import { toHaveTaskSize } from '../../matchers/container/toHaveTaskSize';
import { toRollBackFailedDeployments } from '../../matchers/container/toRollBackFailedDeployments';
import { toUseFargate } from '../../matchers/container/toUseFargate';
import { toUseSpot } from '../../matchers/container/toUseSpot';
import { toExpireImages } from '../../matchers/image/toExpireImages';
import { toHaveImmutableTags } from '../../matchers/image/toHaveImmutableTags';
import { toScanOnPush } from '../../matchers/image/toScanOnPush';
import { isPlainSecret } from '../../matchers/secret/plain-secret';
import { toHaveNoPlainSecrets } from '../../matchers/secret/toHaveNoPlainSecrets';
import { toHaveResolvableSecrets } from '../../matchers/secret/toHaveResolvableSecrets';
import { FakeSource, said, table, verdict } from './fake-source';

const refused = 'wrong argument wrong argument';
const unasked = 'not applicable not applicable';

describe('cluster', () => {
  const cluster = (mode: string) => ({ containerInsights: { mode } });
  table(toHaveContainerInsights, [
    ['on', cluster('enabled'), [], 'pass fail'],
    ['enhanced is on', cluster('enhanced'), [], 'pass fail'],
    ['enhanced is wanted', cluster('enabled'), ['enhanced'], 'fail pass', /enabled/],
    ['off', cluster('disabled'), [], 'fail pass'],
    ['a wrong word', cluster('enabled'), ['on'], refused, /enhanced/],
  ]);
  const providers = { capacityProviders: { names: ['FARGATE', 'FARGATE_SPOT'], byDefault: ['FARGATE'] } };
  table(toHaveCapacityProvider, [
    ['there', providers, ['FARGATE_SPOT'], 'pass fail'],
    ['by default', providers, ['FARGATE_SPOT', { byDefault: true }], 'fail pass', /FARGATE, by default/],
    ['missing', providers, ['ours'], 'fail pass'],
  ]);
});

describe('tasks', () => {
  const service = (desired: number | undefined, running: number, pending = 0, ...unsettled: string[]) => ({
    serviceTasks: { desired, running, pending, unsettled },
  });
  table(toHaveDesiredCount, [
    ['the count', service(2, 0), [2], 'pass fail', /0 running/],
    ['fewer', service(1, 1), [{ atLeast: 2 }], 'fail pass'],
    ['a daemon', service(undefined, 3), [3], unasked, /DAEMON/],
  ]);
  table(toHaveRunningTasks, [
    ['as many as desired', service(2, 2), [], 'pass fail'],
    ['short', service(2, 1, 1, 'deployment 1 IN_PROGRESS'), [], 'fail pass', /IN_PROGRESS/],
    ['desired none is not running', service(0, 0), [], 'fail pass', /at least 1/],
    ['a number', service(5, 2), [2], 'pass fail'],
  ]);
  table(toHaveReachedSteadyState, [
    ['steady', service(2, 2), [], 'pass fail'],
    ['rolling out', service(2, 2, 0, 'deployment 1 ACTIVE'), [], 'fail pass', /deployment 1 ACTIVE/],
    ['short', service(2, 1), [], 'fail pass', /1 of 2 tasks/],
    ['a daemon', service(undefined, 3), [], 'pass fail'],
  ]);
});

describe('placement', () => {
  const types = (...all: string[]) => ({ launchType: { types: all } });
  table(toUseFargate, [
    ['Fargate', types('FARGATE'), [], 'pass fail'],
    ['spot capacity of Fargate', types('FARGATE_SPOT'), [], 'pass fail'],
    ['EC2', types('EC2'), [], 'fail pass'],
    ['either', types('EC2', 'FARGATE'), [], 'fail fail', /one of several/],
  ]);
  table(toUseSpot, [
    ['a node group', types('SPOT'), [], 'pass fail'],
    ['on demand', types('ON_DEMAND'), [], 'fail pass'],
  ]);
  const rollout = (circuitBreaker: boolean, rollback: boolean) => ({ rollingDeployment: { circuitBreaker, rollback } });
  table(toRollBackFailedDeployments, [
    ['yes', rollout(true, true), [], 'pass fail'],
    ['stopped only', rollout(true, false), [], 'fail pass', /without rollback/],
    ['neither', rollout(false, false), [], 'fail pass', /no circuit breaker/],
  ]);
  table(toAllowExecuteCommand, [['no', { executeCommand: { enabled: false } }, [], 'fail pass']]);
});

describe('task definition', () => {
  const task = { taskSize: { cpu: 256, memoryInMebibytes: 512, networkMode: 'awsvpc' } };
  table(toHaveTaskSize, [
    ['both', task, [{ cpu: 256, memory: 512 }], 'pass fail', /cpu 256, memory 512/],
    ['one', task, [{ memory: { atLeast: 1024 } }], 'fail pass', /memory 512/],
    ['no size', { taskSize: { networkMode: 'bridge' } }, [{ cpu: 256 }], unasked, /its containers have/],
  ]);
  table(toHaveNetworkMode, [
    ['the mode', task, ['awsvpc'], 'pass fail'],
    ['another', task, ['host'], 'fail pass', /awsvpc/],
  ]);
  const container = {
    name: 'app',
    image: 'nginx:1.27',
    essential: true,
    ports: [8080],
    log: { driver: 'awslogs', group: '/ecs/app' },
    readonlyRootFilesystem: true,
    privileged: false,
    healthCheck: false,
  };
  const containers = { containers: { containers: [container] } };
  const sidecar = { ...container, name: 'sidecar', readonlyRootFilesystem: false, privileged: true };
  const two = { containers: { containers: [container, sidecar] } };
  table(toHaveContainer, [
    ['by name', containers, ['app'], 'pass fail'],
    [
      'as given',
      containers,
      ['app', { image: /^nginx:/, port: 8080, logDriver: 'awslogs', logGroup: '/ecs/app' }],
      'pass fail',
    ],
    ['partly as given', containers, ['app', { port: 80, essential: true }], 'fail fail', /port not/],
    ['another port', containers, ['app', { port: 80 }], 'fail pass'],
    ['another name', containers, ['web'], 'fail pass', /containers: app/],
  ]);
  table(toHaveReadonlyRootFilesystem, [
    ['all', containers, [], 'pass fail'],
    ['some', two, [], 'fail fail', /sidecar/],
  ]);
  table(toHavePrivilegedContainer, [
    ['none', containers, [], 'fail pass'],
    ['one', two, [], 'pass fail', /sidecar/],
  ]);
  const roles = { taskRoles: { taskRoleArn: 'arn:aws:iam::1:role/app' } };
  const others = { app: { identity: { id: 'app', arn: 'arn:aws:iam::1:role/app' } } };
  table(
    toHaveTaskRole,
    [
      ['any', roles, [], 'pass fail'],
      ['by name', roles, ['app'], 'pass fail'],
      ['another', roles, ['other'], 'fail pass', /role\/app/],
    ],
    others,
  );
  table(toHaveExecutionRole, [['none', roles, [], 'fail pass', /no role/]]);
});

describe('toHaveNoPlainSecrets', () => {
  const task = (variables: Record<string, string>) => ({ plainEnvironment: { parts: [{ of: 'app', variables }] } });
  table(toHaveNoPlainSecrets, [
    ['nothing set', task({}), [], 'pass fail'],
    [
      'plain settings',
      task({ STAGE: 'prod', DB_SECRET_ARN: 'arn:aws:secretsmanager:eu-west-1:1:secret:x' }),
      [],
      'pass fail',
    ],
    ['a password', task({ STAGE: 'prod', DB_PASSWORD: 'hunter2-value' }), [], 'fail pass', /app: DB_PASSWORD/],
    ['one that is known to be none', task({ CSRF_TOKEN_MODE: 'strict' }), [{ except: 'CSRF_TOKEN_MODE' }], 'pass fail'],
    ['an address with a password', task({ URL: 'postgres://app:hunter2-value@db/app' }), [], 'fail pass', /app: URL/],
  ]);

  test('never shows a value', async () => {
    const handle = new FakeSource({ subject: task({ DB_PASSWORD: 'hunter2-value' }) }).one('subject');
    expect(said(await verdict(toHaveNoPlainSecrets, handle))).not.toContain('hunter2');
    expect(said(await verdict(toHaveNoPlainSecrets, handle, [], true))).not.toContain('hunter2');
  });

  test.each([
    ['dbPassword', 'x', true],
    ['ApiKey', 'abc', true],
    ['NOTE', 'AKIAIOSFODNN7EXAMPLE', true],
    ['PASSWORD_MIN_LENGTH', '12', false],
    ['TOKEN_TTL', '3600', false],
    ['SECRET_NAME', 'orders/db', false],
    ['DB_PASSWORD', '/prod/db/password', false],
    ['DB_PASSWORD', '', false],
    ['TABLE_NAME', 'orders', false],
  ])('%s=%s', (name, value, expected) => {
    expect(isPlainSecret(name, value)).toBe(expected);
  });
});

describe('toHaveResolvableSecrets', () => {
  const reference = (jsonKey?: string, version?: string) => ({
    of: 'app DB_PASSWORD',
    resource: { type: 'Secret', id: 'db' },
    ...(jsonKey && { jsonKey }),
    ...(version && { version }),
  });
  const task = (...references: ReturnType<typeof reference>[]) => ({ secretReferences: { references } });
  const others = {
    db: {
      existence: { exists: true },
      secretContent: { kind: 'json' as const, keys: ['password', 'username'], emptyKeys: [] },
    },
    gone: { existence: { exists: false } },
  };
  const gone = { ...reference(), resource: { type: 'Parameter', id: 'gone' } };
  table(
    toHaveResolvableSecrets,
    [
      ['the whole secret', task(reference()), [], 'pass fail'],
      ['a key it has', task(reference('password')), [], 'pass fail'],
      [
        'a key it lacks',
        task(reference('passwort')),
        [],
        'fail pass',
        /has no key passwort \(its keys: password, username\)/,
      ],
      ['one that is gone', task(reference(), gone), [], 'fail pass', /gone does not exist/],
      ['a key of an older version', task(reference('password', 'AWSPREVIOUS')), [], unasked, /AWSPREVIOUS/],
      ['nothing named', task(), [], unasked],
    ],
    others,
  );
});

describe('images', () => {
  table(toScanOnPush, [
    ['on', { imageScanning: { onPush: true } }, [], 'pass fail'],
    ['off', { imageScanning: { onPush: false } }, [], 'fail pass'],
  ]);
  const tags = (mode: string, ...exclusions: string[]) => ({ tagMutability: { mode, exclusions } });
  table(toHaveImmutableTags, [
    ['all', tags('IMMUTABLE'), [], 'pass fail'],
    ['none', tags('MUTABLE'), [], 'fail pass'],
    ['all but some', tags('IMMUTABLE_WITH_EXCLUSION', 'latest'), [], 'fail fail', /latest/],
  ]);
  const rules = [{ description: 'keep 10', tagStatus: 'any', countType: 'imageCountMoreThan', count: 10 }];
  table(toExpireImages, [
    ['any rule', { imageExpiry: { rules } }, [], 'pass fail'],
    ['as given', { imageExpiry: { rules } }, [{ countType: 'imageCountMoreThan', count: { atMost: 50 } }], 'pass fail'],
    ['another', { imageExpiry: { rules } }, [{ tagStatus: 'untagged' }], 'fail pass', /any imageCountMoreThan 10/],
    ['no rule', { imageExpiry: { rules: [] } }, [], 'fail pass', /no rule/],
  ]);
});

test('the described state of a task definition does not give its variables away', async () => {
  const config = { containerDefinitions: [{ name: 'app', environment: [{ name: 'URL', value: 'hunter2-value' }] }] };
  const handle = new FakeSource({ subject: { config } }).one('subject');
  const wanted = { 'containerDefinitions[0].environment[0].value': 'other' };
  expect(said(await verdict(toHaveConfig, handle, [wanted]))).not.toContain('hunter2');
});
