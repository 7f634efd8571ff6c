import { notAResource, type Recognition } from './recognition';

/** Prefix of ids such as `vpc-0a1b2c3d4e5f67890`. `none` stands for what exists in AWS and not in a template. */
const PREFIXES: Record<string, string> = {
  acl: 'AWS::EC2::NetworkAcl',
  aclassoc: 'AWS::EC2::SubnetNetworkAclAssociation',
  ami: 'none',
  cagw: 'AWS::EC2::CarrierGateway',
  cgw: 'AWS::EC2::CustomerGateway',
  cr: 'AWS::EC2::CapacityReservation',
  'cvpn-endpoint': 'AWS::EC2::ClientVpnEndpoint',
  dopt: 'AWS::EC2::DHCPOptions',
  eice: 'AWS::EC2::InstanceConnectEndpoint',
  eigw: 'AWS::EC2::EgressOnlyInternetGateway',
  eipalloc: 'AWS::EC2::EIP',
  eipassoc: 'AWS::EC2::EIPAssociation',
  eni: 'AWS::EC2::NetworkInterface',
  'eni-attach': 'AWS::EC2::NetworkInterfaceAttachment',
  fl: 'AWS::EC2::FlowLog',
  fs: 'AWS::EFS::FileSystem',
  fsap: 'AWS::EFS::AccessPoint',
  fsmt: 'AWS::EFS::MountTarget',
  fsvol: 'AWS::FSx::Volume',
  i: 'AWS::EC2::Instance',
  igw: 'AWS::EC2::InternetGateway',
  ipam: 'AWS::EC2::IPAM',
  'ipam-pool': 'AWS::EC2::IPAMPool',
  'ipam-scope': 'AWS::EC2::IPAMScope',
  key: 'AWS::EC2::KeyPair',
  lt: 'AWS::EC2::LaunchTemplate',
  mw: 'AWS::SSM::MaintenanceWindow',
  nat: 'AWS::EC2::NatGateway',
  pb: 'AWS::SSM::PatchBaseline',
  pcx: 'AWS::EC2::VPCPeeringConnection',
  pl: 'AWS::EC2::PrefixList',
  prx: 'AWS::RDS::DBProxy',
  r: 'none',
  'rslvr-in': 'AWS::Route53Resolver::ResolverEndpoint',
  'rslvr-out': 'AWS::Route53Resolver::ResolverEndpoint',
  'rslvr-rr': 'AWS::Route53Resolver::ResolverRule',
  'rslvr-frg': 'AWS::Route53Resolver::FirewallRuleGroup',
  rtb: 'AWS::EC2::RouteTable',
  rtbassoc: 'AWS::EC2::SubnetRouteTableAssociation',
  s: 'AWS::Transfer::Server',
  sg: 'AWS::EC2::SecurityGroup',
  sgr: 'AWS::EC2::SecurityGroupIngress',
  sn: 'AWS::VpcLattice::ServiceNetwork',
  snap: 'none',
  subnet: 'AWS::EC2::Subnet',
  svc: 'AWS::VpcLattice::Service',
  tgw: 'AWS::EC2::TransitGateway',
  'tgw-attach': 'AWS::EC2::TransitGatewayAttachment',
  'tgw-rtb': 'AWS::EC2::TransitGatewayRouteTable',
  vgw: 'AWS::EC2::VPNGateway',
  vol: 'AWS::EC2::Volume',
  vpc: 'AWS::EC2::VPC',
  vpce: 'AWS::EC2::VPCEndpoint',
  'vpce-svc': 'AWS::EC2::VPCEndpointService',
  vpn: 'AWS::EC2::VPNConnection',
  ws: 'AWS::WorkSpaces::Workspace',
};

/** Ids whose part after the prefix is not hexadecimal. */
const SHAPES: readonly [RegExp, string][] = [
  [/^mrk-[0-9a-f]{32}$/, 'AWS::KMS::Key'],
  [/^j-[A-Z0-9]{10,20}$/, 'AWS::EMR::Cluster'],
  [/^ns-[a-z0-9]{16,17}$/, 'AWS::ServiceDiscovery::PrivateDnsNamespace'],
  [/^srv-[a-z0-9]{16,17}$/, 'AWS::ServiceDiscovery::Service'],
  [/^config-rule-[a-z0-9]{6}$/, 'AWS::Config::ConfigRule'],
  [/^ou-[a-z0-9]{4}-[a-z0-9]{8}$/, 'AWS::Organizations::OrganizationalUnit'],
  [/^o-[a-z0-9]{10}$/, 'AWS::Organizations::Organization'],
  [/^g-[0-9a-f]{10}$/, 'AWS::Grafana::Workspace'],
  [/^ws-[0-9a-f]{8}-[0-9a-f-]{27}$/, 'AWS::APS::Workspace'],
  [/^b-[0-9a-f]{8}-[0-9a-f-]{27}$/, 'AWS::AmazonMQ::Broker'],
  [/^rslvr-(?:in|out)-[0-9a-z]{13,17}$/, 'AWS::Route53Resolver::ResolverEndpoint'],
];

/** Prefixes that begin ordinary names too (`key-`, `svc-`, ...): only the ids that AWS really gives. */
const STRICT = /^(?:[a-z]{1,2}|key|svc|ipam|prx|ami)$/;

/** Prefixes that AWS gives only with seventeen digits. */
const LONG_ONLY = /^(?:cr|fl|key|mw|pb|prx|s|sn|svc|sgr|ipam|ipam-pool|ipam-scope|fsap|fsvol|eice)$/;

/** Type of an id with a prefix that AWS gives out, such as `sg-0a1b2c3d`. */
export function recogniseResourceId(value: string): Recognition | undefined {
  const parts = /^([a-z]{1,8}(?:-[a-z]{2,8})?)-([0-9a-z]{8,20})$/.exec(value);
  const [, prefix = '', rest = ''] = parts ?? [];
  const type = Object.hasOwn(PREFIXES, prefix) ? PREFIXES[prefix] : undefined;
  if (type !== undefined && isGivenByAws(prefix, rest)) {
    return type === 'none' ? notAResource('id', value) : { type, identifier: 'id', id: value, decidedBy: 'value' };
  }
  const shape = SHAPES.find(([pattern]) => pattern.test(value));
  return shape && { type: shape[1], identifier: 'id', id: value, decidedBy: 'value' };
}

/** Type for the resource part of an EC2 ARN, whose id always carries its prefix. */
export function typeOfPrefix(id: string): string | undefined {
  const prefix = id.slice(0, id.lastIndexOf('-'));
  return Object.hasOwn(PREFIXES, prefix) ? PREFIXES[prefix] : undefined;
}

function isGivenByAws(prefix: string, rest: string): boolean {
  const hexadecimal = /^[0-9a-f]+$/.test(rest);
  if (LONG_ONLY.test(prefix)) return hexadecimal && rest.length === 17;
  if (hexadecimal && (rest.length === 8 || rest.length === 17)) return /\d/.test(rest) || !STRICT.test(prefix);
  if (STRICT.test(prefix) && prefix !== 'sg') return false;
  // Invented ids, as examples and some emulators have them, keep the length or the digits but not the alphabet.
  return hexadecimal || (rest.length === 17 && rest.replace(/\D/g, '').length >= 4);
}
