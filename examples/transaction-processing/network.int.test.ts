// biome-ignore-all lint/suspicious/noTemplateCurlyInString: toHavePolicyDocument fills the placeholders

import { outputs, resource, resources } from 'stackproof';

const vpc = resource('vpc_id', 'AWS::EC2::VPC');
const internetGateway = resource('internet_gateway_id', 'AWS::EC2::InternetGateway');
const publicSubnets = resources('public_subnet_ids', 'AWS::EC2::Subnet');
const privateSubnetA = resource('private_subnet_a_id', 'AWS::EC2::Subnet');
const privateSubnetB = resource('private_subnet_b_id', 'AWS::EC2::Subnet');
const privateSubnets = resources(['private_subnet_a_id', 'private_subnet_b_id'], 'AWS::EC2::Subnet');
const databaseSubnets = resources('database_subnet_ids', 'AWS::EC2::Subnet');
const subnets = resources(/subnet_(?:[ab]_)?ids?$/, 'AWS::EC2::Subnet');
const natGatewayA = resource('nat_gateway_a_id', 'AWS::EC2::NatGateway');
const natGatewayB = resource('nat_gateway_b_id', 'AWS::EC2::NatGateway');
const natGateways = resources(/^nat_gateway_._id$/, 'AWS::EC2::NatGateway');
const addressA = resource('nat_eip_a_allocation_id', 'AWS::EC2::EIP');
const addressB = resource('nat_eip_b_allocation_id', 'AWS::EC2::EIP');
const addresses = resources(/^nat_eip_._allocation_id$/, 'AWS::EC2::EIP');
const publicRouteTable = resource('public_route_table_id', 'AWS::EC2::RouteTable');
const privateRouteTableA = resource('private_route_table_a_id', 'AWS::EC2::RouteTable');
const privateRouteTableB = resource('private_route_table_b_id', 'AWS::EC2::RouteTable');
const databaseRouteTable = resource('database_route_table_id', 'AWS::EC2::RouteTable');
const routeTables = resources(/route_table_(?:[ab]_)?id$/, 'AWS::EC2::RouteTable');
const functionGroup = resource('function_security_group_id', 'AWS::EC2::SecurityGroup');
const databaseGroup = resource('database_security_group_id', 'AWS::EC2::SecurityGroup');
const endpointGroup = resource('endpoint_security_group_id', 'AWS::EC2::SecurityGroup');
const defaultGroup = resource('default_security_group_id', 'AWS::EC2::SecurityGroup');
const networkAcl = resource('default_network_acl_id', 'AWS::EC2::NetworkAcl');
const ownGroups = resources(/^(?:function|database|endpoint)_security_group_id$/, 'AWS::EC2::SecurityGroup');
const secretsEndpoint = resource('secretsmanager_endpoint_id', 'AWS::EC2::VPCEndpoint');
const flowLog = resource('flow_log_id', 'AWS::EC2::FlowLog');
const flowLogGroup = resource('flow_log_group_name', 'AWS::Logs::LogGroup');
const flowLogRole = resource('flow_log_role_arn', 'AWS::IAM::Role');
const key = resource('kms_key_arn', 'AWS::KMS::Key');

const tags = {
  Project: 'transaction-processing',
  Environment: 'dev',
  Owner: 'payments-platform',
  CostCenter: 'CC-4471',
  DataClassification: 'confidential',
  ManagedBy: 'terraform',
};
const named = { ...tags, Name: /^transaction-processing-dev-/ };

describe('the VPC', () => {
  test('has one range of addresses, and names for its hosts', async () => {
    await expect(vpc).toBeAvailable();
    await expect(vpc).toHaveCidr('10.40.0.0/16');
    await expect(vpc).toHaveConfig({
      'CidrBlockAssociationSet[1]': null,
      'Ipv6CidrBlockAssociationSet[0]': null,
      InstanceTenancy: 'default',
    });
    await expect(vpc).toHaveDnsSupport();
    await expect(vpc).toHaveDnsHostnames();
  });

  test('has two subnets of each kind and no other', async () => {
    await expect(subnets).toBeAvailable();
    await expect(subnets).toBeInVpc(vpc);
    await expect(vpc).toHaveSubnetCount(6);
    await expect(publicSubnets).toHaveConfig({ CidrBlock: expect.stringMatching(/^10\.40\.[01]\.0\/24$/) });
    await expect(privateSubnets).toHaveConfig({ CidrBlock: expect.stringMatching(/^10\.40\.1[01]\.0\/24$/) });
    await expect(databaseSubnets).toHaveConfig({ CidrBlock: expect.stringMatching(/^10\.40\.2[01]\.0\/24$/) });
  });

  test('has every kind of subnet in two zones', async () => {
    await expect(publicSubnets).toSpanAvailabilityZones(2);
    await expect(privateSubnets).toSpanAvailabilityZones(2);
    await expect(databaseSubnets).toSpanAvailabilityZones(2);
  });

  test('gives nothing in it a public address by itself', async () => {
    await expect(subnets).not.toMapPublicIpOnLaunch();
    await expect(subnets).toHaveConfig({ AssignIpv6AddressOnCreation: false });
  });
});

