import { resource } from 'stackproof';

const cluster = resource('aurora-cluster-endpoint', 'AWS::RDS::DBCluster');
const writer = resource('aurora-writer-id', 'AWS::RDS::DBInstance');
const reader = resource('aurora-reader-id', 'AWS::RDS::DBInstance');
const subnetGroup = resource('aurora-subnet-group-name', 'AWS::RDS::DBSubnetGroup');
const secret = resource('aurora-secret-arn', 'AWS::SecretsManager::Secret');
const monitoringRole = resource('aurora-monitoring-role-arn', 'AWS::IAM::Role');
const securityGroup = resource('database-security-group-id', 'AWS::EC2::SecurityGroup');
const key = resource('data-key-arn', 'AWS::KMS::Key');
const vpc = resource('vpc-id', 'AWS::EC2::VPC');
const databaseSubnetA = resource('database-subnet-a-id', 'AWS::EC2::Subnet');
const databaseSubnetB = resource('database-subnet-b-id', 'AWS::EC2::Subnet');

describe('the ledger database', () => {
  test('runs Aurora PostgreSQL 15.12', async () => {
    await expect(cluster).toBeAvailable();
    await expect(cluster).toHaveEngine('aurora-postgresql');
    await expect(cluster).toHaveEngineVersion('15.12');
    await expect(cluster).toHaveConfig({ DatabaseName: 'ledger', MasterUsername: 'ledger_admin' });
  });

  test('runs a version that the region offers', async () => {
    await expect(cluster).toHaveAvailableEngineVersion();
  });

  test('scales between half a capacity unit and eight', async () => {
    await expect(cluster).toHaveCapacity({ min: 0.5, max: 8 });
    await expect(cluster).toHaveInstanceClass('db.serverless');
  });

  test('is encrypted with the data key (PCI DSS 3.5)', async () => {
    await expect(cluster).toBeKmsEncrypted({ key, manager: 'CUSTOMER' });
  });

  test('survives the loss of a zone', async () => {
    await expect(cluster).toBeMultiAz();
    await expect(cluster).toSpanAvailabilityZones(2);
    await expect(cluster).toHaveClusterMembers({ writers: 1, readers: 1 });
  });

  test('is backed up for 35 days, at night', async () => {
    await expect(cluster).toHaveBackupRetention(35);
    await expect(cluster).toHaveBackupWindow('03:00-04:00');
    await expect(cluster).toHavePointInTimeRecovery();
    await expect(cluster).toHaveConfig({ CopyTagsToSnapshot: true });
  });

  test('is changed by AWS on Sunday mornings alone', async () => {
    await expect(cluster).toHaveMaintenanceWindow('sun:05:00-sun:06:00');
  });

  test('is not deleted by mistake', async () => {
    await expect(cluster).toHaveDeletionProtection();
  });

  test('can be reached from the VPC alone (PCI DSS 1.4.4)', async () => {
    await expect(cluster).not.toBePubliclyAccessible();
    await expect(cluster).toBeInVpc(vpc);
    await expect(cluster).toBeInSubnet([databaseSubnetA, databaseSubnetB]);
    await expect(cluster).toHaveOnlySecurityGroups(securityGroup);
    await expect(cluster).toListenOnPort(5432);
    await expect(cluster).toHaveConfig({ DBSubnetGroup: subnetGroup, HttpEndpointEnabled: false });
  });

  test('lets in IAM identities', async () => {
    await expect(cluster).toUseIamAuthentication();
    await expect(cluster).toHaveConfig({ AssociatedRoles: [] });
  });

  test('takes connections over TLS alone (PCI DSS 4.2)', async () => {
    await expect(cluster).toHaveConfig({ DBClusterParameterGroup: 'trading-ledger-dev' });
    await expect(cluster).toEncryptInTransit();
    await expect(cluster).toHaveEngineParameter('rds.force_ssl', 1);
    await expect(cluster).toHaveEngineParameter('ssl_min_protocol_version', 'TLSv1.2');
  });

  test('writes down who connected and what was changed (PCI DSS 10.2)', async () => {
    await expect(cluster).toHaveEngineParameter('log_statement', 'mod');
    await expect(cluster).toHaveEngineParameter('log_connections', 1);
  });

  test('never writes down what was asked, however long it took (PCI DSS 3.3)', async () => {
    await expect(cluster).toHaveEngineParameter('log_min_duration_statement', -1);
  });

  test('sends its log to CloudWatch Logs', async () => {
    await expect(cluster).toExportLogs('postgresql');
  });
});

