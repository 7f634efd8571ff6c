// @ts-check

const { policy } = require('../../policy');

/** @typedef {import('../../failure.js').Stack} Stack */

const masterPassword = { username: 'monitoring_admin', password: 'correct-horse-battery-staple' };

/** @param {Stack} stack @param {Record<string, unknown>} change */
function modifyDatabase({ aws, outputs }, change) {
  return aws.call('rds', 'ModifyDBInstance', {
    DBInstanceIdentifier: outputs.DatabaseInstanceIdentifier,
    ApplyImmediately: true,
    ...change,
  });
}

/** @param {Stack} stack @param {string} ParameterName @param {string} ParameterValue */
function setParameter({ aws, outputs }, ParameterName, ParameterValue) {
  return aws.call('rds', 'ModifyDBParameterGroup', {
    DBParameterGroupName: outputs.DatabaseParameterGroupName,
    Parameters: [{ ParameterName, ParameterValue, ApplyMethod: 'immediate' }],
  });
}

/** @param {Stack} stack @param {'DataKey' | 'LogsKey'} key */
function grantToStranger({ aws, resources }, key) {
  return aws.call('kms', 'CreateGrant', {
    KeyId: resources[key]?.physicalId,
    GranteePrincipal: 'arn:aws:iam::999999999999:root',
    Operations: ['Decrypt'],
  });
}

/** @param {Stack} stack @param {Record<string, unknown>} change */
function modifyCache({ aws, outputs }, change) {
  return aws.call('elasticache', 'ModifyReplicationGroup', {
    ReplicationGroupId: outputs.CacheReplicationGroupId,
    ApplyImmediately: true,
    ...change,
  });
}

/** @param {Stack} stack @param {unknown} KeyId @param {(statement: Record<string, unknown>) => unknown[]} change */
async function changeKeyPolicy({ aws }, KeyId, change) {
  const { Policy } = await aws.call('kms', 'GetKeyPolicy', { KeyId, PolicyName: 'default' });
  const document = JSON.parse(String(Policy));
  document.Statement = document.Statement.flatMap(change);
  return aws.call('kms', 'PutKeyPolicy', { KeyId, PolicyName: 'default', Policy: JSON.stringify(document) });
}

const logsGrant =
  'SC-12: the keys CloudWatch Logs may use the logs key for the log groups of this account, and for nothing else';

