// @ts-check

const { policy } = require('../../policy');

/** @typedef {import('../../failure.js').Stack} Stack */
/** @typedef {{ Sid: string, Condition?: object }} Statement */

/**
 * Puts a key policy in which somebody changed the statements.
 *
 * @param {Stack} stack @param {(statements: Statement[]) => object[]} change
 */
async function changeKeyPolicy({ aws, outputs }, change) {
  const KeyId = outputs.EncryptionKeyArn;
  const { Policy } = await aws.call('kms', 'GetKeyPolicy', { KeyId, PolicyName: 'default' });
  const policy = JSON.parse(String(Policy));
  await aws.call('kms', 'PutKeyPolicy', {
    KeyId,
    PolicyName: 'default',
    Policy: JSON.stringify({ ...policy, Statement: change(policy.Statement) }),
  });
}

/** A key that is nobody's concern. @param {Stack} stack */
async function otherKey({ aws }) {
  const { KeyMetadata } = await aws.call('kms', 'CreateKey', {
    Description: 'somebody tries something',
    KeyUsage: 'ENCRYPT_DECRYPT',
  });
  return /** @type {{ KeyId: string, Arn: string }} */ (KeyMetadata);
}

/** @type {import('../../failure.js').Mistake[]} */
module.exports = [
  {
    name: 'the key policy loses the statement for CloudWatch Logs',
    output: 'EncryptionKeyArn',
    test: 'the encryption key may be used by CloudWatch Logs for our four log groups',
    expected: 'logs',
    received: 'missing: kms:Encrypt',
    apply: (stack) => changeKeyPolicy(stack, (statements) => statements.filter(({ Sid }) => Sid !== 'CloudWatchLogs')),
  },
  {
    name: 'the key policy lets CloudWatch Logs use the key for any log group',
    output: 'EncryptionKeyArn',
    test: 'the encryption key has the policy that was reviewed, and not a word more',
    expected: 'kms:EncryptionContext:aws:logs:arn',
    received: 'beyond',
    apply: (stack) =>
      changeKeyPolicy(stack, (statements) =>
        statements.map(({ Condition, ...rest }) => (rest.Sid === 'CloudWatchLogs' ? rest : { ...rest, Condition })),
      ),
  },
  {
    name: 'the key policy lets another account decrypt',
    output: 'EncryptionKeyArn',
    test: 'the encryption key has the policy that was reviewed, and not a word more',
    expected: 'kms:',
    received: '999988887777',
    apply: (stack) =>
      changeKeyPolicy(stack, (statements) => [
        ...statements,
        {
          Sid: 'Partner',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::999988887777:root' },
          Action: 'kms:Decrypt',
          Resource: '*',
        },
      ]),
  },
  {
    name: 'the key is disabled',
    output: 'EncryptionKeyArn',
    test: 'the encryption key is an enabled key of our own',
    expected: 'Enabled',
    received: 'Disabled',
    apply: ({ aws, resources }) => aws.call('kms', 'DisableKey', { KeyId: resources.EncryptionKey?.physicalId }),
  },
  {
    name: 'the key waits for its deletion',
    output: 'EncryptionKeyArn',
    test: 'the encryption key is an enabled key of our own',
    expected: 'Enabled',
    received: 'PendingDeletion',
    apply: ({ aws, resources }) =>
      aws.call('kms', 'ScheduleKeyDeletion', { KeyId: resources.EncryptionKey?.physicalId, PendingWindowInDays: 7 }),
  },
  {
    name: 'the rotation of the key is switched off',
    output: 'EncryptionKeyArn',
    test: 'the encryption key rotates by itself',
    expected: /on|true/,
    received: /off|false/,
    apply: ({ aws, outputs }) => aws.call('kms', 'DisableKeyRotation', { KeyId: outputs.EncryptionKeyArn }),
  },
  {
    name: 'the alias is moved to another key',
    output: 'EncryptionKeyAlias',
    test: 'the encryption key is what the alias stands for',
    expected: 'EncryptionKeyArn',
    received: 'TargetKeyId',
    apply: async (stack) => {
      const { KeyId } = await otherKey(stack);
      await stack.aws.call('kms', 'UpdateAlias', { AliasName: stack.outputs.EncryptionKeyAlias, TargetKeyId: KeyId });
    },
  },
  {
    name: 'the encryption of the stream is switched off',
    output: 'PatientDataStreamName',
    test: 'the patient data stream is encrypted with the key',
    expected: 'key/',
    received: 'NONE',
    apply: ({ aws, outputs }) =>
      aws.call('kinesis', 'StopStreamEncryption', {
        StreamName: outputs.PatientDataStreamName,
        EncryptionType: 'KMS',
        KeyId: outputs.EncryptionKeyArn,
      }),
  },
  {
    name: 'the stream keeps its records for a day',
    output: 'PatientDataStreamName',
    test: 'the patient data stream keeps records for a week, so that a lost weekend loses no data',
    expected: '7 d',
    received: 'RetentionPeriodHours 24',
    apply: ({ aws, outputs }) =>
      aws.call('kinesis', 'DecreaseStreamRetentionPeriod', {
        StreamName: outputs.PatientDataStreamName,
        RetentionPeriodHours: 24,
      }),
  },
  {
    name: 'the stream is deleted',
    output: 'PatientDataStreamName',
    test: 'the patient data stream is encrypted with the key',
    expected: 'exist',
    received: /does not exist/,
    apply: ({ aws, outputs }) => aws.call('kinesis', 'DeleteStream', { StreamName: outputs.PatientDataStreamName }),
  },
  {
    name: 'audit records are kept for thirty days',
    output: 'AuditLogGroupName',
    test: 'the audit log group keeps every access for six years',
    expected: '2192',
    received: '30',
    apply: ({ aws, outputs }) =>
      aws.call('cloudwatch-logs', 'PutRetentionPolicy', {
        logGroupName: outputs.AuditLogGroupName,
        retentionInDays: 30,
      }),
  },
  {
    name: 'the audit log group is made again by hand, without the key',
    output: 'AuditLogGroupName',
    test: 'the audit log group is encrypted with the key',
    expected: 'key/',
    received: 'service key',
    apply: async ({ aws, outputs }) => {
      const logGroupName = outputs.AuditLogGroupName;
      await aws.call('cloudwatch-logs', 'DeleteLogGroup', { logGroupName });
      await aws.call('cloudwatch-logs', 'CreateLogGroup', { logGroupName });
      await aws.call('cloudwatch-logs', 'PutRetentionPolicy', { logGroupName, retentionInDays: 2192 });
    },
  },
  {
    name: 'somebody sends a copy of the audit log elsewhere',
    output: 'AuditLogGroupName',
    test: 'the audit log group is sent nowhere',
    expected: 'not: ',
    received: 'patient-data-stream-dev',
    apply: ({ aws, outputs }) =>
      aws.call('cloudwatch-logs', 'PutSubscriptionFilter', {
        logGroupName: outputs.AuditLogGroupName,
        filterName: 'copy',
        filterPattern: '',
        destinationArn: outputs.PatientDataStreamArn,
        roleArn: outputs.ProcessorRoleArn,
      }),
  },
  {
    name: 'the audit log group is deleted',
    output: 'AuditLogGroupName',
    test: 'the audit log group keeps every access for six years',
    expected: 'exist',
    received: /does not exist/,
    apply: ({ aws, outputs }) =>
      aws.call('cloudwatch-logs', 'DeleteLogGroup', { logGroupName: outputs.AuditLogGroupName }),
  },
  {
    name: 'the secret is put under another key',
    output: 'DatabaseSecretArn',
    test: 'the credentials of the database are encrypted with the key',
    expected: 'key/',
    received: 'key/',
    apply: async (stack) => {
      const { Arn } = await otherKey(stack);
      await stack.aws.call('secrets-manager', 'UpdateSecret', {
        SecretId: stack.outputs.DatabaseSecretArn,
        KmsKeyId: Arn,
      });
    },
  },
  {
    name: 'the password is lost from the secret',
    output: 'DatabaseSecretArn',
    test: 'the credentials of the database are generated, and name user and password',
    expected: 'password',
    received: 'username',
    apply: ({ aws, outputs }) =>
      aws.call('secrets-manager', 'PutSecretValue', {
        SecretId: outputs.DatabaseSecretArn,
        SecretString: '{"username":"healthcare_admin"}',
      }),
  },
  {
    name: 'another account holds a grant on the key, which no policy shows',
    output: 'EncryptionKeyArn',
    test: 'the encryption key is opened to nobody by a grant, but by Lambda for its function',
    expected: 'patient-data-processor-dev',
    received: '999988887777',
    apply: ({ aws, outputs }) =>
      aws.call('kms', 'CreateGrant', {
        KeyId: outputs.EncryptionKeyArn,
        GranteePrincipal: 'arn:aws:iam::999988887777:root',
        Operations: ['Decrypt'],
      }),
  },
  {
    name: 'another account may read the secret',
    output: 'DatabaseSecretArn',
    test: 'the credentials of the database are shared with nobody',
    expected: /no policy|\[\]/,
    received: '999988887777',
    apply: ({ aws, outputs }) =>
      aws.call('secrets-manager', 'PutResourcePolicy', {
        SecretId: outputs.DatabaseSecretArn,
        ResourcePolicy: policy({
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::999988887777:root' },
          Action: 'secretsmanager:GetSecretValue',
          Resource: '*',
        }),
      }),
  },
];
