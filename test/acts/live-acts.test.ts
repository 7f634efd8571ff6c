import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Ledger } from '../../src/aws/ledger';
import { LiveAccount } from '../../src/aws/live-account';
import type { AccountOptions } from '../../src/aws/options';
import { type ResourceDefinition, type Target, typesByName } from '../../src/engine/resource';
import * as catalog from '../../src/resources';
import { cleanEnvironment, unjudged } from '../aws/setup';

const stream: Target = {
  type: 'AWS::Kinesis::Stream',
  id: 'orders',
  identifier: 'name',
  value: 'orders',
  key: 'Stream',
};
const table: Target = { type: 'AWS::DynamoDB::Table', id: 'orders', identifier: 'name', value: 'orders' };
const bus: Target = { type: 'AWS::Events::EventBus', id: 'orders', identifier: 'name', value: 'orders' };

type Reply = { status: number; body: object } | 'hang up' | 'silence';

/** Operations that the server was asked for, in order, and what it says to them; the last reply stands. */
let asked: string[] = [];
let replies: Record<string, Reply[]> = {};

const described: Record<string, object> = {
  DescribeStreamSummary: {
    StreamDescriptionSummary: { StreamName: 'orders', StreamARN: 'arn:aws:kinesis:eu-west-1:1:stream/orders' },
  },
  DescribeTable: { Table: { TableName: 'orders', KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }] } },
  DescribeEventBus: { Name: 'orders', Arn: 'arn:aws:events:eu-west-1:1:event-bus/orders' },
  PutRecord: { SequenceNumber: '7', ShardId: '0' },
};

