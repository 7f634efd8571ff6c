// biome-ignore-all lint/suspicious/noTemplateCurlyInString: toHavePolicyDocument fills the placeholders

import { outputs, resource } from 'stackproof';

const key = resource('kms_key_arn', 'AWS::KMS::Key');
const alias = resource('kms_key_alias', 'AWS::KMS::Alias');
const database = resource('database_instance_id', 'AWS::RDS::DBInstance');
const databaseByEndpoint = resource('database_endpoint', 'AWS::RDS::DBInstance');
const secret = resource('database_secret_arn', 'AWS::SecretsManager::Secret');
const subnetGroup = resource('database_subnet_group_name', 'AWS::RDS::DBSubnetGroup');
const parameterGroup = resource('database_parameter_group_name', 'AWS::RDS::DBParameterGroup');
const monitoringRole = resource('database_monitoring_role_arn', 'AWS::IAM::Role');
const logGroup = resource('database_log_group_name', 'AWS::Logs::LogGroup');
const vpc = resource('vpc_id', 'AWS::EC2::VPC');
const databaseGroup = resource('database_security_group_id', 'AWS::EC2::SecurityGroup');

const tags = {
  Project: 'transaction-processing',
  Environment: 'dev',
  Owner: 'payments-platform',
  CostCenter: 'CC-4471',
  DataClassification: 'confidential',
  ManagedBy: 'terraform',
};

describe('the key', () => {
  test("is the customer's own, enabled, and for encryption in this region", async () => {
    await expect(key).toBeAvailable();
    await expect(key).toBeCustomerManaged();
    await expect(key).toHaveKeySpec('SYMMETRIC_DEFAULT');
    await expect(key).toHaveKeyUsage('ENCRYPT_DECRYPT');
    await expect(key).not.toBeMultiRegion();
    await expect(key).toHaveDescription(/^Transaction data at rest/);
  });

  test('rotates every year', async () => {
    await expect(key).toHaveKeyRotation();
  });

  test('gets new material after 365 days', async () => {
    await expect(alias).toHaveKeyRotation({ periodInDays: 365 });
  });

  test('is found by its alias', async () => {
    await expect(alias).toExist();
    await expect(key).toHaveAlias('alias/transaction-processing-dev');
    await expect(alias).toHaveConfig({ AliasName: 'alias/transaction-processing-dev', TargetKeyId: key });
  });

  test('may be used by CloudWatch Logs and alarms, administered by the account, and nothing else', async () => {
    await expect(key).toGrantService('logs');
    await expect(key).toHavePolicyDocument({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::${AWS::AccountId}:root' },
          Action: 'kms:*',
          Resource: '*',
        },
        {
          Effect: 'Allow',
          Principal: { Service: 'logs.${AWS::Region}.amazonaws.com' },
          Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
          Resource: '*',
          Condition: {
            ArnLike: {
              'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/*',
            },
          },
        },
        {
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
          Resource: '*',
          Condition: { StringEquals: { 'aws:SourceAccount': '${AWS::AccountId}' } },
        },
      ],
    });
  });
});

describe('the grants on the key', () => {
  test('are for the processor and the services that keep data with it, and for nobody else', async () => {
    await expect(key).toHaveGrantsOnlyFor([
      resource('processor_role_arn', 'AWS::IAM::Role'),
      'rds.us-east-1.amazonaws.com',
      'dynamodb.us-east-1.amazonaws.com',
    ]);
  });
});