describe('the routes', () => {
  test('lead from the public subnets to the internet gateway, and nowhere else', async () => {
    await expect(internetGateway).toBeAttached(vpc);
    await expect(publicRouteTable).toHaveOnlyRoutes([{ destination: '0.0.0.0/0', target: internetGateway }]);
    await expect(publicRouteTable).toHaveConfig({ Associations: [expect.anything(), expect.anything()] });
    await expect(publicSubnets).toBePublicSubnet();
    await expect(publicSubnets).toRouteTo(internetGateway);
  });

  test('lead from each private subnet to the NAT gateway of its own zone, and nowhere else', async () => {
    await expect(privateRouteTableA).toHaveOnlyRoutes([{ destination: '0.0.0.0/0', target: natGatewayA }]);
    await expect(privateRouteTableB).toHaveOnlyRoutes([{ destination: '0.0.0.0/0', target: natGatewayB }]);
    await expect(privateRouteTableA).toHaveConfig({ Associations: [{ SubnetId: privateSubnetA }] });
    await expect(privateRouteTableB).toHaveConfig({ Associations: [{ SubnetId: privateSubnetB }] });
    await expect(privateSubnets).toBePrivateSubnet();
    await expect(privateSubnetA).toRouteTo(natGatewayA);
    await expect(privateSubnetB).toRouteTo(natGatewayB);
  });

  test('lead from the database subnets to nowhere outside the VPC', async () => {
    await expect(databaseRouteTable).toHaveOnlyRoutes([]);
    await expect(databaseRouteTable).toHaveConfig({ Associations: [expect.anything(), expect.anything()] });
    await expect(databaseSubnets).toBeIsolatedSubnet();
    await expect(databaseSubnets).toBePrivateSubnet();
  });

  test('are tables of this VPC', async () => {
    await expect(routeTables).toBeInVpc(vpc);
  });
});

describe('the NAT gateways', () => {
  test('stand in the public subnets, one in each zone', async () => {
    await expect(natGateways).toBeAvailable();
    await expect(natGateways).toBeInVpc(vpc);
    await expect(natGateways).toBeInSubnet(await outputs.get<string[]>('public_subnet_ids'));
    await expect(natGateways).toSpanAvailabilityZones(2);
  });

  test('stand each in the public subnet of its own zone', async () => {
    const [publicSubnetA, publicSubnetB] = await outputs.get<string[]>('public_subnet_ids');
    await expect(natGatewayA).toHaveConfig({ SubnetId: publicSubnetA });
    await expect(natGatewayB).toHaveConfig({ SubnetId: publicSubnetB });
  });

  test('keep their addresses, which partners have on their lists', async () => {
    await expect(addresses).toExist();
    await expect(addresses).toHaveConfig({ Domain: 'vpc' });
  });

  test('go out with these addresses', async () => {
    await expect(natGatewayA).toHavePublicIp(addressA);
    await expect(natGatewayB).toHavePublicIp(addressB);
  });

  test('have their addresses attached', async () => {
    await expect(addresses).toBeAttached();
  });
});

describe('the security groups', () => {
  test('belong to this VPC and carry the names of this environment', async () => {
    await expect(ownGroups).toBeInVpc(vpc);
    await expect(functionGroup).toHaveConfig({ GroupName: 'transaction-processing-dev-function' });
    await expect(databaseGroup).toHaveConfig({ GroupName: 'transaction-processing-dev-database' });
    await expect(endpointGroup).toHaveConfig({ GroupName: 'transaction-processing-dev-endpoints' });
  });

  test('let the processor reach the database, and nobody else', async () => {
    await expect(databaseGroup).toAllowIngress({ port: 5432, from: functionGroup });
    await expect(databaseGroup).toAllowOnlyIngress([{ port: 5432, from: functionGroup }]);
    await expect(databaseGroup).not.toBeOpenToTheWorld();
  });

  test('let the database reach nothing', async () => {
    await expect(databaseGroup).toAllowOnlyEgress([]);
  });

  test('let nobody reach the processor', async () => {
    await expect(functionGroup).toAllowOnlyIngress([]);
  });

  test('let the processor reach the database and the APIs of AWS, and nothing else', async () => {
    await expect(functionGroup).toAllowEgress({ port: 5432, to: databaseGroup });
    await expect(functionGroup).toAllowOnlyEgress([
      { port: 5432, to: databaseGroup },
      { port: 443, to: '0.0.0.0/0' },
    ]);
  });

  test('let only the processor reach the endpoint, which reaches nothing', async () => {
    await expect(endpointGroup).toAllowOnlyIngress([{ port: 443, from: functionGroup }]);
    await expect(endpointGroup).toAllowOnlyEgress([]);
  });

  test('leave the default group of the VPC without a rule', async () => {
    await expect(defaultGroup).toBeInVpc(vpc);
    await expect(defaultGroup).toAllowOnlyIngress([]);
    await expect(defaultGroup).toAllowOnlyEgress([]);
  });
});

