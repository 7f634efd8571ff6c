// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them
import { ref, sub } from '../../deploy';

const Tags = [{ Key: 'Project', Value: 'everything' }];
const allow = (Principal: object, Action: string, Resource: unknown = '*') => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal, Action, Resource }],
});
const trust = (service: string) => allow({ Service: `${service}.amazonaws.com` }, 'sts:AssumeRole', undefined);

const network = {
  Vpc: { type: 'AWS::EC2::VPC', properties: { CidrBlock: '10.0.0.0/16' } },
  Subnet: {
    type: 'AWS::EC2::Subnet',
    properties: { VpcId: ref('Vpc'), CidrBlock: '10.0.1.0/24', AvailabilityZone: 'us-east-1a' },
  },
  RestrictDefaultGroup: {
    type: 'Custom::VpcRestrictDefaultSG',
    properties: { DefaultSecurityGroupId: ref('Vpc.DefaultSecurityGroup'), Account: ref('AWS::AccountId') },
  },
  OtherSubnet: {
    type: 'AWS::EC2::Subnet',
    properties: { VpcId: ref('Vpc'), CidrBlock: '10.0.2.0/24', AvailabilityZone: 'us-east-1b' },
  },
  Gateway: { type: 'AWS::EC2::InternetGateway' },
  GatewayAttachment: {
    type: 'AWS::EC2::VPCGatewayAttachment',
    properties: { VpcId: ref('Vpc'), InternetGatewayId: ref('Gateway') },
  },
  RouteTable: { type: 'AWS::EC2::RouteTable', properties: { VpcId: ref('Vpc') } },
  RouteTableAssociation: {
    type: 'AWS::EC2::SubnetRouteTableAssociation',
    properties: { SubnetId: ref('Subnet'), RouteTableId: ref('RouteTable') },
  },
  Address: { type: 'AWS::EC2::EIP', properties: { Domain: 'vpc', Tags } },
  NatGateway: {
    type: 'AWS::EC2::NatGateway',
    properties: { SubnetId: ref('Subnet'), AllocationId: ref('Address.AllocationId'), Tags },
  },
  NatRoute: {
    type: 'AWS::EC2::Route',
    properties: {
      RouteTableId: ref('RouteTable'),
      DestinationCidrBlock: '0.0.0.0/0',
      NatGatewayId: ref('NatGateway'),
    },
  },
  Endpoint: {
    type: 'AWS::EC2::VPCEndpoint',
    properties: {
      VpcId: ref('Vpc'),
      ServiceName: 'com.amazonaws.us-east-1.s3',
      VpcEndpointType: 'Gateway',
      RouteTableIds: [ref('RouteTable')],
    },
  },
  Group: { type: 'AWS::EC2::SecurityGroup', properties: { GroupDescription: 'all', VpcId: ref('Vpc'), Tags } },
  GroupIngress: {
    type: 'AWS::EC2::SecurityGroupIngress',
    properties: { GroupId: ref('Group'), IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '10.0.0.0/16' },
  },
  GroupEgress: {
    type: 'AWS::EC2::SecurityGroupEgress',
    properties: { GroupId: ref('Group'), IpProtocol: 'tcp', FromPort: 80, ToPort: 80, CidrIp: '10.0.0.0/16' },
  },
  FlowLog: {
    type: 'AWS::EC2::FlowLog',
    properties: {
      ResourceId: ref('Vpc'),
      ResourceType: 'VPC',
      TrafficType: 'ALL',
      LogDestinationType: 'cloud-watch-logs',
      LogGroupName: ref('Logs'),
      DeliverLogsPermissionArn: ref('Role.Arn'),
      Tags,
    },
  },
  Zone: { type: 'AWS::Route53::HostedZone', properties: { Name: 'orders.example.', HostedZoneTags: Tags } },
  Record: {
    type: 'AWS::Route53::RecordSet',
    properties: {
      HostedZoneId: ref('Zone'),
      Name: 'api.orders.example.',
      Type: 'A',
      TTL: '60',
      ResourceRecords: ['10.0.1.10'],
    },
  },
  Certificate: {
    type: 'AWS::CertificateManager::Certificate',
    properties: { DomainName: 'orders.example', ValidationMethod: 'DNS', Tags },
  },
};

