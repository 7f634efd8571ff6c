import { connect, valueAt } from '../../deploy/aws.js';
import type * as matchers from '../../matchers';
import { messageOf } from '../../src/engine/message';
import type { Outcome, Verdict } from '../../src/engine/verdict';
import { gapsOf } from '../emulators/gaps';
import type { LiveStack, Server } from '../live/live-account';
import { type Stage, stageOn } from './stage';

/** A flow, and how it ends: outcome, and what the message says. */
export interface FlowRow {
  title: string;
  matcher: keyof typeof matchers;
  subject: string;
  args?: unknown[] | ((stack: LiveStack) => unknown[]);
  negated?: boolean;
  outcome: Outcome;
  says?: RegExp;
  /** Names of the gaps in `test/emulators/gaps.json` that keep a server from doing it. */
  gaps?: string[];
}

const marked = { id: '{marker}' };
const brief = { within: 2 };

const runsNoCode = ['functionCodeNotRun'];
const rows: FlowRow[] = [
  {
    title: 'a function is called and returns',
    matcher: 'toInvokeSuccessfully',
    subject: 'FunctionArn',
    args: [{ payload: { echo: 'hi {marker}' }, returns: { echo: 'hi {marker}' } }],
    outcome: 'pass',
    gaps: runsNoCode,
  },
  {
    title: 'a function that throws',
    matcher: 'toInvokeSuccessfully',
    subject: 'FunctionArn',
    args: [{ payload: { fail: true } }],
    outcome: 'fail',
    says: /Received: {2}FunctionError Unhandled: .*told to fail[\s\S]*The end of its log:[\s\S]*ValueError/,
    gaps: runsNoCode,
  },
  {
    title: 'a record of a stream becomes an item',
    matcher: 'toReach',
    subject: 'StreamName',
    args: ({ resource }) => [
      resource('TableName'),
      { send: marked, find: { key: marked, item: { by: 'stream' } }, within: 20 },
    ],
    outcome: 'pass',
    gaps: runsNoCode,
  },
  {
    title: 'a record of a stream is logged',
    matcher: 'toReach',
    subject: 'StreamName',
    args: ({ resource }) => [resource('LogGroupName'), { send: marked, find: 'record {"id":"{marker}"}', within: 20 }],
    outcome: 'pass',
    gaps: runsNoCode,
  },
  {
    title: 'a payload of a function is logged',
    matcher: 'toReach',
    subject: 'FunctionArn',
    args: ({ resource }) => [resource('LogGroupName'), { send: marked, within: 20 }],
    outcome: 'pass',
    gaps: runsNoCode,
  },
  {
    title: 'a message of a topic comes to the queue that subscribes',
    matcher: 'toReach',
    subject: 'TopicArn',
    args: ({ resource }) => [resource('QueueUrl'), { send: { order: marked }, find: { order: marked } }],
    outcome: 'pass',
  },
  {
    title: 'a message of a topic does not come to another queue',
    matcher: 'toReach',
    subject: 'TopicArn',
    args: ({ resource }) => [resource('EventQueueUrl'), { send: marked, ...brief }],
    negated: true,
    outcome: 'pass',
  },
  {
    title: 'a message that does not come',
    matcher: 'toReach',
    subject: 'TopicArn',
    args: ({ resource }) => [resource('EventQueueUrl'), { send: { kind: 'lost', ...marked }, ...brief }],
    outcome: 'fail',
    says: /Sent: {6}sns:Publish .*lost.* to AWS::SNS::Topic TopicArn\nGave up: {3}after \d+(\.\d)? s, having looked \d+ times\nLast seen: nothing/,
  },
  {
    title: 'an event comes to the queue of the rule that it matches',
    matcher: 'toReach',
    subject: 'EventBusName',
    args: ({ resource }) => [
      resource('EventQueueUrl'),
      { send: { source: 'acts.orders', 'detail-type': 'ordered', detail: marked } },
    ],
    outcome: 'pass',
  },
  {
    title: 'an event of another source does not',
    matcher: 'toReach',
    subject: 'EventBusName',
    args: ({ resource }) => [
      resource('EventQueueUrl'),
      { send: { source: 'acts.other', detailType: 'ordered', detail: marked }, ...brief },
    ],
    negated: true,
    outcome: 'pass',
  },
  {
    title: 'an object is announced to a queue',
    matcher: 'toReach',
    subject: 'NotifyingBucketName',
    args: ({ resource }) => [resource('ObjectQueueUrl'), { send: { key: 'in/{marker}', body: 'x' }, find: '{marker}' }],
    outcome: 'pass',
  },
  ...['QueueUrl', 'FifoQueueUrl', 'BucketName', 'PlainBucketName', 'TableName'].map(
    (subject): FlowRow => ({ title: `${subject} stores`, matcher: 'toStore', subject, outcome: 'pass' }),
  ),
  {
    title: 'an item of every kind is stored',
    matcher: 'toStore',
    subject: 'TableName',
    args: [{ ...marked, n: 1.5, list: ['a', 2], map: { yes: true, nothing: null } }],
    outcome: 'pass',
  },
  ...(
    [
      ['StreamName', 'hello'],
      ['QueueUrl', { MessageBody: { a: 1 }, MessageAttributes: { kind: 'order', count: 2 } }],
      ['FifoQueueUrl', { a: 1 }],
      ['TopicArn', { Message: 'hello', Subject: 'greeting', MessageAttributes: { kind: 'order' } }],
      ['EventBusName', { Source: 'acts.none', DetailType: 'x', Detail: {} }],
      ['BucketName', { key: 'taken/{marker}', body: { a: 1 }, contentType: 'application/json' }],
      ['TableName', marked],
      ['DeliveryStreamName', { a: 1 }],
    ] as const
  ).map(
    ([subject, content]): FlowRow => ({
      title: `${subject} accepts`,
      matcher: 'toAccept',
      subject,
      args: [content],
      outcome: 'pass',
    }),
  ),
  {
    title: 'a key that is taken is not overwritten',
    matcher: 'toAccept',
    subject: 'TableName',
    args: [{ id: 'keep' }],
    outcome: 'wrong argument',
    says: /has an item \{"id":"keep"\} already, which is not ours to touch/,
  },
  {
    title: 'nor an object',
    matcher: 'toAccept',
    subject: 'BucketName',
    args: [{ key: 'keep', body: 'x' }],
    outcome: 'wrong argument',
    says: /has an object keep already, or former versions of one/,
  },
  {
    title: 'an event without a source',
    matcher: 'toAccept',
    subject: 'EventBusName',
    args: [{ detail: {} }],
    outcome: 'wrong argument',
    says: /an event \{ source, 'detail-type', detail, resources\? \}; source is missing/,
  },
  {
    title: 'a line that is there',
    matcher: 'toLog',
    subject: 'LogGroupName',
    args: ['told to fail', { within: 10 }],
    outcome: 'pass',
    gaps: runsNoCode,
  },
  {
    title: 'a line that is not there',
    matcher: 'toLog',
    subject: 'LogGroupName',
    args: ['nobody wrote this', brief],
    negated: true,
    outcome: 'pass',
  },
  {
    title: 'a workflow succeeds',
    matcher: 'toExecuteSuccessfully',
    subject: 'StateMachineArn',
    args: [{ input: marked, output: { done: true } }],
    outcome: 'pass',
    gaps: ['executionNeverEnds'],
  },
  {
    title: 'a workflow fails',
    matcher: 'toExecuteSuccessfully',
    subject: 'FailingStateMachineArn',
    outcome: 'fail',
    says: /Expected: {2}SUCCEEDED\nReceived: {2}FAILED: Broken: on purpose/,
    gaps: ['executionNeverEnds'],
  },
  {
    title: 'an express workflow succeeds',
    matcher: 'toExecuteSuccessfully',
    subject: 'ExpressStateMachineArn',
    args: [{ output: { done: true } }],
    outcome: 'pass',
    gaps: ['syncExecutionNotImplemented'],
  },
  {
    title: 'an API answers',
    matcher: 'toRespond',
    subject: 'RestApiId',
    args: [{ containing: { hello: 'world' }, latency: '5s' }],
    outcome: 'pass',
    gaps: ['apiNotServed'],
  },
  {
    title: 'a stage answers with an error',
    matcher: 'toRespond',
    subject: 'RestStageName',
    args: [{ path: '/broken' }],
    outcome: 'fail',
    says: /Expected: {2}a status from 200 to 299\nReceived: {2}status 500 after \d+ ms, body: .*out of order/,
    gaps: ['apiNotServed'],
  },
  {
    title: 'an error that is expected',
    matcher: 'toRespond',
    subject: 'RestStageName',
    args: [{ path: '/broken', status: 500, containing: 'out of order' }],
    outcome: 'pass',
    gaps: ['apiNotServed'],
  },
];

