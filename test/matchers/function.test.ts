import { toBeTriggeredBy } from '../../matchers/function/toBeTriggeredBy';
import { toHaveAsyncInvocation } from '../../matchers/function/toHaveAsyncInvocation';
import { toHaveEnvironmentVariables } from '../../matchers/function/toHaveEnvironmentVariables';
import { toHaveHandler } from '../../matchers/function/toHaveHandler';
import { toHaveMemory } from '../../matchers/function/toHaveMemory';
import { toHaveRuntime } from '../../matchers/function/toHaveRuntime';
import { toHaveTimeout } from '../../matchers/function/toHaveTimeout';
import { toHaveTracing } from '../../matchers/tracing/toHaveTracing';
import type { LambdaFunction, Trigger } from '../../src/facets';
import { FakeSource, said, table, verdict } from './fake-source';

const fn = (more: Partial<LambdaFunction> = {}): { function: LambdaFunction } => ({
  function: {
    packageType: 'Zip',
    runtime: 'python3.11',
    handler: 'index.handler',
    timeoutInSeconds: 300,
    memoryInMegabytes: 512,
    architectures: ['arm64'],
    ...more,
  },
});
const image = fn({ packageType: 'Image', runtime: undefined, handler: undefined });
const refused = 'wrong argument wrong argument';

describe('toHaveRuntime', () => {
  table(toHaveRuntime, [
    ['the runtime', fn(), ['python3.11'], 'pass fail'],
    ['the family', fn(), ['python'], 'pass fail', /a runtime of the family python/],
    ['a number that only begins so', fn(), ['python3.1'], 'fail pass', /"python3\.1","received":"python3\.11"/],
    ['the family and its number', fn({ runtime: 'nodejs22.x' }), ['nodejs22'], 'pass fail'],
    ['part of a family', fn({ runtime: 'dotnetcore3.1' }), ['dotnet'], 'fail pass'],
    ['a RegExp', fn(), [/^python3\.1[0-9]$/], 'pass fail'],
    ['an image', image, ['python'], 'not applicable not applicable', /container image/],
    ['no runtime', fn({ runtime: undefined }), ['python'], 'fail fail', /names no runtime/],
    ['a name no runtime can have', fn(), ['Python 3.11'], refused, /takes a runtime/],
  ]);
});

describe('toHaveAsyncInvocation', () => {
  const queue = 'arn:aws:sqs:eu-west-1:1:done';
  const invocation = (...targets: string[]) => ({
    asyncInvocation: {
      maximumRetryAttempts: 2,
      maximumEventAgeInSeconds: 21_600,
      destinations: targets.map((target) => ({ on: 'success' as const, target })),
    },
  });
  table(toHaveAsyncInvocation, [
    ['all of it', invocation(), [{ retryAttempts: 2, eventAge: '6h', destinations: [] }], 'pass fail'],
    [
      'other retries',
      invocation(),
      [{ retryAttempts: 0 }],
      'fail pass',
      /"expected":"0 retries","received":"2 retries"/,
    ],
    ['an older event', invocation(), [{ eventAge: { atMost: '1h' } }], 'fail pass', /at most 1 h/],
    ['the destination', invocation(queue), [{ destinations: queue }], 'pass fail'],
    ['a destination too many', invocation(queue), [{ destinations: [] }], 'fail pass', /success to arn:aws:sqs/],
    ['a destination too few', invocation(), [{ destinations: [queue] }], 'fail pass', /"received":"no destination"/],
    ['a part of it', invocation(), [{ retryAttempts: 2, eventAge: '1h' }], 'fail fail', /only a part is as given/],
    ['no object', invocation(), [2], refused],
  ]);
});

describe('the rest of the configuration', () => {
  table(toHaveHandler, [
    ['the handler', fn(), ['index.handler'], 'pass fail'],
    ['no handler', fn({ handler: undefined }), ['index.handler'], 'fail fail', /names no handler/],
    ['another', fn(), ['app.handler'], 'fail pass', /index\.handler/],
    ['an image', image, ['index.handler'], 'not applicable not applicable'],
  ]);
  table(toHaveTimeout, [
    ['seconds', fn(), [300], 'pass fail'],
    ['a duration', fn(), ['5m'], 'pass fail'],
    ['another', fn(), [30], 'fail pass', /30 seconds.*5 minutes/],
    ['limits', fn(), [{ atLeast: '1m', atMost: 600 }], 'pass fail'],
    ['below a limit', fn(), [{ atLeast: 301 }], 'fail pass', /at least 301 seconds/],
    ['a word', fn(), ['five'], refused, /takes a number of seconds/],
    ['less than nothing', fn(), [-1], refused],
  ]);
  table(toHaveMemory, [
    ['megabytes', fn(), [512], 'pass fail'],
    ['more', fn(), [1024], 'fail pass', /1024 MB.*512 MB/],
    ['limits', fn(), [{ atLeast: 256 }], 'pass fail'],
    ['a text', fn(), ['512'], refused, /whole number/],
    ['a wrong limit', fn(), [{ min: 512 }], refused, /'min' is no option; the options are atLeast, atMost/],
  ]);
  table(toHaveTracing, [
    ['active', { tracing: { enabled: true, mode: 'Active' } }, [], 'pass fail'],
    ['handed on', { tracing: { enabled: false, mode: 'PassThrough' } }, [], 'fail pass', /tracing off \(PassThrough\)/],
  ]);
});

