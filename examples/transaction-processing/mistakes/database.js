// @ts-check

const { policy } = require('../../policy');

/** @typedef {import('../../failure.js').Stack} Stack */

/** @param {Stack} stack @param {Record<string, unknown>} change */
function modifyDatabase({ aws, outputs }, change) {
  return aws.call('rds', 'ModifyDBInstance', {
    DBInstanceIdentifier: outputs.database_instance_id,
    ApplyImmediately: true,
    ...change,
  });
}

/** @param {Stack} stack @param {string} ParameterName @param {string} ParameterValue */
function setParameter({ aws, outputs }, ParameterName, ParameterValue) {
  return aws.call('rds', 'ModifyDBParameterGroup', {
    DBParameterGroupName: outputs.database_parameter_group_name,
    Parameters: [{ ParameterName, ParameterValue, ApplyMethod: 'immediate' }],
  });
}

/** @param {Stack} stack @param {(statements: { Sid: string, Condition?: unknown }[]) => unknown[]} change */
async function changeKeyPolicy({ aws, outputs }, change) {
  const KeyId = outputs.kms_key_arn;
  const { Policy } = await aws.call('kms', 'GetKeyPolicy', { KeyId, PolicyName: 'default' });
  const document = JSON.parse(String(Policy));
  const changed = { ...document, Statement: change(document.Statement) };
  return aws.call('kms', 'PutKeyPolicy', { KeyId, PolicyName: 'default', Policy: JSON.stringify(changed) });
}

