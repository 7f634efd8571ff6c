import { discover } from '../../../src/outputs';

const account = '123456789012';
const arn = (service: string, resource: string, region = 'eu-west-1') =>
  `arn:aws:${service}:${region}:${account}:${resource}`;

const only = (value: unknown, key = 'Value') => {
  const rows = discover({ shape: 'flat', entries: [{ key, value, sensitive: false }] });
  expect(rows).toHaveLength(1);
  return rows[0];
};

describe('ARNs', () => {
  test.each([
    ['AWS::S3::Bucket', 'logs', 'arn:aws:s3:::logs'],
    ['AWS::S3::Bucket', 'logs', 'arn:aws:s3:::logs/*'],
    ['AWS::IAM::Role', 'app', `arn:aws:iam::${account}:role/service-role/app`],
    ['AWS::IAM::InstanceProfile', 'web', `arn:aws:iam::${account}:instance-profile/web`],
    ['AWS::DynamoDB::Table', 'orders', arn('dynamodb', 'table/orders')],
    ['AWS::DynamoDB::Table', 'orders', arn('dynamodb', 'table/orders/index/by-day')],
    ['AWS::Kinesis::Stream', 'clicks', arn('kinesis', 'stream/clicks')],
    ['AWS::Logs::LogGroup', '/aws/lambda/api', arn('logs', 'log-group:/aws/lambda/api:*')],
    ['AWS::RDS::DBInstance', 'orders', arn('rds', 'db:orders')],
    ['AWS::RDS::DBCluster', 'orders', arn('rds', 'cluster:orders')],
    ['AWS::RDS::DBSubnetGroup', 'private', arn('rds', 'subgrp:private')],
    ['AWS::Events::Rule', 'nightly', arn('events', 'rule/bus/nightly')],
    ['AWS::Events::EventBus', 'bus', arn('events', 'event-bus/bus')],
    ['AWS::SSM::Parameter', '/app/db/host', arn('ssm', 'parameter/app/db/host')],
    ['AWS::SSM::Parameter', 'host', arn('ssm', 'parameter/host')],
    ['AWS::EC2::VPC', 'vpc-0a1b2c3d4e5f67890', arn('ec2', 'vpc/vpc-0a1b2c3d4e5f67890')],
    ['AWS::EC2::NatGateway', 'nat-0a1b2c3d4e5f67890', arn('ec2', 'natgateway/nat-0a1b2c3d4e5f67890')],
    ['AWS::EFS::FileSystem', 'fs-0a1b2c3d', arn('elasticfilesystem', 'file-system/fs-0a1b2c3d')],
    ['AWS::AutoScaling::AutoScalingGroup', 'web', arn('autoscaling', 'autoScalingGroup:6f5c:autoScalingGroupName/web')],
    ['AWS::ApiGateway::RestApi', 'a1b2c3d4e5', 'arn:aws:apigateway:eu-west-1::/restapis/a1b2c3d4e5'],
    ['AWS::ApiGateway::Stage', 'prod', 'arn:aws:apigateway:eu-west-1::/restapis/a1b2c3d4e5/stages/prod'],
    ['AWS::ApiGatewayV2::Api', 'a1b2c3d4e5', 'arn:aws:apigateway:eu-west-1::/apis/a1b2c3d4e5'],
    ['AWS::ECR::Repository', 'team/app', arn('ecr', 'repository/team/app')],
    ['AWS::EKS::Cluster', 'main', arn('eks', 'cluster/main')],
    ['AWS::Cognito::UserPool', 'eu-west-1_AbCdEf123', arn('cognito-idp', 'userpool/eu-west-1_AbCdEf123')],
    ['AWS::CodePipeline::Pipeline', 'deploy', arn('codepipeline', 'deploy')],
    ['AWS::CodeDeploy::DeploymentGroup', 'blue', arn('codedeploy', 'deploymentgroup:app/blue')],
    ['AWS::KinesisFirehose::DeliveryStream', 'to-s3', arn('firehose', 'deliverystream/to-s3')],
    ['AWS::Scheduler::Schedule', 'nightly', arn('scheduler', 'schedule/default/nightly')],
    ['AWS::OpenSearchService::Domain', 'search', arn('es', 'domain/search')],
    ['AWS::SQS::Queue', `https://sqs.eu-west-1.amazonaws.com/${account}/jobs`, arn('sqs', 'jobs')],
  ])('%s: %s', (type, id, value) => {
    expect(only(value)).toMatchObject({ type, id, decidedBy: 'value' });
  });

  test.each([
    ['AWS::SNS::Topic', arn('sns', 'alerts')],
    ['AWS::SNS::Subscription', arn('sns', 'alerts:0a1b2c3d-0000-4000-8000-000000000000')],
    ['AWS::KMS::Key', arn('kms', 'key/0a1b2c3d-0000-4000-8000-000000000000')],
    ['AWS::KMS::Alias', arn('kms', 'alias/app')],
    ['AWS::Lambda::Function', arn('lambda', 'function:api')],
    ['AWS::Lambda::Function', arn('lambda', 'function:api:live')],
    ['AWS::Lambda::LayerVersion', arn('lambda', 'layer:common:7')],
    ['AWS::SecretsManager::Secret', arn('secretsmanager', 'secret:prod/db-AbCdEf')],
    ['AWS::ElasticLoadBalancingV2::LoadBalancer', arn('elasticloadbalancing', 'loadbalancer/app/web/50dc6c495c0c9188')],
    ['AWS::ElasticLoadBalancingV2::TargetGroup', arn('elasticloadbalancing', 'targetgroup/web/50dc6c495c0c9188')],
    ['AWS::ElasticLoadBalancingV2::ListenerRule', arn('elasticloadbalancing', 'listener-rule/app/web/5/6/7')],
    ['AWS::StepFunctions::StateMachine', arn('states', 'stateMachine:orders')],
    ['AWS::ECS::Cluster', arn('ecs', 'cluster/main')],
    ['AWS::ECS::Service', arn('ecs', 'service/main/api')],
    ['AWS::ECS::TaskDefinition', arn('ecs', 'task-definition/api:12')],
    ['AWS::CertificateManager::Certificate', arn('acm', 'certificate/0a1b2c3d-0000-4000-8000-000000000000')],
    ['AWS::WAFv2::WebACL', arn('wafv2', 'regional/webacl/front/0a1b2c3d-0000-4000-8000-000000000000')],
    ['AWS::IAM::ManagedPolicy', `arn:aws:iam::${account}:policy/app`],
    ['AWS::GlobalAccelerator::Accelerator', `arn:aws:globalaccelerator::${account}:accelerator/0a1b`],
  ])('%s is asked for by its ARN', (type, value) => {
    expect(only(value)).toMatchObject({ type, identifier: 'arn', id: value });
  });

  test('region, account and partition come with it', () => {
    expect(only('arn:aws-cn:sns:cn-north-1:123456789012:alerts')).toMatchObject({
      region: 'cn-north-1',
      account,
      partition: 'aws-cn',
    });
  });

  test('the stream of a table names the table', () => {
    expect(only(arn('dynamodb', 'table/orders/stream/2024-01-01T00:00:00.000'))).toMatchObject({
      type: 'AWS::DynamoDB::Table',
      identifier: 'stream-arn',
      id: 'orders',
    });
  });

  test.each([
    `arn:aws:sts::${account}:assumed-role/app/session`,
    arn('states', 'execution:orders:0a1b'),
    arn('ecs', 'task/main/0a1b'),
    `arn:aws:iam::${account}:root`,
  ])('%s is no resource of a template', (value) => {
    expect(only(value)).toMatchObject({ type: 'none', decidedBy: 'value' });
  });

  test('a service that no rule knows stays undecided, with its region', () => {
    expect(only(arn('constructor', 'thing/x'))).toMatchObject({
      type: 'none',
      decidedBy: 'undecided',
      region: 'eu-west-1',
    });
  });
});

