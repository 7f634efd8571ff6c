import { ec2 } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { describeById } from './shared/describe-by-id';
import { tagMap } from './shared/tags';

export const ec2TransitGateway = defineResource({
  type: 'AWS::EC2::TransitGateway',
  label: 'transit gateway',
  sdk: ec2,
  reads: ['ec2:DescribeTransitGateways'],
  notFound: ['InvalidTransitGatewayID.NotFound'],
  factsOf: (aws, targets) =>
    describeById(targets, {
      read: (ids) =>
        aws.list(
          'DescribeTransitGateways',
          { Filters: [{ Name: 'transit-gateway-id', Values: ids }] },
          (page) => page.TransitGateways,
        ),
      idOf: ({ TransitGatewayId, State }) => (State === 'deleted' ? undefined : TransitGatewayId),
    }),
  facets: {
    identity: {
      fields: 'TransitGatewayArn, TransitGatewayId',
      read: (gateway) => ({
        arn: told(gateway.TransitGatewayArn, 'TransitGatewayArn'),
        id: told(gateway.TransitGatewayId, 'TransitGatewayId'),
      }),
    },
    lifecycle: {
      fields: 'State',
      read: (gateway) => {
        const state = told(gateway.State, 'State');
        return { state, available: state === 'available' };
      },
    },
    // EC2 leaves Tags out where there are none.
    tags: { fields: 'Tags', read: (gateway) => tagMap(gateway.Tags ?? []) },
    attachments: {
      fields: 'TransitGatewayAttachments[].ResourceId, TransitGatewayAttachments[].State',
      reads: ['ec2:DescribeTransitGatewayAttachments'],
      read: async (gateway, aws) => {
        const id = told(gateway.TransitGatewayId, 'TransitGatewayId');
        const attached = await aws.list(
          'DescribeTransitGatewayAttachments',
          { Filters: [{ Name: 'transit-gateway-id', Values: [id] }] },
          (page) => page.TransitGatewayAttachments,
        );
        return {
          attachments: attached
            .filter(({ TransitGatewayId, State }) => TransitGatewayId === id && State !== 'deleted')
            .map((attachment) => {
              const state = told(attachment.State, 'TransitGatewayAttachments[].State');
              const to = told(attachment.ResourceId, 'TransitGatewayAttachments[].ResourceId');
              return { to, state, ready: state === 'available' };
            }),
        };
      },
    },
  },
});
