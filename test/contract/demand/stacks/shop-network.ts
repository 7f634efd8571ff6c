import { DeleteNatGatewayCommand } from '@aws-sdk/client-ec2';
import { ref } from '../../../../deploy';
import type { Topic } from '../row';

const subnet = (vpc: string, CidrBlock: string, AvailabilityZone: string, more: object = {}) => ({
  type: 'AWS::EC2::Subnet',
  properties: { VpcId: ref(vpc), CidrBlock, AvailabilityZone, ...more },
});
const group = (vpc: string, GroupDescription: string, rules: object) => ({
  type: 'AWS::EC2::SecurityGroup',
  properties: { VpcId: ref(vpc), GroupDescription, ...rules },
});
const routeTable = { type: 'AWS::EC2::RouteTable', properties: { VpcId: ref('ShopVpc') } };
const route = (table: string, target: object, ...dependsOn: string[]) => ({
  type: 'AWS::EC2::Route',
  properties: { RouteTableId: ref(table), DestinationCidrBlock: '0.0.0.0/0', ...target },
  dependsOn,
});
const association = (table: string, of: string) => ({
  type: 'AWS::EC2::SubnetRouteTableAssociation',
  properties: { SubnetId: ref(of), RouteTableId: ref(table) },
});
const tcp = (port: number, peer: object) => ({ IpProtocol: 'tcp', FromPort: port, ToPort: port, ...peer });

const gateways = {
  ShopGateway: { type: 'AWS::EC2::InternetGateway' },
  ShopAddress: { type: 'AWS::EC2::EIP', properties: { Domain: 'vpc' } },
  ShopNatGateway: {
    type: 'AWS::EC2::NatGateway',
    properties: { SubnetId: ref('FrontSubnetA'), AllocationId: ref('ShopAddress.AllocationId') },
  },
  FrontRouteTable: routeTable,
  BackRouteTable: routeTable,
};
const outputs = {
  ShopVpcId: ref('ShopVpc'),
  ShopFrontSubnetId: ref('FrontSubnetA'),
  ShopBackSubnetId: ref('BackSubnetA'),
  ShopOtherBackSubnetId: ref('BackSubnetB'),
  ShopGatewayId: ref('ShopGateway'),
  ShopNatGatewayId: ref('ShopNatGateway'),
  FrontRouteTableId: ref('FrontRouteTable'),
  BackRouteTableId: ref('BackRouteTable'),
  WebSecurityGroupId: ref('WebSecurityGroup'),
  StoreSecurityGroupId: ref('StoreSecurityGroup'),
  ShopSubnetGroupName: ref('ShopSubnetGroup'),
};

/** A VPC with two tiers, and one that lacks nearly everything while its subnets and groups lie in another. */
export const shopNetwork: Topic = {
  on: ['ministack', 'moto'],
  healthy: {
    resources: {
      ...gateways,
      ShopVpc: {
        type: 'AWS::EC2::VPC',
        properties: { CidrBlock: '10.40.0.0/16', EnableDnsSupport: true, EnableDnsHostnames: true },
      },
      FrontSubnetA: subnet('ShopVpc', '10.40.0.0/24', 'us-east-1a', { MapPublicIpOnLaunch: true }),
      FrontSubnetB: subnet('ShopVpc', '10.40.1.0/24', 'us-east-1b', { MapPublicIpOnLaunch: true }),
      BackSubnetA: subnet('ShopVpc', '10.40.10.0/24', 'us-east-1a'),
      BackSubnetB: subnet('ShopVpc', '10.40.11.0/24', 'us-east-1b'),
      ShopGatewayAttachment: {
        type: 'AWS::EC2::VPCGatewayAttachment',
        properties: { VpcId: ref('ShopVpc'), InternetGatewayId: ref('ShopGateway') },
      },
      FrontRoute: route('FrontRouteTable', { GatewayId: ref('ShopGateway') }, 'ShopGatewayAttachment'),
      BackRoute: route('BackRouteTable', { NatGatewayId: ref('ShopNatGateway') }),
      FrontAssociationA: association('FrontRouteTable', 'FrontSubnetA'),
      FrontAssociationB: association('FrontRouteTable', 'FrontSubnetB'),
      BackAssociationA: association('BackRouteTable', 'BackSubnetA'),
      BackAssociationB: association('BackRouteTable', 'BackSubnetB'),
      WebSecurityGroup: group('ShopVpc', 'The load balancer', {
        SecurityGroupIngress: [tcp(443, { CidrIp: '0.0.0.0/0' })],
        SecurityGroupEgress: [tcp(443, { CidrIp: '0.0.0.0/0' })],
      }),
      StoreSecurityGroup: group('ShopVpc', 'The store, for the load balancer', {
        SecurityGroupIngress: [tcp(5432, { SourceSecurityGroupId: ref('WebSecurityGroup') })],
      }),
      ShopSubnetGroup: {
        type: 'AWS::RDS::DBSubnetGroup',
        properties: {
          DBSubnetGroupDescription: 'two zones of the shop',
          SubnetIds: [ref('BackSubnetA'), ref('BackSubnetB')],
        },
      },
      ShopFlowLogGroup: { type: 'AWS::Logs::LogGroup' },
      ShopFlowLog: {
        type: 'AWS::EC2::FlowLog',
        properties: {
          ResourceId: ref('ShopVpc'),
          ResourceType: 'VPC',
          TrafficType: 'ALL',
          LogDestinationType: 'cloud-watch-logs',
          LogGroupName: ref('ShopFlowLogGroup'),
          DeliverLogsPermissionArn: ref('Role.Arn'),
        },
      },
    },
    outputs,
  },
  broken: {
    resources: {
      ...gateways,
      ShopVpc: {
        type: 'AWS::EC2::VPC',
        properties: { CidrBlock: '10.50.0.0/16', EnableDnsSupport: false, EnableDnsHostnames: false },
      },
      StrayVpc: { type: 'AWS::EC2::VPC', properties: { CidrBlock: '10.60.0.0/16' } },
      FrontSubnetA: subnet('StrayVpc', '10.60.0.0/24', 'us-east-1a'),
      FrontSubnetB: subnet('StrayVpc', '10.60.1.0/24', 'us-east-1b'),
      BackSubnetA: subnet('StrayVpc', '10.60.10.0/24', 'us-east-1a'),
      BackSubnetB: subnet('StrayVpc', '10.60.11.0/24', 'us-east-1b'),
      // The gateway is there and leads nowhere.
      WebSecurityGroup: group('StrayVpc', 'Nobody', {
        SecurityGroupEgress: [tcp(443, { CidrIp: '10.60.0.0/16' })],
      }),
      StoreSecurityGroup: group('StrayVpc', 'The store, for some addresses', {
        SecurityGroupIngress: [tcp(5432, { CidrIp: '10.60.0.0/16' })],
      }),
      ShopSubnetGroup: {
        type: 'AWS::RDS::DBSubnetGroup',
        properties: { DBSubnetGroupDescription: 'one zone elsewhere', SubnetIds: [ref('FrontSubnetA')] },
      },
    },
    outputs,
  },
  afterwards: (_healthy, broken) =>
    broken.client('ec2').send(new DeleteNatGatewayCommand({ NatGatewayId: String(broken.outputs.ShopNatGatewayId) })),
};
