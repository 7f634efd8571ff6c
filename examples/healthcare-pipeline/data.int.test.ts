// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of policies

import { resource } from 'stackproof';

const key = resource('EncryptionKeyArn', 'AWS::KMS::Key');
const alias = resource('EncryptionKeyAlias', 'AWS::KMS::Alias');
const stream = resource('PatientDataStreamName', 'AWS::Kinesis::Stream');
const auditLog = resource('AuditLogGroupName', 'AWS::Logs::LogGroup');
const databaseLog = resource('DatabaseLogGroupName', 'AWS::Logs::LogGroup');
const secret = resource('DatabaseSecretArn', 'AWS::SecretsManager::Secret');
const database = resource('DatabaseInstanceIdentifier', 'AWS::RDS::DBInstance');
const subnetGroup = resource('DatabaseSubnetGroupName', 'AWS::RDS::DBSubnetGroup');
const parameterGroup = resource('DatabaseParameterGroupName', 'AWS::RDS::DBParameterGroup');
const monitoringRole = resource('DatabaseMonitoringRoleArn', 'AWS::IAM::Role');
const databaseGroup = resource('DatabaseSecurityGroupId', 'AWS::EC2::SecurityGroup');
const firstSubnet = resource('PrivateSubnet1Id', 'AWS::EC2::Subnet');
const secondSubnet = resource('PrivateSubnet2Id', 'AWS::EC2::Subnet');
const vpc = resource('VpcId', 'AWS::EC2::VPC');

