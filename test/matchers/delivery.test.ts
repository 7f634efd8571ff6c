import { toDeliverTo } from '../../matchers/delivery/toDeliverTo';
import { toFeed } from '../../matchers/delivery/toFeed';
import { toTarget } from '../../matchers/delivery/toTarget';
import { toBeInvocableBy } from '../../matchers/function/toBeInvocableBy';
import type { EventTargets, PolicyStatement, TopicDeliveries } from '../../src/facets';
import { both, FakeSource, said, table, verdict } from './fake-source';
import { statement } from './policy-statement';

const account = '111122223333';
const region = 'eu-west-1';
const queueArn = `arn:aws:sqs:${region}:${account}:orders`;
const functionArn = `arn:aws:lambda:${region}:${account}:function:charge`;
const topicArn = `arn:aws:sns:${region}:${account}:orders`;
const ruleArn = `arn:aws:events:${region}:${account}:rule/placed`;
const keyId = 'key-1';
const refused = 'wrong argument wrong argument';

const grant = (service: string, action: string, source?: string): PolicyStatement =>
  statement({
    principals: { Service: [`${service}.amazonaws.com`] },
    actions: [action],
    conditions: source === undefined ? {} : { ArnEquals: { 'aws:SourceArn': [source] } },
  });
const guarded = (arn: string, ...statements: PolicyStatement[]) => ({
  identity: { id: arn, arn },
  encryption: { kind: 'service-owned' as const, mode: 'SSE' },
  resourcePolicy: { arn, region, account, statements },
});
const encrypted = { kind: 'kms' as const, mode: 'SSE-KMS', key: { type: 'Fake', id: keyId } };
const key = (manager: 'AWS' | 'CUSTOMER', ...statements: PolicyStatement[]) => ({
  key: { arn: 'arn:key', id: keyId, manager, state: 'Enabled', spec: 'SYMMETRIC_DEFAULT', usage: 'ENCRYPT_DECRYPT' },
  resourcePolicy: { arn: 'arn:key', region, account, statements },
});

describe('toDeliverTo', () => {
  const topic = (more: Partial<TopicDeliveries['destinations'][number]> = {}) => ({
    topicDeliveries: {
      from: topicArn,
      service: 'sns',
      destinations: [{ to: queueArn, protocol: 'sqs', confirmed: true, ...more }],
    },
  });
  const open = guarded(queueArn, grant('sns', 'sqs:SendMessage', topicArn));
  table(
    toDeliverTo,
    [
      ['with the permission', topic(), [queueArn], 'pass fail'],
      [
        'nobody',
        { topicDeliveries: { from: topicArn, service: 'sns', destinations: [] } },
        [queueArn],
        'fail pass',
        /no subscription/,
      ],
      ['another', topic({ to: `${queueArn}-2` }), [queueArn], 'fail pass', /orders-2 \(confirmed\)/],
      ['an address', topic({ to: 'ops@example.com', protocol: 'email' }), ['ops@example.com'], 'pass fail'],
      ['one that waits', topic({ confirmed: false }), [queueArn], 'fail fail', /waits for its confirmation/],
      ['a number', topic(), [5], refused, /takes a handle/],
    ],
    { [queueArn]: open },
  );

  const rows: [string, Record<string, object>, string, RegExp][] = [
    [
      'no policy',
      { [queueArn]: guarded(queueArn) },
      'fail fail',
      /does not let sns\.amazonaws\.com call sqs:SendMessage/,
    ],
    [
      'a policy for another topic',
      { [queueArn]: guarded(queueArn, grant('sns', 'sqs:SendMessage', `${topicArn}-2`)) },
      'fail fail',
      /allows it only under/,
    ],
    [
      'a Deny',
      {
        [queueArn]: guarded(
          queueArn,
          grant('sns', 'sqs:*'),
          statement({ effect: 'Deny', principals: { AWS: ['*'] }, actions: ['sqs:*'] }),
        ),
      },
      'fail fail',
      /denies it/,
    ],
    [
      'the key of AWS',
      { [queueArn]: { ...open, encryption: encrypted }, [keyId]: key('AWS') },
      'fail fail',
      /AWS-managed key arn:key, which sns\.amazonaws\.com cannot use/,
    ],
    [
      'a key that does not let it',
      { [queueArn]: { ...open, encryption: encrypted }, [keyId]: key('CUSTOMER') },
      'fail fail',
      /the key arn:key does not let sns/,
    ],
    [
      'a key that lets it',
      { [queueArn]: { ...open, encryption: encrypted }, [keyId]: key('CUSTOMER', grant('sns', 'kms:*')) },
      'pass fail',
      /./,
    ],
    ['a queue that is gone', {}, 'not found not found', /does not exist/],
  ];
  test.each(rows)('%s', async (_title, others, outcomes, says) => {
    const source = new FakeSource({ ...others, subject: topic() });
    // A queue that is gone cannot be located, so it is named by its handle.
    const queue = others[queueArn] ? queueArn : source.one(queueArn);
    expect(await both(toDeliverTo, source.one('subject'), [queue])).toBe(outcomes);
    expect(said(await verdict(toDeliverTo, source.one('subject'), [queue]))).toMatch(says);
  });
});

