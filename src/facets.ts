import type { ApplicationFacets } from './facets/application';
import type { DataFacets } from './facets/data';
import type { FlowFacets } from './facets/flow';
import type { GovernanceFacets } from './facets/governance';
import type { NetworkFacets } from './facets/network';
import type { OutputsFacets } from './facets/outputs';

export type * from './facets/application';
export type * from './facets/data';
export type * from './facets/flow';
export type * from './facets/governance';
export type * from './facets/network';
export type * from './facets/outputs';

/**
 * The vocabulary in which a resource answers and a matcher asks. Types only.
 *
 * A facet is one topic that people ask about. Every field is something that can be observed from outside; a field is
 * optional only where AWS itself leaves it out. A type that has no such concept does not declare the facet.
 */

/** A resource named by another one, such as the KMS key of a bucket. */
export interface Reference {
  /** CloudFormation type name, such as `AWS::KMS::Key`. */
  type: string;
  /** What the API of that type takes: an id, a name, an ARN, an alias. */
  id: string;
  /** Region when it is known to differ from the referring resource's. */
  region?: string;
}

/** Who the resource is. Every type answers. */
export interface Identity {
  /** Amazon Resource Name, where the type has one. */
  arn?: string;
  /** Id or name that its API takes. */
  id: string;
  /** Name people know it by, where it differs from the id. */
  name?: string;
}

/** Whether the resource is there at all. Answered by the engine for every type. */
export interface Existence {
  exists: boolean;
}

/** Where the resource is in its life. Every type answers. */
export interface Lifecycle {
  /** State in the words of its API, such as `available`; absent where the type has no state. */
  state?: string;
  /** Whether it can be used now. */
  available: boolean;
  /** What AWS says about why it is in this state. */
  reason?: string;
}

/** Tags as a map. Every type that can be tagged answers. */
export type Tags = Record<string, string>;

/** Encryption of the data at rest. */
export interface Encryption {
  /** `none`, `service-owned` (a key AWS owns, such as SSE-S3 or an AWS-owned key) or `kms` (a key the account sees). */
  kind: 'none' | 'service-owned' | 'kms';
  /** Algorithm or mode in the words of the API, such as `AES256` or `aws:kms`. */
  mode: string;
  /** The KMS key; present exactly when `kind` is `kms`. */
  key?: Reference;
  /** Why the data is out of reach although it is encrypted, such as a key that became inaccessible. */
  problem?: string;
}

/** A KMS key. */
export interface Key {
  arn: string;
  id: string;
  /** Who manages it: the customer, or AWS for the `alias/aws/...` keys. */
  manager: 'AWS' | 'CUSTOMER';
  /** `Enabled`, `Disabled`, `PendingDeletion`, ... */
  state: string;
  /** `SYMMETRIC_DEFAULT`, `RSA_2048`, ... */
  spec: string;
  /** `ENCRYPT_DECRYPT`, `SIGN_VERIFY`, ...; absent where AWS does not tell. */
  usage?: string;
}

/** Automatic rotation of key material. */
export interface KeyRotation {
  enabled: boolean;
  /** Days between rotations, where KMS tells. */
  periodInDays?: number;
}

/** Rotation of a secret's value. */
export interface Rotation {
  enabled: boolean;
  /** Days between rotations, from `AutomaticallyAfterDays` or a `rate(n days)` schedule. */
  periodInDays?: number;
  /** Schedule expression as it is stored, where there is one. */
  schedule?: string;
}

/** One statement of an IAM policy with every list spelled out. */
export interface PolicyStatement {
  sid?: string;
  effect: 'Allow' | 'Deny';
  /** Principals by kind; `{ AWS: ['*'] }` for `"*"`. Empty for identity policies. */
  principals: Record<string, string[]>;
  /** Whether `principals` came from `NotPrincipal`. */
  notPrincipal: boolean;
  actions: string[];
  /** Whether `actions` came from `NotAction`. */
  notAction: boolean;
  resources: string[];
  /** Whether `resources` came from `NotResource`. */
  notResource: boolean;
  /** Operator, then condition key, then values. */
  conditions: Record<string, Record<string, string[]>>;
}

/** The policy attached to the resource itself. No policy is an empty list of statements. */
export interface ResourcePolicy {
  /** ARN of the resource the policy protects. */
  arn: string;
  /** Region of the resource, which regional service principals name. */
  region: string;
  /** Account of the resource. */
  account: string;
  statements: PolicyStatement[];
}

/** Who may assume a role. */
export interface TrustPolicy {
  statements: PolicyStatement[];
}

/** Managed policies attached to a role. */
export interface ManagedPolicies {
  attached: { name: string; arn: string }[];
}

