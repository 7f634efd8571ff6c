import { ec2 } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { notApplicable, told } from '../engine/unjudged';
import { ec2Arn } from './shared/ec2-arn';
import { attachedPolicy } from './shared/policy';
import { zonesOfSubnets } from './shared/subnet-placement';
import { tagMap } from './shared/tags';

export const ec2VpcEndpoint = defineResource({
  type: 'AWS::EC2::VPCEndpoint',
  label: 'VPC endpoint',
  sdk: ec2,
  reads: ['ec2:DescribeVpcEndpoints'],
  notFound: ['InvalidVpcEndpointId.NotFound'],
  // One at a time: a list of ids fails as a whole where one does not exist, and compatible servers know no filter by id.
  facts: async (aws, { id }) => {
    const endpointId = id.slice(id.lastIndexOf('/') + 1);
    const endpoints = await aws.list(
      'DescribeVpcEndpoints',
      { VpcEndpointIds: [endpointId] },
      (page) => page.VpcEndpoints,
    );
    return endpoints.find(
      ({ VpcEndpointId, State }) => VpcEndpointId === endpointId && State?.toLowerCase() !== 'deleted',
    );
  },
  facets: {
    identity: {
      fields: 'VpcEndpointId, OwnerId',
      read: async (endpoint, aws) => {
        const id = told(endpoint.VpcEndpointId, 'VpcEndpointId');
        return { arn: ec2Arn(aws, endpoint.OwnerId ?? (await aws.account()), 'vpc-endpoint', id), id };
      },
    },
    lifecycle: {
      fields: 'State, LastError.Message',
      read: (endpoint) => {
        // The model spells the states with a capital, the service without.
        const state = told(endpoint.State, 'State').replace(/^./, (first) => first.toLowerCase());
        const reason = endpoint.LastError?.Message ?? endpoint.FailureReason;
        return { state, available: state === 'available', reason: reason || undefined };
      },
    },
    // EC2 leaves Tags out where there are none.
    tags: { fields: 'Tags', read: (endpoint) => tagMap(endpoint.Tags ?? []) },
    networkPlacement: {
      fields: 'VpcId, SubnetIds, Groups[].GroupId',
      read: ({ VpcId, SubnetIds = [], Groups = [] }) => ({
        vpcId: told(VpcId, 'VpcId'),
        subnetIds: [...SubnetIds],
        securityGroupIds: Groups.map(({ GroupId }) => told(GroupId, 'Groups[].GroupId')),
      }),
    },
    endpointService: {
      fields: 'ServiceName, VpcEndpointType, PrivateDnsEnabled',
      read: ({ ServiceName, VpcEndpointType, PrivateDnsEnabled }) => ({
        name: told(ServiceName, 'ServiceName'),
        type: told(VpcEndpointType, 'VpcEndpointType'),
        // Endpoints that are not of the interface kind leave it out.
        privateDns: PrivateDnsEnabled === true,
      }),
    },
    subnetAssociations: {
      fields: 'RouteTableIds, SubnetIds',
      read: ({ RouteTableIds = [], SubnetIds = [] }) => ({ ids: [...RouteTableIds, ...SubnetIds], byDefault: false }),
    },
    zones: {
      fields: 'SubnetIds and the AvailabilityZone of each',
      reads: ['ec2:DescribeSubnets'],
      read: async (endpoint, aws) => {
        const { VpcEndpointType, SubnetIds = [] } = endpoint;
        if (VpcEndpointType === 'Gateway') throw notApplicable('A gateway endpoint serves every zone of its region.');
        return { zones: await zonesOfSubnets(SubnetIds, aws) };
      },
    },
    resourcePolicy: {
      fields: 'PolicyDocument',
      read: async (endpoint, aws) => {
        const owner = endpoint.OwnerId ?? (await aws.account());
        const arn = ec2Arn(aws, owner, 'vpc-endpoint', told(endpoint.VpcEndpointId, 'VpcEndpointId'));
        return attachedPolicy(arn, endpoint.PolicyDocument);
      },
    },
  },
});
