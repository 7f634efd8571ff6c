import { ec2 } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { describeById } from './shared/describe-by-id';
import { tagMap } from './shared/tags';

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
    // DescribeVpcs leaves the DNS settings out, and DescribeVpcAttribute tells one at a time.
    reads: ['ec2:DescribeVpcAttribute'],
    read: async (vpc, aws) => {
      const VpcId = told(vpc.VpcId, 'VpcId');
      const [support, hostnames] = await Promise.all([
        aws.call('DescribeVpcAttribute', { VpcId, Attribute: 'enableDnsSupport' }),
        aws.call('DescribeVpcAttribute', { VpcId, Attribute: 'enableDnsHostnames' }),
      ]);
      return {
        ...vpc,
        EnableDnsSupport: told(support.EnableDnsSupport?.Value, 'EnableDnsSupport'),
        EnableDnsHostnames: told(hostnames.EnableDnsHostnames?.Value, 'EnableDnsHostnames'),
      };
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
    zones: {
      fields: 'Subnets[].AvailabilityZone of its subnets',
      reads: ['ec2:DescribeSubnets'],
      read: async (vpc, aws) => {
        const Filters = [{ Name: 'vpc-id', Values: [told(vpc.VpcId, 'VpcId')] }];
        const subnets = await aws.list('DescribeSubnets', { Filters }, (page) => page.Subnets);
        return {
          zones: [...new Set(subnets.map((subnet) => told(subnet.AvailabilityZone, 'AvailabilityZone')))].sort(),
        };
      },
    },
  },
});