describe('the network ACL', () => {
  test('holds for every subnet', async () => {
    await expect(networkAcl).toBeAssociatedWith([
      ...(await outputs.get<string[]>('public_subnet_ids')),
      privateSubnetA,
      privateSubnetB,
      ...(await outputs.get<string[]>('database_subnet_ids')),
    ]);
  });

  test('lets everything pass, because security groups decide', async () => {
    await expect(networkAcl).toBeInVpc(vpc);
    await expect(networkAcl).toHaveOnlyNetworkAclRules([
      { direction: 'ingress', number: 100, action: 'allow', protocol: 'all', cidr: '0.0.0.0/0' },
      { direction: 'egress', number: 100, action: 'allow', protocol: 'all', cidr: '0.0.0.0/0' },
    ]);
  });
});

describe('the endpoint of Secrets Manager', () => {
  test('is the only one of the VPC', async () => {
    await expect(vpc).toHaveOnlyEndpoints([secretsEndpoint]);
  });

  test('keeps credentials off the internet, in both zones of the processor', async () => {
    await expect(secretsEndpoint).toBeAvailable();
    await expect(secretsEndpoint).toConnectToService('com.amazonaws.us-east-1.secretsmanager', { type: 'Interface' });
    await expect(secretsEndpoint).toBeInVpc(vpc);
    await expect(secretsEndpoint).toBeAssociatedWith([privateSubnetA, privateSubnetB]);
    await expect(secretsEndpoint).toBeInSubnet([privateSubnetA, privateSubnetB]);
  });

  test('answers under the usual name of the service', async () => {
    await expect(secretsEndpoint).toHavePrivateDns();
  });

  test('may be used for every secret that the identity may read', async () => {
    await expect(secretsEndpoint).toHavePolicyDocument({
      Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
    });
  });

  test('is guarded by its own security group alone', async () => {
    await expect(secretsEndpoint).toHaveOnlySecurityGroups(endpointGroup);
  });
});

describe('the flow log', () => {
  test('records all traffic of the VPC in its log group', async () => {
    await expect(flowLog).toBeAvailable();
    await expect(flowLog).toBeAttached(vpc);
    await expect(flowLog).toHaveFlowLogs({ trafficType: 'ALL', destination: flowLogGroup });
    await expect(vpc).toHaveFlowLogs({ trafficType: 'ALL', destination: flowLogGroup });
  });

  test('writes with its own role', async () => {
    await expect(flowLog).toHaveRole(flowLogRole);
  });

  test('aggregates for no more than a minute', async () => {
    await expect(flowLog).toHaveConfig({ MaxAggregationInterval: 60 });
  });

  test('is kept for 90 days, encrypted with the key of the system', async () => {
    await expect(flowLogGroup).toHaveRetention(90);
    await expect(flowLogGroup).toBeKmsEncrypted({ key });
    await expect(flowLogGroup).not.toHaveSubscriptionFilter();
    await expect(flowLogGroup).not.toHaveMetricFilter();
  });

  test('alone may assume its role', async () => {
    await expect(flowLogRole).toTrustOnly(['vpc-flow-logs.amazonaws.com']);
    await expect(flowLogRole).toHavePolicyDocument({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'vpc-flow-logs.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    });
  });

  test('may write logs and do nothing else', async () => {
    await expect(flowLogRole).toHaveOnlyManagedPolicies([]);
    await expect(flowLogRole).toHaveOnlyInlinePolicies(['write-flow-logs']);
    await expect(flowLogRole).toHavePolicyDocument(
      {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogGroups', 'logs:DescribeLogStreams'],
            Resource: 'arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:${flow_log_group_name}:*',
          },
        ],
      },
      { name: 'write-flow-logs' },
    );
    await expect(flowLogRole).not.toHavePermissionsBoundary();
    await expect(flowLogRole).toHaveMaxSessionDuration('1h');
  });
});

describe('tags', () => {
  test('say of everything in the network whose it is', async () => {
    await expect(vpc).toHaveTags(named);
    await expect(subnets).toHaveTags(named);
    await expect(internetGateway).toHaveTags(named);
    await expect(natGateways).toHaveTags(named);
    await expect(addresses).toHaveTags(named);
    await expect(routeTables).toHaveTags(named);
    await expect(ownGroups).toHaveTags(named);
    await expect(secretsEndpoint).toHaveTags(named);
    await expect(flowLog).toHaveTags(named);
    await expect(flowLogGroup).toHaveTags(tags);
    await expect(flowLogRole).toHaveTags(tags);
  });
});
