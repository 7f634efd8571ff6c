// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them
import { ref, sub } from '../../../../deploy';
import type { Topic } from '../row';

const associatedSubnet = (CidrBlock: string) => ({
  type: 'AWS::EC2::Subnet',
  properties: { VpcId: ref('Vpc'), CidrBlock, AvailabilityZone: 'us-east-1c' },
});
const balancer = {
  type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  properties: {
    Name: sub('${AWS::StackName}-inner'),
    Scheme: 'internal',
    Subnets: [ref('PrivateSubnetA'), ref('PrivateSubnetB')],
  },
};
const targets = {
  type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
  properties: {
    Name: sub('${AWS::StackName}-inner'),
    Protocol: 'HTTP',
    Port: 80,
    VpcId: ref('Vpc'),
    TargetType: 'ip',
  },
};
const listener = (action: object) => ({
  type: 'AWS::ElasticLoadBalancingV2::Listener',
  properties: { LoadBalancerArn: ref('InnerBalancer'), Port: 80, Protocol: 'HTTP', DefaultActions: [action] },
});
const outputs = {
  OuterNatGatewayId: ref('OuterNatGateway'),
  OuterAllocationId: ref('OuterAddress.AllocationId'),
  InnerRouteTableId: ref('InnerRouteTable'),
  InnerSubnetId: ref('InnerSubnet'),
  InnerLoadBalancerArn: ref('InnerBalancer'),
  InnerTargetGroupArn: ref('InnerTargets'),
  InnerListenerArn: ref('InnerListener'),
};

/** Ways in and out of a VPC: NAT gateway, route table, load balancer. */
export const gateway: Topic = {
  on: ['moto'],
  healthy: {
    resources: {
      OuterAddress: { type: 'AWS::EC2::EIP', properties: { Domain: 'vpc' } },
      OuterNatGateway: {
        type: 'AWS::EC2::NatGateway',
        properties: { SubnetId: ref('PublicSubnet'), AllocationId: ref('OuterAddress.AllocationId') },
      },
      InnerSubnet: associatedSubnet('10.20.200.0/24'),
      InnerRouteTable: { type: 'AWS::EC2::RouteTable', properties: { VpcId: ref('Vpc') } },
      InnerAssociation: {
        type: 'AWS::EC2::SubnetRouteTableAssociation',
        properties: { SubnetId: ref('InnerSubnet'), RouteTableId: ref('InnerRouteTable') },
      },
      InnerBalancer: balancer,
      InnerTargets: targets,
      InnerListener: listener({ Type: 'forward', TargetGroupArn: ref('InnerTargets') }),
    },
    outputs,
  },
  broken: {
    resources: {
      OuterAddress: { type: 'AWS::EC2::EIP', properties: { Domain: 'vpc' } },
      OuterNatGateway: {
        type: 'AWS::EC2::NatGateway',
        properties: { SubnetId: ref('PrivateSubnetA'), ConnectivityType: 'private' },
      },
      InnerSubnet: associatedSubnet('10.30.200.0/24'),
      InnerRouteTable: { type: 'AWS::EC2::RouteTable', properties: { VpcId: ref('Vpc') } },
      InnerBalancer: balancer,
      InnerTargets: targets,
      InnerListener: listener({
        Type: 'fixed-response',
        FixedResponseConfig: { StatusCode: '503', ContentType: 'text/plain', MessageBody: 'down' },
      }),
    },
    outputs,
  },
};
