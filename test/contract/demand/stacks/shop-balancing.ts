import { ref } from '../../../../deploy';
import type { Topic } from '../row';

const outputs = {
  ShopBalancerArn: ref('ShopBalancer'),
  ShopTargetGroupArn: ref('ShopTargetGroup'),
  ShopListenerArn: ref('ShopListener'),
};
const listener = (Protocol: string, Port: number) => ({
  type: 'AWS::ElasticLoadBalancingV2::Listener',
  properties: {
    LoadBalancerArn: ref('ShopBalancer'),
    Protocol,
    Port,
    DefaultActions: [{ Type: 'forward', TargetGroupArn: ref('ShopTargetGroup') }],
  },
});

/** A load balancer for the web, and one of another kind within the network. */
export const shopBalancing: Topic = {
  on: ['ministack', 'moto'],
  healthy: {
    resources: {
      ShopBalancer: {
        type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
        properties: {
          Type: 'application',
          Scheme: 'internet-facing',
          Subnets: [ref('FrontSubnetA'), ref('FrontSubnetB')],
          SecurityGroups: [ref('WebSecurityGroup')],
        },
      },
      ShopTargetGroup: {
        type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
        properties: {
          Protocol: 'HTTP',
          Port: 8080,
          TargetType: 'instance',
          VpcId: ref('ShopVpc'),
          HealthCheckPath: '/health',
          HealthCheckProtocol: 'HTTP',
          HealthCheckIntervalSeconds: 15,
          HealthCheckTimeoutSeconds: 5,
          HealthyThresholdCount: 2,
          UnhealthyThresholdCount: 3,
          Matcher: { HttpCode: '200' },
          Targets: [{ Id: ref('ShopInstance') }],
        },
      },
      ShopListener: listener('HTTP', 80),
    },
    outputs: { ...outputs, ShopBalancerDnsName: ref('ShopBalancer.DNSName') },
  },
  broken: {
    resources: {
      ShopBalancer: {
        type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
        properties: { Type: 'network', Scheme: 'internal', Subnets: [ref('FrontSubnetA')] },
      },
      ShopTargetGroup: {
        type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
        properties: { Protocol: 'TCP', Port: 9000, TargetType: 'ip', VpcId: ref('StrayVpc') },
      },
      ShopListener: listener('TCP', 9000),
    },
    // The output of a deployment before this one.
    outputs: { ...outputs, ShopBalancerDnsName: 'broken-shop-1234567890.us-east-1.elb.amazonaws.com' },
  },
};
