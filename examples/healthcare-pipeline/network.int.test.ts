// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of policies

import { resource, resources } from 'stackproof';

const vpc = resource('VpcId', 'AWS::EC2::VPC');
const firstSubnet = resource('PrivateSubnet1Id', 'AWS::EC2::Subnet');
const secondSubnet = resource('PrivateSubnet2Id', 'AWS::EC2::Subnet');
const subnets = resources(['PrivateSubnet1Id', 'PrivateSubnet2Id'], 'AWS::EC2::Subnet');
const routeTable = resource('PrivateRouteTableId', 'AWS::EC2::RouteTable');
const processorGroup = resource('ProcessorSecurityGroupId', 'AWS::EC2::SecurityGroup');
const databaseGroup = resource('DatabaseSecurityGroupId', 'AWS::EC2::SecurityGroup');
const endpointGroup = resource('EndpointSecurityGroupId', 'AWS::EC2::SecurityGroup');
const flowLog = resource('FlowLogId', 'AWS::EC2::FlowLog');
const flowLogGroup = resource('FlowLogGroupName', 'AWS::Logs::LogGroup');
const flowLogRole = resource('FlowLogRoleArn', 'AWS::IAM::Role');
const key = resource('EncryptionKeyArn', 'AWS::KMS::Key');

describe('the VPC', () => {
  test('has the one range that was agreed with the hospital network', async () => {
    await expect(vpc).toBeAvailable();
    await expect(vpc).toHaveCidr('10.40.0.0/16');
    await expect(vpc).toHaveConfig({
      CidrBlockAssociationSet: [{ CidrBlock: '10.40.0.0/16' }],
      InstanceTenancy: 'default',
      IsDefault: false,
    });
  });

  test('resolves names, which private endpoints need', async () => {
    await expect(vpc).toHaveDnsSupport();
    await expect(vpc).toHaveDnsHostnames();
  });

  test('holds two private subnets in two zones and no other', async () => {
    await expect(vpc).toHaveSubnetCount(2);
    await expect(subnets).toBeInVpc(vpc);
    await expect(subnets).toBeAvailable();
    await expect(subnets).toSpanAvailabilityZones(2);
    await expect(firstSubnet).toHaveConfig({ CidrBlock: '10.40.0.0/20', AvailabilityZone: 'eu-west-2a' });
    await expect(secondSubnet).toHaveConfig({ CidrBlock: '10.40.16.0/20', AvailabilityZone: 'eu-west-2b' });
  });

  test('gives no address of the internet to what starts in it', async () => {
    await expect(subnets).not.toMapPublicIpOnLaunch();
    await expect(subnets).not.toBePublicSubnet();
  });

  test('routes nowhere but within itself', async () => {
    await expect(routeTable).toHaveOnlyRoutes([]);
    await expect(routeTable).toBeAssociatedWith([firstSubnet, secondSubnet]);
    await expect(routeTable).toBeInVpc(vpc);
    await expect(subnets).toBeIsolatedSubnet();
  });

  test('has no gateway and no peering connection', async () => {
    await expect(vpc).toBeIsolatedVpc();
  });
});

describe('the security group of the processor', () => {
  test('lets nothing in', async () => {
    await expect(processorGroup).toBeInVpc(vpc);
    await expect(processorGroup).toAllowOnlyIngress([]);
  });

  test('lets out to the database and to the endpoints alone', async () => {
    await expect(processorGroup).toAllowOnlyEgress([
      { port: 5432, protocol: 'tcp', to: databaseGroup },
      { port: 443, protocol: 'tcp', to: endpointGroup },
    ]);
  });
});

describe('the security group of the database', () => {
  test('lets in the processor on the port of PostgreSQL and nobody else', async () => {
    await expect(databaseGroup).toBeInVpc(vpc);
    await expect(databaseGroup).toAllowOnlyIngress([{ port: 5432, protocol: 'tcp', from: processorGroup }]);
    await expect(databaseGroup).not.toBeOpenToTheWorld();
  });

  test('lets nothing out', async () => {
    await expect(databaseGroup).toAllowOnlyEgress([]);
  });
});