describe('ids', () => {
  test.each([
    ['AWS::EC2::VPC', 'vpc-0a1b2c3d4e5f67890'],
    ['AWS::EC2::Subnet', 'subnet-0a1b2c3d'],
    ['AWS::EC2::SecurityGroup', 'sg-0a1b2c3d4e5f67890'],
    ['AWS::EC2::Instance', 'i-0a1b2c3d4e5f67890'],
    ['AWS::EC2::InternetGateway', 'igw-0a1b2c3d4e5f67890'],
    ['AWS::EC2::NatGateway', 'nat-0a1b2c3d4e5f67890'],
    ['AWS::EC2::EIP', 'eipalloc-0a1b2c3d4e5f67890'],
    ['AWS::EC2::RouteTable', 'rtb-0a1b2c3d4e5f67890'],
    ['AWS::EC2::NetworkAcl', 'acl-0a1b2c3d4e5f67890'],
    ['AWS::EC2::VPCEndpoint', 'vpce-0a1b2c3d4e5f67890'],
    ['AWS::EC2::FlowLog', 'fl-0a1b2c3d4e5f67890'],
    ['AWS::EC2::LaunchTemplate', 'lt-0a1b2c3d4e5f67890'],
    ['AWS::EC2::Volume', 'vol-0a1b2c3d4e5f67890'],
    ['AWS::EC2::VPCPeeringConnection', 'pcx-0a1b2c3d4e5f67890'],
    ['AWS::EC2::TransitGateway', 'tgw-0a1b2c3d4e5f67890'],
    ['AWS::EC2::TransitGatewayAttachment', 'tgw-attach-0a1b2c3d4e5f67890'],
    ['AWS::EFS::AccessPoint', 'fsap-0a1b2c3d4e5f67890'],
    ['AWS::Cognito::UserPool', 'eu-west-1_AbCdEf123'],
    ['AWS::Cognito::IdentityPool', 'eu-west-1:0a1b2c3d-0000-4000-8000-000000000000'],
    ['AWS::Route53::HostedZone', 'Z0123456789ABCDEFGHIJ'],
    ['AWS::CloudFront::Distribution', 'E1ABCDEFGHIJKL'],
    ['AWS::KMS::Key', 'mrk-0123456789abcdef0123456789abcdef'],
    ['AWS::KMS::Alias', 'alias/app'],
    ['AWS::Logs::LogGroup', '/aws/lambda/api'],
    ['AWS::EMR::Cluster', 'j-1ABCDEFGHIJKL'],
  ])('%s: %s', (type, value) => {
    expect(only(value)).toMatchObject({ type, id: value });
  });

  test.each(['ami-0a1b2c3d4e5f67890', 'vpc-flowlogs', 'subnet-group', 'key-pair', 'i-am-a-name', 's-59712143'])(
    '%s is not taken for the id of a resource',
    (value) => {
      expect(only(value)).toMatchObject({ type: 'none' });
    },
  );
});