/** Types that the outputs alone do not tell. */
const types: Record<string, string> = {
  StreamName: 'AWS::Kinesis::Stream',
  TableName: 'AWS::DynamoDB::Table',
  LogGroupName: 'AWS::Logs::LogGroup',
  RestApiId: 'AWS::ApiGateway::RestApi',
  RestStageName: 'AWS::ApiGateway::Stage',
  DeliveryStreamName: 'AWS::KinesisFirehose::DeliveryStream',
  EventBusName: 'AWS::Events::EventBus',
};

/** What a server lacks, and how the matcher that needs it then ends: never with a pass. */
const lacking: FlowRow[] = [
  {
    title: 'a function whose code is not run',
    matcher: 'toInvokeSuccessfully',
    subject: 'FunctionArn',
    outcome: 'not implemented here',
    says: /does not run the code of functions here/,
    gaps: runsNoCode,
  },
  {
    title: 'an API that is not served',
    matcher: 'toRespond',
    subject: 'RestApiId',
    args: [{ status: 404 }],
    outcome: 'not implemented here',
    says: /does not serve https:\/\/\w+\.execute-api\.us-east-1\.amazonaws\.com\/prod\//,
    gaps: ['apiNotServed'],
  },
  {
    title: 'an execution that never ends',
    matcher: 'toExecuteSuccessfully',
    subject: 'StateMachineArn',
    args: [brief],
    outcome: 'fail',
    says: /it has not ended within 2 s, and was stopped/,
    gaps: ['executionNeverEnds'],
  },
];

