/** What networks, machines and load balancers are made of. Types only. */

import type { IngressRule } from '../facets';

/** DNS settings of a VPC. */
export interface VpcDns {
  /** Whether instances can ask the resolver of AWS. */
  support: boolean;
  /** Whether instances with a public address get a public DNS name. */
  hostnames: boolean;
}

/** Subnets of a VPC. */
export interface VpcSubnets {
  subnetIds: string[];
}

/** Something through which traffic can leave a VPC. */
export interface VpcExit {
  /** In words, such as `internet gateway` or `vpc peering connection`. */
  kind: string;
  id: string;
}

/** Whatever leads out of a VPC, used by a route or not; transit gateways aside. */
export interface VpcExits {
  exits: VpcExit[];
}

/** VPC endpoints of a VPC. */
export interface VpcEndpoints {
  endpoints: { id: string; service: string }[];
}

/** One flow log. */
export interface FlowLogDelivery {
  id: string;
  /** `ALL`, `ACCEPT` or `REJECT`. */
  trafficType: string;
  /** `cloud-watch-logs`, `s3` or `kinesis-data-firehose`. */
  destinationType: string;
  /** ARN of the log group, bucket or stream, or name of the log group; absent where AWS tells neither. */
  destination?: string;
  active: boolean;
  /** Why records do not arrive. */
  problem?: string;
}

/** Flow logs that record the traffic of the resource. */
export interface FlowLogs {
  logs: FlowLogDelivery[];
}

/** What a route leads to. */
export type RouteTargetKind =
  | 'local'
  | 'internet gateway'
  | 'nat gateway'
  | 'transit gateway'
  | 'vpc peering connection'
  | 'vpc endpoint'
  | 'egress-only internet gateway'
  | 'virtual private gateway'
  | 'network interface'
  | 'other';

/** One route. */
export interface TableRoute {
  /** An IPv4 or IPv6 range, or a prefix list id. */
  destination: string;
  kind: RouteTargetKind;
  /** Id of the gateway, connection or interface. */
  target: string;
  /** False for a blackhole: what it led to is gone. */
  active: boolean;
  /** Whether a virtual private gateway made it, rather than a person. */
  propagated: boolean;
}

/** Routes of a route table, or of the table that a subnet uses. */
export interface TableRoutes {
  /** Id of the table, and for a subnet how it comes by it. */
  table: string;
  routes: TableRoute[];
}

/** What may go out. `peer` is where to. */
export interface Egress {
  rules: IngressRule[];
}

/** What a network part is attached to: a gateway to its VPC, a volume to its instance, an address to its interface. */
export interface Attachments {
  attachments: { to: string; state: string /** Whether it works now. */; ready: boolean }[];
}

/** What a route table, a network ACL or a VPC endpoint holds for. */
export interface SubnetAssociations {
  /** Ids of subnets; of route tables for a gateway endpoint. */
  ids: string[];
  /** Whether it also holds for every subnet that has none of its own. */
  byDefault: boolean;
}

/** One rule of a network ACL. */
export interface AclRule {
  /** Rules are tried in ascending order; the first that fits decides. */
  number: number;
  action: 'allow' | 'deny';
  direction: 'ingress' | 'egress';
  /** `-1` for all, else the number of the protocol, such as `6` for TCP. */
  protocol: string;
  /** Absent when the rule covers all ports. */
  fromPort?: number;
  toPort?: number;
  cidr: string;
}

/** Rules of a network ACL without the last one, which denies the rest. */
export interface AclRules {
  rules: AclRule[];
}

/** IP addresses. */
export interface IpAddresses {
  public: string[];
  private: string[];
  /** Ids of the Elastic IP addresses among them. */
  allocationIds: string[];
}

/** The service behind a VPC endpoint. */
export interface EndpointService {
  /** Whole name, such as `com.amazonaws.eu-west-1.s3`. */
  name: string;
  /** `Gateway`, `Interface`, `GatewayLoadBalancer`, ... */
  type: string;
  /** Whether the service's usual name leads to the endpoint. */
  privateDns: boolean;
}

/** One side of a VPC peering connection. */
export interface PeeredVpc {
  vpcId: string;
  account: string;
  region: string;
  cidrs: string[];
}

/** Both sides of a VPC peering connection. */
export interface Peering {
  requester: PeeredVpc;
  accepter: PeeredVpc;
}

/** A virtual machine, or the template of one. */
export interface Machine {
  /** Instance types in the words of the API, such as `t3.micro`; several where a group mixes them. */
  instanceTypes: string[];
  /** Absent where the template leaves it open. */
  imageId?: string;
  keyName?: string;
  /** Whether CloudWatch gets its metrics each minute. */
  detailedMonitoring: boolean;
  ebsOptimized: boolean;
}

/** The instance profile that gives a machine its role. */
export interface InstanceProfileLink {
  /** ARN or name; absent where there is none. */
  profile?: string;
}

/** The instance metadata service. */
export interface MetadataService {
  /** Whether it answers at all. */
  enabled: boolean;
  /** Whether every request must carry a session token (IMDSv2); absent where a template leaves it open. */
  tokensRequired?: boolean;
  /** Network hops that an answer may take; absent where AWS leaves it open. */
  hopLimit?: number;
  /** In the words of the API, such as `HttpTokens required`. */
  detail: string;
}

/** A load balancer. */
export interface Balancer {
  /** `application`, `network` or `gateway`. */
  type: string;
  /** `internet-facing` or `internal`; absent for a gateway load balancer. */
  scheme?: string;
  /** `ipv4`, `dualstack`, ... */
  ipAddressType: string;
}

