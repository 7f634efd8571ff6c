import {
  DescribeSecretCommand,
  type DescribeSecretCommandOutput,
  GetResourcePolicyCommand,
  GetSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { secretsmanagerSecret } from '../../src/resources/secretsmanager-secret';
import { asking } from './answers';
import { refusal } from './refusal';

const secrets = mockClient(SecretsManagerClient);
const { ask, exists } = asking('AWS::SecretsManager::Secret', [secretsmanagerSecret]);

const arn = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders/database-a1B2c3';
const minimal = { ARN: arn, Name: 'orders/database' };

function answer(fields: Partial<DescribeSecretCommandOutput> = {}) {
  secrets.on(DescribeSecretCommand).resolves({ ...minimal, ...fields });
}

beforeEach(() => {
  secrets.reset();
  answer();
});

test.each(['orders/database', arn])('%s is asked as it is', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'orders/database' });
  expect(secrets.commandCalls(DescribeSecretCommand)[0]?.args[0].input).toEqual({ SecretId: id });
});

test('not found and access denied are told apart', async () => {
  secrets.on(DescribeSecretCommand).rejects(refusal('ResourceNotFoundException'));
  expect(await exists(arn)).toBe(false);
  secrets.on(DescribeSecretCommand).rejects(refusal('AccessDeniedException'));
  await expect(exists(arn)).rejects.toThrow('secretsmanager:DescribeSecret');
});

test('a secret that waits for its deletion is there and not available', async () => {
  expect(await ask(arn, 'lifecycle')).toEqual({ available: true });
  answer({ DeletedDate: new Date('2026-01-02T03:04:05Z') });
  expect(await ask(arn, 'lifecycle')).toEqual({
    available: false,
    reason: 'it was scheduled for deletion on 2026-01-02T03:04:05.000Z',
  });
});

test('no key named is the AWS-managed one', async () => {
  expect(await ask(arn, 'encryption')).toMatchObject({ kind: 'kms', key: { id: 'alias/aws/secretsmanager' } });
  answer({ KmsKeyId: 'alias/orders' });
  expect(await ask(arn, 'encryption')).toMatchObject({ kind: 'kms', key: { id: 'alias/orders' } });
});

test.each([
  [{}, { enabled: false }],
  [
    { RotationEnabled: true, RotationRules: { AutomaticallyAfterDays: 30 } },
    { enabled: true, periodInDays: 30 },
  ],
  [
    { RotationEnabled: true, RotationRules: { ScheduleExpression: 'rate(10 days)' } },
    { enabled: true, periodInDays: 10, schedule: 'rate(10 days)' },
  ],
  [
    { RotationEnabled: true, RotationRules: { ScheduleExpression: 'cron(0 8 1 * ? *)' } },
    { enabled: true, schedule: 'cron(0 8 1 * ? *)' },
  ],
  [
    { RotationEnabled: false, RotationRules: { AutomaticallyAfterDays: 30 } },
    { enabled: false, periodInDays: 30 },
  ],
])('rotation with %o', async (fields, expected) => {
  answer(fields);
  expect(await ask(arn, 'rotation')).toEqual(expected);
});

test.each(['lifecycle', 'tags', 'encryption', 'rotation', 'identity'] as const)(
  'an empty answer says nothing about %s',
  async (facet) => {
    secrets.on(DescribeSecretCommand).resolves({});
    await expect(ask(arn, facet)).rejects.toThrow('AWS answered without the field ARN');
  },
);

test('tags, and none', async () => {
  expect(await ask(arn, 'tags')).toEqual({});
  answer({ Tags: [{ Key: 'team', Value: 'orders' }] });
  expect(await ask(arn, 'tags')).toEqual({ team: 'orders' });
});

test('the policy, and none', async () => {
  secrets.on(GetResourcePolicyCommand).resolvesOnce({ ...minimal });
  expect(await ask(arn, 'resourcePolicy')).toMatchObject({ arn, region: 'eu-west-1', statements: [] });
  const ResourcePolicy = '{"Statement":{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}}';
  secrets.on(GetResourcePolicyCommand).resolves({ ...minimal, ResourcePolicy });
  expect(await ask(arn, 'resourcePolicy')).toMatchObject({ statements: [{ effect: 'Deny' }] });
});

test.each([
  [
    { SecretString: '{"username":"app","password":"hunter2","note":""}' },
    'json',
    ['username', 'password', 'note'],
    ['note'],
  ],
  [{ SecretString: 'hunter2' }, 'text', [], []],
  [{ SecretString: '["hunter2"]' }, 'text', [], []],
  [{ SecretBinary: new Uint8Array([1]) }, 'binary', [], []],
])('names of what it holds, and no value: %#', async (answered, kind, keys, emptyKeys) => {
  secrets.on(GetSecretValueCommand, { SecretId: arn }).resolves(answered);
  const content = await ask('orders/database', 'secretContent');
  expect(content).toEqual({ kind, keys, emptyKeys });
  expect(JSON.stringify(content)).not.toContain('hunter2');
});

test('description', async () => {
  expect(await ask('orders/database', 'description')).toEqual({});
  answer({ Description: 'of orders' });
  expect(await ask('orders/database', 'description')).toEqual({ text: 'of orders' });
});

test('replicas in other regions', async () => {
  expect(await ask('orders/database', 'regionalReplicas')).toEqual({ replicas: [] });
  answer({ ReplicationStatus: [{ Region: 'us-west-2', Status: 'Failed' }] });
  expect(await ask('orders/database', 'regionalReplicas')).toEqual({
    replicas: [{ region: 'us-west-2', state: 'Failed', ready: false }],
  });
});
