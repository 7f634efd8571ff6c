// @ts-check

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them

const { ref, sub } = require('../../../deploy');
const { cardholderTags, environmentSuffix, named, tags } = require('./names');

/** @param {string} role @param {string} zone @param {number} promotionTier who takes over first: the lower number */
const instance = (role, zone, promotionTier) => ({
  type: 'AWS::RDS::DBInstance',
  properties: {
    DBInstanceIdentifier: named(`ledger-${role}`),
    DBClusterIdentifier: ref('DatabaseCluster'),
    DBInstanceClass: 'db.serverless',
    Engine: 'aurora-postgresql',
    AvailabilityZone: zone,
    PromotionTier: promotionTier,
    PreferredMaintenanceWindow: 'sun:05:00-sun:06:00',
    PubliclyAccessible: false,
    AutoMinorVersionUpgrade: true,
    CACertificateIdentifier: 'rds-ca-rsa2048-g1',
    MonitoringInterval: 60,
    MonitoringRoleArn: ref('DatabaseMonitoringRole.Arn'),
    EnablePerformanceInsights: true,
    PerformanceInsightsKMSKeyId: ref('DataKey.Arn'),
    PerformanceInsightsRetentionPeriod: 7,
    Tags: cardholderTags,
  },
});

/** The ledger: Aurora PostgreSQL, serverless v2, a writer and a reader in two zones. */
const database = {
  DatabaseSecret: {
    type: 'AWS::SecretsManager::Secret',
    properties: {
      Name: `trading/${environmentSuffix}/ledger`,
      Description: 'Credentials of the ledger database',
      KmsKeyId: ref('DataKey.Arn'),
      GenerateSecretString: {
        SecretStringTemplate: '{"username":"ledger_admin"}',
        GenerateStringKey: 'password',
        PasswordLength: 32,
        ExcludeCharacters: '"@/\\\'',
      },
      Tags: cardholderTags,
    },
  },
  DatabaseMonitoringRole: {
    type: 'AWS::IAM::Role',
    properties: {
      RoleName: named('database-monitoring'),
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Principal: { Service: 'monitoring.rds.amazonaws.com' }, Action: 'sts:AssumeRole' },
        ],
      },
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole'],
      Tags: tags,
    },
  },
  DatabaseSubnetGroup: {
    type: 'AWS::RDS::DBSubnetGroup',
    properties: {
      DBSubnetGroupName: named('ledger'),
      DBSubnetGroupDescription: 'Database subnets in two zones',
      SubnetIds: [ref('DatabaseSubnetA'), ref('DatabaseSubnetB')],
      Tags: tags,
    },
  },
  DatabaseParameterGroup: {
    type: 'AWS::RDS::DBClusterParameterGroup',
    properties: {
      DBClusterParameterGroupName: named('ledger'),
      Description: 'TLS only, and a log of every change of data',
      Family: 'aurora-postgresql15',
      Parameters: {
        'rds.force_ssl': '1',
        ssl_min_protocol_version: 'TLSv1.2',
        log_statement: 'mod',
        log_connections: '1',
        // Statements may hold card numbers (PCI DSS 3.3).
        log_min_duration_statement: '-1',
      },
      Tags: tags,
    },
  },
  DatabaseCluster: {
    type: 'AWS::RDS::DBCluster',
    properties: {
      DBClusterIdentifier: named('ledger'),
      Engine: 'aurora-postgresql',
      EngineVersion: '15.12',
      DatabaseName: 'ledger',
      MasterUsername: 'ledger_admin',
      MasterUserPassword: sub('{{resolve:secretsmanager:${DatabaseSecret}:SecretString:password}}'),
      Port: 5432,
      StorageEncrypted: true,
      KmsKeyId: ref('DataKey.Arn'),
      ServerlessV2ScalingConfiguration: { MinCapacity: 0.5, MaxCapacity: 8 },
      BackupRetentionPeriod: 35,
      PreferredBackupWindow: '03:00-04:00',
      PreferredMaintenanceWindow: 'sun:05:00-sun:06:00',
      DeletionProtection: true,
      CopyTagsToSnapshot: true,
      EnableIAMDatabaseAuthentication: true,
      EnableCloudwatchLogsExports: ['postgresql'],
      DBClusterParameterGroupName: ref('DatabaseParameterGroup'),
      DBSubnetGroupName: ref('DatabaseSubnetGroup'),
      VpcSecurityGroupIds: [ref('DatabaseSecurityGroup')],
      Tags: cardholderTags,
    },
  },
  DatabaseWriter: instance('writer', 'us-east-1a', 0),
  DatabaseReader: {
    ...instance('reader', 'us-east-1b', 1),
    // The first instance of a cluster becomes its writer.
    dependsOn: ['DatabaseWriter'],
  },
};

module.exports = { database };
