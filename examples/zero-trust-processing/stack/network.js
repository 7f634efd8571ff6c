// @ts-check

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them

const { ref, sub } = require('../../../deploy');
const { named } = require('./tags.js');

const accountAlone = { StringEquals: { 'aws:PrincipalAccount': ref('AWS::AccountId') } };

/**
 * @param {string} service @param {string} name @param {unknown} statement
 */
const interfaceEndpoint = (service, name, statement) => ({
  type: 'AWS::EC2::VPCEndpoint',
  properties: {
    VpcId: ref('Vpc'),
    ServiceName: sub(`com.amazonaws.\${AWS::Region}.${service}`),
    VpcEndpointType: 'Interface',
    PrivateDnsEnabled: true,
    SubnetIds: [ref('PrivateSubnetA'), ref('PrivateSubnetB')],
    SecurityGroupIds: [ref('EndpointSecurityGroup')],
    // S3 has a gateway endpoint as well, which would answer to nobody's security group.
    DnsOptions: service === 's3' ? { PrivateDnsOnlyForInboundResolverEndpoint: false } : undefined,
    PolicyDocument: { Version: '2012-10-17', Statement: [statement] },
    Tags: named(name),
  },
});

/** @param {string} zone @param {string} cidr */
const privateSubnet = (zone, cidr) => ({
  type: 'AWS::EC2::Subnet',
  properties: {
    VpcId: ref('Vpc'),
    CidrBlock: cidr,
    AvailabilityZone: sub(`\${AWS::Region}${zone}`),
    MapPublicIpOnLaunch: false,
    Tags: named(`private-${zone}`),
  },
});

/** @param {string} zone */
const privateRouteTable = (zone) => ({
  type: 'AWS::EC2::RouteTable',
  properties: { VpcId: ref('Vpc'), Tags: named(`private-${zone}`) },
});

/** No internet gateway, no NAT: the endpoints are the only way out. */
module.exports = {
  Vpc: {
    type: 'AWS::EC2::VPC',
    properties: { CidrBlock: '10.40.0.0/16', EnableDnsSupport: true, EnableDnsHostnames: true, Tags: named('vpc') },
  },
  VpcRestrictDefaultSecurityGroup: {
    type: 'Custom::VpcRestrictDefaultSG',
    properties: { DefaultSecurityGroupId: ref('Vpc.DefaultSecurityGroup'), Account: ref('AWS::AccountId') },
  },
  PrivateSubnetA: privateSubnet('a', '10.40.0.0/20'),
  PrivateSubnetB: privateSubnet('b', '10.40.16.0/20'),
  PrivateRouteTableA: privateRouteTable('a'),
  PrivateRouteTableB: privateRouteTable('b'),
  PrivateSubnetARoutes: {
    type: 'AWS::EC2::SubnetRouteTableAssociation',
    properties: { SubnetId: ref('PrivateSubnetA'), RouteTableId: ref('PrivateRouteTableA') },
  },
  PrivateSubnetBRoutes: {
    type: 'AWS::EC2::SubnetRouteTableAssociation',
    properties: { SubnetId: ref('PrivateSubnetB'), RouteTableId: ref('PrivateRouteTableB') },
  },

  ProcessorSecurityGroup: {
    type: 'AWS::EC2::SecurityGroup',
    properties: {
      GroupName: 'zero-trust-processor-dev',
      GroupDescription: 'The data processor: out to the endpoints, in from nobody',
      VpcId: ref('Vpc'),
      SecurityGroupEgress: [],
      Tags: named('processor'),
    },
  },
  EndpointSecurityGroup: {
    type: 'AWS::EC2::SecurityGroup',
    properties: {
      GroupName: 'zero-trust-endpoints-dev',
      GroupDescription: 'Interface endpoints, for the data processor alone',
      VpcId: ref('Vpc'),
      SecurityGroupIngress: [
        {
          IpProtocol: 'tcp',
          FromPort: 443,
          ToPort: 443,
          SourceSecurityGroupId: ref('ProcessorSecurityGroup'),
          Description: 'HTTPS from the data processor',
        },
      ],
      SecurityGroupEgress: [],
      Tags: named('endpoints'),
    },
  },
  ProcessorToEndpoints: {
    type: 'AWS::EC2::SecurityGroupEgress',
    properties: {
      GroupId: ref('ProcessorSecurityGroup'),
      IpProtocol: 'tcp',
      FromPort: 443,
      ToPort: 443,
      DestinationSecurityGroupId: ref('EndpointSecurityGroup'),
      Description: 'HTTPS to the interface endpoints',
    },
  },

  S3Endpoint: interfaceEndpoint('s3', 's3', {
    Sid: 'TheDataBucketAlone',
    Effect: 'Allow',
    Principal: { AWS: '*' },
    Action: ['s3:GetObject', 's3:PutObject'],
    Resource: sub('${DataBucket.Arn}/*'),
    Condition: accountAlone,
  }),
  KmsEndpoint: interfaceEndpoint('kms', 'kms', {
    Sid: 'TheDataKeyAlone',
    Effect: 'Allow',
    Principal: { AWS: '*' },
    Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
    Resource: ref('DataKey.Arn'),
    Condition: accountAlone,
  }),
  LogsEndpoint: interfaceEndpoint('logs', 'logs', {
    Sid: 'TheProcessorsLogAlone',
    Effect: 'Allow',
    Principal: { AWS: '*' },
    Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    Resource: ref('DataProcessorLogGroup.Arn'),
    Condition: accountAlone,
  }),
};
