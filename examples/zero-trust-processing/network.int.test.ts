// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policies name outputs as CloudFormation does
import { resource, resources } from 'stackproof';

const vpc = resource('VpcId', 'AWS::EC2::VPC');
const subnetA = resource('PrivateSubnetAId', 'AWS::EC2::Subnet');
const subnetB = resource('PrivateSubnetBId', 'AWS::EC2::Subnet');
const subnets = resources(['PrivateSubnetAId', 'PrivateSubnetBId'], 'AWS::EC2::Subnet');
const routeTableA = resource('PrivateRouteTableAId', 'AWS::EC2::RouteTable');
const routeTableB = resource('PrivateRouteTableBId', 'AWS::EC2::RouteTable');
const processorGroup = resource('ProcessorSecurityGroupId', 'AWS::EC2::SecurityGroup');
const endpointGroup = resource('EndpointSecurityGroupId', 'AWS::EC2::SecurityGroup');
const defaultGroup = resource('DefaultSecurityGroupId', 'AWS::EC2::SecurityGroup');
const networkAcl = resource('DefaultNetworkAclId', 'AWS::EC2::NetworkAcl');
const s3Endpoint = resource('S3EndpointId', 'AWS::EC2::VPCEndpoint');
const kmsEndpoint = resource('KmsEndpointId', 'AWS::EC2::VPCEndpoint');
const logsEndpoint = resource('LogsEndpointId', 'AWS::EC2::VPCEndpoint');
const endpoints = resources(['S3EndpointId', 'KmsEndpointId', 'LogsEndpointId'], 'AWS::EC2::VPCEndpoint');

const tags = {
  Application: 'zero-trust-processing',
  Environment: 'dev',
  Compliance: 'SOC2',
  DataClassification: 'Confidential',
  Owner: 'platform-security',
};

describe('the VPC', () => {
  test('is there with its one address range', async () => {
    await expect(vpc).toBeAvailable();
    await expect(vpc).toHaveCidr('10.40.0.0/16');
    await expect(vpc).toHaveConfig({ CidrBlockAssociationSet: [{ CidrBlock: '10.40.0.0/16' }] });
    await expect(vpc).toHaveConfig({ InstanceTenancy: 'default', IsDefault: false });
  });

  test('has no way to the internet or to another network', async () => {
    await expect(vpc).toBeIsolatedVpc();
  });

  test('resolves the names of its endpoints', async () => {
    await expect(vpc).toHaveDnsSupport();
    await expect(vpc).toHaveDnsHostnames();
  });

  test('has two private subnets and no other', async () => {
    await expect(vpc).toHaveSubnetCount(2);
    await expect(vpc).toSpanAvailabilityZones(2);
  });

  test('carries the tags', async () => {
    await expect(vpc).toHaveTags({ Name: 'zero-trust-vpc-dev', ...tags });
  });
});

describe('the private subnets', () => {
  test('are in two zones', async () => {
    await expect(subnets).toBeAvailable();
    await expect(subnets).toBeInVpc(vpc);
    await expect(subnets).toSpanAvailabilityZones(2);
    await expect(subnetA).toHaveConfig({ CidrBlock: '10.40.0.0/20', AvailabilityZone: 'us-east-1a' });
    await expect(subnetB).toHaveConfig({ CidrBlock: '10.40.16.0/20', AvailabilityZone: 'us-east-1b' });
  });

  test('give nobody a public address', async () => {
    await expect(subnets).not.toMapPublicIpOnLaunch();
    await expect(subnets).toHaveConfig({ AssignIpv6AddressOnCreation: false });
  });

  test('have no way to the internet', async () => {
    await expect(subnets).toBeIsolatedSubnet();
    await expect(subnets).not.toBePublicSubnet();
  });

  test('carry the tags', async () => {
    await expect(subnets).toHaveTags({ Name: /^zero-trust-private-[ab]-dev$/, ...tags });
  });
});