const security = {
  Key: { type: 'AWS::KMS::Key', properties: { Tags } },
  Alias: { type: 'AWS::KMS::Alias', properties: { AliasName: 'alias/everything', TargetKeyId: ref('Key') } },
  Role: {
    type: 'AWS::IAM::Role',
    properties: { RoleName: 'everything', AssumeRolePolicyDocument: trust('lambda') },
  },
  RolePolicy: {
    type: 'AWS::IAM::Policy',
    properties: {
      PolicyName: 'queue',
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 'sqs:*', Resource: ref('Queue.Arn') }],
      },
      Roles: [ref('Role')],
    },
  },
  ManagedPolicy: {
    type: 'AWS::IAM::ManagedPolicy',
    properties: {
      ManagedPolicyName: 'everything',
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 's3:Get*', Resource: '*' }],
      },
      Roles: [ref('Role')],
    },
  },
  InstanceProfile: { type: 'AWS::IAM::InstanceProfile', properties: { Roles: [ref('Role')] } },
  Secret: { type: 'AWS::SecretsManager::Secret', properties: { SecretString: '{"password":"p"}' } },
  SecretPolicy: {
    type: 'AWS::SecretsManager::ResourcePolicy',
    properties: {
      SecretId: ref('Secret'),
      ResourcePolicy: allow({ AWS: sub('arn:aws:iam::${AWS::AccountId}:root') }, 'secretsmanager:GetSecretValue'),
    },
  },
  Rotation: {
    type: 'AWS::SecretsManager::RotationSchedule',
    properties: {
      SecretId: ref('Secret'),
      RotationLambdaARN: ref('Function.Arn'),
      RotationRules: { AutomaticallyAfterDays: 30 },
    },
    dependsOn: ['Permission'],
  },
  Parameter: {
    type: 'AWS::SSM::Parameter',
    properties: { Name: '/orders/url', Type: 'String', Value: 'x', Tags: { a: 'b' } },
  },
  WebAcl: {
    type: 'AWS::WAFv2::WebACL',
    properties: {
      Scope: 'REGIONAL',
      DefaultAction: { Allow: {} },
      VisibilityConfig: { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: 'all' },
    },
  },
  WebAclAssociation: {
    type: 'AWS::WAFv2::WebACLAssociation',
    properties: { WebACLArn: ref('WebAcl.Arn'), ResourceArn: ref('LoadBalancer') },
  },
  UserPool: {
    type: 'AWS::Cognito::UserPool',
    properties: { UserPoolName: 'users', MfaConfiguration: 'OPTIONAL', EnabledMfas: ['SOFTWARE_TOKEN_MFA'] },
  },
  UserPoolClient: {
    type: 'AWS::Cognito::UserPoolClient',
    properties: { UserPoolId: ref('UserPool'), ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'] },
  },
  Trail: {
    type: 'AWS::CloudTrail::Trail',
    properties: {
      S3BucketName: ref('Bucket'),
      IsLogging: true,
      IsMultiRegionTrail: true,
      KMSKeyId: ref('Key.Arn'),
      Tags,
    },
    dependsOn: ['BucketPolicy'],
  },
};

