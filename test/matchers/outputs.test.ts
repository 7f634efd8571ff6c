import { toExist } from '../../matchers/existence/toExist';
import { toHaveOutputs } from '../../matchers/outputs/toHaveOutputs';
import type { Backend, Deployment } from '../../src/broker/backend';
import { messageOf } from '../../src/engine/message';
import { DeploymentAccess } from '../../src/jest/deployment-access';
import { OutputsReader } from '../../src/jest/outputs-access';
import { discover, parseOutputs } from '../../src/outputs';
import { both, verdict } from './fake-source';

const values = {
  VpcId: 'vpc-0a1b2c3d',
  SubnetIds: ['subnet-1', 'subnet-2'],
  DatabasePort: 5432,
  QueueUrl: 'N/A',
  DatabasePassword: 'hunter2',
  EnvironmentName: 'dev',
};

function readerOn(deployment: Deployment): OutputsReader {
  const backend = { deployment: async () => deployment } as unknown as Backend;
  return new OutputsReader(new DeploymentAccess(async () => backend), (value) => value);
}

function readerOf(content: unknown = values): OutputsReader {
  const outputs = parseOutputs(content, '/stack/cdk-outputs.json');
  return readerOn({ outputs, searched: [], discovered: discover(outputs), gaps: [] });
}

const ask = (expected: unknown, content?: unknown) => verdict(toHaveOutputs, readerOf(content).access, [expected]);

describe('toHaveOutputs', () => {
  const cases: [string, unknown, string][] = [
    ['names', ['VpcId', 'SubnetIds'], 'pass fail'],
    ['names in another spelling', ['vpc_id', 'subnet-ids'], 'pass fail'],
    ['a name that is missing', ['TopicArn'], 'fail pass'],
    ['a placeholder', ['QueueUrl'], 'fail pass'],
    ['some that are there and some that are not', ['VpcId', 'TopicArn'], 'fail fail'],
    ['a text', { EnvironmentName: 'dev' }, 'pass fail'],
    ['part of a text', { EnvironmentName: 'de' }, 'fail pass'],
    ['a RegExp', { VpcId: /^vpc-[0-9a-f]+$/ }, 'pass fail'],
    ['a RegExp that does not match', { VpcId: /^subnet-/ }, 'fail pass'],
    ['a number, as a number or as a text', { DatabasePort: 5432 }, 'pass fail'],
    ['another number', { DatabasePort: '543' }, 'fail pass'],
    ['a list as the CDK writes it', { SubnetIds: 'subnet-1,subnet-2' }, 'pass fail'],
    [
      'an asymmetric matcher, which gets the value itself',
      { SubnetIds: expect.arrayContaining(['subnet-2']) },
      'pass fail',
    ],
    ['a value for what is a placeholder', { QueueUrl: 'N/A' }, 'fail pass'],
    ['nothing', [], 'wrong argument wrong argument'],
    ['no name', [''], 'wrong argument wrong argument'],
    ['no value', { VpcId: undefined }, 'wrong argument wrong argument'],
    ['an object as a value', { VpcId: {} }, 'wrong argument wrong argument'],
    ['a text alone', 'VpcId', 'wrong argument wrong argument'],
  ];
  test.each(cases)('%s', async (_title, expected, outcomes) => {
    expect(await both(toHaveOutputs, readerOf().access, [expected])).toBe(outcomes);
  });

  test('the message names the file, what is missing, what may have been meant, and placeholders', async () => {
    expect(messageOf(await ask(['VpcId', 'SubnetId', 'QueueUrl']))).toBe(`expect(outputs).matcher()

Claim:     outputs hold what is named here, and no placeholder in its place
Fault:     2 of 3 outputs are not as named
Expected:  SubnetId, QueueUrl
Received:  no output SubnetId (did you mean SubnetIds, VpcId?), QueueUrl is the placeholder 'N/A'
Resource:  outputs
Read from: /stack/cdk-outputs.json`);
  });

  test('the message shows values that differ, and masks secrets', async () => {
    const { expected, received } = await ask({ EnvironmentName: 'prod', DatabasePassword: 'hunter3' });
    expect(expected).toBe('EnvironmentName as "prod", DatabasePassword as (masked)');
    expect(received).toBe('EnvironmentName is "dev", DatabasePassword is "[masked]"');
  });

  test('an output of the same name in two stacks must hold in both, and the stack is named', async () => {
    const content = { Blue: { Stage: 'dev' }, Green: { Stage: 'prod' } };
    expect(await ask(['Stage'], content)).toMatchObject({ outcome: 'pass' });
    expect(await ask({ Stage: 'dev' }, content)).toMatchObject({
      outcome: 'fail',
      received: 'Stage of Green is "prod"',
    });
  });

  test('without a file nothing is deployed; with an empty one everything is missing', async () => {
    const deployment = { searched: ['/stack/cdk-outputs.json'], discovered: [], gaps: [] };
    const { access } = readerOn(deployment);
    for (const negated of [false, true]) {
      expect(await verdict(toHaveOutputs, access, [['VpcId']], negated)).toMatchObject({
        outcome: 'not deployed',
        reason: 'no outputs file',
      });
    }
    expect(await ask(['VpcId'], {})).toMatchObject({ outcome: 'fail', received: 'no output VpcId' });
  });

  test('what it judged is told by name', async () => {
    const { judged } = await ask(['vpc_id', 'TopicArn']);
    expect(judged).toEqual([{ key: 'VpcId', stack: undefined }]);
  });
});

test('outputs answer nothing else', async () => {
  expect(await verdict(toExist, readerOf().access)).toMatchObject({
    outcome: 'not applicable',
    reason: 'outputs are no resource, so there is no existence to check',
  });
});

test('what a test reads is noted once, and handed over once', async () => {
  const reader = readerOf();
  await expect(reader.access.get('environment_name')).resolves.toBe('dev');
  await expect(reader.access.has('EnvironmentName')).resolves.toBe(true);
  await expect(reader.access.has('TopicArn')).resolves.toBe(false);
  expect(reader.takeRead()).toEqual([{ key: 'EnvironmentName', stack: undefined }]);
  expect(reader.takeRead()).toEqual([]);
  await reader.access.all();
  expect(reader.takeRead()).toHaveLength(Object.keys(values).length);
});