/** Deploys the system on a server, takes every flow, and looks that nothing is left of them. */
export function flowsOn(name: Server['name']): void {
  const gaps = gapsOf(name);
  let stage: Stage;

  beforeAll(async () => {
    stage = await stageOn(name);
    const aws = connect(stage.server);
    await aws.call('dynamodb', 'PutItem', { TableName: 'acts-results', Item: { id: { S: 'keep' } } });
    await aws.call('s3', 'PutObject', { Bucket: 'acts-bucket', Key: 'keep', Body: 'mine' });
    await aws.call('s3', 'DeleteObject', { Bucket: 'acts-bucket', Key: 'keep' });
  }, 90_000);
  afterAll(() => stage.close());

  const handleOf = ({ resource }: LiveStack, key: string) => resource(key, types[key]);

  async function take({ matcher, subject, args = [], negated, outcome, says = /./ }: FlowRow): Promise<void> {
    const { stack } = stage;
    const given = typeof args === 'function' ? args({ ...stack, resource: (key) => handleOf(stack, key) }) : args;
    const verdict: Verdict = await stage.ask(matcher, handleOf(stack, subject), given, negated);
    const text = messageOf(verdict);
    if (verdict.outcome !== outcome) throw new Error(`${verdict.outcome}, expected ${outcome}\n${text}`);
    expect(text).toMatch(says);
  }

  for (const row of rows) {
    const inTheWay = gaps.filter(({ probe }) => row.gaps?.includes(probe));
    const run = inTheWay.length > 0 ? test.skip : test;
    const why = inTheWay.map(({ service, operation, observed }) => ` [${service}:${operation}: ${name} ${observed}]`);
    run(`${row.title}${why.join('')}`, () => take(row), 60_000);
  }

  for (const row of lacking.filter(({ gaps: needed = [] }) => gaps.some(({ probe }) => needed.includes(probe)))) {
    test(`${row.title} does not pass`, async () => {
      await take(row);
      await take({ ...row, negated: true });
    }, 60_000);
  }

  test('nothing is left of all this, and what was there before is as it was', async () => {
    const aws = connect(stage.server);
    const { Items } = await aws.call('dynamodb', 'Scan', { TableName: 'acts-results' });
    // The function writes an item for every record that it is given, and only one flow waits for its item.
    const ids = (Items as { id: { S: string }; by?: unknown }[]).filter(({ by }) => !by).map(({ id }) => id.S);
    expect(ids).toEqual(['keep']);
    for (const Bucket of ['acts-bucket', 'acts-plain-bucket', 'acts-notifying-bucket']) {
      const { Versions = [], DeleteMarkers = [] } = await aws.call('s3', 'ListObjectVersions', { Bucket });
      const keys = [...(Versions as { Key: string }[]), ...(DeleteMarkers as { Key: string }[])].map(({ Key }) => Key);
      expect(keys).toEqual(Bucket === 'acts-bucket' ? ['keep', 'keep'] : []);
    }
    for (const queue of ['acts-queue', 'acts-eventqueue', 'acts-orders.fifo']) {
      const { QueueUrl } = await aws.call('sqs', 'GetQueueUrl', { QueueName: queue });
      const AttributeNames = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'];
      const answer = await aws.call('sqs', 'GetQueueAttributes', { QueueUrl, AttributeNames });
      const counts = AttributeNames.map((attribute) => Number(valueAt(answer, `Attributes.${attribute}`)));
      expect([queue, ...counts]).toEqual([queue, expect.any(Number), 0]);
    }
  });
}