describe('toTarget', () => {
  const rule = (more: Partial<EventTargets> = {}) => ({
    eventTargets: { from: ruleArn, service: 'events', enabled: true, targets: [{ arn: functionArn }], ...more },
  });
  const stream = `arn:aws:kinesis:${region}:${account}:stream/orders`;
  table(
    toTarget,
    [
      ['with the permission', rule(), [functionArn], 'pass fail'],
      ['by its name', rule(), ['charge'], 'pass fail'],
      ['no target', rule({ targets: [] }), [functionArn], 'fail pass', /no target/],
      ['another target', rule(), [`${functionArn}2`], 'fail pass', /charge2.*charge/],
      ['switched off', rule({ enabled: false }), [functionArn], 'fail fail', /disabled, so nothing is sent/],
      [
        'with a role',
        rule({ targets: [{ arn: stream, roleArn: 'arn:role' }] }),
        [stream],
        'pass fail',
        /with the role arn:role/,
      ],
      ['nothing', rule(), [], refused],
    ],
    { [functionArn]: guarded(functionArn, grant('events', 'lambda:InvokeFunction', ruleArn)) },
  );

  test('a target without the permission is lost in both directions, unless a role calls it', async () => {
    const others = { [functionArn]: guarded(functionArn, grant('s3', 'lambda:InvokeFunction')) };
    const source = new FakeSource({
      ...others,
      subject: rule(),
      role: rule({ targets: [{ arn: functionArn, roleArn: 'r' }] }),
    });
    expect(await both(toTarget, source.one('subject'), [functionArn])).toBe('fail fail');
    const answer = await verdict(toTarget, source.one('subject'), [functionArn]);
    expect(said(answer)).toMatch(
      /does not let events.amazonaws.com call lambda:InvokeFunction on behalf of .*placed.*dropped unseen/,
    );
    expect(await both(toTarget, source.one('role'), [functionArn])).toBe('pass fail');
  });

  test('the policy that SNS writes by itself lets no rule in', async () => {
    const byItself = statement({
      principals: { AWS: ['*'] },
      actions: ['SNS:Publish'],
      conditions: { StringEquals: { 'AWS:SourceOwner': [account] } },
    });
    const source = new FakeSource({
      [topicArn]: guarded(topicArn, byItself),
      subject: rule({ targets: [{ arn: topicArn }] }),
    });
    expect(await both(toTarget, source.one('subject'), [topicArn])).toBe('fail fail');
  });
});

describe('toFeed', () => {
  const mapping = (enabled = true) => ({
    eventSource: { source: queueArn, functionArn: functionArn, enabled, batchSize: 10 },
  });
  table(toFeed, [
    ['this function', mapping(), ['charge'], 'pass fail'],
    ['this function from this queue', mapping(), [functionArn, { from: 'orders', batchSize: 10 }], 'pass fail'],
    ['another function', mapping(), [`${functionArn}2`], 'fail pass'],
    ['another source', mapping(), ['charge', { from: 'users' }], 'fail pass', /from users.*from arn:aws:sqs/],
    ['larger batches', mapping(), ['charge', { batchSize: { atLeast: 100 } }], 'fail pass', /at least 100 at once/],
    ['one that is off', mapping(false), ['charge'], 'fail fail', /is not enabled/],
    ['one that is off and of another function', mapping(false), [`${functionArn}2`], 'fail pass'],
    ['a wrong option', mapping(), ['charge', { source: 'orders' }], refused],
  ]);
});

describe('toBeInvocableBy', () => {
  const fn = (...statements: PolicyStatement[]) => ({
    invokePermission: { arn: functionArn, region, account, action: 'lambda:InvokeFunction', statements },
  });
  const api = (id: string) => `arn:aws:apigateway:${region}::/restapis/${id}`;
  const execution = (id: string) => `arn:aws:execute-api:${region}:${account}:${id}`;
  const method = grant('apigateway', 'lambda:InvokeFunction', `${execution('a1b2')}/prod/POST/orders`);
  table(toBeInvocableBy, [
    ['the service', fn(grant('events', 'lambda:InvokeFunction')), ['events'], 'pass fail'],
    ['the whole principal', fn(grant('events', 'lambda:*')), ['events.amazonaws.com'], 'pass fail'],
    ['another service', fn(grant('s3', 'lambda:InvokeFunction')), ['events'], 'fail pass', /names: s3\.amazonaws\.com/],
    ['no policy', fn(), ['events'], 'fail pass', /names: none/],
    ['the source', fn(grant('events', 'lambda:InvokeFunction', ruleArn)), ['events', { source: ruleArn }], 'pass fail'],
    [
      'another source',
      fn(grant('events', 'lambda:InvokeFunction', ruleArn)),
      ['events', { source: `${ruleArn}2` }],
      'fail pass',
    ],
    ['an API, one method of which may', fn(method), ['apigateway', { source: api('a1b2') }], 'pass fail'],
    ['another API', fn(method), ['apigateway', { source: api('z9z9') }], 'fail pass'],
    ['a stage of it', fn(method), ['apigateway', { source: `${api('a1b2')}/stages/prod` }], 'pass fail'],
    ['another stage of it', fn(method), ['apigateway', { source: `${api('a1b2')}/stages/dev` }], 'fail pass'],
    ['its execution ARN', fn(method), ['apigateway', { source: execution('a1b2') }], 'pass fail'],
    ['the execution ARN of another', fn(method), ['apigateway', { source: execution('z9z9') }], 'fail pass'],
    [
      'a condition that nobody knows',
      fn(
        statement({
          principals: { Service: ['events.amazonaws.com'] },
          actions: ['*'],
          conditions: { Bool: { 'aws:X': ['true'] } },
        }),
      ),
      ['events'],
      'fail fail',
      /hangs on Bool aws:X/,
    ],
    ['an ARN for a service', fn(), [ruleArn], refused, /takes a service/],
  ]);
});
