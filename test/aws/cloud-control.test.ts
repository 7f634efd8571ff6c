import { CloudControlClient, GetResourceCommand } from '@aws-sdk/client-cloudcontrol';
import { CloudFormationClient, DescribeTypeCommand } from '@aws-sdk/client-cloudformation';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { mockClient } from 'aws-sdk-client-mock';
import { outsideCatalog } from '../../src/aws/cloud-control';
import { target } from './catalog';
import { cleanEnvironment, liveAccount, unjudged } from './setup';

const cloudControl = mockClient(CloudControlClient);
const cloudformation = mockClient(CloudFormationClient);
const sts = mockClient(STSClient);
const type = 'AWS::Cassandra::Keyspace';
const arn = 'arn:aws:cassandra:eu-west-1:111122223333:/keyspace/orders/';

function awsError(name: string): Error {
  return Object.assign(new Error(name), { name, $metadata: { httpStatusCode: 400, attempts: 1 } });
}

function described(properties: object, Identifier = 'orders') {
  return { TypeName: type, ResourceDescription: { Identifier, Properties: JSON.stringify(properties) } };
}

function schema(value: object) {
  cloudformation
    .on(DescribeTypeCommand, { Type: 'RESOURCE', TypeName: type })
    .resolves({ Schema: JSON.stringify(value) });
}

beforeEach(() => {
  cleanEnvironment();
  for (const mock of [cloudControl, cloudformation, sts]) mock.reset();
  sts.on(GetCallerIdentityCommand).resolves({ Account: '111122223333' });
  cloudControl
    .on(GetResourceCommand, { TypeName: type, Identifier: 'orders' })
    .resolves(described({ KeyspaceName: 'orders', KeyspaceArn: arn, Tags: [{ Key: 'team', Value: 'orders' }] }));
});

const keyspace = (more = {}) => target(type, { value: 'orders', ...more });
const ask = async (facet: 'existence' | 'config' | 'tags' | 'identity', more = {}) =>
  (await liveAccount().account.facet(keyspace(more), facet)).value;

test('a type outside the catalog is there, is described and has tags', async () => {
  expect(await ask('existence')).toEqual({ exists: true });
  expect(await ask('config')).toMatchObject({ KeyspaceName: 'orders' });
  expect(await ask('tags')).toEqual({ team: 'orders' });
  expect(await ask('identity')).toEqual({ id: 'orders', arn });
});

test('the answer says through what it was read', async () => {
  const { evidence, subject } = await liveAccount().account.facet(keyspace(), 'config');
  expect(evidence.calls).toEqual(['cloudformation:GetResource']);
  expect(subject).toMatchObject({ type, label: `${type} (outside the catalog, read through Cloud Control)`, arn });
});

test('what it cannot answer is said', async () => {
  await expect(unjudged(liveAccount().account.facet(keyspace(), 'availability'))).resolves.toMatchObject({
    outcome: 'not applicable',
    reason: `${type} (outside the catalog, read through Cloud Control) has no availability to check; it answers: identity, tags`,
  });
});

test('not found', async () => {
  cloudControl.on(GetResourceCommand).rejects(awsError('ResourceNotFoundException'));
  expect(await ask('existence')).toEqual({ exists: false });
});

test('an identifier that is taken from an ARN may have to be the ARN', async () => {
  cloudControl
    .on(GetResourceCommand)
    .rejects(awsError('ResourceNotFoundException'))
    .on(GetResourceCommand, { TypeName: type, Identifier: arn })
    .resolves(described({}, arn));
  expect(await ask('identity', { value: arn })).toEqual({ id: arn });
  cloudControl.on(GetResourceCommand).rejects(awsError('ResourceNotFoundException'));
  expect(await ask('existence', { value: arn })).toEqual({ exists: false });
});

test.each(['TypeNotFoundException', 'UnsupportedActionException'])('%s: no way to read the type', async (code) => {
  cloudControl.on(GetResourceCommand).rejects(awsError(code));
  await expect(unjudged(liveAccount().account.facet(keyspace(), 'existence'))).resolves.toMatchObject({
    outcome: 'not applicable',
    reason: `${type} is outside the catalog, and Cloud Control cannot read it either`,
    advice: 'Add the type with defineResource and name the file in the option extensions.',
  });
});

test('access denied is no missing resource', async () => {
  cloudControl.on(GetResourceCommand).rejects(awsError('AccessDeniedException'));
  await expect(unjudged(liveAccount().account.facet(keyspace(), 'existence'))).resolves.toMatchObject({
    outcome: 'undetermined',
    cause: 'access denied',
    action: 'cloudformation:GetResource',
  });
});

test.each([
  ['a map', { Tags: { team: 'orders' } }, {}, { team: 'orders' }],
  [
    'a property of another name',
    { Labels: [{ Key: 'a', Value: 'b' }] },
    { tagging: { tagProperty: '/properties/Labels' } },
    { a: 'b' },
  ],
  ['none', {}, { tagging: { taggable: true, tagProperty: '/properties/Tags' } }, {}],
])('tags: %s', async (_title, properties, typeSchema, expected) => {
  cloudControl.on(GetResourceCommand).resolves(described(properties));
  schema(typeSchema);
  expect(await ask('tags')).toEqual(expected);
});

test('a type that cannot be tagged', async () => {
  cloudControl.on(GetResourceCommand).resolves(described({}));
  schema({ tagging: { taggable: false } });
  await expect(unjudged(liveAccount().account.facet(keyspace(), 'tags'))).resolves.toMatchObject({
    outcome: 'not applicable',
    reason: `${type} cannot be tagged`,
  });
});

test('an answer that is no JSON is not guessed at', async () => {
  cloudControl
    .on(GetResourceCommand)
    .resolves({ ResourceDescription: { Identifier: 'orders', Properties: '{"Keyspace' } });
  await expect(unjudged(liveAccount().account.facet(keyspace(), 'config'))).resolves.toMatchObject({
    cause: 'broken answer',
    evidence: { calls: ['cloudformation:GetResource'] },
  });
});

test.each(['Custom::Thing', 'none', 'AWS::S3', 'AWS::S3::Bucket::More'])('%s is no type of the registry', (name) => {
  expect(outsideCatalog(name)).toBeUndefined();
});