/** Versions of objects in a bucket. */
export interface Versioning {
  /** `Enabled`, `Suspended`, or `Unversioned` where it was never switched on. */
  status: 'Enabled' | 'Suspended' | 'Unversioned';
  mfaDelete: boolean;
}

/** The four switches that keep a bucket private. All false where none was configured. */
export interface PublicAccessBlock {
  BlockPublicAcls: boolean;
  IgnorePublicAcls: boolean;
  BlockPublicPolicy: boolean;
  RestrictPublicBuckets: boolean;
}

/** One lifecycle rule of a bucket. */
export interface LifecycleRule {
  id: string;
  enabled: boolean;
  /** Key prefix the rule is limited to; empty for all objects. */
  prefix: string;
  /** What else the rule is limited to, such as `objects tagged archive=true`; absent when the prefix is all. */
  filter?: string;
  expirationInDays?: number;
  noncurrentExpirationInDays?: number;
  abortIncompleteMultipartUploadInDays?: number;
  transitions: { days?: number; storageClass: string }[];
}

/** Lifecycle rules of a bucket; no configuration is an empty list. */
export interface LifecycleRules {
  rules: LifecycleRule[];
}

/** Whether anybody on the internet can reach the resource. */
export interface PublicAccess {
  public: boolean;
  /** What makes it so, or what keeps it private. */
  because: string;
}

/** Automated backups. */
export interface Backups {
  /** Days that automated backups are kept; 0 when they are off. */
  retentionInDays: number;
  /** Daily window in UTC, such as `03:00-04:00`. */
  window?: string;
}

/** Protection against deletion. */
export interface DeletionProtection {
  enabled: boolean;
}

/** Continuous backups with point-in-time restore. */
export interface PointInTimeRecovery {
  enabled: boolean;
  /** Days one can go back. */
  periodInDays?: number;
}

/** How capacity is paid for. */
export interface Billing {
  /** `PAY_PER_REQUEST` or `PROVISIONED`. */
  mode: string;
  readCapacityUnits?: number;
  writeCapacityUnits?: number;
}

/** Primary key of a table or an index. */
export interface PrimaryKey {
  partitionKey: { name: string; type: string };
  sortKey?: { name: string; type: string };
}

/** Key schema of a table and of its indexes by name. */
export interface KeySchema extends PrimaryKey {
  indexes: Record<string, PrimaryKey>;
}

/** Expiry of items. */
export interface TimeToLive {
  enabled: boolean;
  attribute?: string;
}

/** Change stream of a table. */
export interface Stream {
  enabled: boolean;
  /** `NEW_AND_OLD_IMAGES`, `KEYS_ONLY`, ... */
  viewType?: string;
  arn?: string;
}

/** Whether the resource survives the loss of an Availability Zone. */
export interface Availability {
  multiAz: boolean;
  /** What was seen, such as `one writer and one reader in eu-west-1a, eu-west-1b`. */
  detail: string;
  /** A change that AWS has accepted and not yet made. */
  pending?: string;
}

/** Availability Zones the resource really uses. */
export interface Zones {
  /** Zone names such as `eu-west-1a`, each once. */
  zones: string[];
}

/** Database engine. */
export interface Engine {
  /** Engine in the words of the API, such as `aurora-postgresql`. */
  name: string;
  /** Version that runs now. */
  version: string;
  /** Other numbers the version goes by, such as the Aurora part `3.04.0` of `8.0.mysql_aurora.3.04.0`. */
  alsoKnownAs: string[];
  /** Version that waits for the next maintenance window. */
  pendingVersion?: string;
}

/** Whether the version that runs can still be created in this region today. */
export interface EngineOffer {
  name: string;
  version: string;
  region: string;
  /** Versions of the engine that the region offers, ascending. */
  offered: string[];
}

/** A Lambda function. */
export interface LambdaFunction {
  /** `Zip` or `Image`. */
  packageType: string;
  /** Absent for container images. */
  runtime?: string;
  /** Absent for container images. */
  handler?: string;
  timeoutInSeconds: number;
  memoryInMegabytes: number;
  architectures: string[];
}

/** Environment variables. Values may be secrets: messages mask them. */
export interface Environment {
  variables: Record<string, string>;
}

/** Request tracing with X-Ray. */
export interface Tracing {
  enabled: boolean;
  /** Mode in the words of the API, such as `PassThrough`. */
  mode: string;
}

/** Where in a network the resource sits. */
export interface NetworkPlacement {
  /** Absent when it is in no VPC. */
  vpcId?: string;
  subnetIds: string[];
  securityGroupIds: string[];
}

