// @ts-check

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them

const { ref, sub } = require('../../../deploy');
const { environment, prefix, tags, trustIn } = require('./naming.js');

const databaseName = 'transactions';
const masterUsername = 'txn_admin';

const resources = {
  DatabaseSecret: {
    type: 'AWS::SecretsManager::Secret',
    properties: {
      Name: `transaction-processing/${environment}/database`,
      Description: 'Master credentials of the transactions database',
      KmsKeyId: ref('Key.Arn'),
      GenerateSecretString: {
        SecretStringTemplate: JSON.stringify({ username: masterUsername, dbname: databaseName, port: 5432 }),
        GenerateStringKey: 'password',
        PasswordLength: 32,
        ExcludeCharacters: '"@/\\\'',
      },
      Tags: tags(),
    },
  },
  DatabaseSubnetGroup: {
    type: 'AWS::RDS::DBSubnetGroup',
    properties: {
      DBSubnetGroupName: `${prefix}-database`,
      DBSubnetGroupDescription: 'Database subnets in two zones',
      SubnetIds: [ref('DatabaseSubnetA'), ref('DatabaseSubnetB')],
      Tags: tags(),
    },
  },
  DatabaseParameterGroup: {
    type: 'AWS::RDS::DBParameterGroup',
    properties: {
      DBParameterGroupName: `${prefix}-postgres15`,
      Description: 'PostgreSQL 15 with TLS only and a log of connections and changes',
      Family: 'postgres15',
      Parameters: {
        'rds.force_ssl': '1',
        ssl_min_protocol_version: 'TLSv1.2',
        password_encryption: 'scram-sha-256',
        log_connections: '1',
        log_disconnections: '1',
        log_min_duration_statement: '1000',
        log_statement: 'ddl',
      },
      Tags: tags(),
    },
  },
  DatabaseMonitoringRole: {
    type: 'AWS::IAM::Role',
    properties: {
      RoleName: `${prefix}-rds-monitoring`,
      Description: 'Enhanced Monitoring of the transactions database',
      AssumeRolePolicyDocument: trustIn('monitoring.rds.amazonaws.com'),
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole'],
      Tags: tags(),
    },
  },
  DatabaseLogGroup: {
    type: 'AWS::Logs::LogGroup',
    properties: {
      LogGroupName: `/aws/rds/instance/${prefix}/postgresql`,
      RetentionInDays: 90,
      KmsKeyId: ref('Key.Arn'),
      Tags: tags(),
    },
  },
  Database: {
    type: 'AWS::RDS::DBInstance',
    properties: {
      DBInstanceIdentifier: prefix,
      DBInstanceClass: 'db.r6g.large',
      Engine: 'postgres',
      EngineVersion: '15.8',
      DBName: databaseName,
      Port: '5432',
      MasterUsername: masterUsername,
      MasterUserPassword: sub('{{resolve:secretsmanager:${DatabaseSecret}:SecretString:password}}'),
      AllocatedStorage: '200',
      MaxAllocatedStorage: 1000,
      StorageType: 'gp3',
      StorageEncrypted: true,
      KmsKeyId: ref('Key.Arn'),
      CACertificateIdentifier: 'rds-ca-rsa2048-g1',
      MultiAZ: true,
      PubliclyAccessible: false,
      BackupRetentionPeriod: 14,
      PreferredBackupWindow: '03:00-04:00',
      PreferredMaintenanceWindow: 'sun:05:00-sun:06:00',
      AutoMinorVersionUpgrade: false,
      CopyTagsToSnapshot: true,
      DeletionProtection: true,
      EnableIAMDatabaseAuthentication: true,
      EnableCloudwatchLogsExports: ['postgresql', 'upgrade'],
      MonitoringInterval: 60,
      MonitoringRoleArn: ref('DatabaseMonitoringRole.Arn'),
      EnablePerformanceInsights: true,
      PerformanceInsightsKMSKeyId: ref('Key.Arn'),
      PerformanceInsightsRetentionPeriod: 7,
      DBParameterGroupName: ref('DatabaseParameterGroup'),
      DBSubnetGroupName: ref('DatabaseSubnetGroup'),
      VPCSecurityGroups: [ref('DatabaseSecurityGroup')],
      Tags: tags(),
    },
    dependsOn: ['DatabaseLogGroup'],
  },
};

const outputs = {
  database_instance_id: ref('Database'),
  database_endpoint: sub('${Database.Endpoint.Address}:5432'),
  database_port: 5432,
  database_name: databaseName,
  database_username: masterUsername,
  database_secret_arn: ref('DatabaseSecret'),
  database_subnet_group_name: ref('DatabaseSubnetGroup'),
  database_parameter_group_name: ref('DatabaseParameterGroup'),
  database_monitoring_role_arn: ref('DatabaseMonitoringRole.Arn'),
  database_log_group_name: ref('DatabaseLogGroup'),
};

module.exports = { resources, outputs };
