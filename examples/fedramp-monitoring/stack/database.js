// @ts-check

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them

const { ref, sub } = require('../../../deploy');
const { tags } = require('./tags.js');

/** @param {string} secretId */
function forThisAccountOnly(secretId) {
  return {
    type: 'AWS::SecretsManager::ResourcePolicy',
    properties: {
      SecretId: ref(secretId),
      ResourcePolicy: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'NobodyFromOutside',
            Effect: 'Deny',
            Principal: '*',
            Action: 'secretsmanager:GetSecretValue',
            Resource: '*',
            Condition: { StringNotEquals: { 'aws:PrincipalAccount': sub('${AWS::AccountId}') } },
          },
        ],
      },
    },
  };
}

/** PostgreSQL with its generated credentials, its parameters, and the role that enhanced monitoring writes with. */
const database = {
  DatabaseSecret: {
    type: 'AWS::SecretsManager::Secret',
    properties: {
      Name: 'fedramp-monitoring/dev/database',
      Description: 'Generated credentials of the monitoring database',
      KmsKeyId: ref('DataKey.Arn'),
      GenerateSecretString: {
        SecretStringTemplate: '{"username":"monitoring_admin"}',
        GenerateStringKey: 'password',
        PasswordLength: 32,
        ExcludeCharacters: '"@/\\\'',
      },
      Tags: tags,
    },
  },
  DatabaseSecretPolicy: forThisAccountOnly('DatabaseSecret'),
  DatabaseSubnetGroup: {
    type: 'AWS::RDS::DBSubnetGroup',
    properties: {
      DBSubnetGroupName: 'fedramp-monitoring-dev',
      DBSubnetGroupDescription: 'Isolated subnets in two zones',
      SubnetIds: [ref('DataSubnetA'), ref('DataSubnetB')],
      Tags: tags,
    },
  },
  DatabaseParameterGroup: {
    type: 'AWS::RDS::DBParameterGroup',
    properties: {
      DBParameterGroupName: 'fedramp-monitoring-dev',
      Description: 'TLS only, and every connection logged',
      Family: 'postgres15',
      Parameters: {
        'rds.force_ssl': '1',
        ssl_min_protocol_version: 'TLSv1.2',
        password_encryption: 'scram-sha-256',
        log_connections: '1',
        log_disconnections: '1',
      },
      Tags: tags,
    },
  },
  DatabaseMonitoringRole: {
    type: 'AWS::IAM::Role',
    properties: {
      RoleName: 'fedramp-monitoring-rds-monitoring-dev',
      Description: 'Lets RDS publish enhanced monitoring',
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
  Database: {
    type: 'AWS::RDS::DBInstance',
    properties: {
      DBInstanceIdentifier: 'fedramp-monitoring-dev',
      DBInstanceClass: 'db.m6g.large',
      Engine: 'postgres',
      EngineVersion: '15.8',
      DBName: 'monitoring',
      Port: '5432',
      MasterUsername: sub('{{resolve:secretsmanager:${DatabaseSecret}:SecretString:username}}'),
      MasterUserPassword: sub('{{resolve:secretsmanager:${DatabaseSecret}:SecretString:password}}'),
      AllocatedStorage: '100',
      MaxAllocatedStorage: 500,
      StorageType: 'gp3',
      StorageEncrypted: true,
      KmsKeyId: ref('DataKey.Arn'),
      CACertificateIdentifier: 'rds-ca-rsa2048-g1',
      MultiAZ: true,
      PubliclyAccessible: false,
      BackupRetentionPeriod: 30,
      PreferredBackupWindow: '07:00-08:00',
      PreferredMaintenanceWindow: 'sun:09:00-sun:10:00',
      CopyTagsToSnapshot: true,
      DeletionProtection: true,
      AutoMinorVersionUpgrade: true,
      EnableIAMDatabaseAuthentication: true,
      MonitoringInterval: 60,
      MonitoringRoleArn: ref('DatabaseMonitoringRole.Arn'),
      EnablePerformanceInsights: true,
      PerformanceInsightsKMSKeyId: ref('DataKey.Arn'),
      PerformanceInsightsRetentionPeriod: 7,
      EnableCloudwatchLogsExports: ['postgresql', 'upgrade'],
      DBParameterGroupName: ref('DatabaseParameterGroup'),
      DBSubnetGroupName: ref('DatabaseSubnetGroup'),
      VPCSecurityGroups: [ref('DatabaseSecurityGroup')],
      Tags: tags,
    },
    dependsOn: ['DatabaseLogGroup'],
  },

  CacheAuthSecret: {
    type: 'AWS::SecretsManager::Secret',
    properties: {
      Name: 'fedramp-monitoring/dev/cache',
      Description: 'Generated token of the Redis cache',
      KmsKeyId: ref('DataKey.Arn'),
      GenerateSecretString: {
        SecretStringTemplate: '{}',
        GenerateStringKey: 'token',
        PasswordLength: 64,
        ExcludePunctuation: true,
      },
      Tags: tags,
    },
  },
  CacheAuthSecretPolicy: forThisAccountOnly('CacheAuthSecret'),
  CacheSubnetGroup: {
    type: 'AWS::ElastiCache::SubnetGroup',
    properties: {
      CacheSubnetGroupName: 'fedramp-monitoring-dev',
      Description: 'Isolated subnets in two zones',
      SubnetIds: [ref('DataSubnetA'), ref('DataSubnetB')],
      Tags: tags,
    },
  },
  Cache: {
    type: 'AWS::ElastiCache::ReplicationGroup',
    properties: {
      ReplicationGroupId: 'fedramp-monitoring-dev',
      ReplicationGroupDescription: 'Latest readings of every agent',
      Engine: 'redis',
      EngineVersion: '7.1',
      CacheNodeType: 'cache.m6g.large',
      NumCacheClusters: 2,
      Port: 6379,
      AutomaticFailoverEnabled: true,
      MultiAZEnabled: true,
      PreferredCacheClusterAZs: ['us-west-2a', 'us-west-2b'],
      AtRestEncryptionEnabled: true,
      KmsKeyId: ref('DataKey.Arn'),
      TransitEncryptionEnabled: true,
      TransitEncryptionMode: 'required',
      AuthToken: sub('{{resolve:secretsmanager:${CacheAuthSecret}:SecretString:token}}'),
      SnapshotRetentionLimit: 7,
      SnapshotWindow: '05:00-06:00',
      PreferredMaintenanceWindow: 'sun:10:00-sun:11:00',
      AutoMinorVersionUpgrade: true,
      CacheSubnetGroupName: ref('CacheSubnetGroup'),
      SecurityGroupIds: [ref('CacheSecurityGroup')],
      Tags: tags,
    },
  },
};

module.exports = { database };
