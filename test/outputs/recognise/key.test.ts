import { discover, type RecognitionRule } from '../../../src/outputs';

const only = (key: string, value: unknown, rules?: RecognitionRule[]) => {
  const rows = discover({ shape: 'flat', entries: [{ key, value, sensitive: false }] }, { rules });
  expect(rows).toHaveLength(1);
  return rows[0];
};
const uuid = '0a1b2c3d-0000-4000-8000-000000000000';

test.each([
  ['AWS::S3::Bucket', 'LogsBucketName', 'shop-logs'],
  ['AWS::S3::Bucket', 'InputLambdaBucket', 'shop-input'],
  ['AWS::Lambda::Function', 'kinesis_processor_function_name', 'shop-reader'],
  ['AWS::Lambda::Function', 'ProcessorLambdaName', 'shop-reader'],
  ['AWS::CloudFront::Function', 'CloudFrontFunctionName', 'rewrite'],
  ['AWS::DynamoDB::Table', 'ordersTable', 'shop-orders'],
  ['AWS::DynamoDB::Table', 'FinancialDynamoDBName', 'shop-orders'],
  ['AWS::Glue::Table', 'GlueTableName', 'orders'],
  ['AWS::KMS::Key', 'DataKeyId', uuid],
  ['AWS::KMS::Key', 'kms_key_lambda_env_id', uuid],
  ['AWS::WAFv2::WebACL', 'WebAclId', uuid],
  ['AWS::Route53::HealthCheck', 'HealthCheckId', uuid],
  ['AWS::IAM::Role', 'LambdaExecutionRoleName', 'shop-role'],
  ['AWS::IAM::InstanceProfile', 'InstanceProfileName', 'web'],
  ['AWS::IAM::ManagedPolicy', 'CustomPolicyName', 'shop-read'],
  ['AWS::Logs::LogGroup', 'EcsLogGroupName', '/ecs/shop'],
  ['AWS::EC2::SecurityGroup', 'SecurityGroupId', 'stack-WebSecurityGroup-hydcHdX'],
  ['AWS::EC2::Subnet', 'PublicSubnetIds', 'subnet-pub1a'],
  ['AWS::AutoScaling::AutoScalingGroup', 'asg_name', 'web'],
  ['AWS::RDS::DBInstance', 'RDSInstanceId', 'shop-db'],
  ['AWS::RDS::DBInstance', 'DatabaseEndpoint', 'localhost.localstack.cloud:4510'],
  ['AWS::RDS::DBCluster', 'AuroraClusterEndpoint', 'localhost.localstack.cloud'],
  ['AWS::RDS::DBSubnetGroup', 'DBSubnetGroupName', 'private'],
  ['AWS::ElastiCache::ReplicationGroup', 'RedisEndpoint', 'localhost:4511'],
  ['AWS::ECS::Cluster', 'EcsClusterName', 'shop'],
  ['AWS::EKS::Cluster', 'eks_cluster_name', 'shop'],
  ['AWS::EKS::Cluster', 'ClusterName', 'shop-eks'],
  ['AWS::ECS::Service', 'ecs_service_name', 'api'],
  ['AWS::Kinesis::Stream', 'StreamName', 'clicks'],
  ['AWS::KinesisFirehose::DeliveryStream', 'FirehoseStreamName', 'clicks'],
  ['AWS::SNS::Topic', 'alerts_topic_name', 'alerts'],
  ['AWS::SQS::Queue', 'OrdersDLQName', 'orders-dlq'],
  ['AWS::Events::Rule', 'eventRuleName', 'nightly'],
  ['AWS::Config::ConfigRule', 'configRuleNames', 'encrypted-volumes'],
  ['AWS::CloudTrail::Trail', 'CloudTrailName', 'audit'],
  ['AWS::CloudWatch::Alarm', 'HighCpuAlarmName', 'CPU is high'],
  ['AWS::CloudWatch::Dashboard', 'dashboard_name', 'shop'],
  ['AWS::SSM::Parameter', 'DbHostParameterName', '/shop/db/host'],
  ['AWS::SecretsManager::Secret', 'DbSecretName', 'shop/db'],
  ['AWS::Cognito::UserPoolClient', 'UserPoolClientId', '189ebe4ha5pthut9792e2fh30b'],
  ['AWS::ApiGateway::RestApi', 'RestApiId', 'a1b2c3d4e5'],
  ['AWS::ApiGateway::RestApi', 'ApiId', '2141420831'],
  ['AWS::ApiGateway::RestApi', 'api_id', '12345678'],
  ['AWS::ApiGatewayV2::Api', 'WebSocketApiId', 'a1b2c3d4e5'],
  ['AWS::AppSync::GraphQLApi', 'apiId', 'b37yt4awpjfwxpabrrs54j6wty'],
  ['AWS::ApiGateway::Stage', 'ApiStageName', 'prod'],
  ['AWS::CodeBuild::Project', 'ContainerBuildProject', 'shop-build'],
  ['AWS::CodePipeline::Pipeline', 'PipelineName', 'shop'],
  ['AWS::Backup::BackupVault', 'backup_vault_name', 'shop'],
  ['AWS::GuardDuty::Detector', 'DetectorId', '12abc34d567e8fa901bc2d34e56789f0'],
  ['AWS::Config::ConfigurationRecorder', 'ConfigRecorderName', 'default'],
  ['AWS::Athena::WorkGroup', 'AthenaWorkgroupName', 'analysts'],
  ['AWS::Route53::HostedZone', 'HostedZoneName', 'example.com'],
  ['AWS::CloudFormation::Stack', 'StackName', 'Shop'],
])('%s: %s', (type, key, value) => {
  expect(only(key, value)).toMatchObject({ type, decidedBy: 'key' });
});