describe('the database', () => {
  test('is up, and is the one that its endpoint leads to', async () => {
    await expect(database).toBeAvailable();
    await expect(database).toHaveConfig({ DBInstanceIdentifier: 'transaction-processing-dev', DBName: 'transactions' });
    await expect(database).toHaveConfig({ MasterUsername: 'txn_admin' });
    await expect(databaseByEndpoint).toHaveConfig({ DBInstanceIdentifier: 'transaction-processing-dev' });
    await expect(database).toListenOnPort(5432);
  });

  test('runs PostgreSQL 15.8 until somebody decides otherwise', async () => {
    await expect(database).toHaveEngine('postgres');
    await expect(database).toHaveEngineVersion('15.8');
    await expect(database).not.toHaveAutoMinorVersionUpgrade();
  });

  test('runs a version that the region still offers', async () => {
    await expect(database).toHaveAvailableEngineVersion();
  });

  test('survives the loss of an Availability Zone', async () => {
    await expect(database).toBeMultiAz();
  });

  test('has the size that the load tests asked for, and room to grow', async () => {
    await expect(database).toHaveInstanceClass('db.r6g.large');
    await expect(database).toHaveAllocatedStorage(200);
    await expect(database).toHaveStorageAutoscaling(1000);
    await expect(database).toHaveStorageType('gp3');
  });

  test('is encrypted with the key of the system', async () => {
    await expect(database).toBeKmsEncrypted({ key, manager: 'CUSTOMER' });
  });

  test('can be restored to any moment of the last two weeks', async () => {
    await expect(database).toHaveBackupRetention(14);
    await expect(database).toHavePointInTimeRecovery();
    await expect(database).toHaveConfig({ CopyTagsToSnapshot: true });
  });

  test('is backed up and maintained at night', async () => {
    await expect(database).toHaveConfig({ PreferredBackupWindow: '03:00-04:00' });
    await expect(database).toHaveMaintenanceWindow('sun:05:00-sun:06:00');
  });

  test('cannot be deleted by mistake', async () => {
    await expect(database).toHaveDeletionProtection();
  });

  test('has no copy elsewhere, and no role of its own', async () => {
    await expect(database).toHaveConfig({
      'ReadReplicaDBInstanceIdentifiers[0]': null,
      'ReadReplicaDBClusterIdentifiers[0]': null,
      'DBInstanceAutomatedBackupsReplications[0]': null,
      'AssociatedRoles[0]': null,
    });
  });

  test('is not reachable from the internet', async () => {
    await expect(database).not.toBePubliclyAccessible();
    await expect(database).toBeInPrivateSubnets();
    await expect(database).toBeInVpc(vpc);
  });

  test('is guarded by its own security group alone', async () => {
    await expect(database).toHaveOnlySecurityGroups(databaseGroup);
  });

  test('sits in the database subnets, in two zones', async () => {
    await expect(database).toHaveConfig({ 'DBSubnetGroup.DBSubnetGroupName': subnetGroup });
    await expect(subnetGroup).toBeAvailable();
    await expect(subnetGroup).toBeInVpc(vpc);
    await expect(subnetGroup).toBeInSubnet(await outputs.get<string[]>('database_subnet_ids'));
    await expect(subnetGroup).toSpanAvailabilityZones(2);
  });

  test('takes connections over TLS only, and logs what matters', async () => {
    await expect(parameterGroup).toHaveConfig({ DBParameterGroupFamily: 'postgres15' });
    await expect(parameterGroup).toHaveEngineParameter('rds.force_ssl', 1);
    await expect(parameterGroup).toHaveEngineParameter('ssl_min_protocol_version', 'TLSv1.2');
    await expect(parameterGroup).toHaveEngineParameter('log_connections', 1);
    await expect(parameterGroup).toHaveEngineParameter('log_disconnections', 1);
    await expect(parameterGroup).toHaveEngineParameter('log_statement', 'ddl');
    await expect(parameterGroup).toHaveEngineParameter('log_min_duration_statement', 1000);
    await expect(database).toHaveConfig({ DBParameterGroups: [{ DBParameterGroupName: parameterGroup }] });
    await expect(database).toEncryptInTransit();
  });

  test('shows a certificate that clients trust', async () => {
    await expect(database).toHaveConfig({ CACertificateIdentifier: 'rds-ca-rsa2048-g1' });
  });

  test('keeps passwords as SCRAM alone', async () => {
    await expect(parameterGroup).toHaveEngineParameter('password_encryption', 'scram-sha-256');
  });

  test('lets people in with IAM, and keeps its master password in the secret', async () => {
    await expect(database).toUseIamAuthentication();
    await expect(database).not.toHaveManagedMasterPassword();
  });

  test('is watched every minute with its own role', async () => {
    await expect(database).toHaveEnhancedMonitoring(60);
    await expect(database).toHaveConfig({ MonitoringRoleArn: monitoringRole });
  });

  test('shows what slows it down', async () => {
    await expect(database).toHavePerformanceInsights({ retentionInDays: 7 });
  });

  test('sends its logs to CloudWatch', async () => {
    await expect(database).toExportLogs(['postgresql', 'upgrade']);
  });

  test('has its logs kept for 90 days, encrypted with the key of the system', async () => {
    await expect(logGroup).toHaveRetention(90);
    await expect(logGroup).toBeKmsEncrypted({ key });
    await expect(logGroup).not.toHaveSubscriptionFilter();
    await expect(logGroup).not.toHaveMetricFilter();
  });
});

describe('the monitoring role', () => {
  test('is for monitoring of databases alone', async () => {
    await expect(monitoringRole).toTrustOnly(['monitoring.rds.amazonaws.com']);
    await expect(monitoringRole).toHavePolicyDocument({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { Service: 'monitoring.rds.amazonaws.com' }, Action: 'sts:AssumeRole' },
      ],
    });
  });

  test('may write metrics of databases and do nothing else', async () => {
    await expect(monitoringRole).toHaveOnlyManagedPolicies([
      'arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole',
    ]);
    await expect(monitoringRole).toHaveOnlyInlinePolicies([]);
    await expect(monitoringRole).not.toHavePermissionsBoundary();
    await expect(monitoringRole).toHaveMaxSessionDuration('1h');
  });
});

describe('the credentials', () => {
  test('are complete', async () => {
    await expect(secret).toBeAvailable();
    await expect(secret).toHaveSecretKeys(['username', 'password', 'dbname', 'port']);
    await expect(secret).toHaveDescription('Master credentials of the transactions database');
  });

  test('are encrypted with the key of the system, in this region alone', async () => {
    await expect(secret).toBeKmsEncrypted({ key, manager: 'CUSTOMER' });
    await expect(secret).toHaveConfig({ 'ReplicationStatus[0]': null });
  });

  test('are readable by identities of this account alone', async () => {
    await expect(secret).toHavePolicyDocument({ Version: '2012-10-17', Statement: [] });
  });

  test('do not change behind the back of the database', async () => {
    await expect(secret).not.toHaveRotation();
  });
});

describe('tags', () => {
  test('say of the data whose it is', async () => {
    await expect(key).toHaveTags({ ...tags, Name: 'transaction-processing-dev-data' });
    await expect(database).toHaveTags(tags);
    await expect(secret).toHaveTags(tags);
    await expect(subnetGroup).toHaveTags(tags);
    await expect(parameterGroup).toHaveTags(tags);
    await expect(monitoringRole).toHaveTags(tags);
    await expect(logGroup).toHaveTags(tags);
  });
});
