// @ts-check

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them

const { ref, sub } = require('../../../deploy');
const { environment, tagsOf } = require('./naming.js');

const subnetIds = [ref('PrivateSubnet1'), ref('PrivateSubnet2')];

/** Only principals of this account may use an endpoint, so that no foreign credentials carry data out through it. */
const ownAccountOnly = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'OwnAccountOnly',
      Effect: 'Allow',
      Principal: '*',
      Action: '*',
      Resource: '*',
      Condition: { StringEquals: { 'aws:PrincipalAccount': sub('${AWS::AccountId}') } },
    },
  ],
};

/** @param {string} service @param {string} name */
function interfaceEndpoint(service, name) {
  return {
    type: 'AWS::EC2::VPCEndpoint',
    properties: {
      VpcId: ref('Vpc'),
      ServiceName: sub(`com.amazonaws.\${AWS::Region}.${service}`),
      VpcEndpointType: 'Interface',
      PrivateDnsEnabled: true,
      SubnetIds: subnetIds,
      SecurityGroupIds: [ref('EndpointSecurityGroup')],
      PolicyDocument: ownAccountOnly,
      Tags: tagsOf(name),
    },
  };
}

/** @param {string} cidr @param {string} zone @param {string} name */
function privateSubnet(cidr, zone, name) {
  return {
    type: 'AWS::EC2::Subnet',
    properties: {
      VpcId: ref('Vpc'),
      CidrBlock: cidr,
      AvailabilityZone: zone,
      MapPublicIpOnLaunch: false,
      Tags: tagsOf(name),
    },
  };
}

/**
 * A VPC without a way to the internet: two private subnets, endpoints for the services that the pipeline calls, and a
 * record of all traffic.
 *
 * @type {import('../../../deploy/deploy.js').Spec['resources']}
 */