const storage = {
  Bucket: {
    type: 'AWS::S3::Bucket',
    properties: {
      BucketName: 'everything',
      VersioningConfiguration: { Status: 'Enabled' },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      LifecycleConfiguration: {
        Rules: [
          {
            Id: 'archive',
            Status: 'Enabled',
            Prefix: 'old/',
            Transitions: [{ StorageClass: 'GLACIER', TransitionInDays: 30 }],
            ExpirationInDays: 365,
          },
        ],
      },
      LoggingConfiguration: { DestinationBucketName: ref('LogBucket'), LogFilePrefix: 'everything/' },
      CorsConfiguration: { CorsRules: [{ AllowedMethods: ['GET'], AllowedOrigins: ['*'], MaxAge: 60 }] },
      NotificationConfiguration: { QueueConfigurations: [{ Event: 's3:ObjectCreated:*', Queue: ref('Queue.Arn') }] },
    },
    dependsOn: ['QueuePolicy', 'LogBucketPolicy'],
  },
  LogBucketPolicy: {
    type: 'AWS::S3::BucketPolicy',
    properties: {
      Bucket: ref('LogBucket'),
      PolicyDocument: allow({ Service: 'logging.s3.amazonaws.com' }, 's3:PutObject', sub('${LogBucket.Arn}/*')),
    },
  },
  LogBucket: {
    type: 'AWS::S3::Bucket',
    properties: { BucketName: 'everything-logs', WebsiteConfiguration: { IndexDocument: 'index.html' } },
  },
  BucketPolicy: {
    type: 'AWS::S3::BucketPolicy',
    properties: {
      Bucket: ref('Bucket'),
      PolicyDocument: allow({ Service: 'cloudtrail.amazonaws.com' }, 's3:*', [
        ref('Bucket.Arn'),
        sub('${Bucket.Arn}/*'),
      ]),
    },
  },
  Table: {
    type: 'AWS::DynamoDB::Table',
    properties: {
      AttributeDefinitions: [
        { AttributeName: 'id', AttributeType: 'S' },
        { AttributeName: 'kind', AttributeType: 'S' },
      ],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      BillingMode: 'PROVISIONED',
      ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
      GlobalSecondaryIndexes: [
        {
          IndexName: 'by-kind',
          KeySchema: [{ AttributeName: 'kind', KeyType: 'HASH' }],
          Projection: { ProjectionType: 'ALL' },
          ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
        },
      ],
    },
  },
  SubnetGroup: {
    type: 'AWS::RDS::DBSubnetGroup',
    properties: { DBSubnetGroupDescription: 'all', SubnetIds: [ref('Subnet'), ref('OtherSubnet')] },
  },
  ParameterGroup: {
    type: 'AWS::RDS::DBParameterGroup',
    properties: { Description: 'all', Family: 'postgres15', Parameters: { 'rds.force_ssl': 1 } },
  },
  ClusterParameterGroup: {
    type: 'AWS::RDS::DBClusterParameterGroup',
    properties: { Description: 'all', Family: 'aurora-postgresql15', Parameters: { 'rds.force_ssl': 1 } },
  },
  Cluster: {
    type: 'AWS::RDS::DBCluster',
    properties: {
      Engine: 'aurora-postgresql',
      EngineVersion: '15.12',
      MasterUsername: 'admin_user',
      ManageMasterUserPassword: true,
      DBSubnetGroupName: ref('SubnetGroup'),
      DBClusterParameterGroupName: ref('ClusterParameterGroup'),
      StorageEncrypted: true,
      ServerlessV2ScalingConfiguration: { MinCapacity: 0.5, MaxCapacity: 4 },
      Tags,
    },
  },
  ClusterInstance: {
    type: 'AWS::RDS::DBInstance',
    properties: {
      DBClusterIdentifier: ref('Cluster'),
      DBInstanceClass: 'db.serverless',
      Engine: 'aurora-postgresql',
    },
  },
  CacheSubnets: {
    type: 'AWS::ElastiCache::SubnetGroup',
    properties: { Description: 'all', SubnetIds: [ref('Subnet'), ref('OtherSubnet')] },
  },
  Cache: {
    type: 'AWS::ElastiCache::ReplicationGroup',
    properties: {
      ReplicationGroupDescription: 'all',
      Engine: 'redis',
      CacheNodeType: 'cache.t4g.small',
      NumCacheClusters: 2,
      AutomaticFailoverEnabled: true,
      AtRestEncryptionEnabled: true,
      TransitEncryptionEnabled: true,
      CacheSubnetGroupName: ref('CacheSubnets'),
      Tags,
    },
  },
  FileSystem: {
    type: 'AWS::EFS::FileSystem',
    properties: {
      Encrypted: true,
      KmsKeyId: ref('Key.Arn'),
      FileSystemTags: Tags,
      LifecyclePolicies: [{ TransitionToIA: 'AFTER_30_DAYS' }],
      BackupPolicy: { Status: 'ENABLED' },
    },
  },
  MountTarget: {
    type: 'AWS::EFS::MountTarget',
    properties: { FileSystemId: ref('FileSystem'), SubnetId: ref('Subnet'), SecurityGroups: [ref('Group')] },
  },
  Domain: {
    type: 'AWS::OpenSearchService::Domain',
    properties: {
      DomainName: 'everything',
      EngineVersion: 'OpenSearch_2.15',
      EncryptionAtRestOptions: { Enabled: true, KmsKeyId: ref('Key.Arn') },
      NodeToNodeEncryptionOptions: { Enabled: true },
      Tags,
    },
  },
  Vault: {
    type: 'AWS::Backup::BackupVault',
    properties: { BackupVaultName: 'everything', EncryptionKeyArn: ref('Key.Arn') },
  },
  Plan: {
    type: 'AWS::Backup::BackupPlan',
    properties: {
      BackupPlan: {
        BackupPlanName: 'daily',
        BackupPlanRule: [
          {
            RuleName: 'daily',
            TargetBackupVault: ref('Vault'),
            ScheduleExpression: 'cron(0 5 * * ? *)',
            Lifecycle: { DeleteAfterDays: 35 },
          },
        ],
      },
    },
  },
  Selection: {
    type: 'AWS::Backup::BackupSelection',
    properties: {
      BackupPlanId: ref('Plan'),
      BackupSelection: { SelectionName: 'all', IamRoleArn: ref('Role.Arn'), Resources: [ref('Table.Arn')] },
    },
  },
};