const server = http.createServer((request, response) => {
  const operation = String(request.headers['x-amz-target']).split('.').pop() ?? '';
  request.resume().on('end', () => {
    asked.push(operation);
    const [first, ...others] = replies[operation] ?? [];
    if (first && others.length > 0) replies[operation] = others;
    const reply = first ?? { status: 200, body: described[operation] ?? {} };
    if (reply === 'hang up') request.socket.destroy();
    else if (reply !== 'silence') {
      response.writeHead(reply.status, { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': 'r' });
      response.end(JSON.stringify(reply.body));
    }
  });
});

let endpoint: string;
let account: LiveAccount;
let ledger: Ledger;

function connect(options: AccountOptions = {}): void {
  ledger = new Ledger();
  const definitions = Object.values(catalog) as ResourceDefinition[];
  account = new LiveAccount(
    typesByName(definitions),
    { endpoint, region: 'eu-west-1', allowActs: true, ...options },
    ledger,
  );
}

beforeAll((done) => {
  server.listen(0, '127.0.0.1', () => {
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    done();
  });
});
afterAll((done) => {
  server.close(done);
  server.closeAllConnections();
});
beforeEach(() => {
  cleanEnvironment();
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' });
  asked = [];
  replies = {};
  connect();
});
afterEach(() => account.destroy());

const record = (content = 'hello') => account.act(stream, 'deliver', { content, marker: 'm' });
const acts = () => asked.filter((operation) => !operation.startsWith('Describe'));

describe('where allowActs is off', () => {
  beforeEach(() => connect({ allowActs: false }));

  test('an act is undetermined, names the option and the calls, and sends nothing', async () => {
    const data = await unjudged(record());
    expect(data).toMatchObject({ outcome: 'undetermined', cause: 'acts not allowed' });
    expect(data.reason).toBe(
      'the option allowActs is off, so nothing was sent; this would have called kinesis:PutRecord on AWS::Kinesis::Stream orders',
    );
    expect(data.advice).toContain('STACKPROOF_ALLOW_ACTS=true');
    expect(asked).toEqual([]);
  });

  test('a flow is refused before its first step, with what would undo it', async () => {
    const steps = [
      { target: stream, act: 'deliver' as const },
      { target: table, act: 'deliver' as const },
      { target: table, act: 'find' as const },
    ];
    const { reason } = await unjudged(account.prepare(steps));
    expect(reason).toContain('dynamodb:PutItem, dynamodb:DeleteItem on AWS::DynamoDB::Table orders');
    expect(asked).toEqual([]);
  });

  test('an act that only reads needs no leave', async () => {
    const found = await account.act(table, 'find', { key: { id: 'a' }, since: new Date().toISOString() });
    expect(found.value.things).toEqual([]);
    expect(found.acts).toEqual([]);
    expect(ledger.entries.every(({ act }) => !act)).toBe(true);
  });
});

test('a type without an act says which ones it takes', async () => {
  expect(await unjudged(account.prepare([{ target: stream, act: 'find' }]))).toMatchObject({
    outcome: 'not applicable',
    reason: 'Kinesis stream orders takes no act find; it takes: deliver',
  });
});

test('two acts in the same words are two calls, and the ledger has both', async () => {
  await Promise.all([record(), record()]);
  await record();
  expect(acts()).toEqual(['PutRecord', 'PutRecord', 'PutRecord']);
  const entries = ledger.entries.filter(({ act }) => act);
  expect(entries.map(({ action, outcome, shared }) => `${action} ${outcome} ${shared}`)).toEqual(
    Array.from({ length: 3 }, () => 'kinesis:PutRecord answered 0'),
  );
});

test('what is known of the resource is forgotten after an act', async () => {
  await account.facet(stream, 'intake');
  await account.facet(stream, 'intake');
  await record();
  await account.facet(stream, 'intake');
  expect(asked.filter((operation) => operation === 'DescribeStreamSummary')).toHaveLength(2);
});

test('what was sent is on record, and long texts are cut', async () => {
  const { acts: made } = await record('x'.repeat(400));
  expect(made).toEqual([
    {
      act: 'deliver',
      call: 'kinesis:PutRecord',
      sent: { StreamName: 'orders', Data: `${'x'.repeat(300)}... (400 characters)`, PartitionKey: 'm' },
      on: 'AWS::Kinesis::Stream Stream',
    },
  ]);
});

describe('a call that fails', () => {
  test('without anybody knowing whether it was made, is not made again', async () => {
    replies = { PutRecord: ['hang up'] };
    expect(await unjudged(record())).toMatchObject({
      cause: 'endpoint unreachable',
      acts: [{ call: 'kinesis:PutRecord' }],
    });
    expect(acts()).toEqual(['PutRecord']);
  });

  test('with a server error, is not made again either', async () => {
    replies = { PutRecord: [{ status: 500, body: { __type: 'InternalFailure', message: 'oh' } }] };
    expect(await unjudged(record())).toMatchObject({ cause: 'server error' });
    expect(acts()).toEqual(['PutRecord']);
  });

  test('and may be made twice, is made again', async () => {
    replies = { DeleteItem: ['hang up', { status: 200, body: {} }] };
    await account.act(table, 'remove', { id: 'a' });
    expect(acts()).toEqual(['DeleteItem', 'DeleteItem']);
  });

  test('for there were too many, was not made, and is made again', async () => {
    const throttled: Reply = { status: 400, body: { __type: 'ThrottlingException', message: 'Rate exceeded' } };
    replies = { PutRecord: [throttled, { status: 200, body: { SequenceNumber: '8', ShardId: '0' } }] };
    expect((await record()).value).toEqual({ id: '8' });
    expect(acts()).toEqual(['PutRecord', 'PutRecord']);
  });

  test('for lack of a permission, names the action, and leaves nothing to undo', async () => {
    replies = { PutItem: [{ status: 400, body: { __type: 'AccessDeniedException', message: 'no' } }] };
    const data = await unjudged(account.act(table, 'deliver', { content: { id: 'a' }, marker: 'm' }));
    expect(data).toMatchObject({
      outcome: 'undetermined',
      cause: 'access denied',
      action: 'dynamodb:PutItem',
      undo: [],
    });
  });

  test('in silence, leaves something that may have to be undone, and does not shut the service off', async () => {
    connect({ requestTimeoutInSeconds: 0.3 });
    replies = { PutItem: ['silence'] };
    const data = await unjudged(account.act(table, 'deliver', { content: { id: 'a' }, marker: 'm' }));
    expect(data).toMatchObject({ cause: 'timed out', undo: [{ what: 'item {"id":"a"}', token: { id: 'a' } }] });
    await account.act(table, 'remove', { id: 'a' });
    expect(acts()).toEqual(['PutItem', 'DeleteItem']);
  });
});

test('an item that is there is not overwritten, and not removed', async () => {
  replies = { PutItem: [{ status: 400, body: { __type: 'ConditionalCheckFailedException', message: 'no' } }] };
  const data = await unjudged(account.act(table, 'deliver', { content: { id: 'a' }, marker: 'm' }));
  expect(data).toMatchObject({ outcome: 'wrong argument', undo: [] });
  expect(data.reason).toContain('has an item {"id":"a"} already');
});

test('an event that the bus did not take is refused, although the call succeeded', async () => {
  const answer = { FailedEntryCount: 1, Entries: [{ ErrorCode: 'NotAuthorized', ErrorMessage: 'no' }] };
  replies = { PutEvents: [{ status: 200, body: answer }] };
  const content = { source: 'a', 'detail-type': 'b', detail: {} };
  expect((await account.act(bus, 'deliver', { content, marker: 'm' })).value).toEqual({ refused: 'NotAuthorized: no' });
});

test('a call that the type does not declare is a fault of the program', async () => {
  const definition = catalog.kinesisStream as ResourceDefinition;
  const sly = { ...definition, acts: { deliver: { ...definition.acts.deliver, calls: ['kinesis:Nothing'] } } };
  const other = new LiveAccount(
    typesByName([sly as ResourceDefinition]),
    { endpoint, region: 'eu-west-1', allowActs: true },
    ledger,
  );
  await expect(other.act(stream, 'deliver', { content: 'x', marker: 'm' })).rejects.toThrow(
    'AWS::Kinesis::Stream: the act deliver makes the call kinesis:PutRecord, which it does not declare',
  );
  expect(acts()).toEqual([]);
  other.destroy();
});
