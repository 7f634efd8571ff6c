import { ref } from '../../../deploy';
import { type Area, rowsOf } from '../area';
import { tags } from '../declarations';

const subnet = (CidrBlock: string, AvailabilityZone: string, more: object = {}) => ({
  type: 'AWS::EC2::Subnet',
  properties: { VpcId: ref('Vpc'), CidrBlock, AvailabilityZone, ...more },
});
const group = (GroupDescription: string, SecurityGroupIngress: object[], more: object = {}) => ({
  type: 'AWS::EC2::SecurityGroup',
  properties: { GroupDescription, VpcId: ref('Vpc'), SecurityGroupIngress, ...more },
});
const routes = {
  InternetGateway: { type: 'AWS::EC2::InternetGateway' },
  InternetGatewayAttachment: {
    type: 'AWS::EC2::VPCGatewayAttachment',
    properties: { VpcId: ref('Vpc'), InternetGatewayId: ref('InternetGateway') },
  },
  PublicRouteTable: { type: 'AWS::EC2::RouteTable', properties: { VpcId: ref('Vpc') } },
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
};
const outputs = {
  VpcId: ref('Vpc'),
  PublicSubnetId: ref('PublicSubnet'),
  PrivateSubnetIds: [ref('PrivateSubnetA'), ref('PrivateSubnetB')],
  FunctionSecurityGroupId: ref('FunctionSecurityGroup'),
  DatabaseSecurityGroupId: ref('DatabaseSecurityGroup'),
};

/** VPCs, subnets and security groups. */
export const network: Area = {
  healthy: {
    resources: {
      Vpc: { type: 'AWS::EC2::VPC', properties: { CidrBlock: '10.20.0.0/16', EnableDnsHostnames: true, Tags: tags } },
      PublicSubnet: subnet('10.20.0.0/24', 'us-east-1a', { MapPublicIpOnLaunch: true, Tags: tags }),
      PrivateSubnetA: subnet('10.20.10.0/24', 'us-east-1a'),
      PrivateSubnetB: subnet('10.20.11.0/24', 'us-east-1b'),
      ...routes,
      FunctionSecurityGroup: group('The function', []),
      DatabaseSecurityGroup: group(
        'The database, for the function alone',
        [{ IpProtocol: 'tcp', FromPort: 5432, ToPort: 5432, SourceSecurityGroupId: ref('FunctionSecurityGroup') }],
        { Tags: tags },
      ),
    },
    outputs,
  },
  broken: {
    resources: {
      Vpc: { type: 'AWS::EC2::VPC', properties: { CidrBlock: '10.30.0.0/16' } },
      // It has the public addresses and not the route.
      PublicSubnet: subnet('10.30.0.0/24', 'us-east-1a', { MapPublicIpOnLaunch: true }),
      PrivateSubnetA: subnet('10.30.10.0/24', 'us-east-1a'),
      PrivateSubnetB: subnet('10.30.11.0/24', 'us-east-1a'),
      FunctionSecurityGroup: group('The function', []),
      DatabaseSecurityGroup: group('The database, for everybody', [
        { IpProtocol: 'tcp', FromPort: 5432, ToPort: 5432, CidrIp: '0.0.0.0/0' },
      ]),
    },
    outputs,
  },
  rows: [
    ...rowsOf('AWS::EC2::VPC', 'VpcId', [
      ['toBeAvailable', [], 'pass', 'pass'],
      ['toBeInState', ['available'], 'pass', 'pass'],
      ['toBeInState', ['pending'], ['fail', /Received: {2}available/], 'fail'],
      ['toHaveTags', [{ Team: 'orders' }], 'pass', 'fail'],
      ['toHaveConfig', [{ EnableDnsHostnames: true }], 'pass', ['fail', /false/]],
      ['toHaveCidr', ['10.20.0.0/16'], 'pass', ['fail', /Received: {2}10\.30\.0\.0\/16/]],
      ['toSpanAvailabilityZones', [2], ['pass', /2: us-east-1a, us-east-1b/], ['fail', /1: us-east-1a/]],
    ]),
    ...rowsOf('AWS::EC2::Subnet', 'PublicSubnetId', [
      ['toBeAvailable', [], 'pass', 'pass'],
      ['toBeInState', ['available'], 'pass', 'pass'],
      ['toBeInState', ['pending'], 'fail', 'fail'],
      ['toHaveTags', [{ Team: 'orders' }], 'pass', 'fail'],
      ['toHaveConfig', [{ CidrBlock: '10.20.0.0/24' }], 'pass', ['fail', /10\.30\.0\.0\/24/]],
      ['toHaveCidr', ['10.20.0.0/24'], 'pass', 'fail'],
      ['toBePublicSubnet', [], ['pass', /0\.0\.0\.0\/0 -> igw-/], ['fail', /no default route/]],
      ['toBeInVpc', ({ resource }) => [resource('VpcId')], 'pass', 'pass'],
      ['toBeInVpc', ['vpc-0123456789abcdef0'], 'fail', 'fail'],
      ['toSpanAvailabilityZones', [1], 'pass', 'pass'],
    ]),
    ...rowsOf('AWS::EC2::Subnet', 'PrivateSubnetIds', [
      [
        'toSpanAvailabilityZones',
        [2],
        ['pass', /2: us-east-1a, us-east-1b/],
        ['fail', /1: us-east-1a/],
        { many: true },
      ],
      ['toBePublicSubnet', [], ['fail', /private: /], 'fail', { many: true }],
      ['toBeInVpc', ({ resource }) => [resource('VpcId')], 'pass', 'pass', { many: true }],
      ['toHaveCidr', ['10.20.10.0/24'], undefined, ['fail', /2 of 2 resources do not hold/], { many: true }],
    ]),
    ...rowsOf('AWS::EC2::SecurityGroup', 'DatabaseSecurityGroupId', [
      ['toBeAvailable', [], 'pass', 'pass'],
      ['toBeInState', ['available'], 'not applicable', 'not applicable'],
      ['toHaveTags', [{ Team: 'orders' }], 'pass', 'fail'],
      [
        'toHaveConfig',
        [{ GroupName: 'healthy-DatabaseSecurityGroup' }],
        'pass',
        ['fail', /broken-DatabaseSecurityGroup/],
      ],
      // What lets everybody in lets the function in.
      ['toAllowIngress', ({ resource }) => [{ port: 5432, from: resource('FunctionSecurityGroupId') }], 'pass', 'pass'],
      ['toAllowIngress', ({ resource }) => [{ port: 3306, from: resource('FunctionSecurityGroupId') }], 'fail', 'fail'],
      ['toAllowIngress', [{ port: 5432, from: '203.0.113.0/24' }], ['fail', /5432/], 'pass'],
      ['toBeOpenToTheWorld', [], ['fail', /open to 0\.0\.0\.0\/0/], ['pass', /0\.0\.0\.0\/0/]],
      ['toBeOpenToTheWorld', [{ port: 22 }], 'fail', 'fail'],
      ['toBeInVpc', ({ resource }) => [resource('VpcId')], 'pass', 'pass'],
      ['toBeInVpc', ['vpc-0123456789abcdef0'], 'fail', 'fail'],
    ]),
  ],
};
