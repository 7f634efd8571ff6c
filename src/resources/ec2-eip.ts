import { ec2 } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import type { AwsOf } from './shared/aws-of';
import { ec2Arn } from './shared/ec2-arn';
import { tagMap } from './shared/tags';

export const ec2Eip = defineResource({
  type: 'AWS::EC2::EIP',
  label: 'Elastic IP address',
  sdk: ec2,
  reads: ['ec2:DescribeAddresses'],
  notFound: ['InvalidAllocationID.NotFound', 'InvalidAddress.NotFound'],
  factsOf: async (aws, targets) => {
    const names = targets.map(({ id }) => id.slice(id.lastIndexOf('/') + 1));
    const isAllocation = (name: string) => name.startsWith('eipalloc-');
    const addresses = await Promise.all([
      describe(aws, 'allocation-id', names.filter(isAllocation)),
      describe(
        aws,
        'public-ip',
        names.filter((name) => !isAllocation(name)),
      ),
    ]);
    return names.map((name) =>
      addresses.flat().find(({ AllocationId, PublicIp }) => AllocationId === name || PublicIp === name),
    );
  },
  facets: {
    identity: {
      fields: 'AllocationId, PublicIp',
      read: async (address, aws) => {
        const id = told(address.AllocationId, 'AllocationId');
        return {
          arn: ec2Arn(aws, await aws.account(), 'elastic-ip', id),
          id,
          name: told(address.PublicIp, 'PublicIp'),
        };
      },
    },
    lifecycle: { fields: 'AllocationId', read: () => ({ available: true }) },
    // EC2 leaves Tags out where there are none.
    tags: { fields: 'Tags', read: (address) => tagMap(address.Tags ?? []) },
    ipAddresses: {
      fields: 'PublicIp, PrivateIpAddress, AllocationId',
      read: (address) => ({
        public: [told(address.PublicIp, 'PublicIp')],
        private: address.PrivateIpAddress ? [address.PrivateIpAddress] : [],
        allocationIds: [told(address.AllocationId, 'AllocationId')],
      }),
    },
    attachments: {
      fields: 'InstanceId, NetworkInterfaceId, AssociationId',
      // An address of a NAT gateway or a load balancer names their network interface alone.
      read: ({ InstanceId, NetworkInterfaceId, AssociationId }) => ({
        attachments: [InstanceId, NetworkInterfaceId]
          .filter((to) => AssociationId && to)
          .map((to) => ({ to: String(to), state: 'associated', ready: true })),
      }),
    },
  },
});

async function describe(aws: AwsOf<typeof ec2>, filter: 'allocation-id' | 'public-ip', values: string[]) {
  if (values.length === 0) return [];
  const Filters = [{ Name: filter, Values: [...new Set(values)] }];
  return told((await aws.call('DescribeAddresses', { Filters })).Addresses, 'Addresses');
}
