// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policies take placeholders as CloudFormation spells them

import { outputs, resource, resources } from 'stackproof';

const vpc = resource('VpcId', 'AWS::EC2::VPC');
const defaultSecurityGroup = resource('VpcDefaultSecurityGroupId', 'AWS::EC2::SecurityGroup');
const defaultNetworkAcl = resource('VpcDefaultNetworkAclId', 'AWS::EC2::NetworkAcl');
const serviceSubnets = [
  resource('ServiceSubnetAId', 'AWS::EC2::Subnet'),
  resource('ServiceSubnetBId', 'AWS::EC2::Subnet'),
];
const dataSubnets = [resource('DataSubnetAId', 'AWS::EC2::Subnet'), resource('DataSubnetBId', 'AWS::EC2::Subnet')];
const serviceRouteTable = resource('ServiceRouteTableId', 'AWS::EC2::RouteTable');
const dataRouteTable = resource('DataRouteTableId', 'AWS::EC2::RouteTable');
const serviceSecurityGroup = resource('ServiceSecurityGroupId', 'AWS::EC2::SecurityGroup');
const databaseSecurityGroup = resource('DatabaseSecurityGroupId', 'AWS::EC2::SecurityGroup');
const cacheSecurityGroup = resource('CacheSecurityGroupId', 'AWS::EC2::SecurityGroup');
const endpointSecurityGroup = resource('EndpointSecurityGroupId', 'AWS::EC2::SecurityGroup');

test('every output is there, and names carry the environment', async () => {
  await expect(outputs).toHaveOutputs({
    EnvironmentName: 'dev',
    Region: 'us-west-2',
    DataKeyArn: /^arn:aws:kms:us-west-2:\d{12}:key\/[\w-]+$/,
    DataKeyAlias: 'alias/fedramp-monitoring-data-dev',
    LogsKeyArn: /^arn:aws:kms:us-west-2:\d{12}:key\/[\w-]+$/,
    LogsKeyAlias: 'alias/fedramp-monitoring-logs-dev',
    VpcId: /^vpc-/,
    VpcDefaultSecurityGroupId: /^sg-/,
    VpcDefaultNetworkAclId: /^acl-/,
    ServiceSubnetAId: /^subnet-/,
    ServiceSubnetBId: /^subnet-/,
    DataSubnetAId: /^subnet-/,
    DataSubnetBId: /^subnet-/,
    ServiceRouteTableId: /^rtb-/,
    DataRouteTableId: /^rtb-/,
    ServiceSecurityGroupId: /^sg-/,
    DatabaseSecurityGroupId: /^sg-/,
    CacheSecurityGroupId: /^sg-/,
    EndpointSecurityGroupId: /^sg-/,
    SecretsManagerEndpointId: /^vpce-/,
    LogsEndpointId: /^vpce-/,
    KinesisEndpointId: /^vpce-/,
    EcrApiEndpointId: /^vpce-/,
    EcrDockerEndpointId: /^vpce-/,
    S3EndpointId: /^vpce-/,
    DatabaseInstanceIdentifier: 'fedramp-monitoring-dev',
    DatabaseEndpoint: /^fedramp-monitoring-dev\.\w+\.us-west-2\.rds\.amazonaws\.com$/,
    DatabasePort: '5432',
    DatabaseName: 'monitoring',
    DatabaseSecretArn: /^arn:aws:secretsmanager:us-west-2:\d{12}:secret:fedramp-monitoring\/dev\/database-\w+$/,
    DatabaseSubnetGroupName: 'fedramp-monitoring-dev',
    DatabaseParameterGroupName: 'fedramp-monitoring-dev',
    DatabaseMonitoringRoleArn: /:role\/fedramp-monitoring-rds-monitoring-dev$/,
    CacheReplicationGroupId: 'fedramp-monitoring-dev',
    CachePort: '6379',
    CacheAuthSecretArn: /^arn:aws:secretsmanager:us-west-2:\d{12}:secret:fedramp-monitoring\/dev\/cache-\w+$/,
    EventStreamName: 'monitoring-events-dev',
    CollectorRepositoryUri: /^\d{12}\.dkr\.ecr\.us-west-2\.amazonaws\.com\/fedramp-monitoring-collector-dev$/,
    ClusterName: 'fedramp-monitoring-dev',
    ServiceArn: /:service\/fedramp-monitoring-dev\/fedramp-monitoring-collector-dev$/,
    TaskDefinitionArn: /:task-definition\/fedramp-monitoring-collector-dev:\d+$/,
    TaskRoleArn: /:role\/fedramp-monitoring-task-dev$/,
    TaskExecutionRoleArn: /:role\/fedramp-monitoring-execution-dev$/,
    ApiId: /^[a-z0-9]+$/,
    ApiUrl: /^https:\/\/[a-z0-9]+\.execute-api\.us-west-2\.amazonaws\.com\/dev\/$/,
    ApiStreamRoleArn: /:role\/fedramp-monitoring-api-dev$/,
    ServiceLogGroupName: '/ecs/fedramp-monitoring-dev',
    ApiAccessLogGroupName: '/aws/apigateway/fedramp-monitoring-dev/access',
    DatabaseLogGroupName: '/aws/rds/instance/fedramp-monitoring-dev/postgresql',
    FlowLogGroupName: '/aws/vpc/fedramp-monitoring-dev/flow',
    VpcFlowLogId: /^fl-/,
    FlowLogRoleArn: /:role\/fedramp-monitoring-flow-logs-dev$/,
    AlarmTopicArn: /^arn:aws:sns:us-west-2:\d{12}:fedramp-monitoring-alarms-dev$/,
    DatabaseCpuAlarmName: 'fedramp-monitoring-database-cpu-dev',
    DatabaseStorageAlarmName: 'fedramp-monitoring-database-storage-dev',
    ServiceTasksAlarmName: 'fedramp-monitoring-service-tasks-dev',
    ApiErrorsAlarmName: 'fedramp-monitoring-api-errors-dev',
  });
});

