// @ts-check

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them

const { ref, sub } = require('../../../deploy');
const { prefix, tags, trustIn } = require('./naming.js');

/** @param {string} name @param {string} CidrBlock @param {string} AvailabilityZone */
function subnet(name, CidrBlock, AvailabilityZone) {
  return {
    type: 'AWS::EC2::Subnet',
    properties: {
      VpcId: ref('Vpc'),
      CidrBlock,
      AvailabilityZone,
      MapPublicIpOnLaunch: false,
      Tags: tags(`${name}-${AvailabilityZone}`),
    },
  };
}

/** @param {string} name */
function routeTable(name) {
  return { type: 'AWS::EC2::RouteTable', properties: { VpcId: ref('Vpc'), Tags: tags(name) } };
}

/** @param {string} subnetLogicalId @param {string} tableLogicalId */
function association(subnetLogicalId, tableLogicalId) {
  return {
    type: 'AWS::EC2::SubnetRouteTableAssociation',
    properties: { SubnetId: ref(subnetLogicalId), RouteTableId: ref(tableLogicalId) },
  };
}

/** @param {string} tableLogicalId @param {Record<string, unknown>} target */
function defaultRoute(tableLogicalId, target) {
  return {
    type: 'AWS::EC2::Route',
    properties: { RouteTableId: ref(tableLogicalId), DestinationCidrBlock: '0.0.0.0/0', ...target },
    dependsOn: ['InternetGatewayAttachment'],
  };
}

/** @param {string} publicSubnet @param {string} address @param {string} zone */
function natGateway(publicSubnet, address, zone) {
  return {
    type: 'AWS::EC2::NatGateway',
    properties: { SubnetId: ref(publicSubnet), AllocationId: ref(`${address}.AllocationId`), Tags: tags(zone) },
    dependsOn: ['InternetGatewayAttachment'],
  };
}

