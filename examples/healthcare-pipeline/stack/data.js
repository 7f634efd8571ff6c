// @ts-check

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them

const { ref, sub } = require('../../../deploy');
const { environment, tagsOf } = require('./naming.js');

/** Log groups that the key may encrypt; CloudWatch Logs names the group in the encryption context of every call. */
const encryptedLogGroups = [
  `/aws/healthcare/audit-${environment}`,
  `/aws/healthcare/flow-logs-${environment}`,
  `/aws/lambda/patient-data-processor-${environment}`,
  `/aws/rds/instance/healthcare-db-${environment}/postgresql`,
].map((name) => sub(`arn:aws:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:${name}`));

/**
 * Where patient data rests, all of it under one customer key: the stream, the database, its credentials, and the audit
 * trail.
 *
 * @type {import('../../../deploy/deploy.js').Spec['resources']}
 */
const resources = {
  EncryptionKey: {
    type: 'AWS::KMS::Key',
    properties: {
      Description: `Encrypts patient data and its audit trail (${environment})`,
      KeySpec: 'SYMMETRIC_DEFAULT',
      KeyUsage: 'ENCRYPT_DECRYPT',
      MultiRegion: false,
      EnableKeyRotation: true,
      RotationPeriodInDays: 365,
      KeyPolicy: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'Administration',
            Effect: 'Allow',
            Principal: { AWS: sub('arn:aws:iam::${AWS::AccountId}:root') },
            Action: 'kms:*',
            Resource: '*',
          },
          {
            Sid: 'CloudWatchLogs',
            Effect: 'Allow',
            Principal: { Service: sub('logs.${AWS::Region}.amazonaws.com') },
            Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
            Resource: '*',
            Condition: { ArnEquals: { 'kms:EncryptionContext:aws:logs:arn': encryptedLogGroups } },
          },
          {
            Sid: 'AlarmsToEncryptedTopic',
            Effect: 'Allow',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
            Resource: '*',
            Condition: { StringEquals: { 'aws:SourceAccount': sub('${AWS::AccountId}') } },
          },
        ],
      },
      Tags: tagsOf('healthcare-key'),
    },
  },
  EncryptionKeyAlias: {
    type: 'AWS::KMS::Alias',
    properties: { AliasName: `alias/healthcare-${environment}`, TargetKeyId: ref('EncryptionKey') },
  },

  AuditLogGroup: {
    type: 'AWS::Logs::LogGroup',
    properties: {
      LogGroupName: `/aws/healthcare/audit-${environment}`,
      // Six years, for which HIPAA keeps documentation.
      RetentionInDays: 2192,
      KmsKeyId: ref('EncryptionKey.Arn'),
      Tags: tagsOf('healthcare-audit'),
    },
  },

  PatientDataStream: {
    type: 'AWS::Kinesis::Stream',
    properties: {
      Name: `patient-data-stream-${environment}`,
      ShardCount: 2,
      RetentionPeriodHours: 168,
      StreamModeDetails: { StreamMode: 'PROVISIONED' },
      StreamEncryption: { EncryptionType: 'KMS', KeyId: ref('EncryptionKey.Arn') },
      Tags: tagsOf('patient-data-stream'),
    },
  },

  DatabaseSecret: {
    type: 'AWS::SecretsManager::Secret',
    properties: {
      Name: `healthcare/database-${environment}`,
      Description: 'Generated credentials of the patient database',
      KmsKeyId: ref('EncryptionKey.Arn'),
      GenerateSecretString: {
        SecretStringTemplate: '{"username":"healthcare_admin"}',
        GenerateStringKey: 'password',
        PasswordLength: 32,
        ExcludeCharacters: '"@/\\\' ',
      },
      Tags: tagsOf('healthcare-database'),
    },
  },
  DatabaseSubnetGroup: {
    type: 'AWS::RDS::DBSubnetGroup',
    properties: {
      DBSubnetGroupName: `healthcare-db-${environment}`,
      DBSubnetGroupDescription: 'The private subnets of the patient database',
      SubnetIds: [ref('PrivateSubnet1'), ref('PrivateSubnet2')],
      Tags: tagsOf('healthcare-db'),
    },
  },
  DatabaseParameterGroup: {
    type: 'AWS::RDS::DBParameterGroup',
    properties: {
      DBParameterGroupName: `healthcare-postgres15-${environment}`,
      Description: 'TLS only, and every statement that changes data in the log',
      Family: 'postgres15',
      Parameters: { 'rds.force_ssl': '1', log_statement: 'mod' },
      Tags: tagsOf('healthcare-postgres15'),
    },
  },
  DatabaseMonitoringRole: {
    type: 'AWS::IAM::Role',
    properties: {
      RoleName: `healthcare-db-monitoring-${environment}`,
      Description: 'Lets RDS send Enhanced Monitoring to CloudWatch Logs',
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Principal: { Service: 'monitoring.rds.amazonaws.com' }, Action: 'sts:AssumeRole' },
        ],
      },
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole'],
      Tags: tagsOf('healthcare-db-monitoring'),
    },
  },
  DatabaseLogGroup: {
    type: 'AWS::Logs::LogGroup',
    properties: {
      LogGroupName: `/aws/rds/instance/healthcare-db-${environment}/postgresql`,
      RetentionInDays: 365,
      KmsKeyId: ref('EncryptionKey.Arn'),
      Tags: tagsOf('healthcare-db-log'),
    },
  },
  Database: {
    type: 'AWS::RDS::DBInstance',
    properties: {
      DBInstanceIdentifier: `healthcare-db-${environment}`,
      DBInstanceClass: 'db.t4g.medium',
      Engine: 'postgres',
      EngineVersion: '15.10',
      DBName: 'healthcare',
      MasterUsername: 'healthcare_admin',
      MasterUserPassword: sub('{{resolve:secretsmanager:${DatabaseSecret}:SecretString:password}}'),
      Port: '5432',
      AllocatedStorage: '100',
      MaxAllocatedStorage: 500,
      StorageType: 'gp3',
      StorageEncrypted: true,
      KmsKeyId: ref('EncryptionKey.Arn'),
      MultiAZ: true,
      PubliclyAccessible: false,
      BackupRetentionPeriod: 35,
      PreferredBackupWindow: '03:00-04:00',
      PreferredMaintenanceWindow: 'sun:04:30-sun:05:30',
      AutoMinorVersionUpgrade: true,
      CopyTagsToSnapshot: true,
      DeletionProtection: true,
      EnableIAMDatabaseAuthentication: true,
      EnablePerformanceInsights: true,
      PerformanceInsightsKMSKeyId: ref('EncryptionKey.Arn'),
      PerformanceInsightsRetentionPeriod: 7,
      MonitoringInterval: 60,
      MonitoringRoleArn: ref('DatabaseMonitoringRole.Arn'),
      EnableCloudwatchLogsExports: ['postgresql', 'upgrade'],
      CACertificateIdentifier: 'rds-ca-rsa2048-g1',
      DBSubnetGroupName: ref('DatabaseSubnetGroup'),
      DBParameterGroupName: ref('DatabaseParameterGroup'),
      VPCSecurityGroups: [ref('DatabaseSecurityGroup')],
      Tags: tagsOf('healthcare-db'),
    },
    dependsOn: ['DatabaseLogGroup'],
  },
};

const outputs = {
  EncryptionKeyArn: ref('EncryptionKey.Arn'),
  EncryptionKeyAlias: ref('EncryptionKeyAlias'),
  AuditLogGroupName: ref('AuditLogGroup'),
  PatientDataStreamName: ref('PatientDataStream'),
  PatientDataStreamArn: ref('PatientDataStream.Arn'),
  DatabaseSecretArn: ref('DatabaseSecret'),
  DatabaseSubnetGroupName: ref('DatabaseSubnetGroup'),
  DatabaseParameterGroupName: ref('DatabaseParameterGroup'),
  DatabaseMonitoringRoleArn: ref('DatabaseMonitoringRole.Arn'),
  DatabaseLogGroupName: ref('DatabaseLogGroup'),
  DatabaseInstanceIdentifier: ref('Database'),
  DatabaseEndpoint: ref('Database.Endpoint.Address'),
  DatabasePort: '5432',
  DatabaseName: 'healthcare',
};

module.exports = { outputs, resources };
