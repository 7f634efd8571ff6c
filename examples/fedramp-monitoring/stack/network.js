// @ts-check

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them

const { ref, sub } = require('../../../deploy');
const { tags } = require('./tags.js');

/** @param {string} cidr @param {string} zone */
function subnet(cidr, zone) {
  return {
    type: 'AWS::EC2::Subnet',
    properties: {
      VpcId: ref('Vpc'),
      CidrBlock: cidr,
      AvailabilityZone: zone,
      MapPublicIpOnLaunch: false,
      Tags: tags,
    },
  };
}

/** @param {string} subnetId @param {string} tableId */
function routesOf(subnetId, tableId) {
  return {
    type: 'AWS::EC2::SubnetRouteTableAssociation',
    properties: { SubnetId: ref(subnetId), RouteTableId: ref(tableId) },
  };
}

/** @param {string} service */
function interfaceEndpoint(service) {
  return {
    type: 'AWS::EC2::VPCEndpoint',
    properties: {
      VpcId: ref('Vpc'),
      VpcEndpointType: 'Interface',
      ServiceName: sub(`com.amazonaws.\${AWS::Region}.${service}`),
      SubnetIds: [ref('ServiceSubnetA'), ref('ServiceSubnetB')],
      SecurityGroupIds: [ref('EndpointSecurityGroup')],
      PrivateDnsEnabled: true,
      Tags: tags,
    },
  };
}

/** @param {string} name @param {string} description @param {object[]} [ingress] @param {object[]} [egress] */
function securityGroup(name, description, ingress = [], egress = []) {
  return {
    type: 'AWS::EC2::SecurityGroup',
    properties: {
      GroupName: `fedramp-monitoring-${name}-dev`,
      GroupDescription: description,
      VpcId: ref('Vpc'),
      SecurityGroupIngress: ingress,
      SecurityGroupEgress: egress,
      Tags: tags,
    },
  };
}

/** @param {number} port @param {string} description */
function tcp(port, description) {
  return { IpProtocol: 'tcp', FromPort: port, ToPort: port, Description: description };
}

/** @param {string} destination @param {number} port @param {string} description */
function serviceEgress(destination, port, description) {
  return {
    type: 'AWS::EC2::SecurityGroupEgress',
    properties: {
      GroupId: ref('ServiceSecurityGroup'),
      DestinationSecurityGroupId: ref(destination),
      ...tcp(port, description),
    },
  };
}

/** A VPC without a way to the internet: what the service needs of AWS it reaches through endpoints (SC-7). */
const network = {
  Vpc: {
    type: 'AWS::EC2::VPC',
    properties: { CidrBlock: '10.40.0.0/16', EnableDnsSupport: true, EnableDnsHostnames: true, Tags: tags },
  },
  DefaultSecurityGroupRestriction: {
    type: 'Custom::VpcRestrictDefaultSG',
    properties: { DefaultSecurityGroupId: ref('Vpc.DefaultSecurityGroup'), Account: ref('AWS::AccountId') },
  },
  ServiceSubnetA: subnet('10.40.10.0/24', 'us-west-2a'),
  ServiceSubnetB: subnet('10.40.11.0/24', 'us-west-2b'),
  DataSubnetA: subnet('10.40.20.0/24', 'us-west-2a'),
  DataSubnetB: subnet('10.40.21.0/24', 'us-west-2b'),
  ServiceRouteTable: { type: 'AWS::EC2::RouteTable', properties: { VpcId: ref('Vpc'), Tags: tags } },
  DataRouteTable: { type: 'AWS::EC2::RouteTable', properties: { VpcId: ref('Vpc'), Tags: tags } },
  ServiceSubnetARoutes: routesOf('ServiceSubnetA', 'ServiceRouteTable'),
  ServiceSubnetBRoutes: routesOf('ServiceSubnetB', 'ServiceRouteTable'),
  DataSubnetARoutes: routesOf('DataSubnetA', 'DataRouteTable'),
  DataSubnetBRoutes: routesOf('DataSubnetB', 'DataRouteTable'),

  SecretsManagerEndpoint: interfaceEndpoint('secretsmanager'),
  LogsEndpoint: interfaceEndpoint('logs'),
  KinesisEndpoint: interfaceEndpoint('kinesis-streams'),
  EcrApiEndpoint: interfaceEndpoint('ecr.api'),
  EcrDockerEndpoint: interfaceEndpoint('ecr.dkr'),
  // ECR keeps image layers in S3.
  S3Endpoint: interfaceEndpoint('s3'),

  ServiceSecurityGroup: securityGroup('service', 'Tasks of the collector'),
  DatabaseSecurityGroup: securityGroup('database', 'PostgreSQL, for the collector alone', [
    { ...tcp(5432, 'PostgreSQL from the collector'), SourceSecurityGroupId: ref('ServiceSecurityGroup') },
  ]),
  CacheSecurityGroup: securityGroup('cache', 'Redis, for the collector alone', [
    { ...tcp(6379, 'Redis from the collector'), SourceSecurityGroupId: ref('ServiceSecurityGroup') },
  ]),
  EndpointSecurityGroup: securityGroup('endpoints', 'Interface endpoints, for the collector alone', [
    { ...tcp(443, 'AWS APIs for the collector'), SourceSecurityGroupId: ref('ServiceSecurityGroup') },
  ]),
  ServiceToDatabase: serviceEgress('DatabaseSecurityGroup', 5432, 'PostgreSQL'),
  ServiceToCache: serviceEgress('CacheSecurityGroup', 6379, 'Redis'),
  ServiceToEndpoints: serviceEgress('EndpointSecurityGroup', 443, 'AWS APIs'),
};

module.exports = { network };
