// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policies take placeholders as CloudFormation spells them

import { resource } from 'stackproof';

const vpc = resource('vpc-id', 'AWS::EC2::VPC');
const appSubnetA = resource('app-subnet-a-id', 'AWS::EC2::Subnet');
const appSubnetB = resource('app-subnet-b-id', 'AWS::EC2::Subnet');
const databaseSubnetA = resource('database-subnet-a-id', 'AWS::EC2::Subnet');
const databaseSubnetB = resource('database-subnet-b-id', 'AWS::EC2::Subnet');
const appRoutes = resource('app-route-table-id', 'AWS::EC2::RouteTable');
const databaseRoutes = resource('database-route-table-id', 'AWS::EC2::RouteTable');
const networkAcl = resource('network-acl-id', 'AWS::EC2::NetworkAcl');
const dynamodbEndpoint = resource('dynamodb-endpoint-id', 'AWS::EC2::VPCEndpoint');
const s3Endpoint = resource('s3-endpoint-id', 'AWS::EC2::VPCEndpoint');
const secretsEndpoint = resource('secretsmanager-endpoint-id', 'AWS::EC2::VPCEndpoint');
const functionGroup = resource('function-security-group-id', 'AWS::EC2::SecurityGroup');
const databaseGroup = resource('database-security-group-id', 'AWS::EC2::SecurityGroup');
const endpointGroup = resource('endpoint-security-group-id', 'AWS::EC2::SecurityGroup');
const defaultGroup = resource('default-security-group-id', 'AWS::EC2::SecurityGroup');
const flowLog = resource('flow-log-id', 'AWS::EC2::FlowLog');
const flowLogGroup = resource('flow-log-group', 'AWS::Logs::LogGroup');
const flowLogRole = resource('flow-log-role-arn', 'AWS::IAM::Role');

test('the VPC is as it was planned', async () => {
  await expect(vpc).toBeAvailable();
  await expect(vpc).toHaveCidr('10.30.0.0/16');
  await expect(vpc).toHaveConfig({
    InstanceTenancy: 'default',
    CidrBlockAssociationSet: [{ CidrBlock: '10.30.0.0/16' }],
    'Ipv6CidrBlockAssociationSet[0]': null,
  });
  await expect(vpc).toHaveDnsSupport();
  await expect(vpc).toHaveDnsHostnames();
  await expect(vpc).toHaveSubnetCount(4);
  await expect(vpc).toHaveOnlyEndpoints([dynamodbEndpoint, s3Endpoint, secretsEndpoint]);
});

describe('PCI DSS 1.4: nothing in the VPC can reach the internet or be reached from it', () => {
  test('the VPC has no gateway to anywhere', async () => {
    await expect(vpc).toBeIsolatedVpc();
  });

  test.each([
    ['application subnet A', appSubnetA, '10.30.10.0/24', 'us-east-1a'],
    ['application subnet B', appSubnetB, '10.30.11.0/24', 'us-east-1b'],
    ['database subnet A', databaseSubnetA, '10.30.20.0/24', 'us-east-1a'],
    ['database subnet B', databaseSubnetB, '10.30.21.0/24', 'us-east-1b'],
  ] as const)('%s stays inside', async (_name, subnet, cidr, zone) => {
    await expect(subnet).toBeAvailable();
    await expect(subnet).toBeInVpc(vpc);
    await expect(subnet).toHaveCidr(cidr);
    await expect(subnet).toHaveConfig({ AvailabilityZone: zone });
    await expect(subnet).not.toMapPublicIpOnLaunch();
    await expect(subnet).toBeIsolatedSubnet();
  });

  test('the database subnets have no route but the local one', async () => {
    await expect(databaseRoutes).toBeInVpc(vpc);
    await expect(databaseRoutes).toBeAssociatedWith([databaseSubnetA, databaseSubnetB]);
    await expect(databaseRoutes).toHaveOnlyRoutes([]);
  });

  test('the application subnets share a route table without a way out', async () => {
    await expect(appRoutes).toBeInVpc(vpc);
    await expect(appRoutes).toBeAssociatedWith([appSubnetA, appSubnetB]);
    await expect(appRoutes).toBeIsolatedSubnet();
    await expect(appRoutes).not.toRouteTo('nat gateway');
    await expect(appRoutes).not.toRouteTo('network interface');
  });

  test('the application subnets are joined to no other network', async () => {
    await expect(appRoutes).not.toRouteTo('vpc peering connection');
    await expect(appRoutes).not.toRouteTo('transit gateway');
    await expect(appRoutes).not.toRouteTo('virtual private gateway');
  });

  test('the application subnets have no routes but those of the endpoints', async () => {
    await expect(appSubnetA).toHaveOnlyRoutes([{ target: dynamodbEndpoint }, { target: s3Endpoint }]);
    await expect(appSubnetB).toHaveOnlyRoutes([{ target: dynamodbEndpoint }, { target: s3Endpoint }]);
  });

  test('the network ACL says nothing of its own', async () => {
    await expect(networkAcl).toBeInVpc(vpc);
    await expect(networkAcl).toHaveConfig({ IsDefault: true });
    await expect(networkAcl).toHaveOnlyNetworkAclRules([
      { direction: 'ingress', cidr: '0.0.0.0/0', number: 100, protocol: 'all' },
      { direction: 'egress', cidr: '0.0.0.0/0', number: 100, protocol: 'all' },
    ]);
  });
});

