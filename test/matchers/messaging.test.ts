import { toMonitor } from '../../matchers/alarm/toMonitor';
import { toNotify } from '../../matchers/alarm/toNotify';
import { toHaveDeadLetterQueue } from '../../matchers/messaging/toHaveDeadLetterQueue';
import { toHaveSubscription } from '../../matchers/messaging/toHaveSubscription';
import { toHaveRetention } from '../../matchers/retention/toHaveRetention';
import type { AlarmRule, Notifications, Subscription } from '../../src/facets';
import { both, FakeSource, table, verdict } from './fake-source';

const topicArn = 'arn:aws:sns:eu-west-1:111122223333:alerts';
const queueArn = 'arn:aws:sqs:eu-west-1:111122223333:dead';
const others = {
  topic: { identity: { id: topicArn, arn: topicArn, name: 'alerts' } },
  queue: { identity: { id: 'https://sqs.eu-west-1.amazonaws.com/111122223333/dead', arn: queueArn, name: 'dead' } },
};
const refused = 'wrong argument wrong argument';

describe('toMonitor', () => {
  const rule = (more: Partial<AlarmRule> = {}): { alarmRule: AlarmRule } => ({
    alarmRule: {
      namespace: 'AWS/RDS',
      metric: 'CPUUtilization',
      dimensions: { DBInstanceIdentifier: 'orders' },
      statistic: 'Average',
      threshold: 80,
      operator: 'GreaterThanOrEqualToThreshold',
      periodInSeconds: 300,
      evaluationPeriods: 2,
      treatMissingData: 'missing',
      ...more,
    },
  });
  table(toMonitor, [
    ['the metric', rule(), ['CPUUtilization'], 'pass fail'],
    ['another metric', rule(), ['FreeStorageSpace'], 'fail pass', /CPUUtilization/],
    [
      'all of it',
      rule(),
      [
        {
          metric: /^CPU/,
          namespace: 'AWS/RDS',
          dimensions: { DBInstanceIdentifier: 'orders' },
          statistic: 'Average',
          threshold: 80,
          operator: '>=',
          period: '5m',
          evaluationPeriods: 2,
          treatMissingData: 'missing',
        },
      ],
      'pass fail',
    ],
    [
      'the operator in the words of the API',
      rule(),
      [{ metric: 'CPUUtilization', operator: 'GreaterThanOrEqualToThreshold' }],
      'pass fail',
    ],
    [
      'another operator',
      rule(),
      [{ metric: 'CPUUtilization', operator: '>' }],
      'fail pass',
      /"operator":">".*"operator":">="/,
    ],
    [
      'another threshold',
      rule(),
      [{ metric: 'CPUUtilization', threshold: 90 }],
      'fail pass',
      /"threshold":"90".*"threshold":"80"/,
    ],
    [
      'a limit below zero',
      rule({ threshold: -5 }),
      [{ metric: 'CPUUtilization', threshold: { atMost: -1 } }],
      'pass fail',
    ],
    ['a limit', rule(), [{ metric: 'CPUUtilization', threshold: { atMost: 90 } }], 'pass fail'],
    ['another period', rule(), [{ metric: 'CPUUtilization', period: 60 }], 'fail pass', /1 minute.*5 minutes/],
    [
      'another dimension',
      rule(),
      [{ metric: 'CPUUtilization', dimensions: { FunctionName: 'f' } }],
      'fail pass',
      /no such dimension/,
    ],
    ['an expression', rule({ metric: undefined }), ['CPUUtilization'], 'not applicable not applicable', /expression/],
    ['no metric', rule(), [{ threshold: 80 }], refused, /metric is missing/],
    ['a wrong operator', rule(), [{ metric: 'x', operator: '=>' }], refused, /operator takes '>', '>='/],
    ['no dimension', rule(), [{ metric: 'x', dimensions: {} }], refused, /names no dimension/],
  ]);

  test('a handle among the dimensions', async () => {
    const source = new FakeSource({
      subject: rule(),
      db: { identity: { id: 'orders', arn: 'arn:aws:rds:eu-west-1:111122223333:db:orders' } },
      other: { identity: { id: 'users' } },
    });
    const asked = (id: string) => [{ metric: 'CPUUtilization', dimensions: { DBInstanceIdentifier: source.one(id) } }];
    expect(await both(toMonitor, source.one('subject'), asked('db'))).toBe('pass fail');
    expect(await both(toMonitor, source.one('subject'), asked('other'))).toBe('fail pass');
    expect(await both(toMonitor, source.one('subject'), asked('gone'))).toBe('not found not found');
  });

  test('a dimension that holds the ARN or the URL of a resource where CloudWatch knows its name is another one', async () => {
    const queue = {
      arn: 'arn:aws:sqs:eu-west-1:111122223333:orders',
      id: 'https://sqs.eu-west-1.amazonaws.com/111122223333/orders',
      name: 'orders',
    };
    const watched = async (dimension: string, held: string) => {
      const source = new FakeSource({
        subject: rule({ dimensions: { [dimension]: held } }),
        queue: { identity: queue },
      });
      const expected = { metric: 'CPUUtilization', dimensions: { [dimension]: source.one('queue') } };
      return both(toMonitor, source.one('subject'), [expected]);
    };
    expect(await watched('QueueName', queue.name)).toBe('pass fail');
    expect(await watched('QueueName', queue.arn)).toBe('fail pass');
    expect(await watched('QueueName', queue.id)).toBe('fail pass');
    expect(await watched('StateMachineArn', queue.arn)).toBe('pass fail');
  });
});

