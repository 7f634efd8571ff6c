// @ts-check

const { policy } = require('../../policy');

/** @typedef {import('../../failure.js').Mistake} Mistake */

/**
 * @param {object} change members of ModifyDBCluster
 * @returns {Mistake['apply']}
 */
const modifyCluster =
  (change) =>
  ({ aws, resources }) =>
    aws.call('rds', 'ModifyDBCluster', {
      DBClusterIdentifier: resources.DatabaseCluster?.physicalId,
      ApplyImmediately: true,
      ...change,
    });

/**
 * @param {string} output key of the output with the instance's id
 * @param {object} change members of ModifyDBInstance
 * @returns {Mistake['apply']}
 */
const modifyInstance =
  (output, change) =>
  ({ aws, outputs }) =>
    aws.call('rds', 'ModifyDBInstance', { DBInstanceIdentifier: outputs[output], ApplyImmediately: true, ...change });

/**
 * @param {string} name of a parameter of the cluster @param {string} value
 * @returns {Mistake['apply']}
 */
const changeParameter =
  (name, value) =>
  ({ aws, resources }) =>
    aws.call('rds', 'ModifyDBClusterParameterGroup', {
      DBClusterParameterGroupName: resources.DatabaseParameterGroup?.physicalId,
      Parameters: [{ ParameterName: name, ParameterValue: value, ApplyMethod: 'immediate' }],
    });

const keptByTheTeam = 'the credentials of the ledger database are kept by the team, and changed by nobody else';