describe.each([
  ['A', routeTableA, subnetA, 'zero-trust-private-a-dev'],
  ['B', routeTableB, subnetB, 'zero-trust-private-b-dev'],
])('the route table of private subnet %s', (_, routeTable, subnet, Name) => {
  test('leads nowhere but inside the VPC', async () => {
    await expect(routeTable).toBeInVpc(vpc);
    await expect(routeTable).toHaveOnlyRoutes([]);
    await expect(routeTable).toBeIsolatedSubnet();
  });

  test('is used by its subnet alone', async () => {
    await expect(routeTable).toHaveConfig({ Associations: [{ SubnetId: subnet, Main: false }] });
  });

  test('carries the tags', async () => {
    await expect(routeTable).toHaveTags({ Name, ...tags });
  });
});

describe('security groups', () => {
  test('let nobody reach the data processor', async () => {
    await expect(processorGroup).toBeInVpc(vpc);
    await expect(processorGroup).toAllowOnlyIngress([]);
  });

  test('let the data processor out to the endpoints alone', async () => {
    await expect(processorGroup).toAllowOnlyEgress([{ port: 443, to: endpointGroup }]);
  });

  test('let the data processor alone into the endpoints', async () => {
    await expect(endpointGroup).toBeInVpc(vpc);
    await expect(endpointGroup).toAllowOnlyIngress([{ port: 443, from: processorGroup }]);
  });

  test('let the endpoints start nothing', async () => {
    await expect(endpointGroup).toAllowOnlyEgress([]);
  });

  test('leave nothing in the default group, which anybody may pick by mistake', async () => {
    await expect(defaultGroup).toBeInVpc(vpc);
    await expect(defaultGroup).toAllowOnlyIngress([]);
    await expect(defaultGroup).toAllowOnlyEgress([]);
  });

  test('carry the tags', async () => {
    await expect(processorGroup).toHaveTags({ Name: 'zero-trust-processor-dev', ...tags });
    await expect(endpointGroup).toHaveTags({ Name: 'zero-trust-endpoints-dev', ...tags });
  });
});

test('the network ACL has nothing but the two rules that it came with', async () => {
  await expect(networkAcl).toBeInVpc(vpc);
  await expect(networkAcl).toHaveOnlyNetworkAclRules([
    { direction: 'ingress', number: 100, action: 'allow', protocol: 'all', cidr: '0.0.0.0/0' },
    { direction: 'egress', number: 100, action: 'allow', protocol: 'all', cidr: '0.0.0.0/0' },
  ]);
});

describe('the endpoints', () => {
  test('are these three and no other', async () => {
    await expect(vpc).toHaveOnlyEndpoints([s3Endpoint, kmsEndpoint, logsEndpoint]);
  });

  test('are up in both private subnets', async () => {
    await expect(endpoints).toBeAvailable();
    await expect(endpoints).toBeInVpc(vpc);
    await expect(endpoints).toBeInSubnet([subnetA, subnetB]);
    await expect(endpoints).toBeAssociatedWith([subnetA, subnetB]);
  });

  test('lead to S3, KMS and CloudWatch Logs', async () => {
    await expect(s3Endpoint).toConnectToService('s3', { type: 'Interface' });
    await expect(kmsEndpoint).toConnectToService('kms', { type: 'Interface' });
    await expect(logsEndpoint).toConnectToService('logs', { type: 'Interface' });
  });

  test('answer to the usual names of their services', async () => {
    await expect(endpoints).toHavePrivateDns();
  });

  test('stand behind their own security group', async () => {
    await expect(endpoints).toHaveOnlySecurityGroups([endpointGroup]);
  });

  test('let this account do what the processor needs, on its own resources', async () => {
    const confined = { StringEquals: { 'aws:PrincipalAccount': '${AWS::AccountId}' } };
    const allow = (Action: string[], Resource: string) => ({
      Statement: [{ Effect: 'Allow', Principal: '*', Action, Resource, Condition: confined }],
    });
    await expect(s3Endpoint).toHavePolicyDocument(allow(['s3:GetObject', 's3:PutObject'], '${DataBucketName}/*'));
    await expect(kmsEndpoint).toHavePolicyDocument(allow(['kms:Decrypt', 'kms:GenerateDataKey'], '${DataKeyArn}'));
    await expect(logsEndpoint).toHavePolicyDocument(
      allow(['logs:CreateLogStream', 'logs:PutLogEvents'], '${DataProcessorLogGroupName}:*'),
    );
  });

  test('carry the tags', async () => {
    await expect(endpoints).toHaveTags({ Name: /^zero-trust-(?:s3|kms|logs)-dev$/, ...tags });
  });
});
