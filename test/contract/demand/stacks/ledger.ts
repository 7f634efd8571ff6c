// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them
import { ref, sub } from '../../../../deploy';
import type { Topic } from '../row';

const master = { MasterUsername: 'ledger_admin', MasterUserPassword: 'not-a-secret-1' };
const code = { ZipFile: 'exports.handler = async () => ({ ok: true });\n' };
const alias = (key: string) => ({
  type: 'AWS::KMS::Alias',
  properties: { AliasName: sub('alias/${AWS::StackName}-ledger'), TargetKeyId: ref(key) },
});
const outputs = {
  LedgerDatabaseIdentifier: ref('LedgerDatabase'),
  LedgerBucketName: ref('LedgerBucket'),
  LedgerLogBucketName: ref('LedgerLogBucket'),
  LedgerStreamName: ref('LedgerStream'),
  LedgerSecretArn: ref('LedgerSecret'),
  LedgerKeyAlias: ref('LedgerKeyAlias'),
  LedgerFunctionName: ref('LedgerFunction'),
  LedgerRoleArn: ref('LedgerRole.Arn'),
};
const role = {
  type: 'AWS::IAM::Role',
  properties: {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    },
  },
};

/** What keeps data, and the function that writes it. */
export const ledger: Topic = {
  on: ['ministack', 'moto'],
  healthy: {
    resources: {
      LedgerDatabase: {
        type: 'AWS::RDS::DBInstance',
        properties: {
          ...master,
          DBInstanceClass: 'db.m6g.large',
          Engine: 'postgres',
          EngineVersion: '15.3',
          AllocatedStorage: '100',
          Port: '6432',
          BackupRetentionPeriod: 14,
          PreferredBackupWindow: '03:00-04:00',
          PreferredMaintenanceWindow: 'sun:05:00-sun:06:00',
          EnableCloudwatchLogsExports: ['postgresql', 'upgrade'],
          EnablePerformanceInsights: true,
          DBSubnetGroupName: ref('SubnetGroup'),
          VPCSecurityGroups: [ref('DatabaseSecurityGroup')],
        },
      },
      LedgerBucket: {
        type: 'AWS::S3::Bucket',
        properties: {
          BucketEncryption: {
            ServerSideEncryptionConfiguration: [
              {
                BucketKeyEnabled: true,
                ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: ref('DataKey.Arn') },
              },
            ],
          },
          LoggingConfiguration: { DestinationBucketName: ref('LedgerLogBucket'), LogFilePrefix: 'ledger/' },
        },
        dependsOn: ['LedgerLogBucketPolicy'],
      },
      LedgerLogBucket: { type: 'AWS::S3::Bucket' },
      LedgerLogBucketPolicy: {
        type: 'AWS::S3::BucketPolicy',
        properties: {
          Bucket: ref('LedgerLogBucket'),
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { Service: 'logging.s3.amazonaws.com' },
                Action: 's3:PutObject',
                Resource: sub('${LedgerLogBucket.Arn}/*'),
              },
            ],
          },
        },
      },
      LedgerStream: {
        type: 'AWS::Kinesis::Stream',
        properties: {
          ShardCount: 2,
          RetentionPeriodHours: 48,
          StreamEncryption: { EncryptionType: 'KMS', KeyId: ref('DataKey.Arn') },
        },
      },
      LedgerSecret: {
        type: 'AWS::SecretsManager::Secret',
        properties: { SecretString: '{"username":"ledger","password":"p"}', KmsKeyId: ref('DataKey.Arn') },
      },
      LedgerKeyAlias: alias('DataKey'),
      LedgerRole: role,
      LedgerFunction: {
        type: 'AWS::Lambda::Function',
        properties: {
          Runtime: 'nodejs20.x',
          Handler: 'index.handler',
          Code: code,
          Role: ref('LedgerRole.Arn'),
          Architectures: ['arm64'],
          ReservedConcurrentExecutions: 10,
          TracingConfig: { Mode: 'Active' },
        },
      },
    },
    outputs: { ...outputs, ClusterReaderAddress: ref('Cluster.ReadEndpoint.Address') },
  },
  broken: {
    resources: {
      LedgerDatabase: {
        type: 'AWS::RDS::DBInstance',
        properties: {
          ...master,
          DBInstanceClass: 'db.t3.micro',
          Engine: 'postgres',
          EngineVersion: '14.7',
          AllocatedStorage: '20',
          BackupRetentionPeriod: 1,
          PreferredBackupWindow: '11:00-12:00',
          PreferredMaintenanceWindow: 'wed:14:00-wed:15:00',
          EnablePerformanceInsights: false,
          DBSubnetGroupName: ref('SubnetGroup'),
          VPCSecurityGroups: [ref('FunctionSecurityGroup')],
        },
      },
      LedgerBucket: {
        type: 'AWS::S3::Bucket',
        properties: {
          BucketEncryption: {
            ServerSideEncryptionConfiguration: [
              {
                BucketKeyEnabled: false,
                ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: ref('OtherKey.Arn') },
              },
            ],
          },
        },
      },
      LedgerLogBucket: { type: 'AWS::S3::Bucket' },
      LedgerStream: { type: 'AWS::Kinesis::Stream', properties: { ShardCount: 1 } },
      LedgerSecret: {
        type: 'AWS::SecretsManager::Secret',
        properties: { SecretString: '{"username":"ledger","password":"p"}', KmsKeyId: ref('OtherKey.Arn') },
      },
      LedgerKeyAlias: alias('OtherKey'),
      LedgerRole: role,
      LedgerFunction: {
        type: 'AWS::Lambda::Function',
        properties: {
          Runtime: 'nodejs20.x',
          Handler: 'index.handler',
          Code: code,
          Role: ref('Role.Arn'),
          Architectures: ['x86_64'],
          TracingConfig: { Mode: 'PassThrough' },
        },
      },
    },
    // The reader's address is that of a cluster that was replaced since.
    outputs: { ...outputs, ClusterReaderAddress: 'replaced.cluster-ro-c9akciq32rgx.us-east-1.rds.amazonaws.com' },
  },
};