describe('PCI DSS 1.3: security groups let in and out what the API needs and nothing else', () => {
  test('the function is called by nobody and calls the database and the endpoints', async () => {
    await expect(functionGroup).toBeInVpc(vpc);
    await expect(functionGroup).toAllowOnlyIngress([]);
    await expect(functionGroup).toAllowOnlyEgress([
      { port: 5432, to: databaseGroup },
      { port: 443, to: endpointGroup },
    ]);
  });

  test('the database lets in the function alone', async () => {
    await expect(databaseGroup).toBeInVpc(vpc);
    await expect(databaseGroup).toAllowOnlyIngress([{ port: 5432, from: functionGroup }]);
    await expect(databaseGroup).toAllowOnlyEgress([]);
  });

  test('the endpoints let in the function alone', async () => {
    await expect(endpointGroup).toBeInVpc(vpc);
    await expect(endpointGroup).toAllowOnlyIngress([{ port: 443, from: functionGroup }]);
    await expect(endpointGroup).toAllowOnlyEgress([]);
  });

  test('the default group lets in and out nothing', async () => {
    await expect(defaultGroup).toBeInVpc(vpc);
    await expect(defaultGroup).toAllowOnlyIngress([]);
    await expect(defaultGroup).toAllowOnlyEgress([]);
  });
});

describe('AWS is reached through endpoints', () => {
  test('DynamoDB, from the application subnets', async () => {
    await expect(dynamodbEndpoint).toBeAvailable();
    await expect(dynamodbEndpoint).toBeInVpc(vpc);
    await expect(dynamodbEndpoint).toConnectToService('dynamodb', { type: 'Gateway' });
    await expect(dynamodbEndpoint).toHaveConfig({ RouteTableIds: [appRoutes] });
  });

  test('S3, from the application subnets', async () => {
    await expect(s3Endpoint).toBeAvailable();
    await expect(s3Endpoint).toBeInVpc(vpc);
    await expect(s3Endpoint).toConnectToService('s3', { type: 'Gateway' });
    await expect(s3Endpoint).toHaveConfig({ RouteTableIds: [appRoutes] });
  });

  test('Secrets Manager, in both application subnets', async () => {
    await expect(secretsEndpoint).toBeAvailable();
    await expect(secretsEndpoint).toBeInVpc(vpc);
    await expect(secretsEndpoint).toConnectToService('secretsmanager', { type: 'Interface' });
    await expect(secretsEndpoint).toBeInSubnet([appSubnetA, appSubnetB]);
    await expect(secretsEndpoint).toSpanAvailabilityZones(2);
  });

  test.each([
    ['DynamoDB', dynamodbEndpoint],
    ['S3', s3Endpoint],
    ['Secrets Manager', secretsEndpoint],
  ] as const)('%s, with no limit but those of the roles', async (_name, endpoint) => {
    await expect(endpoint).toHavePolicyDocument({
      Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
    });
  });

  test('Secrets Manager, by its usual name and for the function alone', async () => {
    await expect(secretsEndpoint).toHavePrivateDns();
    await expect(secretsEndpoint).toHaveOnlySecurityGroups(endpointGroup);
  });
});

describe('PCI DSS 10.2: all traffic in the VPC is recorded', () => {
  test('accepted and rejected, into the log group', async () => {
    await expect(flowLog).toBeAvailable();
    await expect(flowLog).toBeAttached(vpc);
    await expect(flowLog).toHaveFlowLogs({ trafficType: 'ALL', destination: flowLogGroup });
    await expect(vpc).toHaveFlowLogs({ trafficType: 'ALL', destination: flowLogGroup });
  });

  test('with the role that was made for it', async () => {
    await expect(flowLog).toHaveRole(flowLogRole);
  });

  test('by a role that nothing but flow logs can take, and that can write logs and nothing else', async () => {
    await expect(flowLogRole).toTrustOnly(['vpc-flow-logs']);
    await expect(flowLogRole).toHavePolicyDocument({
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'aws:SourceAccount': '${AWS::AccountId}' } },
        },
      ],
    });
    await expect(flowLogRole).toHaveOnlyManagedPolicies([]);
    await expect(flowLogRole).toHaveOnlyInlinePolicies(['write-flow-logs']);
    await expect(flowLogRole).toHavePolicyDocument(
      {
        Statement: [
          {
            Effect: 'Allow',
            Action: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
            Resource: '${flow-log-group}:*',
          },
        ],
      },
      { name: 'write-flow-logs' },
    );
    await expect(flowLogRole).not.toHavePermissionsBoundary();
  });
});
