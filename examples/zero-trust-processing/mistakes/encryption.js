// @ts-check

const {
  CreateGrantCommand,
  DisableKeyCommand,
  DisableKeyRotationCommand,
  EnableKeyRotationCommand,
  GetKeyPolicyCommand,
  PutKeyPolicyCommand,
  ScheduleKeyDeletionCommand,
  UpdateAliasCommand,
} = require('@aws-sdk/client-kms');

/** @typedef {import('../../failure.js').Stack} Stack */
/** @typedef {{ Sid?: string, Condition?: unknown } & Record<string, unknown>} Statement */

/**
 * Changes the statements of a key policy as somebody does in the console.
 *
 * @param {string} output @param {(statements: Statement[]) => Statement[]} change
 * @returns {(stack: Stack) => Promise<unknown>}
 */
const changePolicy =
  (output, change) =>
  async ({ client, outputs }) => {
    const KeyId = String(outputs[output]);
    const { Policy } = await client('kms').send(new GetKeyPolicyCommand({ KeyId, PolicyName: 'default' }));
    const policy = JSON.parse(String(Policy));
    const changed = JSON.stringify({ ...policy, Statement: change(policy.Statement) });
    await client('kms').send(new PutKeyPolicyCommand({ KeyId, PolicyName: 'default', Policy: changed }));
  };

/** @param {unknown} arn */
const keyId = (arn) => String(arn).split('/').pop();

/** @type {import('../../failure.js').Mistake[]} */
module.exports = [
  {
    name: 'somebody tidied the logs key policy and took CloudWatch Logs out of it',
    output: 'LogsKeyArn',
    test: 'the logs key grants CloudWatch Logs its own log groups alone, by their encryption context',
    expected: 'logs.us-east-1.amazonaws.com may kms:Encrypt',
    received: 'missing: kms:Encrypt',
    apply: changePolicy('LogsKeyArn', (statements) => statements.filter(({ Sid }) => Sid !== 'CloudWatchLogs')),
  },
  {
    name: 'the encryption-context condition is gone, so any log group of anybody may use the logs key',
    output: 'LogsKeyArn',
    test: 'the logs key grants CloudWatch Logs its own log groups alone, by their encryption context',
    expected: 'confined by a condition',
    received: 'not confined by a condition',
    apply: changePolicy('LogsKeyArn', (statements) =>
      statements.map(({ Condition, ...statement }) =>
        statement.Sid === 'CloudWatchLogs'
          ? statement
          : { ...statement, ...(Condition !== undefined && { Condition }) },
      ),
    ),
  },
  {
    name: 'the encryption-context condition was widened to every log group of the account',
    output: 'LogsKeyArn',
    test: 'the logs key serves CloudWatch Logs and the alarms of this account, and nobody else',
    expected: 'log-group:/aws/lambda/data-processor-dev',
    received: ':log-group:*',
    apply: changePolicy('LogsKeyArn', (statements) =>
      statements.map((statement) =>
        statement.Sid === 'CloudWatchLogs'
          ? {
              ...statement,
              Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:us-east-1:*:log-group:*' } },
            }
          : statement,
      ),
    ),
  },
  {
    name: 'another account may decrypt with the data key',
    output: 'DataKeyArn',
    test: 'the data key serves the processor through S3 and SQS, and nobody else',
    expected: 'kms:ViaService',
    received: '999999999999',
    apply: changePolicy('DataKeyArn', (statements) => [
      ...statements,
      { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::999999999999:root' }, Action: 'kms:Decrypt', Resource: '*' },
    ]),
  },
  {
    name: 'the processor may use the data key without going through S3 or SQS',
    output: 'DataKeyArn',
    test: 'the data key serves the processor through S3 and SQS, and nobody else',
    expected: 'kms:ViaService',
    received: 'role/zero-trust-data-processor-dev',
    apply: changePolicy('DataKeyArn', (statements) => statements.map(({ Condition, ...statement }) => statement)),
  },
  {
    name: 'the data key was disabled',
    output: 'DataKeyArn',
    test: 'the data key is a customer key that can be used',
    expected: 'a state in which it can be used',
    received: 'Disabled',
    apply: ({ client, outputs }) => client('kms').send(new DisableKeyCommand({ KeyId: keyId(outputs.DataKeyArn) })),
  },
  {
    name: 'the logs key waits for its deletion',
    output: 'LogsKeyArn',
    test: 'the logs key is a customer key that can be used',
    expected: 'a state in which it can be used',
    received: 'PendingDeletion',
    apply: ({ client, outputs }) =>
      client('kms').send(new ScheduleKeyDeletionCommand({ KeyId: keyId(outputs.LogsKeyArn), PendingWindowInDays: 7 })),
  },
  {
    name: 'rotation of the data key was switched off',
    output: 'DataKeyArn',
    test: 'the data key rotates',
    expected: 'rotation on',
    received: 'rotation off',
    apply: ({ client, outputs }) =>
      client('kms').send(new DisableKeyRotationCommand({ KeyId: String(outputs.DataKeyArn) })),
  },
  {
    name: 'the data key rotates every seven years',
    output: 'DataKeyAlias',
    test: 'the keys rotate as often as SOC 2 controls say',
    expected: '180 d',
    received: '2555 d',
    apply: ({ client, outputs }) =>
      client('kms').send(
        new EnableKeyRotationCommand({ KeyId: String(outputs.DataKeyArn), RotationPeriodInDays: 2555 }),
      ),
    on: { moto: 'moto 5.2.5 leaves RotationPeriodInDays out of GetKeyRotationStatus' },
  },
  {
    name: 'another account holds a grant on the data key, which no policy shows',
    output: 'DataKeyArn',
    test: 'the data key is opened to nobody by a grant, but by Lambda for its function',
    expected: 'role/zero-trust-data-processor-dev',
    received: 'Decrypt for arn:aws:iam::999999999999:role/partner',
    apply: ({ client, outputs }) =>
      client('kms').send(
        new CreateGrantCommand({
          KeyId: String(outputs.DataKeyArn),
          GranteePrincipal: 'arn:aws:iam::999999999999:role/partner',
          Operations: ['Decrypt'],
        }),
      ),
  },
  {
    name: 'the alias of the logs key was moved to the data key',
    output: 'LogsKeyArn',
    test: 'the logs key goes by its alias, and the alias by nothing else',
    expected: 'alias/zero-trust-logs-dev',
    received: 'no alias',
    apply: ({ client, outputs }) =>
      client('kms').send(
        new UpdateAliasCommand({ AliasName: String(outputs.LogsKeyAlias), TargetKeyId: String(outputs.DataKeyArn) }),
      ),
  },
];
