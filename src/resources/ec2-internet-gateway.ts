import { ec2 } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { describeById } from './shared/describe-by-id';
import { ec2Arn } from './shared/ec2-arn';
import { tagMap } from './shared/tags';

export const ec2InternetGateway = defineResource({
  type: 'AWS::EC2::InternetGateway',
  label: 'internet gateway',
  sdk: ec2,
  reads: ['ec2:DescribeInternetGateways'],
  notFound: ['InvalidInternetGatewayID.NotFound'],
  factsOf: (aws, targets) =>
    describeById(targets, {
      read: (ids) =>
        aws.list(
          'DescribeInternetGateways',
          { Filters: [{ Name: 'internet-gateway-id', Values: ids }] },
          (page) => page.InternetGateways,
        ),
      idOf: (gateway) => gateway.InternetGatewayId,
    }),
  facets: {
    identity: {
      fields: 'InternetGatewayId, OwnerId',
      read: async (gateway, aws) => {
        const id = told(gateway.InternetGatewayId, 'InternetGatewayId');
        return { arn: ec2Arn(aws, gateway.OwnerId ?? (await aws.account()), 'internet-gateway', id), id };
      },
    },
    lifecycle: {
      fields: 'Attachments[].State',
      read: ({ Attachments = [] }) => {
        const state = Attachments[0] ? told(Attachments[0].State, 'Attachments[].State') : 'detached';
        const available = isReady(state);
        return { state, available, ...(!available && { reason: 'it is attached to no VPC' }) };
      },
    },
    // EC2 leaves Tags out where there are none.
    tags: { fields: 'Tags', read: (gateway) => tagMap(gateway.Tags ?? []) },
    networkPlacement: {
      fields: 'Attachments[].VpcId',
      read: ({ Attachments = [] }) => ({ vpcId: Attachments[0]?.VpcId, subnetIds: [], securityGroupIds: [] }),
    },
    attachments: {
      fields: 'Attachments[].VpcId, Attachments[].State',
      read: ({ Attachments = [] }) => ({
        attachments: Attachments.map((attachment) => {
          const state = told(attachment.State, 'Attachments[].State');
          return { to: told(attachment.VpcId, 'Attachments[].VpcId'), state, ready: isReady(state) };
        }),
      }),
    },
  },
});

/** The API documents `attached` and says `available`. */
function isReady(state: string): boolean {
  return state === 'available' || state === 'attached';
}
