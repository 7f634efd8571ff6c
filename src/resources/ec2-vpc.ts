import type { Subnet } from '@aws-sdk/client-ec2';
import { ec2 } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import type { VpcDns } from '../facets';
import type { AwsOf } from './shared/aws-of';
import { describeById } from './shared/describe-by-id';
import { flowLogsOf } from './shared/flow-logs';
import { tagMap } from './shared/tags';
import { vpcExitReads, vpcExitsOf } from './shared/vpc-exits';

// DescribeVpcs leaves the DNS settings out, and DescribeVpcAttribute tells one at a time.
const dnsReads = ['ec2:DescribeVpcAttribute'];

export const ec2Vpc = defineResource({
  type: 'AWS::EC2::VPC',
  label: 'VPC',
  sdk: ec2,
  reads: ['ec2:DescribeVpcs'],
  notFound: ['InvalidVpcID.NotFound'],
  factsOf: (aws, targets) =>
    describeById(targets, {
      read: (ids) => aws.list('DescribeVpcs', { Filters: [{ Name: 'vpc-id', Values: ids }] }, (page) => page.Vpcs),
      idOf: (vpc) => vpc.VpcId,
    }),
  config: {
    reads: dnsReads,
    read: async (vpc, aws) => {
      const { support, hostnames } = await dnsOf(told(vpc.VpcId, 'VpcId'), aws);
      return { ...vpc, EnableDnsSupport: support, EnableDnsHostnames: hostnames };
    },
  },
  facets: {
    identity: {
      fields: 'VpcId, OwnerId',
      read: (vpc, aws) => {
        const id = told(vpc.VpcId, 'VpcId');
        const owner = told(vpc.OwnerId, 'OwnerId');
        return { arn: `arn:${aws.partition}:ec2:${aws.region}:${owner}:vpc/${id}`, id };
      },
    },
    lifecycle: {
      fields: 'State',
      read: (vpc) => {
        const state = told(vpc.State, 'State');
        return { state, available: state === 'available' };
      },
    },
    // EC2 leaves Tags out where there are none.
    tags: { fields: 'Tags', read: (vpc) => tagMap(vpc.Tags ?? []) },
    cidr: {
      fields: 'CidrBlock, CidrBlockAssociationSet, Ipv6CidrBlockAssociationSet',
      read: (vpc) => {
        const more = (vpc.CidrBlockAssociationSet ?? [])
          .filter(({ CidrBlockState }) => CidrBlockState?.State === 'associated')
          .map(({ CidrBlock }) => told(CidrBlock, 'CidrBlockAssociationSet[].CidrBlock'));
        const six = (vpc.Ipv6CidrBlockAssociationSet ?? [])
          .filter(({ Ipv6CidrBlockState }) => Ipv6CidrBlockState?.State === 'associated')
          .map(({ Ipv6CidrBlock }) => told(Ipv6CidrBlock, 'Ipv6CidrBlockAssociationSet[].Ipv6CidrBlock'));
        return { blocks: [...new Set([told(vpc.CidrBlock, 'CidrBlock'), ...more, ...six])] };
      },
    },
    vpcDns: {
      fields: 'EnableDnsSupport, EnableDnsHostnames',
      reads: dnsReads,
      read: (vpc, aws) => dnsOf(told(vpc.VpcId, 'VpcId'), aws),
    },
    flowLogs: {
      fields: 'FlowLogs[].FlowLogStatus, FlowLogs[].TrafficType, FlowLogs[].DeliverLogsStatus',
      reads: ['ec2:DescribeFlowLogs'],
      read: (vpc, aws) => flowLogsOf(aws, told(vpc.VpcId, 'VpcId')),
    },
    vpcSubnets: {
      fields: 'Subnets[].SubnetId',
      reads: ['ec2:DescribeSubnets'],
      read: async (vpc, aws) => ({
        subnetIds: (await subnetsOf(told(vpc.VpcId, 'VpcId'), aws)).map(({ SubnetId }) => told(SubnetId, 'SubnetId')),
      }),
    },
    vpcEndpoints: {
      fields: 'VpcEndpoints[].{VpcEndpointId, ServiceName}',
      reads: ['ec2:DescribeVpcEndpoints'],
      read: async ({ VpcId }, aws) => {
        const Filters = [{ Name: 'vpc-id', Values: [told(VpcId, 'VpcId')] }];
        const endpoints = await aws.list('DescribeVpcEndpoints', { Filters }, (page) => page.VpcEndpoints);
        return {
          endpoints: endpoints
            // A server that does not know the filter answers with the endpoints of its neighbours.
            .filter((each) => each.VpcId === VpcId && !/^delet/i.test(told(each.State, 'VpcEndpoints[].State')))
            .map(({ VpcEndpointId, ServiceName }) => ({
              id: told(VpcEndpointId, 'VpcEndpoints[].VpcEndpointId'),
              service: told(ServiceName, 'VpcEndpoints[].ServiceName'),
            })),
        };
      },
    },
    vpcExits: {
      fields:
        'InternetGateways, EgressOnlyInternetGateways, NatGateways, VpnGateways, VpcPeeringConnections of the VPC',
      reads: vpcExitReads,
      read: (vpc, aws) => vpcExitsOf(aws, told(vpc.VpcId, 'VpcId')),
    },
    zones: {
      fields: 'Subnets[].AvailabilityZone of its subnets',
      reads: ['ec2:DescribeSubnets'],
      read: async (vpc, aws) => {
        const subnets = await subnetsOf(told(vpc.VpcId, 'VpcId'), aws);
        return {
          zones: [...new Set(subnets.map((subnet) => told(subnet.AvailabilityZone, 'AvailabilityZone')))].sort(),
        };
      },
    },
  },
});

async function dnsOf(VpcId: string, aws: AwsOf<typeof ec2>): Promise<VpcDns> {
  const [support, hostnames] = await Promise.all([
    aws.call('DescribeVpcAttribute', { VpcId, Attribute: 'enableDnsSupport' }),
    aws.call('DescribeVpcAttribute', { VpcId, Attribute: 'enableDnsHostnames' }),
  ]);
  return {
    support: told(support.EnableDnsSupport?.Value, 'EnableDnsSupport'),
    hostnames: told(hostnames.EnableDnsHostnames?.Value, 'EnableDnsHostnames'),
  };
}

function subnetsOf(VpcId: string, aws: AwsOf<typeof ec2>): Promise<Subnet[]> {
  return aws.list('DescribeSubnets', { Filters: [{ Name: 'vpc-id', Values: [VpcId] }] }, (page) => page.Subnets);
}
