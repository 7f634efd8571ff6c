import type { NatGateway } from '@aws-sdk/client-ec2';
import { ec2 } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import type { AwsOf } from './shared/aws-of';
import { describeById } from './shared/describe-by-id';
import { ec2Arn } from './shared/ec2-arn';
import { zonesOfSubnets } from './shared/subnet-placement';
import { tagMap } from './shared/tags';

export const ec2NatGateway = defineResource({
  type: 'AWS::EC2::NatGateway',
  label: 'NAT gateway',
  sdk: ec2,
  reads: ['ec2:DescribeNatGateways'],
  notFound: ['NatGatewayNotFound', 'InvalidNatGatewayID.NotFound'],
  factsOf: (aws, targets) =>
    describeById(targets, {
      read: (ids) =>
        aws.list(
          'DescribeNatGateways',
          { Filter: [{ Name: 'nat-gateway-id', Values: ids }] },
          (page) => page.NatGateways,
        ),
      // A deleted gateway is listed for about an hour after it is gone.
      idOf: ({ NatGatewayId, State }) => (State === 'deleted' ? undefined : NatGatewayId),
    }),
  facets: {
    identity: {
      fields: 'NatGatewayId',
      read: async (gateway, aws) => {
        const id = told(gateway.NatGatewayId, 'NatGatewayId');
        return { arn: ec2Arn(aws, await aws.account(), 'natgateway', id), id };
      },
    },
    lifecycle: {
      fields: 'State, FailureMessage',
      read: (gateway) => {
        const state = told(gateway.State, 'State');
        return { state, available: state === 'available', reason: gateway.FailureMessage || undefined };
      },
    },
    // EC2 leaves Tags out where there are none.
    tags: { fields: 'Tags', read: (gateway) => tagMap(gateway.Tags ?? []) },
    networkPlacement: {
      fields: 'VpcId, SubnetId',
      read: (gateway) => ({
        vpcId: told(gateway.VpcId, 'VpcId'),
        subnetIds: isRegional(gateway) ? [] : [told(gateway.SubnetId, 'SubnetId')],
        securityGroupIds: [],
      }),
    },
    ipAddresses: {
      fields: 'NatGatewayAddresses[].PublicIp, NatGatewayAddresses[].PrivateIp, NatGatewayAddresses[].AllocationId',
      read: (gateway) => {
        const addresses = told(gateway.NatGatewayAddresses, 'NatGatewayAddresses');
        const valuesOf = (field: 'PublicIp' | 'PrivateIp' | 'AllocationId') =>
          addresses.flatMap((address) => address[field] || []);
        return {
          public: valuesOf('PublicIp'),
          private: valuesOf('PrivateIp'),
          allocationIds: valuesOf('AllocationId'),
        };
      },
    },
    zones: {
      fields: 'AvailabilityZone of its subnet; NatGatewayAddresses[].AvailabilityZone of a regional gateway',
      reads: ['ec2:DescribeSubnets'],
      read: async (gateway, aws) => ({ zones: await zonesOf(gateway, aws) }),
    },
    availability: {
      fields: 'AvailabilityMode, AvailabilityZone of its subnet',
      reads: ['ec2:DescribeSubnets'],
      read: async (gateway, aws) => {
        const zones = (await zonesOf(gateway, aws)).join(', ');
        return isRegional(gateway)
          ? { multiAz: true, detail: `a regional NAT gateway${zones && `, now in ${zones}`}` }
          : { multiAz: false, detail: `a NAT gateway in one zone, ${zones}` };
      },
    },
  },
});

/** A regional gateway spans the zones of its VPC and sits in no subnet. */
function isRegional({ AvailabilityMode }: NatGateway): boolean {
  return AvailabilityMode === 'regional';
}

async function zonesOf(gateway: NatGateway, aws: AwsOf<typeof ec2>): Promise<string[]> {
  if (!isRegional(gateway)) return zonesOfSubnets([told(gateway.SubnetId, 'SubnetId')], aws);
  const zones = told(gateway.NatGatewayAddresses, 'NatGatewayAddresses').map((address) => address.AvailabilityZone);
  return [...new Set(zones.filter((zone) => zone !== undefined))].sort();
}
