// @ts-check

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them

const { ref, sub } = require('../../../deploy');
const { named, tags } = require('./names');

/** @param {string} name */
const nameTag = (name) => [...tags, { Key: 'Name', Value: named(name) }];

/** @param {string} name @param {string} cidr @param {string} zone */
const subnet = (name, cidr, zone) => ({
  type: 'AWS::EC2::Subnet',
  properties: {
    VpcId: ref('Vpc'),
    CidrBlock: cidr,
    AvailabilityZone: zone,
    MapPublicIpOnLaunch: false,
    Tags: nameTag(name),
  },
});

/** @param {string} subnetId @param {string} routeTableId */
const association = (subnetId, routeTableId) => ({
  type: 'AWS::EC2::SubnetRouteTableAssociation',
  properties: { SubnetId: ref(subnetId), RouteTableId: ref(routeTableId) },
});

/** A VPC without a way to the internet (PCI DSS 1.4): AWS is reached through endpoints. */
const network = {
  Vpc: {
    type: 'AWS::EC2::VPC',
    properties: { CidrBlock: '10.30.0.0/16', EnableDnsSupport: true, EnableDnsHostnames: true, Tags: nameTag('vpc') },
  },
  AppSubnetA: subnet('app-a', '10.30.10.0/24', 'us-east-1a'),
  AppSubnetB: subnet('app-b', '10.30.11.0/24', 'us-east-1b'),
  DatabaseSubnetA: subnet('database-a', '10.30.20.0/24', 'us-east-1a'),
  DatabaseSubnetB: subnet('database-b', '10.30.21.0/24', 'us-east-1b'),
  AppRouteTable: { type: 'AWS::EC2::RouteTable', properties: { VpcId: ref('Vpc'), Tags: nameTag('app') } },
  DatabaseRouteTable: { type: 'AWS::EC2::RouteTable', properties: { VpcId: ref('Vpc'), Tags: nameTag('database') } },
  AppSubnetARoutes: association('AppSubnetA', 'AppRouteTable'),
  AppSubnetBRoutes: association('AppSubnetB', 'AppRouteTable'),
  DatabaseSubnetARoutes: association('DatabaseSubnetA', 'DatabaseRouteTable'),
  DatabaseSubnetBRoutes: association('DatabaseSubnetB', 'DatabaseRouteTable'),

  // What every VPC comes with, without its rules: nobody may end up in it by mistake.
  DefaultSecurityGroup: {
    type: 'Custom::VpcRestrictDefaultSG',
    properties: { DefaultSecurityGroupId: ref('Vpc.DefaultSecurityGroup'), Account: sub('${AWS::AccountId}') },
  },
  FunctionSecurityGroup: {
    type: 'AWS::EC2::SecurityGroup',
    properties: {
      GroupName: named('function'),
      GroupDescription: 'The trading API function: nobody calls it over the network',
      VpcId: ref('Vpc'),
      SecurityGroupEgress: [],
      Tags: nameTag('function'),
    },
  },
  DatabaseSecurityGroup: {
    type: 'AWS::EC2::SecurityGroup',
    properties: {
      GroupName: named('database'),
      GroupDescription: 'The ledger database: the function alone',
      VpcId: ref('Vpc'),
      SecurityGroupIngress: [
        { IpProtocol: 'tcp', FromPort: 5432, ToPort: 5432, SourceSecurityGroupId: ref('FunctionSecurityGroup') },
      ],
      SecurityGroupEgress: [],
      Tags: nameTag('database'),
    },
  },
  EndpointSecurityGroup: {
    type: 'AWS::EC2::SecurityGroup',
    properties: {
      GroupName: named('endpoints'),
      GroupDescription: 'Interface endpoints: the function alone',
      VpcId: ref('Vpc'),
      SecurityGroupIngress: [
        { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, SourceSecurityGroupId: ref('FunctionSecurityGroup') },
      ],
      SecurityGroupEgress: [],
      Tags: nameTag('endpoints'),
    },
  },
  FunctionToDatabase: {
    type: 'AWS::EC2::SecurityGroupEgress',
    properties: {
      GroupId: ref('FunctionSecurityGroup'),
      IpProtocol: 'tcp',
      FromPort: 5432,
      ToPort: 5432,
      DestinationSecurityGroupId: ref('DatabaseSecurityGroup'),
    },
  },
  FunctionToEndpoints: {
    type: 'AWS::EC2::SecurityGroupEgress',
    properties: {
      GroupId: ref('FunctionSecurityGroup'),
      IpProtocol: 'tcp',
      FromPort: 443,
      ToPort: 443,
      DestinationSecurityGroupId: ref('EndpointSecurityGroup'),
    },
  },

  DynamoDbEndpoint: {
    type: 'AWS::EC2::VPCEndpoint',
    properties: {
      VpcId: ref('Vpc'),
      ServiceName: sub('com.amazonaws.${AWS::Region}.dynamodb'),
      VpcEndpointType: 'Gateway',
      RouteTableIds: [ref('AppRouteTable')],
      Tags: nameTag('dynamodb'),
    },
  },
  S3Endpoint: {
    type: 'AWS::EC2::VPCEndpoint',
    properties: {
      VpcId: ref('Vpc'),
      ServiceName: sub('com.amazonaws.${AWS::Region}.s3'),
      VpcEndpointType: 'Gateway',
      RouteTableIds: [ref('AppRouteTable')],
      Tags: nameTag('s3'),
    },
  },
  SecretsManagerEndpoint: {
    type: 'AWS::EC2::VPCEndpoint',
    properties: {
      VpcId: ref('Vpc'),
      ServiceName: sub('com.amazonaws.${AWS::Region}.secretsmanager'),
      VpcEndpointType: 'Interface',
      PrivateDnsEnabled: true,
      SubnetIds: [ref('AppSubnetA'), ref('AppSubnetB')],
      SecurityGroupIds: [ref('EndpointSecurityGroup')],
      Tags: nameTag('secretsmanager'),
    },
  },
};

module.exports = { network };