const compute = {
  Function: {
    type: 'AWS::Lambda::Function',
    properties: {
      Runtime: 'python3.12',
      Handler: 'index.handler',
      Role: ref('Role.Arn'),
      Code: { ZipFile: 'def handler(event, context):\n    return event\n' },
      KmsKeyArn: ref('Key.Arn'),
      DeadLetterConfig: { TargetArn: ref('Queue.Arn') },
      Architectures: ['arm64'],
      ReservedConcurrentExecutions: 5,
      Tags,
    },
  },
  Permission: {
    type: 'AWS::Lambda::Permission',
    properties: {
      FunctionName: ref('Function'),
      Action: 'lambda:InvokeFunction',
      Principal: 'secretsmanager.amazonaws.com',
      SourceAccount: ref('AWS::AccountId'),
    },
  },
  LogBucketNotifications: {
    type: 'Custom::S3BucketNotifications',
    properties: {
      BucketName: ref('LogBucket'),
      Managed: true,
      NotificationConfiguration: {
        LambdaFunctionConfigurations: [{ Events: ['s3:ObjectCreated:*'], LambdaFunctionArn: ref('Function.Arn') }],
      },
    },
  },
  Mapping: {
    type: 'AWS::Lambda::EventSourceMapping',
    properties: {
      FunctionName: ref('Function'),
      EventSourceArn: ref('Queue.Arn'),
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    },
  },
  EcsCluster: {
    type: 'AWS::ECS::Cluster',
    properties: { ClusterSettings: [{ Name: 'containerInsights', Value: 'enabled' }], Tags },
  },
  Task: {
    type: 'AWS::ECS::TaskDefinition',
    properties: {
      Family: 'everything',
      Cpu: '256',
      Memory: '512',
      NetworkMode: 'awsvpc',
      RequiresCompatibilities: ['FARGATE'],
      ExecutionRoleArn: ref('Role.Arn'),
      ContainerDefinitions: [
        {
          Name: 'app',
          Image: sub('${Repository.RepositoryUri}:1'),
          Environment: [{ Name: 'DB_HOST', Value: 'db' }],
          Secrets: [{ Name: 'DB_PASSWORD', ValueFrom: sub('${Secret}:password::') }],
          LogConfiguration: { LogDriver: 'awslogs', Options: { 'awslogs-group': ref('Logs') } },
          PortMappings: [{ ContainerPort: 80 }],
        },
      ],
      Tags,
    },
  },
  Service: {
    type: 'AWS::ECS::Service',
    properties: {
      Cluster: ref('EcsCluster'),
      TaskDefinition: ref('Task'),
      DesiredCount: 0,
      LaunchType: 'FARGATE',
      NetworkConfiguration: {
        AwsvpcConfiguration: { Subnets: [ref('Subnet')], SecurityGroups: [ref('Group')], AssignPublicIp: 'DISABLED' },
      },
    },
  },
  Repository: {
    type: 'AWS::ECR::Repository',
    properties: {
      RepositoryName: 'everything',
      ImageScanningConfiguration: { ScanOnPush: true },
      ImageTagMutability: 'IMMUTABLE',
      EncryptionConfiguration: { EncryptionType: 'KMS', KmsKey: ref('Key.Arn') },
    },
  },
  LoadBalancer: {
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    properties: {
      Name: 'everything',
      Scheme: 'internal',
      Subnets: [ref('Subnet'), ref('OtherSubnet')],
      SecurityGroups: [ref('Group')],
      LoadBalancerAttributes: [{ Key: 'deletion_protection.enabled', Value: 'true' }],
    },
  },
  TargetGroup: {
    type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    properties: {
      Name: 'everything',
      Protocol: 'HTTP',
      Port: 80,
      VpcId: ref('Vpc'),
      TargetType: 'ip',
      TargetGroupAttributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '30' }],
    },
  },
  Listener: {
    type: 'AWS::ElasticLoadBalancingV2::Listener',
    properties: {
      LoadBalancerArn: ref('LoadBalancer'),
      Port: 443,
      Protocol: 'HTTPS',
      Certificates: [{ CertificateArn: ref('Certificate') }],
      DefaultActions: [{ Type: 'forward', TargetGroupArn: ref('TargetGroup') }],
    },
  },
  LaunchTemplate: {
    type: 'AWS::EC2::LaunchTemplate',
    properties: { LaunchTemplateData: { ImageId: 'ami-12c6146b', InstanceType: 't3.micro' } },
  },
  ScalingGroup: {
    type: 'AWS::AutoScaling::AutoScalingGroup',
    properties: {
      MinSize: '0',
      MaxSize: '2',
      DesiredCapacity: '0',
      LaunchTemplate: {
        LaunchTemplateId: ref('LaunchTemplate'),
        Version: ref('LaunchTemplate.LatestVersionNumber'),
      },
      VPCZoneIdentifier: [ref('Subnet'), ref('OtherSubnet')],
      Tags: [{ Key: 'Project', Value: 'everything', PropagateAtLaunch: true }],
    },
  },
  Instance: {
    type: 'AWS::EC2::Instance',
    properties: {
      ImageId: 'ami-12c6146b',
      InstanceType: 't3.micro',
      SubnetId: ref('Subnet'),
      IamInstanceProfile: ref('InstanceProfile'),
      MetadataOptions: { HttpTokens: 'required' },
      Tags,
    },
  },
};

