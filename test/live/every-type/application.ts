import { called, deployed, type Kind } from './kind';
import type { World } from './world';

const statement = (service: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: `${service}.amazonaws.com` }, Action: 'sts:AssumeRole' }],
});
const container = { Name: 'web', Image: 'public.ecr.aws/nginx/nginx:1.27', Memory: 128 };

/** A REST API with one method and a stage, without which it has no address. */
async function stagedApi({ call, deployOne, text }: World): Promise<string> {
  const { physicalId: restApiId, attributes } = await deployOne('AWS::ApiGateway::RestApi', { Name: 'one' });
  const method = { restApiId, resourceId: attributes.RootResourceId, httpMethod: 'GET' };
  await call('api-gateway', 'PutMethod', { ...method, authorizationType: 'NONE' });
  await call('api-gateway', 'PutIntegration', { ...method, type: 'MOCK' });
  const deploymentId = text(await call('api-gateway', 'CreateDeployment', { restApiId }), 'id');
  await call('api-gateway', 'CreateStage', { restApiId, stageName: 'prod', deploymentId });
  return restApiId;
}

/** What runs, and what it is fed by. */
export const applicationKinds: Kind[] = [
  deployed(
    'AWS::Lambda::Function',
    ({ attribute }) => ({
      FunctionName: 'one',
      Runtime: 'nodejs20.x',
      Handler: 'index.handler',
      Role: attribute('Role', 'Arn'),
      Code: { ZipFile: 'exports.handler = async () => 1;' },
    }),
    'gone-function',
  ),
  deployed(
    'AWS::Lambda::EventSourceMapping',
    ({ id, attribute }) => ({ FunctionName: id('Function'), EventSourceArn: attribute('Queue', 'Arn') }),
    '01234567-89ab-cdef-0123-456789abcdef',
  ),
  {
    type: 'AWS::Lambda::Alias',
    gone: 'common:gone',
    make: async ({ call, id, text }) => {
      const FunctionName = id('Function');
      const FunctionVersion = text(await call('lambda', 'PublishVersion', { FunctionName }), 'Version');
      return text(await call('lambda', 'CreateAlias', { FunctionName, FunctionVersion, Name: 'live' }), 'AliasArn');
    },
  },
  {
    type: 'AWS::Lambda::LayerVersion',
    gone: 'arn:aws:lambda:us-east-1:ACCOUNT:layer:gone:1',
    make: async ({ call, text }) => {
      // An empty zip file is its end record alone.
      const ZipFile = Buffer.concat([Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)]);
      return text(
        await call('lambda', 'PublishLayerVersion', { LayerName: 'one', Content: { ZipFile } }),
        'LayerVersionArn',
      );
    },
  },
  called(
    'AWS::Lambda::Url',
    ['lambda', 'CreateFunctionUrlConfig'],
    ({ id }) => ({ FunctionName: id('Function'), AuthType: 'AWS_IAM' }),
    'FunctionUrl',
    'https://abcdefghijklmnopqrstuvwxyz012345.lambda-url.us-east-1.on.aws/',
    { cannot: { moto: 'it has no ListFunctionUrlConfigs' } },
  ),
  deployed('AWS::Kinesis::Stream', () => ({ Name: 'one', ShardCount: 1 }), 'gone-stream'),
  called(
    'AWS::KinesisFirehose::DeliveryStream',
    ['firehose', 'CreateDeliveryStream'],
    ({ attribute }) => ({
      DeliveryStreamName: 'one-delivery',
      S3DestinationConfiguration: { RoleARN: attribute('Role', 'Arn'), BucketARN: attribute('Bucket', 'Arn') },
    }),
    '$named.one-delivery',
    'gone-delivery',
  ),
  called(
    'AWS::MSK::Cluster',
    ['kafka', 'CreateCluster'],
    ({ id }) => ({
      ClusterName: 'one',
      KafkaVersion: '3.5.1',
      NumberOfBrokerNodes: 2,
      BrokerNodeGroupInfo: { InstanceType: 'kafka.m5.large', ClientSubnets: [id('SubnetA'), id('SubnetB')] },
    }),
    'ClusterArn',
    'arn:aws:kafka:us-east-1:ACCOUNT:cluster/gone/01234567-89ab-cdef-0123-456789abcdef-1',
    { cannot: { ministack: 'it has no DescribeClusterV2', moto: 'DescribeClusterV2 answers a date that is none' } },
  ),
  deployed('AWS::SQS::Queue', () => ({ QueueName: 'one' }), 'gone-queue'),
  deployed('AWS::SNS::Topic', () => ({ TopicName: 'one' }), 'gone-topic'),
  deployed(
    'AWS::SNS::Subscription',
    ({ id, attribute }) => ({ TopicArn: id('Topic'), Protocol: 'sqs', Endpoint: attribute('Queue', 'Arn') }),
    'arn:aws:sns:us-east-1:ACCOUNT:common:01234567-89ab-cdef-0123-456789abcdef',
  ),
  deployed('AWS::Events::EventBus', () => ({ Name: 'one-bus' }), 'gone-bus'),
  deployed('AWS::Events::Rule', () => ({ ScheduleExpression: 'rate(1 day)' }), 'gone-rule'),
  called(
    'AWS::Scheduler::Schedule',
    ['scheduler', 'CreateSchedule'],
    ({ attribute }) => ({
      Name: 'one-schedule',
      ScheduleExpression: 'rate(1 day)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: { Arn: attribute('Queue', 'Arn'), RoleArn: attribute('Role', 'Arn') },
    }),
    'ScheduleArn',
    'gone-schedule',
  ),
  deployed(
    'AWS::StepFunctions::StateMachine',
    ({ attribute }) => ({
      StateMachineName: 'one',
      RoleArn: attribute('Role', 'Arn'),
      DefinitionString: JSON.stringify({ StartAt: 'Done', States: { Done: { Type: 'Succeed' } } }),
    }),
    'arn:aws:states:us-east-1:ACCOUNT:stateMachine:gone',
  ),
  { type: 'AWS::ApiGateway::RestApi', gone: 'gone012345', make: stagedApi },
  {
    type: 'AWS::ApiGateway::Stage',
    gone: 'gone012345/prod',
    make: async (world) => `arn:aws:apigateway:us-east-1::/restapis/${await stagedApi(world)}/stages/prod`,
  },
  {
    type: 'AWS::ApiGatewayV2::Api',
    gone: 'gone012345',
    make: async ({ call, text }) => {
      const ApiId = text(await call('apigatewayv2', 'CreateApi', { Name: 'one', ProtocolType: 'HTTP' }), 'ApiId');
      await call('apigatewayv2', 'CreateStage', { ApiId, StageName: '$default', AutoDeploy: true });
      return ApiId;
    },
  },
  called(
    'AWS::AppSync::GraphQLApi',
    ['appsync', 'CreateGraphqlApi'],
    () => ({ name: 'one', authenticationType: 'API_KEY' }),
    'graphqlApi.apiId',
    'gonegonegonegonegonegonego',
  ),
  deployed('AWS::Cognito::UserPool', () => ({ UserPoolName: 'one' }), 'us-east-1_Gone01234'),
  {
    type: 'AWS::Cognito::UserPoolClient',
    gone: '0123456789abcdefghijklmnop',
    make: async ({ deployOne }) => {
      const { physicalId: UserPoolId } = await deployOne('AWS::Cognito::UserPool', { UserPoolName: 'two' });
      return (await deployOne('AWS::Cognito::UserPoolClient', { UserPoolId, ClientName: 'web' })).physicalId;
    },
  },
  called(
    'AWS::Cognito::IdentityPool',
    ['cognito-identity', 'CreateIdentityPool'],
    () => ({ IdentityPoolName: 'one', AllowUnauthenticatedIdentities: false }),
    'IdentityPoolId',
    'us-east-1:01234567-89ab-cdef-0123-456789abcdef',
  ),
  deployed('AWS::ECS::Cluster', () => ({ ClusterName: 'one' }), 'gone-cluster'),
  deployed('AWS::ECS::TaskDefinition', () => ({ Family: 'one', ContainerDefinitions: [container] }), 'gone-family:1'),
  {
    type: 'AWS::ECS::Service',
    gone: 'arn:aws:ecs:us-east-1:ACCOUNT:service/served/gone',
    make: async ({ deployOne }) => {
      const { physicalId: Cluster } = await deployOne('AWS::ECS::Cluster', { ClusterName: 'served' });
      const { physicalId: TaskDefinition } = await deployOne('AWS::ECS::TaskDefinition', {
        Family: 'served',
        ContainerDefinitions: [container],
      });
      return (await deployOne('AWS::ECS::Service', { Cluster, TaskDefinition, DesiredCount: 1, ServiceName: 'web' }))
        .physicalId;
    },
  },
  deployed('AWS::ECR::Repository', () => ({ RepositoryName: 'one/web' }), 'gone/web'),
  called(
    'AWS::EKS::Cluster',
    ['eks', 'CreateCluster'],
    ({ id, attribute }) => ({
      name: 'one',
      roleArn: attribute('Role', 'Arn'),
      resourcesVpcConfig: { subnetIds: [id('SubnetA'), id('SubnetB')] },
    }),
    'cluster.name',
    'gone-cluster',
  ),
  {
    type: 'AWS::EKS::Nodegroup',
    gone: 'grouped/gone',
    make: async ({ call, id, attribute }) => {
      const clusterName = 'grouped';
      const roleArn = attribute('Role', 'Arn');
      await call('eks', 'CreateCluster', {
        name: clusterName,
        roleArn,
        resourcesVpcConfig: { subnetIds: [id('SubnetA'), id('SubnetB')] },
      });
      await call('eks', 'CreateNodegroup', {
        clusterName,
        nodegroupName: 'nodes',
        subnets: [id('SubnetA')],
        nodeRole: roleArn,
      });
      return 'grouped/nodes';
    },
  },
  {
    type: 'AWS::ApplicationAutoScaling::ScalableTarget',
    cannot: { ministack: 'it has no application-autoscaling' },
    gone: 'table/gone|dynamodb:table:ReadCapacityUnits|dynamodb',
    make: async ({ call, deployOne, accountId }) => {
      await deployOne('AWS::DynamoDB::Table', {
        TableName: 'scaled',
        ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 },
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      });
      await call('application-auto-scaling', 'RegisterScalableTarget', {
        ServiceNamespace: 'dynamodb',
        ResourceId: 'table/scaled',
        ScalableDimension: 'dynamodb:table:ReadCapacityUnits',
        MinCapacity: 5,
        MaxCapacity: 50,
        RoleARN: `arn:aws:iam::${accountId}:role/scaling`,
      });
      return 'table/scaled|dynamodb:table:ReadCapacityUnits|dynamodb';
    },
  },
  deployed('AWS::IAM::Role', () => ({ AssumeRolePolicyDocument: statement('lambda') }), 'gone-role'),
  deployed(
    'AWS::IAM::ManagedPolicy',
    () => ({
      ManagedPolicyName: 'one',
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
      },
    }),
    'arn:aws:iam::ACCOUNT:policy/gone',
  ),
  deployed('AWS::IAM::InstanceProfile', ({ id }) => ({ Roles: [id('Role')] }), 'gone-profile'),
  called('AWS::IAM::User', ['iam', 'CreateUser'], () => ({ UserName: 'one' }), 'User.UserName', 'gone-user'),
  called('AWS::IAM::Group', ['iam', 'CreateGroup'], () => ({ GroupName: 'one' }), 'Group.GroupName', 'gone-group'),
];
