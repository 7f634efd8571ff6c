import { existsSync } from 'node:fs';
import path from 'node:path';
import { BrokerClient } from '../../src/broker/client';
import type { Project } from '../../src/broker/project';
import { Broker } from '../../src/broker/server';
import { notFound, undetermined } from '../../src/engine/unjudged';
import { brokerVariable } from '../../src/options';

const target = { type: 'AWS::S3::Bucket', id: 'orders', identifier: 'name', value: 'orders' };

let broker: Broker;
let client: BrokerClient;
const questions: string[] = [];

/** Stands for the account: what counts here is what crosses the socket. */
const project = {
  deployment: async () => ({ searched: ['/nowhere'], discovered: [], gaps: [] }),
  source: {
    facet: async ({ id }: { id: string }, name: string, { fresh = false } = {}) => {
      questions.push(`${name} of ${id}${fresh ? ', fresh' : ''}`);
      if (id === 'gone') throw notFound('S3 bucket "gone" does not exist', 'Deploy it.');
      if (id === 'broken') throw new TypeError('a fault of ours');
      return { value: { exists: true }, subject: { id }, evidence: { calls: ['s3:HeadBucket'] } };
    },
    forget: async () => undefined,
    prepare: async (steps: unknown[]) => {
      questions.push(`prepare ${JSON.stringify(steps)}`);
    },
    act: async ({ id }: { id: string }, name: string, input: unknown) => {
      questions.push(`${name} ${id} ${JSON.stringify(input)}`);
      if (id === 'broken') throw undetermined('acts not allowed', 'the option allowActs is off');
      return { value: {}, subject: { id }, evidence: { calls: ['s3:PutObject'] }, acts: [], undo: [] };
    },
  },
  firstToMeet: async (_cause: string, place: string) => (place === 'b' ? 'a' : undefined),
  records: [] as unknown[],
  read: [] as unknown[],
  record: async (records: unknown[], read: unknown[]) => {
    project.records.push(...records);
    project.read.push(...read);
  },
  close: () => undefined,
};

beforeEach(async () => {
  questions.length = 0;
  broker = new Broker();
  broker.projects.set('one', project as unknown as Project);
  await broker.listen();
  client = await BrokerClient.connect(process.env[brokerVariable] ?? '', 'one');
});

afterEach(() => {
  client.close();
  broker.close('one');
});

test('answers cross the socket, and each question is asked once', async () => {
  const ask = () => client.source.facet(target, 'existence');
  await expect(Promise.all([ask(), ask()])).resolves.toMatchObject([
    { value: { exists: true } },
    { value: { exists: true } },
  ]);
  await ask();
  expect(questions).toEqual(['existence of orders']);
});

test('acts cross the socket, each time anew, and what is known of their resource is forgotten', async () => {
  const input = { content: { a: 1 }, marker: 'm' };
  await client.source.facet(target, 'existence');
  await client.source.prepare([{ target, act: 'deliver' }]);
  await Promise.all([client.source.act(target, 'deliver', input), client.source.act(target, 'deliver', input)]);
  await client.source.facet(target, 'existence');
  expect(questions).toEqual([
    'existence of orders',
    `prepare ${JSON.stringify([{ target, act: 'deliver' }])}`,
    `deliver orders ${JSON.stringify(input)}`,
    `deliver orders ${JSON.stringify(input)}`,
    'existence of orders',
  ]);
  await expect(client.source.act({ ...target, id: 'broken' }, 'deliver', input)).rejects.toMatchObject({
    data: { outcome: 'undetermined', cause: 'acts not allowed' },
  });
});

test('a fresh question is asked again, and so is one about a resource that was forgotten', async () => {
  await client.source.facet(target, 'existence');
  await client.source.facet(target, 'existence', { fresh: true });
  await client.source.forget(target);
  await client.source.facet(target, 'existence');
  expect(questions).toEqual(['existence of orders', 'existence of orders, fresh', 'existence of orders']);
});

test('what cannot be judged is thrown on this side as it was on the other', async () => {
  await expect(client.source.facet({ ...target, id: 'gone' }, 'existence')).rejects.toMatchObject({
    name: 'Unjudged',
    data: { outcome: 'not found', reason: 'S3 bucket "gone" does not exist', advice: 'Deploy it.' },
  });
});

test('a fault of ours is not taken for a verdict', async () => {
  await expect(client.source.facet({ ...target, id: 'broken' }, 'existence')).rejects.toThrow(
    'TypeError: a fault of ours',
  );
});

test('it knows its projects and no others', async () => {
  await expect(client.knowsProject()).resolves.toBe(true);
  const stranger = await BrokerClient.connect(process.env[brokerVariable] ?? '', 'two');
  await expect(stranger.knowsProject()).resolves.toBe(false);
  await expect(stranger.deployment()).rejects.toThrow('has no project two');
  stranger.close();
});

test('causes and records are kept on the other side', async () => {
  await expect(client.firstToMeet('cause', 'b')).resolves.toBe('a');
  await client.record([{ verdict: {} as never, test: 't', file: 'f' }], [{ key: 'ApiUrl' }]);
  expect(project.records).toEqual([{ verdict: {}, test: 't', file: 'f' }]);
  expect(project.read).toEqual([{ key: 'ApiUrl' }]);
});

test('closing the last project leaves no socket and no variable behind', () => {
  const address = process.env[brokerVariable] ?? '';
  expect(existsSync(address)).toBe(true);
  broker.close('one');
  expect(existsSync(path.dirname(address))).toBe(false);
  expect(process.env[brokerVariable]).toBeUndefined();
});

test('a question that waits when the broker goes is an error, not a hang', async () => {
  client.close();
  await expect(client.knowsProject()).rejects.toThrow('the broker of this run has gone');
});