/** @type {import('../../failure.js').Mistake[]} */
module.exports = [
  {
    name: 'The key policy no longer lets CloudWatch Logs use the key',
    output: 'kms_key_arn',
    test: 'the key may be used by CloudWatch Logs and alarms, administered by the account, and nothing else',
    expected: 'logs',
    received: /no|Deny|kms:/,
    apply: (stack) => changeKeyPolicy(stack, (statements) => statements.filter(({ Sid }) => Sid !== 'CloudWatchLogs')),
  },
  {
    name: 'The grant for CloudWatch Logs loses its condition',
    output: 'kms_key_arn',
    test: 'the key may be used by CloudWatch Logs and alarms, administered by the account, and nothing else',
    expected: 'kms:EncryptionContext:aws:logs:arn',
    received: 'logs.us-east-1.amazonaws.com',
    apply: (stack) =>
      changeKeyPolicy(stack, (statements) =>
        statements.map(({ Condition, ...rest }) => (rest.Sid === 'CloudWatchLogs' ? rest : { ...rest, Condition })),
      ),
  },
  {
    name: 'The key may be used by everybody',
    output: 'kms_key_arn',
    test: 'the key may be used by CloudWatch Logs and alarms, administered by the account, and nothing else',
    expected: 'kms:*',
    received: 'Allow kms:Decrypt on * for *',
    apply: (stack) =>
      changeKeyPolicy(stack, (statements) => [
        ...statements,
        { Effect: 'Allow', Principal: '*', Action: 'kms:Decrypt', Resource: '*' },
      ]),
  },
  {
    name: 'The key is disabled',
    output: 'kms_key_arn',
    test: "the key is the customer's own, enabled, and for encryption in this region",
    expected: 'can be used',
    received: 'Disabled',
    apply: ({ aws, resources }) => aws.call('kms', 'DisableKey', { KeyId: resources.Key?.physicalId }),
  },
  {
    name: 'The key is scheduled for deletion',
    output: 'kms_key_arn',
    test: "the key is the customer's own, enabled, and for encryption in this region",
    expected: 'can be used',
    received: 'PendingDeletion',
    apply: ({ aws, resources }) =>
      aws.call('kms', 'ScheduleKeyDeletion', { KeyId: resources.Key?.physicalId, PendingWindowInDays: 7 }),
  },
  {
    name: 'Rotation of the key is switched off',
    output: 'kms_key_arn',
    test: 'the key rotates every year',
    expected: 'on',
    received: 'off',
    apply: ({ aws, outputs }) => aws.call('kms', 'DisableKeyRotation', { KeyId: outputs.kms_key_arn }),
  },
  {
    name: 'The alias leads to another key',
    output: 'kms_key_arn',
    test: 'the key is found by its alias',
    expected: 'alias/transaction-processing-dev',
    received: /no/,
    apply: async ({ aws, outputs }) => {
      const { KeyMetadata } = await aws.call('kms', 'CreateKey', {});
      const { KeyId: TargetKeyId } = /** @type {{ KeyId: string }} */ (KeyMetadata);
      return aws.call('kms', 'UpdateAlias', { AliasName: outputs.kms_key_alias, TargetKeyId });
    },
  },
  {
    name: 'Another account gets a grant on the key',
    output: 'kms_key_arn',
    test: 'the grants on the key are for the processor and the services that keep data with it, and for nobody else',
    expected: 'transaction-processing-dev-processor',
    received: '210987654321',
    apply: ({ aws, resources }) =>
      aws.call('kms', 'CreateGrant', {
        KeyId: resources.Key?.physicalId,
        GranteePrincipal: 'arn:aws:iam::210987654321:root',
        Operations: ['Decrypt'],
      }),
  },
  {
    name: 'Multi-AZ is switched off',
    output: 'database_instance_id',
    test: 'the database survives the loss of an Availability Zone',
    expected: /Availability Zone|standby/,
    received: 'no standby',
    apply: (stack) => modifyDatabase(stack, { MultiAZ: false }),
  },
  {
    name: 'The database is upgraded to the next major version',
    output: 'database_instance_id',
    test: 'the database runs PostgreSQL 15.8 until somebody decides otherwise',
    expected: '15.8',
    received: '16.4',
    apply: (stack) => modifyDatabase(stack, { EngineVersion: '16.4', AllowMajorVersionUpgrade: true }),
  },
  {
    name: 'Minor versions are upgraded without anybody deciding it',
    output: 'database_instance_id',
    test: 'the database runs PostgreSQL 15.8 until somebody decides otherwise',
    expected: 'not: ',
    received: /on|true/,
    apply: (stack) => modifyDatabase(stack, { AutoMinorVersionUpgrade: true }),
    on: { ministack: 'ModifyDBInstance of ministack ignores AutoMinorVersionUpgrade' },
  },
  {
    name: 'Backups are switched off',
    output: 'database_instance_id',
    test: 'the database can be restored to any moment of the last two weeks',
    expected: '14 days',
    received: /0 days|off/,
    apply: (stack) => modifyDatabase(stack, { BackupRetentionPeriod: 0 }),
  },
  {
    name: 'The database is made public',
    output: 'database_instance_id',
    test: 'the database is not reachable from the internet',
    expected: 'not: ',
    received: 'PubliclyAccessible is true',
    apply: (stack) => modifyDatabase(stack, { PubliclyAccessible: true }),
  },
  {
    name: 'Deletion protection is switched off',
    output: 'database_instance_id',
    test: 'the database cannot be deleted by mistake',
    expected: 'deletion protection on',
    received: 'deletion protection off',
    apply: (stack) => modifyDatabase(stack, { DeletionProtection: false }),
  },
  {
    name: 'The database is deleted',
    output: 'database_instance_id',
    test: 'the database is up, and is the one that its endpoint leads to',
    expected: /exist|can be used/,
    received: 'exist',
    apply: async (stack) => {
      await modifyDatabase(stack, { DeletionProtection: false });
      return stack.aws.call('rds', 'DeleteDBInstance', {
        DBInstanceIdentifier: stack.outputs.database_instance_id,
        SkipFinalSnapshot: true,
      });
    },
  },
  {
    name: 'The database becomes smaller',
    output: 'database_instance_id',
    test: 'the database has the size that the load tests asked for, and room to grow',
    expected: 'db.r6g.large',
    received: 'db.t4g.medium',
    apply: (stack) => modifyDatabase(stack, { DBInstanceClass: 'db.t4g.medium' }),
  },
  {
    name: 'The database gets the security group of the processor as well',
    output: 'database_instance_id',
    test: 'the database is guarded by its own security group alone',
    expected: 'sg-',
    received: /beyond.*sg-/,
    apply: (stack) =>
      modifyDatabase(stack, {
        VpcSecurityGroupIds: [stack.outputs.database_security_group_id, stack.outputs.function_security_group_id],
      }),
  },
  {
    name: 'Connections without TLS are allowed',
    output: 'database_parameter_group_name',
    test: 'the database takes connections over TLS only, and logs what matters',
    expected: '1',
    received: '0',
    apply: (stack) => setParameter(stack, 'rds.force_ssl', '0'),
  },
  {
    name: 'Enhanced monitoring is switched off',
    output: 'database_instance_id',
    test: 'the database is watched every minute with its own role',
    expected: /60 seconds|1 minute/,
    received: 'off',
    apply: (stack) => modifyDatabase(stack, { MonitoringInterval: 0 }),
  },
  {
    name: 'The database no longer exports its logs',
    output: 'database_instance_id',
    test: 'the database sends its logs to CloudWatch',
    expected: 'postgresql',
    received: 'upgrade',
    apply: (stack) => modifyDatabase(stack, { CloudwatchLogsExportConfiguration: { DisableLogTypes: ['postgresql'] } }),
    on: { ministack: 'ministack answers EnabledCloudwatchLogsExports with an empty list before the change as well' },
  },
  {
    name: 'Administrator access is attached to the monitoring role',
    output: 'database_monitoring_role_arn',
    test: 'the monitoring role may write metrics of databases and do nothing else',
    expected: 'AmazonRDSEnhancedMonitoringRole',
    received: 'AdministratorAccess',
    apply: ({ aws }) =>
      aws.call('iam', 'AttachRolePolicy', {
        RoleName: 'transaction-processing-dev-rds-monitoring',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
  },
  {
    name: 'The log group of the database is made anew, without its key',
    output: 'database_log_group_name',
    test: 'the database has its logs kept for 90 days, encrypted with the key of the system',
    expected: 'key/',
    received: /no KMS|default|no key/,
    apply: async ({ aws, outputs }) => {
      const logGroupName = outputs.database_log_group_name;
      await aws.call('cloudwatch-logs', 'DeleteLogGroup', { logGroupName });
      await aws.call('cloudwatch-logs', 'CreateLogGroup', { logGroupName });
      return aws.call('cloudwatch-logs', 'PutRetentionPolicy', { logGroupName, retentionInDays: 90 });
    },
  },
  {
    name: 'The password is gone from the secret',
    output: 'database_secret_arn',
    test: 'the credentials are complete',
    expected: 'password',
    received: /username|password/,
    apply: ({ aws, outputs }) =>
      aws.call('secrets-manager', 'PutSecretValue', {
        SecretId: outputs.database_secret_arn,
        SecretString: JSON.stringify({ username: 'txn_admin', dbname: 'transactions', port: 5432 }),
      }),
  },
  {
    name: 'Anybody may read the secret',
    output: 'database_secret_arn',
    test: 'the credentials are readable by identities of this account alone',
    expected: 'no policy',
    received: 'secretsmanager:GetSecretValue',
    apply: ({ aws, outputs }) =>
      aws.call('secrets-manager', 'PutResourcePolicy', {
        SecretId: outputs.database_secret_arn,
        ResourcePolicy: policy({
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::210987654321:root' },
          Action: 'secretsmanager:GetSecretValue',
          Resource: '*',
        }),
      }),
  },
  {
    name: 'The key rotates every seven years',
    output: 'kms_key_alias',
    test: 'the key gets new material after 365 days',
    expected: '365 days',
    received: '2560 days',
    apply: ({ aws, outputs }) =>
      aws.call('kms', 'EnableKeyRotation', { KeyId: outputs.kms_key_arn, RotationPeriodInDays: 2560 }),
    on: { moto: 'moto 5.2.5 leaves RotationPeriodInDays out of GetKeyRotationStatus' },
  },
  {
    name: 'The database gets a certificate of another authority',
    output: 'database_instance_id',
    test: 'the database shows a certificate that clients trust',
    expected: 'rds-ca-rsa2048-g1',
    received: 'rds-ca-rsa4096-g1',
    apply: (stack) => modifyDatabase(stack, { CACertificateIdentifier: 'rds-ca-rsa4096-g1' }),
  },
  {
    name: 'The database gets a read replica',
    output: 'database_instance_id',
    test: 'the database has no copy elsewhere, and no role of its own',
    expected: 'ReadReplicaDBInstanceIdentifiers',
    received: 'transaction-processing-dev-copy',
    apply: ({ aws, outputs }) =>
      aws.call('rds', 'CreateDBInstanceReadReplica', {
        DBInstanceIdentifier: 'transaction-processing-dev-copy',
        SourceDBInstanceIdentifier: outputs.database_instance_id,
        DBInstanceClass: 'db.r6g.large',
      }),
  },
  {
    name: 'Connections with TLS 1.0 are allowed',
    output: 'database_parameter_group_name',
    test: 'the database takes connections over TLS only, and logs what matters',
    expected: 'TLSv1.2',
    received: 'TLSv1',
    apply: (stack) => setParameter(stack, 'ssl_min_protocol_version', 'TLSv1'),
  },
  {
    name: 'Passwords are kept as MD5',
    output: 'database_parameter_group_name',
    test: 'the database keeps passwords as SCRAM alone',
    expected: 'scram-sha-256',
    received: 'md5',
    apply: (stack) => setParameter(stack, 'password_encryption', 'md5'),
  },
  {
    name: 'The trust in the monitoring service covers web identities as well',
    output: 'database_monitoring_role_arn',
    test: 'the monitoring role is for monitoring of databases alone',
    expected: 'sts:AssumeRole',
    received: 'sts:AssumeRoleWithWebIdentity',
    apply: ({ aws }) =>
      aws.call('iam', 'UpdateAssumeRolePolicy', {
        RoleName: 'transaction-processing-dev-rds-monitoring',
        PolicyDocument: policy({
          Effect: 'Allow',
          Principal: { Service: 'monitoring.rds.amazonaws.com' },
          Action: ['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity'],
        }),
      }),
  },
];