/** Something that invokes a function. */
export interface Trigger {
  /** ARN of the source. */
  source: string;
  /** `event source mapping` or `permission`. */
  via: 'event source mapping' | 'permission';
  enabled: boolean;
  /** State in the words of the API. */
  state: string;
}

/** Everything that invokes a function. */
export interface Triggers {
  triggers: Trigger[];
}

/** Connection between a source of events and a function. */
export interface EventSource {
  source: string;
  functionArn: string;
  enabled: boolean;
  batchSize?: number;
}

/** Where messages go that could not be handled. */
export interface DeadLetter {
  /** ARN of the queue or topic; absent when there is none. */
  target?: string;
  /** Receives before a message is moved, for queues. */
  maxReceiveCount?: number;
}

/** How long data is kept. */
export interface Retention {
  /** Absent when it is kept for ever. */
  seconds?: number;
  /** Value in the words of the API, such as `retentionInDays 30`. */
  detail: string;
}

/** What an alarm watches. */
export interface AlarmRule {
  namespace?: string;
  /** Absent for metric math and composite alarms. */
  metric?: string;
  dimensions: Record<string, string>;
  statistic?: string;
  threshold?: number;
  /** `GreaterThanThreshold`, ... */
  operator: string;
  periodInSeconds?: number;
  evaluationPeriods: number;
  treatMissingData: string;
}

/** Who is told when an alarm changes its state. */
export interface Notifications {
  /** False when the actions are switched off altogether. */
  enabled: boolean;
  alarm: string[];
  ok: string[];
  insufficientData: string[];
}

/** One subscription of a topic. */
export interface Subscription {
  protocol: string;
  endpoint: string;
  /** False while the subscriber has not confirmed. */
  confirmed: boolean;
}

/** Subscriptions of a topic. */
export interface Subscriptions {
  subscriptions: Subscription[];
}

/** Address ranges. */
export interface Cidr {
  /** IPv4 and IPv6 ranges, the primary one first. */
  blocks: string[];
}

/** Where a subnet's default route leads. */
export interface Routing {
  /** Whether a route leads to an internet gateway. */
  public: boolean;
  /** Whether instances get a public IPv4 address when they are launched. */
  mapPublicIpOnLaunch: boolean;
  /** The route that decides it. */
  because: string;
}

/** One permission of a security group: a port range and one peer. */
export interface IngressRule {
  /** `tcp`, `udp`, `icmp`, or `-1` for all. */
  protocol: string;
  /** Absent when the rule covers all ports. */
  fromPort?: number;
  toPort?: number;
  /** An IPv4 or IPv6 range, a security group id or a prefix list id. */
  peer: string;
}

/** What may come in. */
export interface Ingress {
  rules: IngressRule[];
}

/** Every facet by its name. */
export interface Facets
  extends ApplicationFacets,
    DataFacets,
    FlowFacets,
    GovernanceFacets,
    NetworkFacets,
    OutputsFacets {
  identity: Identity;
  existence: Existence;
  lifecycle: Lifecycle;
  config: Record<string, unknown>;
  tags: Tags;
  encryption: Encryption;
  key: Key;
  keyRotation: KeyRotation;
  rotation: Rotation;
  resourcePolicy: ResourcePolicy;
  trustPolicy: TrustPolicy;
  managedPolicies: ManagedPolicies;
  versioning: Versioning;
  publicAccessBlock: PublicAccessBlock;
  lifecycleRules: LifecycleRules;
  publicAccess: PublicAccess;
  backups: Backups;
  deletionProtection: DeletionProtection;
  pointInTimeRecovery: PointInTimeRecovery;
  billing: Billing;
  keySchema: KeySchema;
  timeToLive: TimeToLive;
  stream: Stream;
  availability: Availability;
  zones: Zones;
  engine: Engine;
  engineOffer: EngineOffer;
  function: LambdaFunction;
  environment: Environment;
  tracing: Tracing;
  networkPlacement: NetworkPlacement;
  triggers: Triggers;
  eventSource: EventSource;
  deadLetter: DeadLetter;
  retention: Retention;
  alarmRule: AlarmRule;
  notifications: Notifications;
  subscriptions: Subscriptions;
  cidr: Cidr;
  routing: Routing;
  ingress: Ingress;
}

export type FacetName = keyof Facets;

/** What a resource may be asked for: everything but the outputs. */
export type ResourceFacet = Exclude<FacetName, keyof OutputsFacets>;

/** Facets that every type answers: the engine fills `existence` and `config`, each resource declares the rest. */
export type CommonFacet = 'identity' | 'existence' | 'lifecycle' | 'config' | 'tags';