describe('SC-7: the boundary', () => {
  test('the VPC has its address range, its four subnets and DNS', async () => {
    await expect(vpc).toBeAvailable();
    await expect(vpc).toHaveConfig({
      CidrBlock: '10.40.0.0/16',
      InstanceTenancy: 'default',
      IsDefault: false,
      CidrBlockAssociationSet: [{ CidrBlock: '10.40.0.0/16' }],
    });
    await expect(vpc).toHaveSubnetCount(4);
    await expect(vpc).toHaveDnsSupport();
    await expect(vpc).toHaveDnsHostnames();
  });

  test.each([
    ['ServiceSubnetAId', '10.40.10.0/24', 'us-west-2a'],
    ['ServiceSubnetBId', '10.40.11.0/24', 'us-west-2b'],
    ['DataSubnetAId', '10.40.20.0/24', 'us-west-2a'],
    ['DataSubnetBId', '10.40.21.0/24', 'us-west-2b'],
  ])('%s is %s in %s, and gives out no public addresses', async (output, cidr, zone) => {
    const subnet = resource(output, 'AWS::EC2::Subnet');
    await expect(subnet).toBeAvailable();
    await expect(subnet).toBeInVpc(vpc);
    await expect(subnet).toHaveCidr(cidr);
    await expect(subnet).toHaveConfig({ AvailabilityZone: zone });
    await expect(subnet).not.toMapPublicIpOnLaunch();
  });

  test('nothing is attached to the VPC that leads out of it', async () => {
    await expect(vpc).toBeIsolatedVpc();
  });

  test('nothing leads from the service out of the VPC', async () => {
    await expect(serviceRouteTable).toHaveOnlyRoutes([]);
    await expect(serviceRouteTable).toBeInVpc(vpc);
    await expect(serviceRouteTable).toBeAssociatedWith(serviceSubnets);
    await expect(resources(/^ServiceSubnet.Id$/, 'AWS::EC2::Subnet')).toBeIsolatedSubnet();
  });

  test('nothing leads from the data out of the VPC', async () => {
    await expect(dataRouteTable).toHaveOnlyRoutes([]);
    await expect(dataRouteTable).toBeInVpc(vpc);
    await expect(dataRouteTable).toBeAssociatedWith(dataSubnets);
    await expect(resources(/^DataSubnet.Id$/, 'AWS::EC2::Subnet')).toBeIsolatedSubnet();
  });

  test('the default security group lets nothing in and nothing out', async () => {
    await expect(defaultSecurityGroup).toBeInVpc(vpc);
    await expect(defaultSecurityGroup).toAllowOnlyIngress([]);
    await expect(defaultSecurityGroup).toAllowOnlyEgress([]);
  });

  test('the network ACL of the VPC is the one it came with', async () => {
    await expect(defaultNetworkAcl).toBeInVpc(vpc);
    await expect(defaultNetworkAcl).toHaveOnlyNetworkAclRules([
      { direction: 'ingress', number: 100, action: 'allow', protocol: 'all', cidr: '0.0.0.0/0' },
      { direction: 'egress', number: 100, action: 'allow', protocol: 'all', cidr: '0.0.0.0/0' },
    ]);
  });

  test('every subnet uses the network ACL of the VPC', async () => {
    await expect(defaultNetworkAcl).toBeAssociatedWith([...serviceSubnets, ...dataSubnets]);
  });

  test('the service reaches the database, the cache and the endpoints, and is reached by nobody', async () => {
    await expect(serviceSecurityGroup).toBeInVpc(vpc);
    await expect(serviceSecurityGroup).toAllowOnlyIngress([]);
    await expect(serviceSecurityGroup).toAllowOnlyEgress([
      { port: 5432, to: databaseSecurityGroup },
      { port: 6379, to: cacheSecurityGroup },
      { port: 443, to: endpointSecurityGroup },
    ]);
  });

  test('the service alone reaches the database', async () => {
    await expect(databaseSecurityGroup).toBeInVpc(vpc);
    await expect(databaseSecurityGroup).not.toBeOpenToTheWorld();
    await expect(databaseSecurityGroup).toAllowOnlyIngress([{ port: 5432, from: serviceSecurityGroup }]);
    await expect(databaseSecurityGroup).toAllowOnlyEgress([]);
  });

  test('the service alone reaches the cache', async () => {
    await expect(cacheSecurityGroup).toBeInVpc(vpc);
    await expect(cacheSecurityGroup).not.toBeOpenToTheWorld();
    await expect(cacheSecurityGroup).toAllowOnlyIngress([{ port: 6379, from: serviceSecurityGroup }]);
    await expect(cacheSecurityGroup).toAllowOnlyEgress([]);
  });

  test('the service alone reaches the endpoints', async () => {
    await expect(endpointSecurityGroup).toBeInVpc(vpc);
    await expect(endpointSecurityGroup).not.toBeOpenToTheWorld();
    await expect(endpointSecurityGroup).toAllowOnlyIngress([{ port: 443, from: serviceSecurityGroup }]);
    await expect(endpointSecurityGroup).toAllowOnlyEgress([]);
  });
});