describe('toNotify', () => {
  const tells = (more: Partial<Notifications> = {}) => ({
    notifications: { enabled: true, alarm: [topicArn], ok: [], insufficientData: [], ...more },
  });
  table(toNotify, [
    ['the topic', tells(), [topicArn], 'pass fail'],
    ['the topic by its name', tells(), ['alerts'], 'pass fail'],
    ['another topic', tells(), [`${topicArn}-2`], 'fail pass', /on alarm: arn:.*alerts-2/],
    ['another state', tells(), [topicArn, { on: 'ok' }], 'fail pass', /on ok: nobody/],
    ['that state', tells({ insufficientData: [topicArn] }), [topicArn, { on: 'insufficient data' }], 'pass fail'],
    ['switched off', tells({ enabled: false }), [topicArn], 'fail fail', /switched off/],
    ['a wrong state', tells(), [topicArn, { on: 'ALARM' }], refused, /'alarm', 'ok'/],
    ['nobody', tells(), [], refused],
  ]);

  test('the handle of a topic', async () => {
    const source = new FakeSource({ ...others, subject: tells() });
    expect(await both(toNotify, source.one('subject'), [source.one('topic')])).toBe('pass fail');
    expect(await both(toNotify, source.one('subject'), [source.one('queue')])).toBe('fail pass');
    expect(await both(toNotify, source.one('subject'), [source.absent('TopicArn')])).toBe('not deployed not deployed');
  });
});

describe('toHaveDeadLetterQueue', () => {
  const moves = (maxReceiveCount?: number, target: string | undefined = queueArn) => ({
    deadLetter: { target, maxReceiveCount },
  });
  const none = { deadLetter: {} };
  table(toHaveDeadLetterQueue, [
    ['any', moves(3), [], 'pass fail'],
    ['none', none, [], 'fail pass', /"none"/],
    ['this one', moves(3), [queueArn, { maxReceiveCount: 3 }], 'pass fail'],
    ['this one by its name', moves(3), ['dead'], 'pass fail'],
    ['another', moves(3), [`${queueArn}2`], 'fail pass', /dead2.*dead, after 3 receives/],
    ['options alone', moves(3), [{ maxReceiveCount: { atMost: 5 } }], 'pass fail'],
    ['another count', moves(3), [{ maxReceiveCount: 5 }], 'fail pass', /after 5 receives.*after 3 receives/],
    ['a count where none is', moves(), [{ maxReceiveCount: 5 }], 'not applicable not applicable', /notion of queues/],
    ['none, asked for a count', none, [{ maxReceiveCount: 5 }], 'fail pass'],
    ['a wrong option', moves(3), [{ maxRecieveCount: 5 }], refused, /'maxRecieveCount' is no option/],
    ['a number', moves(3), [3], refused, /takes a handle/],
    ['a lost queue', moves(3), [undefined, { maxReceiveCount: 3 }], refused, /received undefined/],
  ]);

  test('the handle of a queue', async () => {
    const source = new FakeSource({ ...others, subject: moves(3) });
    expect(await both(toHaveDeadLetterQueue, source.one('subject'), [source.one('queue')])).toBe('pass fail');
    expect(await both(toHaveDeadLetterQueue, source.one('subject'), [source.one('topic')])).toBe('fail pass');
    expect(await verdict(toHaveDeadLetterQueue, source.one('subject'), [source.one('topic')])).toMatchObject({
      expected: `the dead-letter queue ${topicArn}`,
    });
  });
});