describe('toHaveEnvironmentVariables', () => {
  const variables = { STAGE: 'prod', TABLE: 'orders', DB_PASSWORD: 'hunter2' };
  const env = { environment: { variables } };
  table(toHaveEnvironmentVariables, [
    ['values', env, [{ STAGE: 'prod', TABLE: /^ord/ }], 'pass fail'],
    ['names', env, [['STAGE', 'TABLE']], 'pass fail'],
    ['another value', env, [{ STAGE: 'dev' }], 'fail pass', /STAGE":"\(masked, another value\)/],
    ['not set', env, [['REGION']], 'fail pass', /REGION":"not set".*DB_PASSWORD, STAGE, TABLE/],
    ['some of them', env, [{ STAGE: 'prod', TABLE: 'x' }], 'fail fail', /STAGE yes, TABLE no/],
    ['inherited names', env, [['constructor']], 'fail pass'],
    ['an asymmetric matcher', env, [{ STAGE: expect.any(String) }], 'pass fail'],
    ['a number', env, [{ STAGE: 1 }], refused, /the value of STAGE must be/],
    ['nothing', env, [{}], refused, /names no variable/],
    ['no name', env, [[]], refused],
    ['a list with something else', env, [['STAGE', 5]], refused],
    ['one name', env, ['STAGE'], refused, /\['STAGE'\]/],
  ]);

  test('values never show', async () => {
    const handle = new FakeSource({ subject: env }).one('subject');
    for (const negated of [false, true]) {
      const text = said(await verdict(toHaveEnvironmentVariables, handle, [{ DB_PASSWORD: 'letmein' }], negated));
      expect(text).toContain('(masked');
      expect(text).not.toMatch(/hunter2|letmein/);
    }
  });

  test('a handle stands for its ARN, id or name', async () => {
    const source = new FakeSource({
      subject: env,
      orders: { identity: { id: 'orders', arn: 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders' } },
      users: { identity: { id: 'users' } },
    });
    const ask = (id: string) => verdict(toHaveEnvironmentVariables, source.one('subject'), [{ TABLE: source.one(id) }]);
    expect((await ask('orders')).outcome).toBe('pass');
    expect((await ask('users')).outcome).toBe('fail');
    expect((await ask('gone')).outcome).toBe('not found');
  });
});

describe('toBeTriggeredBy', () => {
  const arn = 'arn:aws:kinesis:eu-west-1:111122223333:stream/events';
  const table1 = 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders';
  const trigger = (source: string, more: Partial<Trigger> = {}): Trigger => ({
    source,
    via: 'event source mapping',
    enabled: true,
    state: 'Enabled',
    ...more,
  });
  const by = (...triggers: Trigger[]) => ({ triggers: { triggers } });
  const permission = (source: string) => trigger(source, { via: 'permission', state: 'Allow' });
  table(toBeTriggeredBy, [
    ['a stream', by(trigger(arn)), [arn], 'pass fail'],
    ['a stream by its name', by(trigger(arn)), ['events'], 'pass fail'],
    ['another stream', by(trigger(`${arn}2`)), [arn], 'fail pass', /events2 \(event source mapping, enabled\)/],
    [
      'a disabled mapping',
      by(trigger(arn, { enabled: false, state: 'Disabled' })),
      [arn],
      'fail fail',
      /its state is Disabled/,
    ],
    ['a disabled and an enabled one', by(trigger(arn, { enabled: false }), trigger(arn)), [arn], 'pass fail'],
    ['nothing', by(), [arn], 'fail pass', /invoked by nothing/],
    ['a table by its stream', by(trigger(`${table1}/stream/2024-01-01T00:00:00.000`)), [table1], 'pass fail'],
    ['a table of a longer name', by(trigger(`${table1}2/stream/2024`)), [table1], 'fail pass'],
    ['a bucket', by(permission('arn:aws:s3:::b')), ['arn:aws:s3:::b'], 'pass fail'],
    ['any bucket', by(permission('s3.amazonaws.com')), ['arn:aws:s3:::b'], 'pass fail'],
    ['any rule', by(permission('arn:aws:events:*:*:rule/*')), ['arn:aws:events:eu-west-1:1:rule/r'], 'pass fail'],
    ['a method of an API', by(permission('arn:aws:execute-api:eu-west-1:1:abc123/*/GET/x')), ['abc123'], 'pass fail'],
    ['no source', by(), [], refused, /takes a handle/],
  ]);
});