/** How a load balancer treats requests. What its type does not know is absent. */
export interface RequestHandling {
  crossZone?: boolean;
  dropInvalidHeaders?: boolean;
  idleTimeoutInSeconds?: number;
  http2?: boolean;
}

/** One listener. */
export interface BalancerListener {
  arn: string;
  protocol: string;
  port: number;
  /** Absent where it does not end TLS. */
  sslPolicy?: string;
  /** ARNs of its certificates, those for other host names included. */
  certificates: string[];
}

/** Listeners of a load balancer; of a listener, itself. */
export interface Listeners {
  listeners: BalancerListener[];
}

/** Ports on which clients are let in. */
export interface Listening {
  ports: { port: number /** Where the service tells it, such as `HTTPS`. */; protocol?: string; address?: string }[];
}

/** Certificates that clients are shown. */
export interface ServedCertificates {
  /** Empty where it has only the one that AWS made for its own name. */
  arns: string[];
}

/** What one listener rule does with requests. */
export interface ListenerAction {
  /** Listener and rule in words, such as `HTTPS:443 by default` or `HTTPS:443 rule 10`. */
  of: string;
  port: number;
  protocol: string;
  byDefault: boolean;
  /** In the words of the API: `forward`, `redirect`, `fixed-response`, `authenticate-oidc`, ... */
  type: string;
  /** Target groups of a forward. */
  targetGroups: { arn: string; weight?: number }[];
  /** Parts of the address that a redirect leads to; `#{...}` stands for the part of the request. */
  redirect?: { protocol: string; port: string; host: string; path: string; statusCode: string };
  /** Status code of a fixed response. */
  statusCode?: string;
}

/** What listeners do with requests, by default and by their rules. */
export interface ListenerActions {
  actions: ListenerAction[];
}

/** How a load balancer reaches the targets of a group. */
export interface TargetProtocol {
  /** `instance`, `ip`, `lambda` or `alb`. */
  targetType: string;
  /** Absent for functions. */
  protocol?: string;
  /** Absent for functions. */
  port?: number;
  /** `HTTP1`, `HTTP2` or `GRPC`, for HTTP and HTTPS. */
  version?: string;
}

/** How the health of targets is checked. */
export interface TargetHealthCheck {
  enabled: boolean;
  protocol?: string;
  /** A number, or `traffic-port`. */
  port?: string;
  path?: string;
  intervalInSeconds?: number;
  timeoutInSeconds?: number;
  healthyThreshold?: number;
  unhealthyThreshold?: number;
  /** Codes of a healthy answer, such as `200-299`. */
  codes?: string;
}

/** Health of the targets that are registered now. */
export interface TargetHealth {
  targets: { id: string; port?: number; state: string; reason?: string }[];
}

/** How requests are spread over targets. What the group's kind does not know is absent. */
export interface TargetDistribution {
  deregistrationDelayInSeconds?: number;
  sticky?: boolean;
  /** `lb_cookie`, `app_cookie`, `source_ip`, ... */
  stickinessType?: string;
  /** `round_robin`, `least_outstanding_requests`, ... */
  algorithm?: string;
}

/** One scaling policy. */
export interface ScalingPolicyFacts {
  name: string;
  /** In the words of the API, such as `TargetTrackingScaling`. */
  type: string;
  enabled: boolean;
  /** Metrics it follows, such as `ASGAverageCPUUtilization`. */
  metrics: string[];
  /** Value it holds the metric at, for target tracking. */
  targetValue?: number;
  /** Change of the capacity, for simple scaling. */
  adjustment?: number;
}

/** Policies by which capacity follows demand. */
export interface ScalingPolicies {
  policies: ScalingPolicyFacts[];
}

/** Instances of an Auto Scaling group. */
export interface ScaledInstances {
  instances: { id: string; zone: string; state: string; healthy: boolean }[];
}

/** How an Auto Scaling group finds instances that must be replaced. */
export interface InstanceHealthCheck {
  /** `EC2`, `ELB`, `EBS`, `VPC_LATTICE`; EC2 always counts. */
  types: string[];
  gracePeriodInSeconds: number;
}

/** What an Auto Scaling group launches its instances from. */
export interface LaunchSource {
  /** Absent for a launch configuration. */
  templateId?: string;
  templateName?: string;
  /** A number, `$Latest` or `$Default`. */
  version?: string;
  launchConfiguration?: string;
}

/** Facets of networks, machines and load balancers. */
export interface NetworkFacets {
  vpcDns: VpcDns;
  vpcSubnets: VpcSubnets;
  vpcExits: VpcExits;
  vpcEndpoints: VpcEndpoints;
  flowLogs: FlowLogs;
  tableRoutes: TableRoutes;
  egress: Egress;
  attachments: Attachments;
  subnetAssociations: SubnetAssociations;
  aclRules: AclRules;
  ipAddresses: IpAddresses;
  endpointService: EndpointService;
  peering: Peering;
  machine: Machine;
  instanceProfile: InstanceProfileLink;
  metadataService: MetadataService;
  balancer: Balancer;
  requestHandling: RequestHandling;
  listeners: Listeners;
  listening: Listening;
  servedCertificates: ServedCertificates;
  listenerActions: ListenerActions;
  targetProtocol: TargetProtocol;
  targetHealthCheck: TargetHealthCheck;
  targetHealth: TargetHealth;
  targetDistribution: TargetDistribution;
  scalingPolicies: ScalingPolicies;
  scaledInstances: ScaledInstances;
  instanceHealthCheck: InstanceHealthCheck;
  launchSource: LaunchSource;
}