describe('toHaveSubscription', () => {
  const subscriber = (more: Partial<Subscription> = {}) => ({
    protocol: 'sqs',
    endpoint: queueArn,
    confirmed: true,
    ...more,
  });
  const topic = (...subscriptions: Subscription[]) => ({ subscriptions: { subscriptions } });
  table(toHaveSubscription, [
    ['any', topic(subscriber()), [], 'pass fail'],
    ['none', topic(), [], 'fail pass', /no subscription/],
    ['the protocol', topic(subscriber()), [{ protocol: 'SQS' }], 'pass fail'],
    ['another protocol', topic(subscriber()), [{ protocol: 'email' }], 'fail pass', /by email.*sqs to arn/],
    ['the endpoint', topic(subscriber()), [{ endpoint: queueArn }], 'pass fail'],
    [
      'an address',
      topic(subscriber({ protocol: 'email', endpoint: 'ops@example.com' })),
      [{ endpoint: /@example\.com$/ }],
      'pass fail',
    ],
    [
      'waiting',
      topic(subscriber({ confirmed: false })),
      [{ protocol: 'sqs' }],
      'fail fail',
      /waits for its confirmation.*must confirm it/,
    ],
    [
      'waiting, but another is there',
      topic(subscriber({ confirmed: false }), subscriber()),
      [{ protocol: 'sqs' }],
      'pass fail',
    ],
    ['a wrong option', topic(), [{ type: 'sqs' }], refused, /protocol, endpoint/],
  ]);

  test('a handle', async () => {
    const source = new FakeSource({ ...others, subject: topic(subscriber()) });
    expect(await both(toHaveSubscription, source.one('subject'), [{ endpoint: source.one('queue') }])).toBe(
      'pass fail',
    );
    expect(await both(toHaveSubscription, source.one('subject'), [{ endpoint: source.one('topic') }])).toBe(
      'fail pass',
    );
  });
});

describe('toHaveRetention', () => {
  const keeps = (days?: number) => ({
    retention: { seconds: days && days * 86_400, detail: `retentionInDays ${days ?? 'absent'}` },
  });
  table(toHaveRetention, [
    ['days', keeps(30), [30], 'pass fail'],
    ['a duration', keeps(1), ['24h'], 'pass fail'],
    ['another', keeps(7), [30], 'fail pass', /30 days.*7 days \(retentionInDays 7\)/],
    ['for ever', keeps(), ['forever'], 'pass fail'],
    ['not for ever', keeps(30), ['forever'], 'fail pass', /for ever.*30 days/],
    ['for ever is more than any limit', keeps(), [{ atLeast: 3653 }], 'pass fail'],
    ['for ever is above any limit', keeps(), [{ atMost: 3653 }], 'fail pass', /for ever/],
    ['for ever is no number of days', keeps(), [30], 'fail pass'],
    ['nothing', keeps(), [0], refused, /did you mean 'forever'/],
    ['a word', keeps(), ['seven'], refused, /takes a number of days.*'forever'/],
  ]);
});