test.each([
  'OrdersTableName',
  'ordersTableName',
  'orders_table_name',
  'orders-table-name',
  'ORDERS_TABLE_NAME',
  'orderstablename',
  'OrdersTableName1A2B3C4D',
  'OrdersTableNamepr1234',
  'OrdersTableName-staging',
  'TapStack-eu-west-1-OrdersTableName',
  'Shop:OrdersTableName',
  'ExportsOutputRefOrdersTable1A2B3C4D5E6F7A8B',
])('the spelling %s means the same', (key) => {
  expect(only(key, 'shop-orders')).toMatchObject({
    type: 'AWS::DynamoDB::Table',
    identifier: 'name',
    id: 'shop-orders',
  });
});

test.each([
  ['PublicSubnet1AZ', 'use1-az1'],
  ['VpcCidrBlock', 'ten-slash-eight'],
  ['BucketRegion', 'somewhere'],
  ['TableStatus', 'ACTIVE'],
  ['DatabaseEngine', 'postgres'],
  ['DatabaseName', 'shop'],
  ['DbUsername', 'app'],
  ['LambdaRuntime', 'nodejs20.x'],
  ['BucketCount', 'three'],
  ['EnvironmentName', 'production'],
])('%s = %s names a property, not a resource', (key, value) => {
  expect(only(key, value)).toMatchObject({ type: 'none', decidedBy: 'key' });
});

test.each([
  ['ProjectName', 'shop'],
  ['SolutionName', 'shop'],
  ['WebsiteUrl', 'https://shop.example.com'],
  ['ServiceName', 'shop'],
  ['RepositoryName', 'shop'],
  ['KmsKeyName', 'shop'],
  ['VpcName', 'shop'],
  ['', 'shop'],
])('%s = %s stays undecided', (key, value) => {
  expect(only(key, value)).toMatchObject({ type: 'none', decidedBy: 'undecided' });
});

test('a value of clear form wins over the key', () => {
  expect(only('BucketName', 'arn:aws:sns:eu-west-1:123456789012:alerts')?.type).toBe('AWS::SNS::Topic');
});