describe('the encryption key', () => {
  test('is an enabled key of our own', async () => {
    await expect(key).toBeInState('Enabled');
    await expect(key).toBeAvailable();
    await expect(key).toBeCustomerManaged();
    await expect(key).toHaveDescription('Encrypts patient data and its audit trail (dev)');
  });

  test('is symmetric and stays in its region', async () => {
    await expect(key).toHaveKeySpec('SYMMETRIC_DEFAULT');
    await expect(key).toHaveKeyUsage('ENCRYPT_DECRYPT');
    await expect(key).not.toBeMultiRegion();
    await expect(key).toHaveConfig({ Origin: 'AWS_KMS' });
  });

  test('rotates by itself', async () => {
    await expect(key).toHaveKeyRotation();
  });

  test('rotates every year', async () => {
    await expect(alias).toHaveKeyRotation({ periodInDays: 365 });
  });

  test('is what the alias stands for', async () => {
    await expect(alias).toExist();
    await expect(alias).toHaveConfig({ TargetKeyId: key });
    await expect(key).toHaveAlias(alias);
  });

  test('may be used by CloudWatch Logs for our four log groups', async () => {
    for (const group of [
      auditLog,
      databaseLog,
      resource('FlowLogGroupName', 'AWS::Logs::LogGroup'),
      resource('ProcessorLogGroupName', 'AWS::Logs::LogGroup'),
    ]) {
      await expect(key).toGrantService({ service: 'logs', encryptionContext: group, strict: true });
    }
  });

  test('may be used by alarms to reach the encrypted topic', async () => {
    await expect(key).toGrantService({ service: 'cloudwatch', actions: ['kms:Decrypt', 'kms:GenerateDataKey'] });
  });

  test('is opened to nobody by a grant, but by Lambda for its function', async () => {
    await expect(key).toHaveGrantsOnlyFor([resource('ProcessorRoleArn', 'AWS::IAM::Role')]);
  });

  test('has the policy that was reviewed, and not a word more', async () => {
    await expect(key).toHavePolicyDocument({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'Administration',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::${AWS::AccountId}:root' },
          Action: 'kms:*',
          Resource: '*',
        },
        {
          Sid: 'CloudWatchLogs',
          Effect: 'Allow',
          Principal: { Service: 'logs.${AWS::Region}.amazonaws.com' },
          Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
          Resource: '*',
          Condition: {
            ArnEquals: {
              'kms:EncryptionContext:aws:logs:arn': [
                '${AuditLogGroupName}',
                '${FlowLogGroupName}',
                '${ProcessorLogGroupName}',
                '${DatabaseLogGroupName}',
              ],
            },
          },
        },
        {
          Sid: 'AlarmsToEncryptedTopic',
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

describe('the patient data stream', () => {
  test('is encrypted with the key', async () => {
    await expect(stream).toBeKmsEncrypted({ key, manager: 'CUSTOMER' });
  });

  test('keeps records for a week, so that a lost weekend loses no data', async () => {
    await expect(stream).toBeAvailable();
    await expect(stream).toHaveRetention('7d');
  });

  test('has two shards of fixed capacity', async () => {
    await expect(stream).toHaveShards(2);
    await expect(stream).toHaveStreamMode('PROVISIONED');
  });

  test('is shared with nobody', async () => {
    await expect(stream).toHavePolicyDocument({ Statement: [] });
  });
});

describe('the audit log group', () => {
  test('is encrypted with the key', async () => {
    await expect(auditLog).toBeKmsEncrypted({ key, manager: 'CUSTOMER' });
  });

  test('keeps every access for six years', async () => {
    await expect(auditLog).toHaveRetention(2192);
  });

  test('is sent nowhere', async () => {
    await expect(auditLog).not.toHaveSubscriptionFilter();
    await expect(auditLog).not.toHaveMetricFilter();
  });
});

describe('the credentials of the database', () => {
  test('are generated, and name user and password', async () => {
    await expect(secret).toBeAvailable();
    await expect(secret).toHaveSecretKeys(['username', 'password']);
    await expect(secret).toHaveDescription('Generated credentials of the patient database');
  });

  test('are encrypted with the key', async () => {
    await expect(secret).toBeKmsEncrypted({ key, manager: 'CUSTOMER' });
  });

  test('are rotated by the release, and not behind its back', async () => {
    await expect(secret).not.toHaveRotation();
  });

  test('are shared with nobody', async () => {
    await expect(secret).toHavePolicyDocument({ Statement: [] });
    await expect(secret).toHaveConfig({ ReplicationStatus: null });
  });
});

describe('the patient database', () => {
  test('runs PostgreSQL 15.10', async () => {
    await expect(database).toBeAvailable();
    await expect(database).toHaveEngine('postgres');
    await expect(database).toHaveEngineVersion('15.10');
  });

  test('runs a version that can still be created in the region', async () => {
    await expect(database).toHaveAvailableEngineVersion();
  });

  test('is encrypted with the key', async () => {
    await expect(database).toBeKmsEncrypted({ key, manager: 'CUSTOMER' });
  });

  test('survives the loss of a zone', async () => {
    await expect(database).toBeMultiAz();
  });

  test('is private, and guarded by its security group alone', async () => {
    await expect(database).not.toBePubliclyAccessible();
    await expect(database).toBeInVpc(vpc);
    await expect(database).toHaveOnlySecurityGroups(databaseGroup);
  });

  test('sits in the private subnets', async () => {
    await expect(database).toBeInSubnet([firstSubnet, secondSubnet]);
    await expect(database).toBeInPrivateSubnets();
    await expect(database).toHaveConfig({ 'DBSubnetGroup.DBSubnetGroupName': subnetGroup });
    await expect(subnetGroup).toBeAvailable();
    await expect(subnetGroup).toBeInVpc(vpc);
    await expect(subnetGroup).toBeInSubnet([firstSubnet, secondSubnet]);
    await expect(subnetGroup).toSpanAvailabilityZones(2);
  });

  test('can be restored to any second of the last 35 days', async () => {
    await expect(database).toHaveBackupRetention(35);
    await expect(database).toHavePointInTimeRecovery();
    await expect(database).toHaveConfig({ CopyTagsToSnapshot: true });
  });

  test('is backed up at night', async () => {
    await expect(database).toHaveBackupWindow('03:00-04:00');
  });

  test('cannot be deleted by mistake', async () => {
    await expect(database).toHaveDeletionProtection();
  });

  test('has the size that was paid for, and room to grow', async () => {
    await expect(database).toHaveInstanceClass('db.t4g.medium');
    await expect(database).toHaveAllocatedStorage(100);
    await expect(database).toHaveStorageType('gp3');
    await expect(database).toHaveStorageAutoscaling(500);
  });

  test('is patched on Sunday night', async () => {
    await expect(database).toHaveAutoMinorVersionUpgrade();
    await expect(database).toHaveMaintenanceWindow('sun:04:30-sun:05:30');
  });

  test('listens where the outputs say', async () => {
    await expect(database).toListenOnPort(5432);
    await expect(database).toHaveConfig({ DBName: 'healthcare', MasterUsername: 'healthcare_admin' });
  });

  test('takes TLS connections alone', async () => {
    await expect(database).toEncryptInTransit();
    await expect(database).toHaveConfig({
      DBParameterGroups: [{ DBParameterGroupName: parameterGroup }],
      CACertificateIdentifier: 'rds-ca-rsa2048-g1',
    });
  });

  test('takes IAM tokens, so that people need no password', async () => {
    await expect(database).toUseIamAuthentication();
  });

  test('sends its logs to CloudWatch Logs', async () => {
    await expect(database).toExportLogs(['postgresql', 'upgrade']);
  });

  test('keeps its log for a year under the key', async () => {
    await expect(databaseLog).toBeKmsEncrypted({ key, manager: 'CUSTOMER' });
    await expect(databaseLog).toHaveRetention(365);
    await expect(databaseLog).not.toHaveSubscriptionFilter();
    await expect(databaseLog).not.toHaveMetricFilter();
  });

  test('is watched closely', async () => {
    await expect(database).toHaveEnhancedMonitoring(60);
    await expect(database).toHaveConfig({ MonitoringRoleArn: monitoringRole });
  });

  test('keeps a week of Performance Insights', async () => {
    await expect(database).toHavePerformanceInsights({ retentionInDays: 7 });
  });

  test('has no replica and no role that could copy data out', async () => {
    await expect(database).toHaveConfig({ ReadReplicaDBInstanceIdentifiers: [], AssociatedRoles: [] });
  });
});

test('the parameters of the database demand TLS, and write down every statement that changes data', async () => {
  await expect(parameterGroup).toHaveConfig({ DBParameterGroupFamily: 'postgres15' });
  await expect(parameterGroup).toHaveEngineParameter('rds.force_ssl', 1);
  await expect(parameterGroup).toHaveEngineParameter('log_statement', 'mod');
});

describe('the monitoring role of the database', () => {
  test('is for Enhanced Monitoring alone', async () => {
    await expect(monitoringRole).toTrustOnly(['monitoring.rds']);
    await expect(monitoringRole).toHavePolicyDocument({
      Statement: {
        Effect: 'Allow',
        Principal: { Service: 'monitoring.rds.amazonaws.com' },
        Action: 'sts:AssumeRole',
      },
    });
    await expect(monitoringRole).toHaveMaxSessionDuration('1h');
    await expect(monitoringRole).not.toHavePermissionsBoundary();
    await expect(monitoringRole).toHaveDescription('Lets RDS send Enhanced Monitoring to CloudWatch Logs');
  });

  test('has the policy of Enhanced Monitoring and no other', async () => {
    await expect(monitoringRole).toHaveOnlyManagedPolicies(['AmazonRDSEnhancedMonitoringRole']);
    await expect(monitoringRole).toHaveOnlyInlinePolicies([]);
  });
});