describe('SC-7(7): AWS is reached through endpoints in the VPC', () => {
  const endpoints: [string, string][] = [
    ['SecretsManagerEndpointId', 'secretsmanager'],
    ['LogsEndpointId', 'logs'],
    ['KinesisEndpointId', 'kinesis-streams'],
    ['EcrApiEndpointId', 'ecr.api'],
    ['EcrDockerEndpointId', 'ecr.dkr'],
    ['S3EndpointId', 's3'],
  ];

  test('the VPC has these endpoints, and none to a service of somebody else', async () => {
    await expect(vpc).toHaveOnlyEndpoints(endpoints.map(([output]) => resource(output, 'AWS::EC2::VPCEndpoint')));
  });

  test.each(endpoints)('%s leads to %s from the subnets of the service', async (output, service) => {
    const endpoint = resource(output, 'AWS::EC2::VPCEndpoint');
    await expect(endpoint).toBeAvailable();
    await expect(endpoint).toConnectToService(service, { type: 'Interface' });
    await expect(endpoint).toBeInVpc(vpc);
    await expect(endpoint).toBeAssociatedWith(serviceSubnets);
    await expect(endpoint).toBeInSubnet(serviceSubnets);
  });

  test.each(endpoints)('%s is open to the service alone', async (output) => {
    await expect(resource(output, 'AWS::EC2::VPCEndpoint')).toHaveOnlySecurityGroups(endpointSecurityGroup);
  });

  test.each(endpoints)('%s may be used for all that the identity may do, and for nothing less', async (output) => {
    await expect(resource(output, 'AWS::EC2::VPCEndpoint')).toHavePolicyDocument({
      Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
    });
  });

  test.each(endpoints)('%s takes over the usual host name', async (output) => {
    await expect(resource(output, 'AWS::EC2::VPCEndpoint')).toHavePrivateDns();
  });
});

describe('CM-8: every resource carries the tags of the system boundary', () => {
  test.each([
    'DataKeyArn',
    'LogsKeyArn',
    'VpcId',
    'ServiceSubnetAId',
    'ServiceSubnetBId',
    'DataSubnetAId',
    'DataSubnetBId',
    'ServiceRouteTableId',
    'DataRouteTableId',
    'ServiceSecurityGroupId',
    'DatabaseSecurityGroupId',
    'CacheSecurityGroupId',
    'EndpointSecurityGroupId',
    'SecretsManagerEndpointId',
    'LogsEndpointId',
    'KinesisEndpointId',
    'EcrApiEndpointId',
    'EcrDockerEndpointId',
    'S3EndpointId',
    'DatabaseInstanceIdentifier',
    'DatabaseSecretArn',
    'DatabaseSubnetGroupName',
    'DatabaseParameterGroupName',
    'DatabaseMonitoringRoleArn',
    'CacheReplicationGroupId',
    'CacheAuthSecretArn',
    'EventStreamName',
    'CollectorRepositoryUri',
    'ClusterName',
    'ServiceArn',
    'TaskDefinitionArn',
    'TaskRoleArn',
    'TaskExecutionRoleArn',
    'ApiId',
    'ApiStreamRoleArn',
    'ServiceLogGroupName',
    'ApiAccessLogGroupName',
    'DatabaseLogGroupName',
    'FlowLogGroupName',
    'FlowLogRoleArn',
    'VpcFlowLogId',
    'AlarmTopicArn',
    'DatabaseCpuAlarmName',
    'DatabaseStorageAlarmName',
    'ServiceTasksAlarmName',
    'ApiErrorsAlarmName',
  ])('%s', async (output) => {
    await expect(resource(output)).toHaveTags({
      Project: 'fedramp-monitoring',
      Environment: 'dev',
      Compliance: 'FedRAMP-Moderate',
      DataClassification: 'CUI',
      ManagedBy: 'CDK',
    });
  });

  test('ApiUrl', async () => {
    await expect(resource('ApiUrl', 'AWS::ApiGateway::Stage')).toHaveTags({
      Project: 'fedramp-monitoring',
      Environment: 'dev',
      Compliance: 'FedRAMP-Moderate',
      DataClassification: 'CUI',
      ManagedBy: 'CDK',
    });
  });
});