/** @type {import('../../failure.js').Mistake[]} */
module.exports = [
  {
    name: 'CloudWatch Logs loses the logs key',
    output: 'LogsKeyArn',
    test: logsGrant,
    expected: 'logs.us-west-2.amazonaws.com',
    received: 'missing',
    apply: (stack) =>
      changeKeyPolicy(stack, stack.outputs.LogsKeyArn, (statement) =>
        statement.Sid === 'CloudWatchLogs' ? [] : [statement],
      ),
  },
  {
    name: 'CloudWatch Logs may use the logs key for everybody',
    output: 'LogsKeyArn',
    test: logsGrant,
    expected: 'confined by a condition',
    received: 'not confined by a condition',
    apply: (stack) => changeKeyPolicy(stack, stack.outputs.LogsKeyArn, ({ Condition: _, ...statement }) => [statement]),
  },
  {
    name: 'Another account may use the data key',
    output: 'DataKeyArn',
    test: 'SC-12: the keys the data key serves this account, and alarms that go to the encrypted topic',
    expected: 'cloudwatch.amazonaws.com',
    received: '999999999999',
    apply: (stack) =>
      changeKeyPolicy(stack, stack.outputs.DataKeyArn, (statement) =>
        statement.Sid === 'Administration'
          ? [
              statement,
              {
                Effect: 'Allow',
                Principal: { AWS: 'arn:aws:iam::999999999999:root' },
                Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
                Resource: '*',
              },
            ]
          : [statement],
      ),
  },
  {
    name: 'Another account gets a grant on the data key',
    output: 'DataKeyArn',
    test: 'SC-12: the keys the data key is granted to the services that keep data with it, and to nobody else',
    expected: 'rds.us-west-2.amazonaws.com',
    received: '999999999999',
    apply: (stack) => grantToStranger(stack, 'DataKey'),
  },
  {
    name: 'Another account gets a grant on the logs key',
    output: 'LogsKeyArn',
    test: 'SC-12: the keys the logs key is granted to nobody',
    expected: 'no grant',
    received: '999999999999',
    apply: (stack) => grantToStranger(stack, 'LogsKey'),
  },
  {
    name: 'The data key no longer rotates',
    output: 'DataKeyArn',
    test: 'SC-12: the keys the data key is enabled, is ours, rotates, and has its alias',
    expected: /on/,
    received: /off/,
    apply: ({ aws, outputs }) => aws.call('kms', 'DisableKeyRotation', { KeyId: outputs.DataKeyArn }),
  },
  {
    name: 'The data key rotates every seven years',
    output: 'DataKeyAlias',
    test: 'SC-12: the keys rotate every year',
    expected: '365',
    received: '2560',
    apply: ({ aws, resources }) =>
      aws.call('kms', 'EnableKeyRotation', { KeyId: resources.DataKey?.physicalId, RotationPeriodInDays: 2560 }),
    on: { moto: 'moto 5.2.5 leaves RotationPeriodInDays out of GetKeyRotationStatus' },
  },
  {
    name: 'The data key is disabled',
    output: 'DataKeyArn',
    test: 'SC-12: the keys the data key is enabled, is ours, rotates, and has its alias',
    expected: 'a state in which it can be used',
    received: 'Disabled',
    apply: ({ aws, resources }) => aws.call('kms', 'DisableKey', { KeyId: resources.DataKey?.physicalId }),
  },
  {
    name: 'The logs key is to be deleted',
    output: 'LogsKeyArn',
    test: 'SC-12: the keys the logs key is enabled, is ours, rotates, and has its alias',
    expected: 'a state in which it can be used',
    received: 'PendingDeletion',
    apply: ({ aws, resources }) =>
      aws.call('kms', 'ScheduleKeyDeletion', { KeyId: resources.LogsKey?.physicalId, PendingWindowInDays: 7 }),
  },
  {
    name: 'The alias of the data key leads to the logs key',
    output: 'DataKeyArn',
    test: 'SC-12: the keys the data key is enabled, is ours, rotates, and has its alias',
    expected: 'alias/fedramp-monitoring-data-dev',
    received: /no alias|none/i,
    apply: ({ aws, outputs, resources }) =>
      aws.call('kms', 'UpdateAlias', {
        AliasName: outputs.DataKeyAlias,
        TargetKeyId: resources.LogsKey?.physicalId,
      }),
  },
  {
    name: 'The database runs in one zone only',
    output: 'DatabaseInstanceIdentifier',
    test: 'the database survives the loss of a zone, and cannot be deleted (CP-10)',
    expected: /zone/i,
    received: /no standby/,
    apply: (stack) => modifyDatabase(stack, { MultiAZ: false }),
  },
  {
    name: 'The database can be deleted',
    output: 'DatabaseInstanceIdentifier',
    test: 'the database survives the loss of a zone, and cannot be deleted (CP-10)',
    expected: /on|true/,
    received: /off|false/,
    apply: (stack) => modifyDatabase(stack, { DeletionProtection: false }),
  },
  {
    name: 'The database is public',
    output: 'DatabaseInstanceIdentifier',
    test: 'the database is in the subnets of the data, behind its own security group, and not public (SC-7)',
    expected: /not/,
    received: 'PubliclyAccessible is true',
    apply: (stack) => modifyDatabase(stack, { PubliclyAccessible: true }),
  },
  {
    name: 'The database gets a copy that is public',
    output: 'DatabaseInstanceIdentifier',
    test: 'the database has no copy elsewhere, and no role of its own',
    expected: 'null',
    received: 'fedramp-monitoring-copy',
    apply: ({ aws, outputs }) =>
      aws.call('rds', 'CreateDBInstanceReadReplica', {
        DBInstanceIdentifier: 'fedramp-monitoring-copy',
        SourceDBInstanceIdentifier: outputs.DatabaseInstanceIdentifier,
        PubliclyAccessible: true,
      }),
  },
  {
    name: 'Somebody adds the security group of the service to the database',
    output: 'DatabaseInstanceIdentifier',
    test: 'the database is in the subnets of the data, behind its own security group, and not public (SC-7)',
    expected: /sg-/,
    received: 'beyond',
    apply: (stack) =>
      modifyDatabase(stack, {
        VpcSecurityGroupIds: [stack.outputs.DatabaseSecurityGroupId, stack.outputs.ServiceSecurityGroupId],
      }),
  },
  {
    name: 'The database is no longer backed up',
    output: 'DatabaseInstanceIdentifier',
    test: 'the database is backed up for 30 days, with the tags of the database (CP-9)',
    expected: '30',
    received: '0',
    apply: (stack) => modifyDatabase(stack, { BackupRetentionPeriod: 0 }),
  },
  {
    name: 'The database is upgraded to a version that nobody tested',
    output: 'DatabaseInstanceIdentifier',
    test: 'the database runs PostgreSQL 15.8, which the region still offers, and takes security fixes by itself (SI-2)',
    expected: '15.8',
    received: '16.4',
    apply: (stack) => modifyDatabase(stack, { EngineVersion: '16.4', AllowMajorVersionUpgrade: true }),
  },
  {
    name: 'Enhanced monitoring is switched off',
    output: 'DatabaseInstanceIdentifier',
    test: 'the database sends metrics of its operating system every minute, with its own role (AU-12)',
    expected: /60|1m|minute/,
    received: /off|0/,
    apply: (stack) => modifyDatabase(stack, { MonitoringInterval: 0 }),
  },
  {
    name: 'The database takes connections without TLS',
    output: 'DatabaseInstanceIdentifier',
    test: 'the database takes TLS connections only, and IAM sign-in (SC-8, IA-2)',
    expected: /TLS|encrypt|force_ssl/i,
    received: 'rds.force_ssl',
    apply: (stack) => setParameter(stack, 'rds.force_ssl', '0'),
  },
  {
    name: 'The database shows a certificate of another authority',
    output: 'DatabaseInstanceIdentifier',
    test: 'the database takes TLS connections only, and IAM sign-in (SC-8, IA-2)',
    expected: 'rds-ca-rsa2048-g1',
    received: 'rds-ca-ecc384-g1',
    apply: (stack) => modifyDatabase(stack, { CACertificateIdentifier: 'rds-ca-ecc384-g1' }),
  },
  {
    name: 'The database takes TLS 1.0',
    output: 'DatabaseParameterGroupName',
    test: 'the database takes TLS 1.2 and later alone, and keeps no password that MD5 hashed (SC-8, SC-13)',
    expected: 'TLSv1.2',
    received: /TLSv1(?!\.2)/,
    apply: (stack) => setParameter(stack, 'ssl_min_protocol_version', 'TLSv1'),
  },
  {
    name: 'The database hashes passwords with MD5',
    output: 'DatabaseParameterGroupName',
    test: 'the database takes TLS 1.2 and later alone, and keeps no password that MD5 hashed (SC-8, SC-13)',
    expected: 'scram-sha-256',
    received: 'md5',
    apply: (stack) => setParameter(stack, 'password_encryption', 'md5'),
  },
  {
    name: 'The database is deleted',
    output: 'DatabaseInstanceIdentifier',
    test: 'the database is available, and listens where the outputs say',
    expected: /exists|available/i,
    received: /does not exist|DBInstanceNotFound/,
    apply: async (stack) => {
      await modifyDatabase(stack, { DeletionProtection: false });
      await stack.aws.call('rds', 'DeleteDBInstance', {
        DBInstanceIdentifier: stack.outputs.DatabaseInstanceIdentifier,
        SkipFinalSnapshot: true,
      });
    },
  },
  {
    name: 'The secret of the database gets a value without a user name',
    output: 'DatabaseSecretArn',
    test: 'IA-5: the generated credentials of the database are a user and a password under the data key',
    expected: 'username',
    received: 'password',
    apply: ({ aws, outputs }) =>
      aws.call('secrets-manager', 'PutSecretValue', {
        SecretId: outputs.DatabaseSecretArn,
        SecretString: JSON.stringify({ user: masterPassword.username, password: masterPassword.password }),
      }),
  },
  {
    name: 'Another account may read the secret of the database',
    output: 'DatabaseSecretArn',
    test: 'IA-5: the generated credentials of the database stay in this account',
    expected: 'aws:PrincipalAccount',
    received: '999999999999',
    apply: ({ aws, outputs }) =>
      aws.call('secrets-manager', 'PutResourcePolicy', {
        SecretId: outputs.DatabaseSecretArn,
        ResourcePolicy: policy({
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::999999999999:root' },
          Action: 'secretsmanager:GetSecretValue',
          Resource: '*',
        }),
      }),
  },
  {
    name: 'The secret of the database is moved to the wrong key',
    output: 'DatabaseSecretArn',
    test: 'IA-5: the generated credentials of the database are a user and a password under the data key',
    expected: 'key/',
    received: 'key/',
    apply: ({ aws, outputs }) =>
      aws.call('secrets-manager', 'UpdateSecret', {
        SecretId: outputs.DatabaseSecretArn,
        KmsKeyId: outputs.LogsKeyArn,
      }),
  },
  {
    name: 'The password changes every month, and the collector keeps the old one',
    output: 'DatabaseSecretArn',
    test: 'IA-5: the generated credentials of DatabaseSecretArn do not change behind the back of what takes them',
    expected: /not/,
    received: /30/,
    apply: ({ aws, outputs, accountId }) =>
      aws.call('secrets-manager', 'RotateSecret', {
        SecretId: outputs.DatabaseSecretArn,
        RotationLambdaARN: `arn:aws:lambda:us-west-2:${accountId}:function:rotate`,
        RotationRules: { AutomaticallyAfterDays: 30 },
        RotateImmediately: false,
      }),
    on: { moto: 'moto 5.2.5 invokes the function of RotateSecret at once, and runs no function without Docker' },
  },
  {
    name: 'The token of the cache is to be deleted',
    output: 'CacheAuthSecretArn',
    test: 'IA-5: the generated credentials of the cache are a token under the data key',
    expected: 'a state in which it can be used',
    received: 'scheduled for deletion',
    apply: ({ aws, outputs }) =>
      aws.call('secrets-manager', 'DeleteSecret', { SecretId: outputs.CacheAuthSecretArn, RecoveryWindowInDays: 7 }),
  },
  {
    name: 'The cache no longer fails over by itself',
    output: 'CacheReplicationGroupId',
    test: 'the cache fails over by itself (CP-10)',
    expected: /enabled|automatic/,
    received: 'disabled',
    apply: (stack) => modifyCache(stack, { AutomaticFailoverEnabled: false, MultiAZEnabled: false }),
  },
  {
    name: 'The cache is no longer backed up',
    output: 'CacheReplicationGroupId',
    test: 'the cache is backed up for a week, at night (CP-9)',
    expected: '7',
    received: '0',
    apply: (stack) => modifyCache(stack, { SnapshotRetentionLimit: 0 }),
  },
  {
    name: 'The cache is made anew without TLS and without a token',
    output: 'CacheReplicationGroupId',
    test: 'the cache is encrypted in transit, and asks for a token (SC-8, IA-2)',
    expected: /./,
    received: /TransitEncryption/,
    apply: async ({ aws, outputs }) => {
      const ReplicationGroupId = outputs.CacheReplicationGroupId;
      await aws.call('elasticache', 'DeleteReplicationGroup', { ReplicationGroupId });
      await aws.call('elasticache', 'CreateReplicationGroup', {
        ReplicationGroupId,
        ReplicationGroupDescription: 'Latest readings of every agent',
        Engine: 'redis',
        EngineVersion: '7.1',
        CacheNodeType: 'cache.m6g.large',
        NumCacheClusters: 2,
        AtRestEncryptionEnabled: true,
        AutomaticFailoverEnabled: true,
        MultiAZEnabled: true,
      });
    },
    on: { moto: 'moto 5.2.5 keeps a deleted replication group, so none can be made under its name' },
  },
  {
    name: 'The stream is no longer encrypted',
    output: 'EventStreamName',
    test: 'the stream of events is encrypted with the data key (SC-28)',
    expected: 'key/',
    received: 'NONE',
    apply: ({ aws, outputs }) =>
      aws.call('kinesis', 'StopStreamEncryption', {
        StreamName: outputs.EventStreamName,
        EncryptionType: 'KMS',
        KeyId: outputs.DataKeyArn,
      }),
  },
  {
    name: 'The stream forgets after a day',
    output: 'EventStreamName',
    test: 'the stream of events has its two shards, and keeps events for a week',
    expected: /7|168/,
    received: '24',
    apply: ({ aws, outputs }) =>
      aws.call('kinesis', 'DecreaseStreamRetentionPeriod', {
        StreamName: outputs.EventStreamName,
        RetentionPeriodHours: 24,
      }),
  },
];