const application = {
  Queue: {
    type: 'AWS::SQS::Queue',
    properties: {
      QueueName: 'everything',
      KmsMasterKeyId: ref('Key.Arn'),
      RedrivePolicy: { deadLetterTargetArn: ref('DeadLetters.Arn'), maxReceiveCount: 3 },
      VisibilityTimeout: 60,
      Tags,
    },
  },
  DeadLetters: {
    type: 'AWS::SQS::Queue',
    properties: { QueueName: 'everything-dead', MessageRetentionPeriod: 1209600 },
  },
  QueuePolicy: {
    type: 'AWS::SQS::QueuePolicy',
    properties: {
      Queues: [ref('Queue')],
      PolicyDocument: allow({ Service: 's3.amazonaws.com' }, 'sqs:SendMessage', ref('Queue.Arn')),
    },
  },
  Topic: {
    type: 'AWS::SNS::Topic',
    properties: { Subscription: [{ Protocol: 'sqs', Endpoint: ref('DeadLetters.Arn') }], Tags },
  },
  TopicPolicy: {
    type: 'AWS::SNS::TopicPolicy',
    properties: {
      Topics: [ref('Topic')],
      PolicyDocument: allow({ Service: 'events.amazonaws.com' }, 'sns:Publish', ref('Topic')),
    },
  },
  Subscription: {
    type: 'AWS::SNS::Subscription',
    properties: {
      TopicArn: ref('Topic'),
      Protocol: 'sqs',
      Endpoint: ref('Queue.Arn'),
      RawMessageDelivery: true,
      FilterPolicy: { kind: ['order'] },
    },
  },
  Stream: { type: 'AWS::Kinesis::Stream', properties: { StreamModeDetails: { StreamMode: 'ON_DEMAND' } } },
  Logs: { type: 'AWS::Logs::LogGroup', properties: { LogGroupName: '/orders/all', KmsKeyId: ref('Key.Arn'), Tags } },
  MetricFilter: {
    type: 'AWS::Logs::MetricFilter',
    properties: {
      LogGroupName: ref('Logs'),
      FilterPattern: 'ERROR',
      MetricTransformations: [{ MetricName: 'Errors', MetricNamespace: 'Orders', MetricValue: '1' }],
    },
  },
  Alarm: {
    type: 'AWS::CloudWatch::Alarm',
    properties: {
      MetricName: 'Errors',
      Namespace: 'Orders',
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanThreshold',
    },
  },
  Api: {
    type: 'AWS::ApiGateway::RestApi',
    properties: { Name: 'orders', EndpointConfiguration: { Types: ['REGIONAL'] }, Tags },
  },
  ApiResource: {
    type: 'AWS::ApiGateway::Resource',
    properties: { RestApiId: ref('Api'), ParentId: ref('Api.RootResourceId'), PathPart: 'orders' },
  },
  ApiMethod: {
    type: 'AWS::ApiGateway::Method',
    properties: {
      RestApiId: ref('Api'),
      ResourceId: ref('ApiResource'),
      HttpMethod: 'GET',
      AuthorizationType: 'NONE',
      MethodResponses: [{ StatusCode: '200' }],
      Integration: {
        Type: 'MOCK',
        RequestTemplates: { 'application/json': '{"statusCode":200}' },
        IntegrationResponses: [{ StatusCode: '200' }],
      },
    },
  },
  ApiDeployment: {
    type: 'AWS::ApiGateway::Deployment',
    properties: { RestApiId: ref('Api') },
    dependsOn: ['ApiMethod'],
  },
  ApiStage: {
    type: 'AWS::ApiGateway::Stage',
    properties: {
      RestApiId: ref('Api'),
      StageName: 'prod',
      DeploymentId: ref('ApiDeployment'),
      TracingEnabled: true,
      AccessLogSetting: { DestinationArn: ref('Logs.Arn'), Format: '$context.requestId' },
      MethodSettings: [{ ResourcePath: '/*', HttpMethod: '*', MetricsEnabled: true, LoggingLevel: 'INFO' }],
    },
  },
  Bus: { type: 'AWS::Events::EventBus', properties: { Name: 'orders' } },
  Rule: {
    type: 'AWS::Events::Rule',
    properties: {
      EventBusName: ref('Bus'),
      EventPattern: { source: ['orders'] },
      Targets: [{ Id: 'queue', Arn: ref('Queue.Arn') }],
    },
  },
  StateMachine: {
    type: 'AWS::StepFunctions::StateMachine',
    properties: {
      RoleArn: ref('Role.Arn'),
      StateMachineType: 'EXPRESS',
      Definition: { StartAt: 'End', States: { End: { Type: 'Succeed' } } },
      TracingConfiguration: { Enabled: true },
      LoggingConfiguration: {
        Level: 'ALL',
        Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: ref('Logs.Arn') } }],
      },
    },
  },
  Distribution: {
    type: 'AWS::CloudFront::Distribution',
    properties: {
      DistributionConfig: {
        Enabled: true,
        Origins: [
          {
            Id: 'bucket',
            DomainName: ref('Bucket.RegionalDomainName'),
            S3OriginConfig: { OriginAccessIdentity: '' },
          },
        ],
        DefaultCacheBehavior: {
          TargetOriginId: 'bucket',
          ViewerProtocolPolicy: 'redirect-to-https',
          AllowedMethods: ['GET', 'HEAD'],
          CachedMethods: ['GET', 'HEAD'],
          CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
        },
      },
      Tags,
    },
  },
};

/** A stack with every type that the deploy library knows. */
export const everyType = {
  name: 'everything',
  resources: { ...network, ...security, ...storage, ...compute, ...application },
};
