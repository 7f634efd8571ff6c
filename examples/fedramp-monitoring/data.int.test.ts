// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policies take placeholders as CloudFormation spells them

import { resource } from 'stackproof';

const dataKey = resource('DataKeyArn', 'AWS::KMS::Key');
const logsKey = resource('LogsKeyArn', 'AWS::KMS::Key');
const vpc = resource('VpcId', 'AWS::EC2::VPC');
const dataSubnets = [resource('DataSubnetAId'), resource('DataSubnetBId')];
const databaseSecurityGroup = resource('DatabaseSecurityGroupId', 'AWS::EC2::SecurityGroup');
const cacheSecurityGroup = resource('CacheSecurityGroupId', 'AWS::EC2::SecurityGroup');

describe('SC-12: the keys', () => {
  test('the data key is enabled, is ours, rotates, and has its alias', async () => {
    await expect(dataKey).toBeAvailable();
    await expect(dataKey).toBeCustomerManaged();
    await expect(dataKey).toHaveKeySpec('SYMMETRIC_DEFAULT');
    await expect(dataKey).toHaveKeyRotation();
    await expect(dataKey).toHaveAlias('alias/fedramp-monitoring-data-dev');
    await expect(resource('DataKeyAlias', 'AWS::KMS::Alias')).toBeAvailable();
    await expect(dataKey).toHaveDescription('Data of the monitoring platform (dev)');
  });

  test('the data key serves this account, and alarms that go to the encrypted topic', async () => {
    await expect(dataKey).toHavePolicyDocument({
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::${AWS::AccountId}:root' },
          Action: 'kms:*',
          Resource: '*',
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

  test('the logs key is enabled, is ours, rotates, and has its alias', async () => {
    await expect(logsKey).toBeAvailable();
    await expect(logsKey).toBeCustomerManaged();
    await expect(logsKey).toHaveKeySpec('SYMMETRIC_DEFAULT');
    await expect(logsKey).toHaveKeyRotation();
    await expect(logsKey).toHaveAlias('alias/fedramp-monitoring-logs-dev');
    await expect(resource('LogsKeyAlias', 'AWS::KMS::Alias')).toBeAvailable();
    await expect(logsKey).toHaveDescription('Log groups of the monitoring platform (dev)');
  });

  test('rotate every year', async () => {
    await expect(resource('DataKeyAlias', 'AWS::KMS::Alias')).toHaveKeyRotation({ periodInDays: 365 });
    await expect(resource('LogsKeyAlias', 'AWS::KMS::Alias')).toHaveKeyRotation({ periodInDays: 365 });
  });

  test('the data key is granted to the services that keep data with it, and to nobody else', async () => {
    await expect(dataKey).toHaveGrantsOnlyFor([
      'rds.us-west-2.amazonaws.com',
      'elasticache.us-west-2.amazonaws.com',
      'ecr.us-west-2.amazonaws.com',
    ]);
  });

  test('the logs key is granted to nobody', async () => {
    await expect(logsKey).toHaveGrantsOnlyFor([]);
  });

  test('CloudWatch Logs may use the logs key for the log groups of this account, and for nothing else', async () => {
    await expect(logsKey).toGrantService({
      service: 'logs',
      encryptionContext: resource('ServiceLogGroupName'),
      strict: true,
    });
    await expect(logsKey).toHavePolicyDocument({
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
          Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
          Resource: '*',
          Condition: {
            ArnLike: {
              'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:*',
            },
          },
        },
      ],
    });
  });
});

describe('the database', () => {
  const db = resource('DatabaseInstanceIdentifier', 'AWS::RDS::DBInstance');

  test('is available, and listens where the outputs say', async () => {
    await expect(db).toBeAvailable();
    await expect(db).toListenOnPort(5432);
    await expect(resource('DatabaseEndpoint', 'AWS::RDS::DBInstance')).toBeAvailable();
    await expect(db).toHaveConfig({ DBName: 'monitoring', MasterUsername: 'monitoring_admin' });
  });

  test('runs PostgreSQL 15.8, which the region still offers, and takes security fixes by itself (SI-2)', async () => {
    await expect(db).toHaveEngine('postgres');
    await expect(db).toHaveEngineVersion('15.8');
    await expect(db).toHaveAutoMinorVersionUpgrade();
    await expect(db).toHaveMaintenanceWindow('sun:09:00-sun:10:00');
  });

  test('runs a version that the region offers', async () => {
    await expect(db).toHaveAvailableEngineVersion();
  });

  test('has the size it was given, and grows up to its limit', async () => {
    await expect(db).toHaveInstanceClass('db.m6g.large');
    await expect(db).toHaveStorageType('gp3');
    await expect(db).toHaveAllocatedStorage(100);
    await expect(db).toHaveStorageAutoscaling(500);
  });

  test('is encrypted with the data key (SC-28)', async () => {
    await expect(db).toBeKmsEncrypted({ key: dataKey, manager: 'CUSTOMER' });
  });

  test('survives the loss of a zone, and cannot be deleted (CP-10)', async () => {
    await expect(db).toBeMultiAz();
    await expect(db).toHaveDeletionProtection();
  });

  test('is backed up for 30 days, with the tags of the database (CP-9)', async () => {
    await expect(db).toHaveBackupRetention(30);
    await expect(db).toHaveConfig({ CopyTagsToSnapshot: true });
  });

  test('has no copy elsewhere, and no role of its own', async () => {
    await expect(db).toHaveConfig({
      'ReadReplicaDBInstanceIdentifiers[0]': null,
      'ReadReplicaDBClusterIdentifiers[0]': null,
      'AssociatedRoles[0]': null,
    });
  });

  test('is backed up at night', async () => {
    await expect(db).toHaveBackupWindow('07:00-08:00');
  });

  test('is in the subnets of the data, behind its own security group, and not public (SC-7)', async () => {
    await expect(db).not.toBePubliclyAccessible();
    await expect(db).toBeInVpc(vpc);
    await expect(db).toBeInSubnet(dataSubnets);
    await expect(db).toBeInPrivateSubnets();
    await expect(db).toHaveOnlySecurityGroups(databaseSecurityGroup);
    await expect(db).toHaveConfig({ 'DBSubnetGroup.DBSubnetGroupName': 'fedramp-monitoring-dev' });
  });

  test('is in a subnet group of both subnets of the data', async () => {
    const subnetGroup = resource('DatabaseSubnetGroupName', 'AWS::RDS::DBSubnetGroup');
    await expect(subnetGroup).toBeAvailable();
    await expect(subnetGroup).toBeInVpc(vpc);
    await expect(subnetGroup).toBeInSubnet(dataSubnets);
    await expect(subnetGroup).toSpanAvailabilityZones(2);
  });

  test('sends metrics of its operating system every minute, with its own role (AU-12)', async () => {
    await expect(db).toHaveEnhancedMonitoring(60);
    await expect(db).toHaveConfig({ MonitoringRoleArn: resource('DatabaseMonitoringRoleArn') });
  });

  test('keeps a week of performance insights', async () => {
    await expect(db).toHavePerformanceInsights({ retentionInDays: 7 });
  });

  test('exports its logs (AU-12)', async () => {
    await expect(db).toExportLogs(['postgresql', 'upgrade']);
  });

  test('takes TLS connections only, and IAM sign-in (SC-8, IA-2)', async () => {
    await expect(db).toEncryptInTransit();
    await expect(db).toHaveConfig({ CACertificateIdentifier: 'rds-ca-rsa2048-g1' });
    await expect(db).toUseIamAuthentication();
  });

  test('takes TLS 1.2 and later alone, and keeps no password that MD5 hashed (SC-8, SC-13)', async () => {
    const parameters = resource('DatabaseParameterGroupName', 'AWS::RDS::DBParameterGroup');
    await expect(parameters).toHaveEngineParameter('ssl_min_protocol_version', 'TLSv1.2');
    await expect(parameters).toHaveEngineParameter('password_encryption', 'scram-sha-256');
  });

  test('uses its own parameters, and logs who comes and goes', async () => {
    const parameters = resource('DatabaseParameterGroupName', 'AWS::RDS::DBParameterGroup');
    await expect(parameters).toBeAvailable();
    await expect(parameters).toHaveConfig({ DBParameterGroupFamily: 'postgres15' });
    await expect(parameters).toHaveEngineParameter('rds.force_ssl', 1);
    await expect(parameters).toHaveEngineParameter('log_connections', 1);
    await expect(parameters).toHaveEngineParameter('log_disconnections', 1);
    await expect(db).toHaveConfig({ DBParameterGroups: [{ DBParameterGroupName: 'fedramp-monitoring-dev' }] });
  });
});

describe('IA-5: the generated credentials', () => {
  test('of the database are a user and a password under the data key', async () => {
    const secret = resource('DatabaseSecretArn', 'AWS::SecretsManager::Secret');
    await expect(secret).toBeAvailable();
    await expect(secret).toHaveSecretKeys(['username', 'password']);
    await expect(secret).toBeKmsEncrypted({ key: dataKey, manager: 'CUSTOMER' });
    await expect(secret).toHaveDescription('Generated credentials of the monitoring database');
    await expect(secret).toHaveConfig({ ReplicationStatus: null });
  });

  test.each(['DatabaseSecretArn', 'CacheAuthSecretArn'])(
    'of %s do not change behind the back of what takes them',
    async (output) => {
      await expect(resource(output, 'AWS::SecretsManager::Secret')).not.toHaveRotation();
    },
  );

  test('of the database stay in this account', async () => {
    await expect(resource('DatabaseSecretArn', 'AWS::SecretsManager::Secret')).toHavePolicyDocument({
      Statement: {
        Effect: 'Deny',
        Principal: '*',
        Action: 'secretsmanager:GetSecretValue',
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:PrincipalAccount': '${AWS::AccountId}' } },
      },
    });
  });

  test('of the cache are a token under the data key', async () => {
    const secret = resource('CacheAuthSecretArn', 'AWS::SecretsManager::Secret');
    await expect(secret).toBeAvailable();
    await expect(secret).toHaveSecretKeys('token');
    await expect(secret).toBeKmsEncrypted({ key: dataKey, manager: 'CUSTOMER' });
    await expect(secret).toHaveDescription('Generated token of the Redis cache');
    await expect(secret).toHaveConfig({ ReplicationStatus: null });
  });

  test('of the cache stay in this account', async () => {
    await expect(resource('CacheAuthSecretArn', 'AWS::SecretsManager::Secret')).toHavePolicyDocument({
      Statement: {
        Effect: 'Deny',
        Principal: '*',
        Action: 'secretsmanager:GetSecretValue',
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:PrincipalAccount': '${AWS::AccountId}' } },
      },
    });
  });
});

describe('the cache', () => {
  const cache = resource('CacheReplicationGroupId', 'AWS::ElastiCache::ReplicationGroup');

  test('is available, and listens where the outputs say', async () => {
    await expect(cache).toBeAvailable();
    await expect(cache).toListenOnPort(6379);
    await expect(cache).toHaveConfig({ Description: 'Latest readings of every agent' });
  });

  test('takes security fixes of Redis by itself (SI-2)', async () => {
    await expect(cache).toHaveConfig({ Engine: 'redis', AutoMinorVersionUpgrade: true });
  });

  test('runs Redis 7.1', async () => {
    await expect(cache).toHaveEngine('redis');
    await expect(cache).toHaveEngineVersion('7.1');
  });

  test('updates on Sunday mornings', async () => {
    await expect(cache).toHaveMaintenanceWindow('sun:10:00-sun:11:00');
  });

  test('is encrypted at rest (SC-28)', async () => {
    await expect(cache).toBeEncryptedAtRest();
  });

  test('is encrypted at rest with the data key (SC-28)', async () => {
    await expect(cache).toBeKmsEncrypted({ key: dataKey, manager: 'CUSTOMER' });
  });

  test('is encrypted in transit, and asks for a token (SC-8, IA-2)', async () => {
    await expect(cache).toEncryptInTransit();
    await expect(cache).toRequireAuthentication('auth token');
  });

  test('fails over by itself (CP-10)', async () => {
    await expect(cache).toHaveAutomaticFailover();
    await expect(cache).toHaveConfig({ MultiAZ: 'enabled', ClusterEnabled: false });
  });

  test('has its two nodes in two zones (CP-10)', async () => {
    await expect(cache).toHaveNodeCount(2);
    await expect(cache).toBeMultiAz();
  });

  test('has nodes of the size it was given, in one shard', async () => {
    await expect(cache).toHaveNodeType('cache.m6g.large');
    await expect(cache).toHaveShards(1);
  });

  test('is backed up for a week, at night (CP-9)', async () => {
    await expect(cache).toHaveBackupRetention(7);
    await expect(cache).toHaveBackupWindow('05:00-06:00');
  });

  test('is in the subnets of the data, behind its own security group (SC-7)', async () => {
    await expect(cache).toBeInVpc(vpc);
    await expect(cache).toBeInSubnet(dataSubnets);
    await expect(cache).toBeInPrivateSubnets();
    await expect(cache).toHaveOnlySecurityGroups(cacheSecurityGroup);
  });
});

describe('the stream of events', () => {
  const stream = resource('EventStreamName', 'AWS::Kinesis::Stream');

  test('has its two shards, and keeps events for a week', async () => {
    await expect(stream).toBeInState('ACTIVE');
    await expect(stream).toHaveShards(2);
    await expect(stream).toHaveStreamMode('PROVISIONED');
    await expect(stream).toHaveRetention(7);
  });

  test('is encrypted with the data key (SC-28)', async () => {
    await expect(stream).toBeKmsEncrypted({ key: dataKey, manager: 'CUSTOMER' });
  });

  test('has no policy of its own, which could let others in', async () => {
    await expect(stream).toHavePolicyDocument({ Statement: [] });
  });

  test('takes an event', async () => {
    await expect(stream).toAccept({ kind: 'probe', id: '{marker}' });
  });
});