const resources = {
  Vpc: {
    type: 'AWS::EC2::VPC',
    properties: { CidrBlock: '10.40.0.0/16', EnableDnsSupport: true, EnableDnsHostnames: true, Tags: tags('vpc') },
  },
  DefaultSecurityGroup: {
    type: 'Custom::VpcRestrictDefaultSG',
    properties: { DefaultSecurityGroupId: ref('Vpc.DefaultSecurityGroup') },
  },
  InternetGateway: { type: 'AWS::EC2::InternetGateway', properties: { Tags: tags('igw') } },
  InternetGatewayAttachment: {
    type: 'AWS::EC2::VPCGatewayAttachment',
    properties: { VpcId: ref('Vpc'), InternetGatewayId: ref('InternetGateway') },
  },

  PublicSubnetA: subnet('public', '10.40.0.0/24', 'us-east-1a'),
  PublicSubnetB: subnet('public', '10.40.1.0/24', 'us-east-1b'),
  PrivateSubnetA: subnet('private', '10.40.10.0/24', 'us-east-1a'),
  PrivateSubnetB: subnet('private', '10.40.11.0/24', 'us-east-1b'),
  DatabaseSubnetA: subnet('database', '10.40.20.0/24', 'us-east-1a'),
  DatabaseSubnetB: subnet('database', '10.40.21.0/24', 'us-east-1b'),

  NatAddressA: { type: 'AWS::EC2::EIP', properties: { Tags: tags('nat-us-east-1a') } },
  NatAddressB: { type: 'AWS::EC2::EIP', properties: { Tags: tags('nat-us-east-1b') } },
  NatGatewayA: natGateway('PublicSubnetA', 'NatAddressA', 'us-east-1a'),
  NatGatewayB: natGateway('PublicSubnetB', 'NatAddressB', 'us-east-1b'),

  PublicRouteTable: routeTable('public'),
  PublicDefaultRoute: defaultRoute('PublicRouteTable', { GatewayId: ref('InternetGateway') }),
  PublicSubnetARoutes: association('PublicSubnetA', 'PublicRouteTable'),
  PublicSubnetBRoutes: association('PublicSubnetB', 'PublicRouteTable'),
  PrivateRouteTableA: routeTable('private-us-east-1a'),
  PrivateDefaultRouteA: defaultRoute('PrivateRouteTableA', { NatGatewayId: ref('NatGatewayA') }),
  PrivateSubnetARoutes: association('PrivateSubnetA', 'PrivateRouteTableA'),
  PrivateRouteTableB: routeTable('private-us-east-1b'),
  PrivateDefaultRouteB: defaultRoute('PrivateRouteTableB', { NatGatewayId: ref('NatGatewayB') }),
  PrivateSubnetBRoutes: association('PrivateSubnetB', 'PrivateRouteTableB'),
  DatabaseRouteTable: routeTable('database'),
  DatabaseSubnetARoutes: association('DatabaseSubnetA', 'DatabaseRouteTable'),
  DatabaseSubnetBRoutes: association('DatabaseSubnetB', 'DatabaseRouteTable'),

  FunctionSecurityGroup: {
    type: 'AWS::EC2::SecurityGroup',
    properties: {
      GroupName: `${prefix}-function`,
      GroupDescription: 'The transaction processor: out to the database and to the APIs of AWS, nothing in',
      VpcId: ref('Vpc'),
      SecurityGroupEgress: [
        { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '0.0.0.0/0', Description: 'APIs of AWS' },
      ],
      Tags: tags('function'),
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
      Description: 'PostgreSQL',
    },
  },
  DatabaseSecurityGroup: {
    type: 'AWS::EC2::SecurityGroup',
    properties: {
      GroupName: `${prefix}-database`,
      GroupDescription: 'The transactions database: PostgreSQL from the processor, nothing out',
      VpcId: ref('Vpc'),
      SecurityGroupIngress: [
        {
          IpProtocol: 'tcp',
          FromPort: 5432,
          ToPort: 5432,
          SourceSecurityGroupId: ref('FunctionSecurityGroup'),
          Description: 'PostgreSQL from the processor',
        },
      ],
      SecurityGroupEgress: [],
      Tags: tags('database'),
    },
  },
  EndpointSecurityGroup: {
    type: 'AWS::EC2::SecurityGroup',
    properties: {
      GroupName: `${prefix}-endpoints`,
      GroupDescription: 'Interface endpoints: HTTPS from the processor, nothing out',
      VpcId: ref('Vpc'),
      SecurityGroupIngress: [
        {
          IpProtocol: 'tcp',
          FromPort: 443,
          ToPort: 443,
          SourceSecurityGroupId: ref('FunctionSecurityGroup'),
          Description: 'HTTPS from the processor',
        },
      ],
      SecurityGroupEgress: [],
      Tags: tags('endpoints'),
    },
  },

  SecretsEndpoint: {
    type: 'AWS::EC2::VPCEndpoint',
    properties: {
      VpcId: ref('Vpc'),
      ServiceName: sub('com.amazonaws.${AWS::Region}.secretsmanager'),
      VpcEndpointType: 'Interface',
      SubnetIds: [ref('PrivateSubnetA'), ref('PrivateSubnetB')],
      SecurityGroupIds: [ref('EndpointSecurityGroup')],
      PrivateDnsEnabled: true,
      Tags: tags('secretsmanager'),
    },
  },

  FlowLogGroup: {
    type: 'AWS::Logs::LogGroup',
    properties: {
      LogGroupName: `/aws/vpc/${prefix}/flow-logs`,
      RetentionInDays: 90,
      KmsKeyId: ref('Key.Arn'),
      Tags: tags(),
    },
  },
  FlowLogRole: {
    type: 'AWS::IAM::Role',
    properties: {
      RoleName: `${prefix}-flow-logs`,
      Description: 'VPC flow logs into their log group',
      AssumeRolePolicyDocument: trustIn('vpc-flow-logs.amazonaws.com'),
      Policies: [
        {
          PolicyName: 'write-flow-logs',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Action: [
                  'logs:CreateLogStream',
                  'logs:PutLogEvents',
                  'logs:DescribeLogGroups',
                  'logs:DescribeLogStreams',
                ],
                Resource: ref('FlowLogGroup.Arn'),
              },
            ],
          },
        },
      ],
      Tags: tags(),
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
      Tags: tags('flow-log'),
    },
  },
};

const outputs = {
  vpc_id: ref('Vpc'),
  vpc_cidr_block: '10.40.0.0/16',
  default_security_group_id: ref('Vpc.DefaultSecurityGroup'),
  default_network_acl_id: ref('Vpc.DefaultNetworkAcl'),
  availability_zones: ['us-east-1a', 'us-east-1b'],
  internet_gateway_id: ref('InternetGateway'),
  public_subnet_ids: [ref('PublicSubnetA'), ref('PublicSubnetB')],
  private_subnet_a_id: ref('PrivateSubnetA'),
  private_subnet_b_id: ref('PrivateSubnetB'),
  database_subnet_ids: [ref('DatabaseSubnetA'), ref('DatabaseSubnetB')],
  nat_gateway_a_id: ref('NatGatewayA'),
  nat_gateway_b_id: ref('NatGatewayB'),
  nat_eip_a_allocation_id: ref('NatAddressA.AllocationId'),
  nat_eip_b_allocation_id: ref('NatAddressB.AllocationId'),
  public_route_table_id: ref('PublicRouteTable'),
  private_route_table_a_id: ref('PrivateRouteTableA'),
  private_route_table_b_id: ref('PrivateRouteTableB'),
  database_route_table_id: ref('DatabaseRouteTable'),
  function_security_group_id: ref('FunctionSecurityGroup'),
  database_security_group_id: ref('DatabaseSecurityGroup'),
  endpoint_security_group_id: ref('EndpointSecurityGroup'),
  secretsmanager_endpoint_id: ref('SecretsEndpoint'),
  flow_log_id: ref('FlowLog'),
  flow_log_group_name: ref('FlowLogGroup'),
  flow_log_role_arn: ref('FlowLogRole.Arn'),
};

module.exports = { resources, outputs };
