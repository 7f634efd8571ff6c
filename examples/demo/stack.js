// @ts-check

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them

const { ref, sub } = require('../../deploy');

const tags = [
  { Key: 'Project', Value: 'orders' },
  { Key: 'Environment', Value: 'demo' },
];

const processorSource = `
exports.handler = async (event) => {
  const orders = event.Records.map((record) => JSON.parse(Buffer.from(record.kinesis.data, 'base64').toString('utf8')));
  for (const order of orders) console.log(JSON.stringify({ level: 'INFO', orderId: order.orderId }));
  return { processed: orders.length };
};
`;

/**
 * Orders arrive on a stream, a function in a VPC takes them, and a database, a table and a bucket keep them; all under
 * one customer key. An alarm on the function tells a topic.
 *
 * @type {import('../../deploy/deploy.js').Spec}
 */
module.exports = {
  name: 'orders',
  region: 'us-east-1',
  resources: {
    DataKey: {
      type: 'AWS::KMS::Key',
      properties: {
        Description: 'Encrypts everything that the orders stack keeps',
        EnableKeyRotation: true,
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
              Condition: {
                ArnLike: {
                  'kms:EncryptionContext:aws:logs:arn': sub('arn:aws:logs:${AWS::Region}:${AWS::AccountId}:*'),
                },
              },
            },
            {
              Sid: 'AlarmsToEncryptedTopic',
              Effect: 'Allow',
              Principal: { Service: 'cloudwatch.amazonaws.com' },
              Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
              Resource: '*',
            },
          ],
        },
        Tags: tags,
      },
    },
    DataKeyAlias: {
      type: 'AWS::KMS::Alias',
      properties: { AliasName: 'alias/orders-data', TargetKeyId: ref('DataKey') },
    },

    Vpc: {
      type: 'AWS::EC2::VPC',
      properties: { CidrBlock: '10.20.0.0/16', EnableDnsSupport: true, EnableDnsHostnames: true, Tags: tags },
    },
    InternetGateway: { type: 'AWS::EC2::InternetGateway', properties: { Tags: tags } },
    InternetGatewayAttachment: {
      type: 'AWS::EC2::VPCGatewayAttachment',
      properties: { VpcId: ref('Vpc'), InternetGatewayId: ref('InternetGateway') },
    },
    PublicSubnet: {
      type: 'AWS::EC2::Subnet',
      properties: {
        VpcId: ref('Vpc'),
        CidrBlock: '10.20.0.0/24',
        AvailabilityZone: 'us-east-1a',
        MapPublicIpOnLaunch: true,
        Tags: tags,
      },
    },
    PublicRouteTable: { type: 'AWS::EC2::RouteTable', properties: { VpcId: ref('Vpc'), Tags: tags } },
    PublicRoute: {
      type: 'AWS::EC2::Route',
      properties: {
        RouteTableId: ref('PublicRouteTable'),
        DestinationCidrBlock: '0.0.0.0/0',
        GatewayId: ref('InternetGateway'),
      },
      dependsOn: ['InternetGatewayAttachment'],
    },
    PublicSubnetRoutes: {
      type: 'AWS::EC2::SubnetRouteTableAssociation',
      properties: { SubnetId: ref('PublicSubnet'), RouteTableId: ref('PublicRouteTable') },
    },
    PrivateSubnetA: {
      type: 'AWS::EC2::Subnet',
      properties: { VpcId: ref('Vpc'), CidrBlock: '10.20.10.0/24', AvailabilityZone: 'us-east-1a', Tags: tags },
    },
    PrivateSubnetB: {
      type: 'AWS::EC2::Subnet',
      properties: { VpcId: ref('Vpc'), CidrBlock: '10.20.11.0/24', AvailabilityZone: 'us-east-1b', Tags: tags },
    },
    PrivateRouteTable: { type: 'AWS::EC2::RouteTable', properties: { VpcId: ref('Vpc'), Tags: tags } },
    PrivateSubnetARoutes: {
      type: 'AWS::EC2::SubnetRouteTableAssociation',
      properties: { SubnetId: ref('PrivateSubnetA'), RouteTableId: ref('PrivateRouteTable') },
    },
    PrivateSubnetBRoutes: {
      type: 'AWS::EC2::SubnetRouteTableAssociation',
      properties: { SubnetId: ref('PrivateSubnetB'), RouteTableId: ref('PrivateRouteTable') },
    },
    ProcessorSecurityGroup: {
      type: 'AWS::EC2::SecurityGroup',
      properties: {
        GroupName: 'orders-processor',
        GroupDescription: 'The order processor',
        VpcId: ref('Vpc'),
        SecurityGroupEgress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '0.0.0.0/0' }],
        Tags: tags,
      },
    },
    DatabaseSecurityGroup: {
      type: 'AWS::EC2::SecurityGroup',
      properties: {
        GroupName: 'orders-database',
        GroupDescription: 'The orders database, for the order processor alone',
        VpcId: ref('Vpc'),
        SecurityGroupIngress: [
          {
            IpProtocol: 'tcp',
            FromPort: 5432,
            ToPort: 5432,
            SourceSecurityGroupId: ref('ProcessorSecurityGroup'),
            Description: 'PostgreSQL from the order processor',
          },
        ],
        Tags: tags,
      },
    },
    ProcessorToDatabase: {
      type: 'AWS::EC2::SecurityGroupEgress',
      properties: {
        GroupId: ref('ProcessorSecurityGroup'),
        IpProtocol: 'tcp',
        FromPort: 5432,
        ToPort: 5432,
        DestinationSecurityGroupId: ref('DatabaseSecurityGroup'),
      },
    },

    DataBucket: {
      type: 'AWS::S3::Bucket',
      properties: {
        BucketName: sub('orders-data-${AWS::AccountId}'),
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            {
              ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: ref('DataKey.Arn') },
              BucketKeyEnabled: true,
            },
          ],
        },
        VersioningConfiguration: { Status: 'Enabled' },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        LifecycleConfiguration: {
          Rules: [
            {
              Id: 'expire-old-versions',
              Status: 'Enabled',
              NoncurrentVersionExpiration: { NoncurrentDays: 90 },
              AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
            },
          ],
        },
        Tags: tags,
      },
    },
    DataBucketPolicy: {
      type: 'AWS::S3::BucketPolicy',
      properties: {
        Bucket: ref('DataBucket'),
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Sid: 'DenyInsecureTransport',
              Effect: 'Deny',
              Principal: '*',
              Action: 's3:*',
              Resource: [ref('DataBucket.Arn'), sub('${DataBucket.Arn}/*')],
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            },
          ],
        },
      },
    },

    DatabaseSecret: {
      type: 'AWS::SecretsManager::Secret',
      properties: {
        Name: 'orders/database',
        Description: 'Credentials of the orders database',
        KmsKeyId: ref('DataKey.Arn'),
        GenerateSecretString: {
          SecretStringTemplate: '{"username":"orders_admin"}',
          GenerateStringKey: 'password',
          PasswordLength: 32,
          ExcludeCharacters: '"@/\\\'',
        },
        Tags: tags,
      },
    },
    DatabaseSubnetGroup: {
      type: 'AWS::RDS::DBSubnetGroup',
      properties: {
        DBSubnetGroupName: 'orders-database',
        DBSubnetGroupDescription: 'Private subnets in two zones',
        SubnetIds: [ref('PrivateSubnetA'), ref('PrivateSubnetB')],
        Tags: tags,
      },
    },
    Database: {
      type: 'AWS::RDS::DBInstance',
      properties: {
        DBInstanceIdentifier: 'orders-database',
        DBInstanceClass: 'db.m6g.large',
        Engine: 'postgres',
        EngineVersion: '15.8',
        DBName: 'orders',
        MasterUsername: 'orders_admin',
        MasterUserPassword: sub('{{resolve:secretsmanager:${DatabaseSecret}:SecretString:password}}'),
        AllocatedStorage: '100',
        StorageType: 'gp3',
        StorageEncrypted: true,
        KmsKeyId: ref('DataKey.Arn'),
        MultiAZ: true,
        PubliclyAccessible: false,
        BackupRetentionPeriod: 14,
        DeletionProtection: true,
        CopyTagsToSnapshot: true,
        AutoMinorVersionUpgrade: true,
        DBSubnetGroupName: ref('DatabaseSubnetGroup'),
        VPCSecurityGroups: [ref('DatabaseSecurityGroup')],
        Tags: tags,
      },
    },

    OrdersTable: {
      type: 'AWS::DynamoDB::Table',
      properties: {
        TableName: 'orders',
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [
          { AttributeName: 'customerId', AttributeType: 'S' },
          { AttributeName: 'orderId', AttributeType: 'S' },
        ],
        KeySchema: [
          { AttributeName: 'customerId', KeyType: 'HASH' },
          { AttributeName: 'orderId', KeyType: 'RANGE' },
        ],
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: ref('DataKey.Arn') },
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
        StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
        DeletionProtectionEnabled: true,
        Tags: tags,
      },
    },
    OrdersStream: {
      type: 'AWS::Kinesis::Stream',
      properties: {
        Name: 'orders-stream',
        ShardCount: 1,
        RetentionPeriodHours: 48,
        StreamEncryption: { EncryptionType: 'KMS', KeyId: ref('DataKey.Arn') },
        Tags: tags,
      },
    },

    ProcessorLogGroup: {
      type: 'AWS::Logs::LogGroup',
      properties: {
        LogGroupName: '/aws/lambda/orders-processor',
        RetentionInDays: 30,
        KmsKeyId: ref('DataKey.Arn'),
        Tags: tags,
      },
    },
    ProcessorRole: {
      type: 'AWS::IAM::Role',
      properties: {
        RoleName: 'orders-processor',
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
        },
        ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole'],
        Policies: [
          {
            PolicyName: 'orders',
            PolicyDocument: {
              Version: '2012-10-17',
              Statement: [
                {
                  Effect: 'Allow',
                  Action: [
                    'kinesis:DescribeStream',
                    'kinesis:DescribeStreamSummary',
                    'kinesis:GetRecords',
                    'kinesis:GetShardIterator',
                    'kinesis:ListShards',
                  ],
                  Resource: ref('OrdersStream.Arn'),
                },
                { Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: ref('OrdersTable.Arn') },
                { Effect: 'Allow', Action: 's3:PutObject', Resource: sub('${DataBucket.Arn}/*') },
                { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: ref('DatabaseSecret') },
                { Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: ref('DataKey.Arn') },
              ],
            },
          },
        ],
        Tags: tags,
      },
    },
    ProcessorFunction: {
      type: 'AWS::Lambda::Function',
      properties: {
        FunctionName: 'orders-processor',
        Description: 'Takes orders from the stream',
        Runtime: 'nodejs20.x',
        Handler: 'index.handler',
        Code: { ZipFile: processorSource },
        Role: ref('ProcessorRole.Arn'),
        Timeout: 60,
        MemorySize: 512,
        Environment: {
          Variables: {
            TABLE_NAME: ref('OrdersTable'),
            BUCKET_NAME: ref('DataBucket'),
            DATABASE_SECRET_ARN: ref('DatabaseSecret'),
          },
        },
        VpcConfig: {
          SubnetIds: [ref('PrivateSubnetA'), ref('PrivateSubnetB')],
          SecurityGroupIds: [ref('ProcessorSecurityGroup')],
        },
        TracingConfig: { Mode: 'Active' },
        Tags: tags,
      },
      dependsOn: ['ProcessorLogGroup'],
    },
    ProcessorEventSourceMapping: {
      type: 'AWS::Lambda::EventSourceMapping',
      properties: {
        FunctionName: ref('ProcessorFunction'),
        EventSourceArn: ref('OrdersStream.Arn'),
        StartingPosition: 'TRIM_HORIZON',
        BatchSize: 100,
        Enabled: true,
      },
    },

    AlarmTopic: {
      type: 'AWS::SNS::Topic',
      properties: {
        TopicName: 'orders-alarms',
        DisplayName: 'Orders alarms',
        KmsMasterKeyId: ref('DataKey.Arn'),
        Tags: tags,
      },
    },
    AlarmSubscription: {
      type: 'AWS::SNS::Subscription',
      properties: { TopicArn: ref('AlarmTopic'), Protocol: 'email', Endpoint: 'orders-oncall@example.com' },
    },
    ProcessorErrorsAlarm: {
      type: 'AWS::CloudWatch::Alarm',
      properties: {
        AlarmName: 'orders-processor-errors',
        AlarmDescription: 'The order processor fails',
        Namespace: 'AWS/Lambda',
        MetricName: 'Errors',
        Dimensions: [{ Name: 'FunctionName', Value: ref('ProcessorFunction') }],
        Statistic: 'Sum',
        Period: 60,
        EvaluationPeriods: 1,
        Threshold: 1,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        TreatMissingData: 'notBreaching',
        AlarmActions: [ref('AlarmTopic')],
      },
    },
  },
  outputs: {
    DataKeyArn: ref('DataKey.Arn'),
    DataKeyAlias: ref('DataKeyAlias'),
    VpcId: ref('Vpc'),
    PublicSubnetId: ref('PublicSubnet'),
    PrivateSubnetIds: [ref('PrivateSubnetA'), ref('PrivateSubnetB')],
    DatabaseSecurityGroupId: ref('DatabaseSecurityGroup'),
    ProcessorSecurityGroupId: ref('ProcessorSecurityGroup'),
    DataBucketName: ref('DataBucket'),
    DatabaseSecretArn: ref('DatabaseSecret'),
    DatabaseSubnetGroupName: ref('DatabaseSubnetGroup'),
    DatabaseEndpoint: ref('Database.Endpoint.Address'),
    DatabaseInstanceIdentifier: ref('Database'),
    OrdersTableName: ref('OrdersTable'),
    OrdersStreamName: ref('OrdersStream'),
    ProcessorFunctionArn: ref('ProcessorFunction.Arn'),
    ProcessorEventSourceMappingId: ref('ProcessorEventSourceMapping'),
    ProcessorRoleArn: ref('ProcessorRole.Arn'),
    ProcessorLogGroupName: ref('ProcessorLogGroup'),
    AlarmTopicArn: ref('AlarmTopic'),
    ProcessorErrorsAlarmName: ref('ProcessorErrorsAlarm'),
  },
};