const resources = {
  Vpc: {
    type: 'AWS::EC2::VPC',
    properties: {
      CidrBlock: '10.40.0.0/16',
      EnableDnsSupport: true,
      EnableDnsHostnames: true,
      Tags: tagsOf('healthcare-vpc'),
    },
  },
  PrivateSubnet1: privateSubnet('10.40.0.0/20', 'eu-west-2a', 'healthcare-private-1'),
  PrivateSubnet2: privateSubnet('10.40.16.0/20', 'eu-west-2b', 'healthcare-private-2'),
  PrivateRouteTable: {
    type: 'AWS::EC2::RouteTable',
    properties: { VpcId: ref('Vpc'), Tags: tagsOf('healthcare-private') },
  },
  PrivateSubnet1Routes: {
    type: 'AWS::EC2::SubnetRouteTableAssociation',
    properties: { SubnetId: ref('PrivateSubnet1'), RouteTableId: ref('PrivateRouteTable') },
  },
  PrivateSubnet2Routes: {
    type: 'AWS::EC2::SubnetRouteTableAssociation',
    properties: { SubnetId: ref('PrivateSubnet2'), RouteTableId: ref('PrivateRouteTable') },
  },

  ProcessorSecurityGroup: {
    type: 'AWS::EC2::SecurityGroup',
    properties: {
      GroupName: `patient-data-processor-${environment}`,
      GroupDescription: 'The patient data processor',
      VpcId: ref('Vpc'),
      SecurityGroupEgress: [],
      Tags: tagsOf('patient-data-processor'),
    },
  },
  DatabaseSecurityGroup: {
    type: 'AWS::EC2::SecurityGroup',
    properties: {
      GroupName: `healthcare-database-${environment}`,
      GroupDescription: 'The patient database, for the processor alone',
      VpcId: ref('Vpc'),
      SecurityGroupIngress: [
        {
          IpProtocol: 'tcp',
          FromPort: 5432,
          ToPort: 5432,
          SourceSecurityGroupId: ref('ProcessorSecurityGroup'),
          Description: 'PostgreSQL from the patient data processor',
        },
      ],
      SecurityGroupEgress: [],
      Tags: tagsOf('healthcare-database'),
    },
  },
  EndpointSecurityGroup: {
    type: 'AWS::EC2::SecurityGroup',
    properties: {
      GroupName: `healthcare-endpoints-${environment}`,
      GroupDescription: 'The interface endpoints, for the processor alone',
      VpcId: ref('Vpc'),
      SecurityGroupIngress: [
        {
          IpProtocol: 'tcp',
          FromPort: 443,
          ToPort: 443,
          SourceSecurityGroupId: ref('ProcessorSecurityGroup'),
          Description: 'HTTPS from the patient data processor',
        },
      ],
      SecurityGroupEgress: [],
      Tags: tagsOf('healthcare-endpoints'),
    },
  },
  ProcessorToDatabase: {
    type: 'AWS::EC2::SecurityGroupEgress',
    properties: {
      GroupId: ref('ProcessorSecurityGroup'),
      IpProtocol: 'tcp',
      FromPort: 5432,
      ToPort: 5432,
      DestinationSecurityGroupId: ref('DatabaseSecurityGroup'),
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
    },
  },
  LogsEndpoint: interfaceEndpoint('logs', 'healthcare-logs'),
  SecretsManagerEndpoint: interfaceEndpoint('secretsmanager', 'healthcare-secretsmanager'),

  FlowLogGroup: {
    type: 'AWS::Logs::LogGroup',
    properties: {
      LogGroupName: `/aws/healthcare/flow-logs-${environment}`,
      RetentionInDays: 365,
      KmsKeyId: ref('EncryptionKey.Arn'),
      Tags: tagsOf('healthcare-flow-logs'),
    },
  },
  FlowLogRole: {
    type: 'AWS::IAM::Role',
    properties: {
      RoleName: `healthcare-flow-logs-${environment}`,
      Description: 'Lets VPC Flow Logs write its records',
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
            Action: 'sts:AssumeRole',
            Condition: { StringEquals: { 'aws:SourceAccount': sub('${AWS::AccountId}') } },
          },
        ],
      },
      Policies: [
        {
          PolicyName: 'flow-logs',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Sid: 'WriteFlowLogs',
                Effect: 'Allow',
                Action: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
                Resource: ref('FlowLogGroup.Arn'),
              },
            ],
          },
        },
      ],
      Tags: tagsOf('healthcare-flow-logs'),
    },
  },
  FlowLog: {
    type: 'AWS::EC2::FlowLog',
    properties: {
      ResourceId: ref('Vpc'),
      ResourceType: 'VPC',
      TrafficType: 'ALL',
      LogDestinationType: 'cloud-watch-logs',
      LogGroupName: ref('FlowLogGroup'),
      DeliverLogsPermissionArn: ref('FlowLogRole.Arn'),
      MaxAggregationInterval: 60,
      Tags: tagsOf('healthcare-flow-log'),
    },
  },
};

const outputs = {
  VpcId: ref('Vpc'),
  VpcCidr: '10.40.0.0/16',
  PrivateSubnet1Id: ref('PrivateSubnet1'),
  PrivateSubnet2Id: ref('PrivateSubnet2'),
  PrivateRouteTableId: ref('PrivateRouteTable'),
  ProcessorSecurityGroupId: ref('ProcessorSecurityGroup'),
  DatabaseSecurityGroupId: ref('DatabaseSecurityGroup'),
  EndpointSecurityGroupId: ref('EndpointSecurityGroup'),
  LogsEndpointId: ref('LogsEndpoint'),
  SecretsManagerEndpointId: ref('SecretsManagerEndpoint'),
  FlowLogId: ref('FlowLog'),
  FlowLogGroupName: ref('FlowLogGroup'),
  FlowLogRoleArn: ref('FlowLogRole.Arn'),
};

module.exports = { outputs, resources };