describe('host names and URLs', () => {
  const region = 'eu-west-1';
  test.each([
    ['AWS::RDS::DBInstance', 'endpoint', 'orders', `orders.abc123.${region}.rds.amazonaws.com:5432`],
    ['AWS::RDS::DBCluster', 'endpoint', 'orders', `orders.cluster-abc123.${region}.rds.amazonaws.com`],
    ['AWS::RDS::DBCluster', 'reader-endpoint', 'orders', `orders.cluster-ro-abc123.${region}.rds.amazonaws.com`],
    ['AWS::RDS::DBProxy', 'endpoint', 'front', `front.proxy-abc123.${region}.rds.amazonaws.com`],
    ['AWS::DocDB::DBCluster', 'endpoint', 'docs', `docs.cluster-abc123.${region}.docdb.amazonaws.com`],
    ['AWS::Neptune::DBCluster', 'endpoint', 'graph', `graph.cluster-abc123.${region}.neptune.amazonaws.com`],
    ['AWS::Redshift::Cluster', 'endpoint', 'dw', `dw.abc123.${region}.redshift.amazonaws.com:5439`],
    ['AWS::S3::Bucket', 'domain-name', 'my.logs', 'my.logs.s3.amazonaws.com'],
    ['AWS::S3::Bucket', 'url', 'logs', `https://s3.${region}.amazonaws.com/logs/`],
    ['AWS::S3::Bucket', 'url', 'logs', `https://logs.s3.${region}.amazonaws.com`],
    ['AWS::S3::Bucket', 'website-url', 'site', `http://site.s3-website-${region}.amazonaws.com`],
    ['AWS::S3::Bucket', 'website-domain', 'site', `site.s3-website.${region}.amazonaws.com`],
    ['AWS::ECR::Repository', 'uri', 'team/app', `${account}.dkr.ecr.${region}.amazonaws.com/team/app:latest`],
    [
      'AWS::EKS::Cluster',
      'endpoint',
      `https://0A1B.gr7.${region}.eks.amazonaws.com`,
      `https://0A1B.gr7.${region}.eks.amazonaws.com`,
    ],
    ['AWS::ApiGateway::RestApi', 'url', 'a1b2c3d4e5', `https://a1b2c3d4e5.execute-api.${region}.amazonaws.com/prod/`],
    ['AWS::ApiGatewayV2::Api', 'url', 'a1b2c3d4e5', `https://a1b2c3d4e5.execute-api.${region}.amazonaws.com`],
    ['AWS::ApiGatewayV2::Api', 'url', 'a1b2c3d4e5', `wss://a1b2c3d4e5.execute-api.${region}.amazonaws.com/prod`],
    ['AWS::ElastiCache::ReplicationGroup', 'endpoint', 'sessions', 'master.sessions.abc123.euw1.cache.amazonaws.com'],
    ['AWS::ElastiCache::ReplicationGroup', 'endpoint', 'sessions', 'sessions.abc123.ng.0001.euw1.cache.amazonaws.com'],
    ['AWS::ElastiCache::CacheCluster', 'endpoint', 'memo', 'memo.abc123.cfg.euw1.cache.amazonaws.com'],
    [
      'AWS::OpenSearchService::Domain',
      'endpoint',
      'logs',
      `https://search-logs-abcdefghijklmnopqrstuvwxyz.${region}.es.amazonaws.com`,
    ],
    ['AWS::MSK::Cluster', 'endpoint', 'events', `b-1.events.abc123.c4.kafka.${region}.amazonaws.com:9098`],
    ['AWS::EFS::FileSystem', 'dns-name', 'fs-0a1b2c3d', `fs-0a1b2c3d.efs.${region}.amazonaws.com`],
    [
      'AWS::Cognito::UserPool',
      'url',
      'eu-west-1_AbC123',
      `https://cognito-idp.${region}.amazonaws.com/eu-west-1_AbC123`,
    ],
    ['AWS::Cognito::UserPoolDomain', 'url', 'shop', `https://shop.auth.${region}.amazoncognito.com`],
    ['AWS::CodeCommit::Repository', 'url', 'app', `https://git-codecommit.${region}.amazonaws.com/v1/repos/app`],
  ])('%s by %s: %s', (type, identifier, id, value) => {
    expect(only(value)).toMatchObject({ type, identifier, id, decidedBy: 'value' });
  });

  test.each([
    ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'dns-name', 'web-123456.eu-west-1.elb.amazonaws.com'],
    ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'url', 'http://web-123456.eu-west-1.elb.amazonaws.com'],
    ['AWS::SQS::Queue', 'url', `https://sqs.eu-west-1.amazonaws.com/${account}/jobs.fifo`],
    ['AWS::CloudFront::Distribution', 'domain-name', 'd111111abcdef8.cloudfront.net'],
    ['AWS::Lambda::Url', 'url', 'https://abcdefghijklmnop.lambda-url.eu-west-1.on.aws/'],
    ['AWS::AppSync::GraphQLApi', 'url', 'https://abc.appsync-api.eu-west-1.amazonaws.com/graphql'],
    ['AWS::EC2::Instance', 'dns-name', 'ec2-3-92-214-32.compute-1.amazonaws.com'],
    ['AWS::AppRunner::Service', 'url', 'https://abc.us-east-1.awsapprunner.com'],
  ])('%s is looked up by its %s', (type, identifier, value) => {
    expect(only(value)).toMatchObject({ type, identifier, id: value });
  });

  test.each([
    ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'lb-1a2b.elb.localhost.localstack.cloud'],
    ['AWS::ApiGateway::RestApi', 'https://a1b2c3d4e5.execute-api.localhost.localstack.cloud:4566/dev/'],
    ['AWS::ApiGateway::RestApi', 'http://localhost:4566/restapis/a1b2c3d4e5/dev/_user_request_'],
    ['AWS::SQS::Queue', 'http://sqs.us-east-1.localhost.localstack.cloud:4566/000000000000/jobs'],
    ['AWS::SQS::Queue', 'http://localhost:4566/000000000000/jobs'],
    ['AWS::S3::Bucket', 'http://logs.s3.localhost.localstack.cloud:4566/'],
  ])('in the spelling of an emulator: %s', (type, value) => {
    expect(only(value)).toMatchObject({ type });
  });

  test('region and partition come from the host', () => {
    expect(only('db.abc.cn-north-1.rds.amazonaws.com.cn')).toMatchObject({ region: 'cn-north-1', partition: 'aws-cn' });
    expect(only('master.sessions.abc123.apne1.cache.amazonaws.com')).toMatchObject({ region: 'ap-northeast-1' });
  });

  test('a link into the console names a dashboard, and nothing else', () => {
    const home = 'https://console.aws.amazon.com/cloudwatch/home?region=eu-west-1';
    expect(only(`${home}#dashboards:name=shop`)).toMatchObject({
      type: 'AWS::CloudWatch::Dashboard',
      id: 'shop',
      region,
    });
    expect(only('https://console.aws.amazon.com/states/home#/statemachines')).toMatchObject({
      type: 'none',
      decidedBy: 'value',
    });
  });
});

describe('what is no resource', () => {
  test.each([
    ['10.0.0.1', 'ip'],
    ['10.0.0.0/16', 'cidr'],
    ['2001:db8::1', 'ip'],
    ['eu-west-1', 'region'],
    ['us-gov-west-1', 'region'],
    ['eu-west-1a', 'other'],
    ['123456789012', 'other'],
    ['someone@example.com', 'other'],
    ['t3.micro', 'other'],
    ['aws s3 ls', 'other'],
    ['http://54.1.2.3:8080/', 'url'],
    ['ns-1400.awsdns-47.org', 'other'],
    ['https://sqs.eu-west-1.amazonaws.com', 'url'],
    [5432, 'other'],
    [false, 'other'],
    ['s3://bucket/models/model.tar.gz', 'url'],
  ])('%s is left alone (%s)', (value, identifier) => {
    expect(only(value)).toMatchObject({ type: 'none', identifier, decidedBy: 'value' });
  });
});