test.each([
  ['HttpApiUrl', 'https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod', 'AWS::ApiGatewayV2::Api'],
  ['RestApiUrl', 'https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com', 'AWS::ApiGateway::RestApi'],
  ['DocDbClusterArn', 'arn:aws:rds:eu-west-1:123456789012:cluster:docs', 'AWS::DocDB::DBCluster'],
  ['LustreFileSystemId', 'fs-0a1b2c3d', 'AWS::FSx::FileSystem'],
  ['ConfigParameterName', '/aws/shop/config', 'AWS::SSM::Parameter'],
  ['AlbHostedZoneId', 'Z35SXDOTRQ7X7K', 'AWS::ElasticLoadBalancingV2::LoadBalancer'],
])('the key settles what the form leaves open: %s', (key, value, type) => {
  expect(only(key, value)).toMatchObject({ type, decidedBy: 'value+key' });
});

test('a name that CloudFormation made tells its logical id', () => {
  expect(only('Style', 'Shop-StyleTable1A843F83-1HKFFKYVPMOKZ')).toMatchObject({
    type: 'AWS::DynamoDB::Table',
    decidedBy: 'value',
  });
});

describe('lists and maps', () => {
  const rows = (key: string, value: unknown) =>
    discover({ shape: 'flat', entries: [{ key, value, sensitive: false }] }).map(({ type, identifier, id, member }) => [
      type,
      identifier,
      id,
      member,
    ]);

  test.each([
    ['a list', ['subnet-0a1b2c3d', 'subnet-4e5f6a7b']],
    ['JSON in a string', '["subnet-0a1b2c3d","subnet-4e5f6a7b"]'],
    ['a comma list', 'subnet-0a1b2c3d, subnet-4e5f6a7b'],
  ])('%s gives a row per member', (_form, value) => {
    expect(rows('PrivateSubnets', value)).toEqual([
      ['AWS::EC2::Subnet', 'id', 'subnet-0a1b2c3d', undefined],
      ['AWS::EC2::Subnet', 'id', 'subnet-4e5f6a7b', undefined],
    ]);
  });

  test('a map of names gives a row per member', () => {
    expect(rows('table_names', { orders: 'shop-orders', users: 'shop-users' })).toEqual([
      ['AWS::DynamoDB::Table', 'name-map', 'shop-orders', 'orders'],
      ['AWS::DynamoDB::Table', 'name-map', 'shop-users', 'users'],
    ]);
  });

  test('a record about one resource gives one row', () => {
    const record = { registry_id: '123456789012', repository_url: '123456789012.dkr.ecr.eu-west-2.amazonaws.com/app' };
    expect(rows('app_repository', record)).toEqual([['AWS::ECR::Repository', 'object', 'app', undefined]]);
  });

  test('a summary of many things is left alone', () => {
    expect(rows('summary', { vpc_id: 'vpc-0a1b2c3d', role: 'arn:aws:iam::123456789012:role/app' })).toEqual([
      ['none', 'other', '', undefined],
    ]);
  });

  test('a sentence with commas is no list', () => {
    expect(rows('ProjectTags', 'Project=Shop, Environment=dev')).toHaveLength(1);
  });
});

describe('rules of a team', () => {
  const rules: RecognitionRule[] = [
    { type: 'Acme::Ledger::Book', value: /^book-(?<id>[0-9a-f]{8})$/g, identifier: 'id' },
    { type: 'Acme::Web::Site', key: /siteurl$/i },
    { type: 'none', key: /^LegacyBucket/ },
  ];

  test('come before the built-in ones, and take out the id', () => {
    const value = 'book-0a1b2c3d';
    expect(only('Any', value, rules)).toMatchObject({
      type: 'Acme::Ledger::Book',
      id: '0a1b2c3d',
      identifier: 'id',
      decidedBy: 'rule',
    });
    expect(only('Any', value, rules)?.type).toBe('Acme::Ledger::Book');
    expect(only('MainSiteUrl', 'https://x.example.com', rules)).toMatchObject({
      type: 'Acme::Web::Site',
      identifier: 'name',
    });
    expect(only('LegacyBucketName', 'shop', rules)).toMatchObject({ type: 'none', decidedBy: 'rule' });
    expect(only('BucketName', 'shop', rules)?.type).toBe('AWS::S3::Bucket');
  });

  test('with neither a value nor a key, match nothing', () => {
    expect(only('Any', 'thing', [{ type: 'Acme::Any' }])?.type).toBe('none');
  });
});