describe.each([
  ['writer', writer, 'us-east-1a', 0],
  ['reader', reader, 'us-east-1b', 1],
] as const)('the %s of the ledger database', (_name, instance, zone, promotionTier) => {
  test('is serverless, private, and kept up to date', async () => {
    await expect(instance).toBeAvailable();
    await expect(instance).toHaveEngine('aurora-postgresql');
    await expect(instance).toHaveEngineVersion('15.12');
    await expect(instance).toHaveInstanceClass('db.serverless');
    await expect(instance).not.toBePubliclyAccessible();
    await expect(instance).toHaveAutoMinorVersionUpgrade();
    await expect(instance).toHaveConfig({ CACertificateIdentifier: 'rds-ca-rsa2048-g1' });
  });

  test('is changed by AWS on Sunday mornings alone', async () => {
    await expect(instance).toHaveMaintenanceWindow('sun:05:00-sun:06:00');
  });

  test('belongs to the ledger, in its own zone, with its place in the succession', async () => {
    await expect(instance).toHaveConfig({ DBClusterIdentifier: cluster });
    await expect(instance).toHaveConfig({ AvailabilityZone: zone });
    await expect(instance).toHaveConfig({ PromotionTier: promotionTier });
  });

  test('is watched each minute', async () => {
    await expect(instance).toHaveEnhancedMonitoring(60);
    await expect(instance).toHaveConfig({ MonitoringRoleArn: monitoringRole });
  });

  test('tells what it is waiting for', async () => {
    await expect(instance).toHavePerformanceInsights({ retentionInDays: 7 });
  });
});

test('the subnet group holds the database subnets of both zones and no other', async () => {
  await expect(subnetGroup).toBeAvailable();
  await expect(subnetGroup).toBeInVpc(vpc);
  await expect(subnetGroup).toBeInSubnet([databaseSubnetA, databaseSubnetB]);
  await expect(subnetGroup).toSpanAvailabilityZones(2);
});

test('the role of the monitoring can be taken by RDS alone and does nothing else', async () => {
  await expect(monitoringRole).toTrustOnly(['monitoring.rds']);
  await expect(monitoringRole).toHavePolicyDocument({
    Statement: { Effect: 'Allow', Principal: { Service: 'monitoring.rds.amazonaws.com' }, Action: 'sts:AssumeRole' },
  });
  await expect(monitoringRole).toHaveMaxSessionDuration('1h');
  await expect(monitoringRole).toHaveOnlyManagedPolicies(['AmazonRDSEnhancedMonitoringRole']);
  await expect(monitoringRole).toHaveOnlyInlinePolicies([]);
  await expect(monitoringRole).not.toHavePermissionsBoundary();
});

describe('the credentials of the ledger database', () => {
  test('are encrypted with the data key', async () => {
    await expect(secret).toBeAvailable();
    await expect(secret).toBeKmsEncrypted({ key, manager: 'CUSTOMER' });
    await expect(secret).toHaveDescription('Credentials of the ledger database');
  });

  test('are whole', async () => {
    await expect(secret).toHaveSecretKeys(['username', 'password']);
  });

  test('are kept by the team, and changed by nobody else', async () => {
    await expect(secret).not.toHaveRotation();
    await expect(cluster).not.toHaveManagedMasterPassword();
  });

  test('stay in this account and region', async () => {
    await expect(secret).toHavePolicyDocument({ Statement: [] });
    await expect(secret).toHaveConfig({ ReplicationStatus: null });
  });
});
