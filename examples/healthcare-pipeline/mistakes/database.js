// @ts-check

/** @typedef {import('../../failure.js').Stack} Stack */

/** @param {Record<string, unknown>} change */
function modify(change) {
  return (/** @type {Stack} */ { aws, outputs }) =>
    aws.call('rds', 'ModifyDBInstance', {
      DBInstanceIdentifier: outputs.DatabaseInstanceIdentifier,
      ApplyImmediately: true,
      ...change,
    });
}

/** @type {import('../../failure.js').Mistake[]} */
module.exports = [
  {
    name: 'Multi-AZ of the database is switched off',
    output: 'DatabaseInstanceIdentifier',
    test: 'the patient database survives the loss of a zone',
    expected: 'more than one',
    received: 'no standby',
    apply: modify({ MultiAZ: false }),
  },
  {
    name: 'the database is made public',
    output: 'DatabaseInstanceIdentifier',
    test: 'the patient database is private, and guarded by its security group alone',
    expected: 'not: ',
    received: 'PubliclyAccessible is true',
    apply: modify({ PubliclyAccessible: true }),
  },
  {
    name: 'backups of the database are switched off',
    output: 'DatabaseInstanceIdentifier',
    test: 'the patient database can be restored to any second of the last 35 days',
    expected: '35',
    received: '0',
    apply: modify({ BackupRetentionPeriod: 0 }),
  },
  {
    name: 'the deletion protection of the database is switched off',
    output: 'DatabaseInstanceIdentifier',
    test: 'the patient database cannot be deleted by mistake',
    expected: /on|true/,
    received: /off|false/,
    apply: modify({ DeletionProtection: false }),
  },
  {
    name: 'the database is upgraded by hand',
    output: 'DatabaseInstanceIdentifier',
    test: 'the patient database runs PostgreSQL 15.10',
    expected: '15.10',
    received: '16.4',
    apply: modify({ EngineVersion: '16.4', AllowMajorVersionUpgrade: true }),
  },
  {
    name: 'the database gets a smaller class',
    output: 'DatabaseInstanceIdentifier',
    test: 'the patient database has the size that was paid for, and room to grow',
    expected: 'db.t4g.medium',
    received: 'db.t4g.micro',
    apply: modify({ DBInstanceClass: 'db.t4g.micro' }),
  },
  {
    name: 'IAM authentication of the database is switched off',
    output: 'DatabaseInstanceIdentifier',
    test: 'the patient database takes IAM tokens, so that people need no password',
    expected: 'sign-in with IAM',
    received: 'false',
    apply: modify({ EnableIAMDatabaseAuthentication: false }),
  },
  {
    name: 'enhanced monitoring of the database is switched off',
    output: 'DatabaseInstanceIdentifier',
    test: 'the patient database is watched closely',
    expected: /on, every/,
    received: 'off',
    apply: modify({ MonitoringInterval: 0 }),
  },
  {
    name: 'a second security group is put on the database',
    output: 'DatabaseInstanceIdentifier',
    test: 'the patient database is private, and guarded by its security group alone',
    expected: 'sg-',
    received: 'beyond',
    apply: (stack) =>
      modify({
        VpcSecurityGroupIds: [stack.outputs.DatabaseSecurityGroupId, stack.outputs.EndpointSecurityGroupId],
      })(stack),
  },
  {
    name: 'the database takes connections without TLS',
    output: 'DatabaseParameterGroupName',
    test: 'the parameters of the database demand TLS, and write down every statement that changes data',
    expected: /rds\.force_ssl.*1/,
    received: /rds\.force_ssl.*0/,
    apply: ({ aws, outputs }) =>
      aws.call('rds', 'ModifyDBParameterGroup', {
        DBParameterGroupName: outputs.DatabaseParameterGroupName,
        Parameters: [{ ParameterName: 'rds.force_ssl', ParameterValue: '0', ApplyMethod: 'pending-reboot' }],
      }),
  },
  {
    name: 'the database stops to export its logs',
    output: 'DatabaseInstanceIdentifier',
    test: 'the patient database sends its logs to CloudWatch Logs',
    expected: 'postgresql',
    received: 'upgrade',
    apply: modify({ CloudwatchLogsExportConfiguration: { DisableLogTypes: ['postgresql'] } }),
    on: { ministack: 'it answers EnabledCloudwatchLogsExports with an empty list' },
  },
  {
    name: 'the database is deleted',
    output: 'DatabaseInstanceIdentifier',
    test: 'the patient database runs PostgreSQL 15.10',
    expected: 'exist',
    received: /does not exist/,
    apply: async (stack) => {
      await modify({ DeletionProtection: false })(stack);
      await stack.aws.call('rds', 'DeleteDBInstance', {
        DBInstanceIdentifier: stack.outputs.DatabaseInstanceIdentifier,
        SkipFinalSnapshot: true,
      });
    },
  },
];