test('the VPC has its two endpoints and no other', async () => {
  await expect(vpc).toHaveOnlyEndpoints([
    resource('LogsEndpointId', 'AWS::EC2::VPCEndpoint'),
    resource('SecretsManagerEndpointId', 'AWS::EC2::VPCEndpoint'),
  ]);
});

describe('the security group of the endpoints', () => {
  test('lets in the processor over HTTPS and nobody else', async () => {
    await expect(endpointGroup).toBeInVpc(vpc);
    await expect(endpointGroup).toAllowOnlyIngress([{ port: 443, protocol: 'tcp', from: processorGroup }]);
    await expect(endpointGroup).not.toBeOpenToTheWorld();
  });

  test('lets nothing out', async () => {
    await expect(endpointGroup).toAllowOnlyEgress([]);
  });
});

describe.each([
  ['CloudWatch Logs', 'logs', resource('LogsEndpointId', 'AWS::EC2::VPCEndpoint')],
  ['Secrets Manager', 'secretsmanager', resource('SecretsManagerEndpointId', 'AWS::EC2::VPCEndpoint')],
] as const)('the endpoint of %s', (_, service, endpoint) => {
  test('leads to the service from both zones', async () => {
    await expect(endpoint).toBeAvailable();
    await expect(endpoint).toConnectToService(service, { type: 'Interface' });
    await expect(endpoint).toBeInVpc(vpc);
    await expect(endpoint).toBeInSubnet([firstSubnet, secondSubnet]);
    await expect(endpoint).toSpanAvailabilityZones(2);
  });

  test('takes over the name of the service', async () => {
    await expect(endpoint).toHavePrivateDns();
  });

  test('is guarded by the security group of the endpoints', async () => {
    await expect(endpoint).toHaveOnlySecurityGroups(endpointGroup);
  });

  test('serves principals of this account alone', async () => {
    await expect(endpoint).toHavePolicyDocument({
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: '*',
        Action: '*',
        Resource: '*',
        Condition: { StringEquals: { 'aws:PrincipalAccount': '${AWS::AccountId}' } },
      },
    });
  });
});

describe('the flow log', () => {
  test('records all traffic of the VPC', async () => {
    await expect(flowLog).toBeAvailable();
    await expect(flowLog).toBeAttached(vpc);
    await expect(flowLog).toHaveFlowLogs({ trafficType: 'ALL', destination: flowLogGroup });
    await expect(vpc).toHaveFlowLogs({ trafficType: 'ALL', destination: flowLogGroup });
  });

  test('writes with its own role', async () => {
    await expect(flowLog).toHaveRole(flowLogRole);
  });

  test('sums up every minute', async () => {
    await expect(flowLog).toHaveConfig({ MaxAggregationInterval: 60 });
  });
});

describe('the log group of the flow log', () => {
  test('is encrypted with the key and keeps a year', async () => {
    await expect(flowLogGroup).toBeKmsEncrypted({ key, manager: 'CUSTOMER' });
    await expect(flowLogGroup).toHaveRetention(365);
  });

  test('is sent nowhere', async () => {
    await expect(flowLogGroup).not.toHaveSubscriptionFilter();
    await expect(flowLogGroup).not.toHaveMetricFilter();
  });
});

describe('the role of the flow log', () => {
  test('is for VPC Flow Logs of this account alone', async () => {
    await expect(flowLogRole).toTrustOnly(['vpc-flow-logs']);
    await expect(flowLogRole).toHavePolicyDocument({
      Statement: {
        Effect: 'Allow',
        Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'aws:SourceAccount': '${AWS::AccountId}' } },
      },
    });
    await expect(flowLogRole).toHaveMaxSessionDuration('1h');
    await expect(flowLogRole).not.toHavePermissionsBoundary();
    await expect(flowLogRole).toHaveDescription('Lets VPC Flow Logs write its records');
  });

  test('writes to the log group and may do nothing else', async () => {
    await expect(flowLogRole).toHaveOnlyManagedPolicies([]);
    await expect(flowLogRole).toHaveOnlyInlinePolicies(['flow-logs']);
    await expect(flowLogRole).toHavePolicyDocument(
      {
        Version: '2012-10-17',
        Statement: {
          Effect: 'Allow',
          Action: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
          Resource: '${FlowLogGroupName}:*',
        },
      },
      { name: 'flow-logs' },
    );
  });
});