/** @type {Mistake[]} */
const database = [
  {
    name: 'the ledger may scale to 64 capacity units',
    output: 'aurora-cluster-endpoint',
    test: 'the ledger database scales between half a capacity unit and eight',
    expected: '8',
    received: '64',
    apply: modifyCluster({ ServerlessV2ScalingConfiguration: { MinCapacity: 0.5, MaxCapacity: 64 } }),
  },
  {
    name: 'backups of the ledger are kept for a day',
    output: 'aurora-cluster-endpoint',
    test: 'the ledger database is backed up for 35 days, at night',
    expected: '35',
    received: '1 day',
    apply: modifyCluster({ BackupRetentionPeriod: 1 }),
  },
  {
    name: 'the ledger is backed up while the exchange is open',
    output: 'aurora-cluster-endpoint',
    test: 'the ledger database is backed up for 35 days, at night',
    expected: '03:00-04:00',
    received: '15:00-16:00',
    apply: modifyCluster({ PreferredBackupWindow: '15:00-16:00' }),
  },
  {
    name: 'the ledger can be deleted',
    output: 'aurora-cluster-endpoint',
    test: 'the ledger database is not deleted by mistake',
    expected: 'on',
    received: 'off',
    apply: modifyCluster({ DeletionProtection: false }),
  },
  {
    name: 'the ledger no longer lets in IAM identities',
    output: 'aurora-cluster-endpoint',
    test: 'the ledger database lets in IAM identities',
    expected: 'IAM',
    received: 'IAMDatabaseAuthenticationEnabled is false',
    on: { moto: 'moto 5.2.5 ignores EnableIAMDatabaseAuthentication of ModifyDBCluster' },
    apply: modifyCluster({ EnableIAMDatabaseAuthentication: false }),
  },
  {
    name: 'the ledger is in another security group',
    output: 'aurora-cluster-endpoint',
    test: 'the ledger database can be reached from the VPC alone (PCI DSS 1.4.4)',
    expected: 'sg-',
    received: 'beyond',
    apply: (stack) =>
      Promise.resolve(modifyCluster({ VpcSecurityGroupIds: [stack.outputs['default-security-group-id']] })(stack)),
  },
  {
    name: 'the ledger runs another version',
    output: 'aurora-cluster-endpoint',
    test: 'the ledger database runs Aurora PostgreSQL 15.12',
    expected: '15.12',
    received: '16.8',
    apply: modifyCluster({ EngineVersion: '16.8', AllowMajorVersionUpgrade: true }),
  },
  {
    name: 'the ledger uses the parameters of AWS, which let in connections without TLS',
    output: 'aurora-cluster-endpoint',
    test: 'the ledger database takes connections over TLS alone (PCI DSS 4.2)',
    expected: 'trading-ledger-dev',
    received: 'default.aurora-postgresql15',
    apply: modifyCluster({ DBClusterParameterGroupName: 'default.aurora-postgresql15' }),
  },
  {
    name: 'TLS is no longer enforced',
    output: 'aurora-cluster-endpoint',
    test: 'the ledger database takes connections over TLS alone (PCI DSS 4.2)',
    expected: /TLS|encrypt/,
    received: 'rds.force_ssl',
    apply: ({ aws, resources }) =>
      aws.call('rds', 'ModifyDBClusterParameterGroup', {
        DBClusterParameterGroupName: resources.DatabaseParameterGroup?.physicalId,
        Parameters: [{ ParameterName: 'rds.force_ssl', ParameterValue: '0', ApplyMethod: 'pending-reboot' }],
      }),
  },
  {
    name: 'statements are no longer logged',
    output: 'aurora-cluster-endpoint',
    test: 'the ledger database writes down who connected and what was changed (PCI DSS 10.2)',
    expected: 'mod',
    received: 'none',
    apply: ({ aws, resources }) =>
      aws.call('rds', 'ModifyDBClusterParameterGroup', {
        DBClusterParameterGroupName: resources.DatabaseParameterGroup?.physicalId,
        Parameters: [{ ParameterName: 'log_statement', ParameterValue: 'none', ApplyMethod: 'pending-reboot' }],
      }),
  },
  {
    name: 'the log of the ledger no longer goes to CloudWatch Logs',
    output: 'aurora-cluster-endpoint',
    test: 'the ledger database sends its log to CloudWatch Logs',
    expected: 'postgresql',
    received: 'no log',
    on: {
      ministack: 'ministack 1.5.33 leaves EnabledCloudwatchLogsExports out of DescribeDBClusters',
      moto: 'moto 5.2.5 ignores CloudwatchLogsExportConfiguration of ModifyDBCluster',
    },
    apply: modifyCluster({ CloudwatchLogsExportConfiguration: { DisableLogTypes: ['postgresql'] } }),
  },
  {
    name: 'the reader is public',
    output: 'aurora-reader-id',
    test: 'the reader of the ledger database is serverless, private, and kept up to date',
    expected: 'not: public',
    received: 'PubliclyAccessible is true',
    apply: modifyInstance('aurora-reader-id', { PubliclyAccessible: true }),
  },
  {
    name: 'the writer has a class of fixed size',
    output: 'aurora-writer-id',
    test: 'the writer of the ledger database is serverless, private, and kept up to date',
    expected: 'db.serverless',
    received: 'db.r6g.large',
    apply: modifyInstance('aurora-writer-id', { DBInstanceClass: 'db.r6g.large' }),
  },
  {
    name: 'the writer is no longer watched',
    output: 'aurora-writer-id',
    test: 'the writer of the ledger database is watched each minute',
    expected: /60|1 minute/,
    received: /off|0/,
    apply: modifyInstance('aurora-writer-id', { MonitoringInterval: 0 }),
  },
  {
    name: 'the reader was deleted',
    output: 'aurora-reader-id',
    test: 'the reader of the ledger database is serverless, private, and kept up to date',
    expected: 'exists',
    received: 'does not exist',
    apply: ({ aws, outputs }) =>
      aws.call('rds', 'DeleteDBInstance', {
        DBInstanceIdentifier: outputs['aurora-reader-id'],
        SkipFinalSnapshot: true,
      }),
  },
  {
    name: 'the credentials of the ledger lost their password',
    output: 'aurora-secret-arn',
    test: 'the credentials of the ledger database are whole',
    expected: 'password',
    received: 'username',
    apply: ({ aws, outputs }) =>
      aws.call('secrets-manager', 'PutSecretValue', {
        SecretId: outputs['aurora-secret-arn'],
        SecretString: JSON.stringify({ username: 'ledger_admin' }),
      }),
  },
  {
    name: 'the credentials of the ledger are under the key of AWS',
    output: 'aurora-secret-arn',
    test: 'the credentials of the ledger database are encrypted with the data key',
    expected: 'managed by CUSTOMER',
    received: 'alias/aws/secretsmanager',
    apply: ({ aws, outputs }) =>
      aws.call('secrets-manager', 'UpdateSecret', {
        SecretId: outputs['aurora-secret-arn'],
        KmsKeyId: 'alias/aws/secretsmanager',
      }),
  },
  {
    name: 'the credentials of the ledger are shared with another account',
    output: 'aurora-secret-arn',
    test: 'the credentials of the ledger database stay in this account and region',
    expected: /no statement|nothing|no/,
    received: '999999999999',
    apply: ({ aws, outputs }) =>
      aws.call('secrets-manager', 'PutResourcePolicy', {
        SecretId: outputs['aurora-secret-arn'],
        ResourcePolicy: policy({
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::999999999999:root' },
          Action: 'secretsmanager:GetSecretValue',
          Resource: '*',
        }),
      }),
  },
  {
    name: 'the credentials of the ledger are scheduled for deletion',
    output: 'aurora-secret-arn',
    test: 'the credentials of the ledger database are encrypted with the data key',
    expected: 'can be used',
    received: 'scheduled for deletion',
    apply: ({ aws, outputs }) =>
      aws.call('secrets-manager', 'DeleteSecret', { SecretId: outputs['aurora-secret-arn'], RecoveryWindowInDays: 7 }),
  },
  {
    name: 'a subnet of the application got into the subnet group of the database',
    output: 'aurora-subnet-group-name',
    test: 'the subnet group holds the database subnets of both zones and no other',
    expected: /subnet-|can be used/,
    // moto 5.2.5 loses a subnet group that is modified.
    received: /subnet-|does not exist/,
    apply: ({ aws, outputs }) =>
      aws.call('rds', 'ModifyDBSubnetGroup', {
        DBSubnetGroupName: outputs['aurora-subnet-group-name'],
        SubnetIds: [outputs['database-subnet-a-id'], outputs['app-subnet-b-id']],
      }),
  },
  {
    name: 'the ledger takes connections over old TLS',
    output: 'aurora-cluster-endpoint',
    test: 'the ledger database takes connections over TLS alone (PCI DSS 4.2)',
    expected: 'TLSv1.2',
    received: /TLSv1(?!\.2)/,
    apply: changeParameter('ssl_min_protocol_version', 'TLSv1'),
  },
  {
    name: 'every statement gets into the log, card numbers and all',
    output: 'aurora-cluster-endpoint',
    test: 'the ledger database never writes down what was asked, however long it took (PCI DSS 3.3)',
    expected: '-1',
    received: '0',
    apply: changeParameter('log_min_duration_statement', '0'),
  },
  {
    name: 'the orders function changes the password of the ledger',
    output: 'aurora-secret-arn',
    test: keptByTheTeam,
    expected: 'not',
    received: 'rotation on',
    apply: ({ aws, outputs }) =>
      aws.call('secrets-manager', 'RotateSecret', {
        SecretId: outputs['aurora-secret-arn'],
        RotationLambdaARN: outputs['orders-function-arn'],
        RotationRules: { AutomaticallyAfterDays: 30 },
      }),
  },
  {
    name: 'AWS keeps the password of the ledger',
    output: 'aurora-cluster-endpoint',
    test: keptByTheTeam,
    expected: 'not',
    received: 'secret:rds',
    on: { ministack: 'ministack 1.5.33 ignores ManageMasterUserPassword of ModifyDBCluster' },
    apply: modifyCluster({ ManageMasterUserPassword: true }),
  },
  {
    name: 'AWS may change the writer while the exchange is open',
    output: 'aurora-writer-id',
    test: 'the writer of the ledger database is changed by AWS on Sunday mornings alone',
    expected: 'sun:05:00-sun:06:00',
    received: 'wed:15:00-wed:16:00',
    apply: modifyInstance('aurora-writer-id', { PreferredMaintenanceWindow: 'wed:15:00-wed:16:00' }),
  },
];

module.exports = { database };
