import type { Route, RouteTable } from '@aws-sdk/client-ec2';
import { told } from '../../engine/unjudged';
import type { RouteTargetKind, TableRoute } from '../../facets';

/** Routes of a table in the words of people. */
export function tableRoutes(table: RouteTable): TableRoute[] {
  return told(table.Routes, 'Routes').map(tableRoute);
}

function tableRoute(route: Route): TableRoute {
  const { DestinationCidrBlock, DestinationIpv6CidrBlock, DestinationPrefixListId } = route;
  return {
    destination: told(
      DestinationCidrBlock || DestinationIpv6CidrBlock || DestinationPrefixListId || undefined,
      'Routes[].DestinationCidrBlock',
    ),
    ...next(route),
    // A route stays in the table, as a blackhole, when what it led to is gone.
    active: route.State !== 'blackhole',
    propagated: route.Origin === 'EnableVgwRoutePropagation',
  };
}

function next(route: Route): { kind: RouteTargetKind; target: string } {
  const { GatewayId } = route;
  if (GatewayId) return { kind: gatewayKind(GatewayId), target: GatewayId };
  const named: [RouteTargetKind, string | undefined][] = [
    ['nat gateway', route.NatGatewayId],
    ['transit gateway', route.TransitGatewayId],
    ['vpc peering connection', route.VpcPeeringConnectionId],
    ['egress-only internet gateway', route.EgressOnlyInternetGatewayId],
    ['network interface', route.NetworkInterfaceId],
    ['other', route.LocalGatewayId ?? route.CarrierGatewayId ?? route.CoreNetworkArn ?? route.OdbNetworkArn],
  ];
  const [kind, target] = named.find(([, id]) => id) ?? ['other', 'an unnamed target'];
  return { kind, target: target ?? 'an unnamed target' };
}

function gatewayKind(id: string): RouteTargetKind {
  if (id === 'local') return 'local';
  if (id.startsWith('igw-')) return 'internet gateway';
  if (id.startsWith('vpce-')) return 'vpc endpoint';
  return id.startsWith('vgw-') ? 'virtual private gateway' : 'other';
}

/** A route in words: `0.0.0.0/0 -> nat-1`. */
export function routeInWords({ destination, target, active }: TableRoute): string {
  return `${destination} -> ${target}${active ? '' : ' (blackhole)'}`;
}

/** Whether a route is the one for everything that no other route covers. */
export function isDefaultRoute({ destination }: TableRoute): boolean {
  return destination === '0.0.0.0/0' || destination === '::/0';
}
