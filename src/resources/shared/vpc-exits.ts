import type { ec2 } from '../../aws/sdk';
import { told } from '../../engine/unjudged';
import type { VpcExit, VpcExits } from '../../facets';
import type { AwsOf } from './aws-of';

type Ec2 = AwsOf<typeof ec2>;

/** What `vpcExitsOf` calls, as IAM actions. */
export const vpcExitReads = [
  'ec2:DescribeInternetGateways',
  'ec2:DescribeEgressOnlyInternetGateways',
  'ec2:DescribeNatGateways',
  'ec2:DescribeVpnGateways',
  'ec2:DescribeVpcPeeringConnections',
];

/** Whatever leads out of a VPC. */
export async function vpcExitsOf(aws: Ec2, vpcId: string): Promise<VpcExits> {
  const exits = await Promise.all([
    internetGateways(aws, vpcId),
    egressOnlyGateways(aws, vpcId),
    natGateways(aws, vpcId),
    vpnGateways(aws, vpcId),
    peerings(aws, vpcId, 'requester'),
    peerings(aws, vpcId, 'accepter'),
  ]);
  return { exits: exits.flat() };
}

async function internetGateways(aws: Ec2, vpcId: string): Promise<VpcExit[]> {
  const Filters = [{ Name: 'attachment.vpc-id', Values: [vpcId] }];
  const gateways = await aws.list('DescribeInternetGateways', { Filters }, (page) => page.InternetGateways);
  return gateways.map(({ InternetGatewayId: id }) => ({
    kind: 'internet gateway',
    id: told(id, 'InternetGateways[].InternetGatewayId'),
  }));
}

/** EC2 cannot search these by their VPC. */
async function egressOnlyGateways(aws: Ec2, vpcId: string): Promise<VpcExit[]> {
  const gateways = await aws.list('DescribeEgressOnlyInternetGateways', {}, (page) => page.EgressOnlyInternetGateways);
  return gateways
    .filter(({ Attachments = [] }) => Attachments.some(({ VpcId }) => VpcId === vpcId))
    .map(({ EgressOnlyInternetGatewayId: id }) => ({
      kind: 'egress-only internet gateway',
      id: told(id, 'EgressOnlyInternetGateways[].EgressOnlyInternetGatewayId'),
    }));
}

async function natGateways(aws: Ec2, vpcId: string): Promise<VpcExit[]> {
  const Filter = [{ Name: 'vpc-id', Values: [vpcId] }];
  const gateways = await aws.list('DescribeNatGateways', { Filter }, (page) => page.NatGateways);
  // A gateway stays in the list for about an hour after it is gone.
  return gateways
    .filter(({ State }) => !['deleted', 'failed'].includes(told(State, 'NatGateways[].State')))
    .map(({ NatGatewayId: id }) => ({ kind: 'nat gateway', id: told(id, 'NatGateways[].NatGatewayId') }));
}

async function vpnGateways(aws: Ec2, vpcId: string): Promise<VpcExit[]> {
  const Filters = [{ Name: 'attachment.vpc-id', Values: [vpcId] }];
  const { VpnGateways } = await aws.call('DescribeVpnGateways', { Filters });
  return told(VpnGateways, 'VpnGateways')
    .filter(({ VpcAttachments = [] }) =>
      VpcAttachments.some(({ VpcId, State }) => VpcId === vpcId && State !== 'detached'),
    )
    .map(({ VpnGatewayId: id }) => ({ kind: 'virtual private gateway', id: told(id, 'VpnGateways[].VpnGatewayId') }));
}

async function peerings(aws: Ec2, vpcId: string, side: 'requester' | 'accepter'): Promise<VpcExit[]> {
  const Filters = [{ Name: `${side}-vpc-info.vpc-id`, Values: [vpcId] }];
  const found = await aws.list('DescribeVpcPeeringConnections', { Filters }, (page) => page.VpcPeeringConnections);
  // Only these lead anywhere, or will once the other side accepts.
  return found
    .filter(({ Status }) =>
      ['active', 'initiating-request', 'pending-acceptance', 'provisioning'].includes(
        told(Status?.Code, 'VpcPeeringConnections[].Status.Code'),
      ),
    )
    .map(({ VpcPeeringConnectionId: id }) => ({
      kind: 'vpc peering connection',
      id: told(id, 'VpcPeeringConnections[].VpcPeeringConnectionId'),
    }));
}
