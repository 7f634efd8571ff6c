import type { VpcPeeringConnectionVpcInfo } from '@aws-sdk/client-ec2';
import { ec2 } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import type { PeeredVpc } from '../facets';
import { describeById } from './shared/describe-by-id';
import { ec2Arn } from './shared/ec2-arn';
import { tagMap } from './shared/tags';

export const ec2VpcPeeringConnection = defineResource({
  type: 'AWS::EC2::VPCPeeringConnection',
  label: 'VPC peering connection',
  sdk: ec2,
  reads: ['ec2:DescribeVpcPeeringConnections'],
  notFound: ['InvalidVpcPeeringConnectionID.NotFound'],
  factsOf: (aws, targets) =>
    describeById(targets, {
      read: (ids) =>
        aws.list(
          'DescribeVpcPeeringConnections',
          { Filters: [{ Name: 'vpc-peering-connection-id', Values: ids }] },
          (page) => page.VpcPeeringConnections,
        ),
      // A deleted connection is listed for two hours after it is gone.
      idOf: ({ VpcPeeringConnectionId, Status }) => (Status?.Code === 'deleted' ? undefined : VpcPeeringConnectionId),
    }),
  facets: {
    identity: {
      fields: 'VpcPeeringConnectionId',
      read: async (connection, aws) => {
        const id = told(connection.VpcPeeringConnectionId, 'VpcPeeringConnectionId');
        return { arn: ec2Arn(aws, await aws.account(), 'vpc-peering-connection', id), id };
      },
    },
    lifecycle: {
      fields: 'Status.Code, Status.Message',
      read: ({ Status }) => {
        const state = told(Status?.Code, 'Status.Code');
        return { state, available: state === 'active', reason: Status?.Message || undefined };
      },
    },
    // EC2 leaves Tags out where there are none.
    tags: { fields: 'Tags', read: (connection) => tagMap(connection.Tags ?? []) },
    peering: {
      fields: 'RequesterVpcInfo, AccepterVpcInfo',
      read: ({ RequesterVpcInfo, AccepterVpcInfo }, aws) => ({
        requester: peer(told(RequesterVpcInfo, 'RequesterVpcInfo'), aws.region),
        accepter: peer(told(AccepterVpcInfo, 'AccepterVpcInfo'), aws.region),
      }),
    },
  },
});

function peer(info: VpcPeeringConnectionVpcInfo, region: string): PeeredVpc {
  const blocks = (info.CidrBlockSet ?? []).map(({ CidrBlock }) => CidrBlock);
  return {
    vpcId: told(info.VpcId, 'VpcInfo.VpcId'),
    account: told(info.OwnerId, 'VpcInfo.OwnerId'),
    region: info.Region ?? region,
    // The ranges of the other side are told only once the connection is active.
    cidrs: [...new Set([info.CidrBlock, ...blocks].filter((block) => block !== undefined))],
  };
}
