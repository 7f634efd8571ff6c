import type { PrimaryKey, Reference } from '../facets';

/** Size of the machine behind a database. */
export interface InstanceClass {
  /** Class in the words of the API, such as `db.t4g.micro`. */
  name: string;
  /** Class that waits for the next maintenance window. */
  pending?: string;
}

/** Nodes of a cache, a warehouse, a search domain, a broker cluster or a node group. */
export interface Nodes {
  /** Node types in the words of the API, such as `cache.t4g.micro`; a node group may mix several. */
  types: string[];
  /** How many there are; absent where AWS decides. */
  count?: number;
  /** A change that AWS has accepted and not yet made. */
  pending?: string;
}

/** Disk space of a resource. */
export interface Storage {
  /** Absent where the space grows by itself, as in Aurora. */
  sizeInGibibytes?: number;
  /** Type in the words of the API, such as `gp3`. */
  type?: string;
  iops?: number;
  /** Up to where it grows by itself; absent when it does not. */
  maximumInGibibytes?: number;
  /** Change that AWS has accepted and not yet made. */
  pending?: string;
}

/** Logs that a service sends out. */
export interface LogExports {
  /** Kinds of log in the words of the API, such as `postgresql` or `SLOW_LOGS`. */
  exported: string[];
  /** Where they go, such as `CloudWatch Logs` or a bucket. */
  detail?: string;
}

/** Performance Insights (Database Insights) of a database. */
export interface PerformanceInsights {
  enabled: boolean;
  retentionInDays?: number;
  key?: Reference;
}

/** Metrics of the operating system under a database. */
export interface EnhancedMonitoring {
  enabled: boolean;
  /** Seconds between two samples. */
  intervalInSeconds: number;
  roleArn?: string;
}

/** When AWS may change the resource. */
export interface Maintenance {
  /** Weekly window in UTC in the words of the API, such as `sun:05:00-sun:06:00`. */
  window?: string;
  /** Whether minor versions are installed without being asked for. */
  autoMinorVersionUpgrade?: boolean;
}

/** Where clients connect. */
export interface ServiceEndpoint {
  /** Host name, or a URL where the service speaks HTTP. */
  address?: string;
  /** Absent where the API does not tell it. */
  port?: number;
  /** Host name for readers, where there is one. */
  reader?: string;
}

/** Members of a cluster. */
export interface ClusterMembers {
  /** Who writes is not told for a cache in cluster mode. */
  members: { id: string; writer?: boolean }[];
}

/** Limits within which capacity scales by itself. */
export interface ScalingBounds {
  minimum?: number;
  maximum?: number;
  /** What is wanted now, where the service keeps such a number. */
  desired?: number;
  /** What is counted, such as `ACU` or `nodes`. */
  unit: string;
}

/** One index of a table. */
export interface SecondaryIndex extends PrimaryKey {
  name: string;
  /** `ALL`, `KEYS_ONLY` or `INCLUDE`. */
  projection: string;
  /** Attributes that `INCLUDE` adds. */
  nonKeyAttributes: string[];
  /** State in the words of the API; absent for local indexes. */
  state?: string;
}

/** Secondary indexes of a table. */
export interface SecondaryIndexes {
  global: SecondaryIndex[];
  local: SecondaryIndex[];
}

/** Copies of the resource in other regions that AWS keeps equal. */
export interface RegionalReplicas {
  replicas: { region: string; state: string; ready: boolean }[];
}

/** Log of the requests that reach the resource. */
export interface AccessLogging {
  enabled: boolean;
  /** Bucket or log group. */
  destination?: string;
  prefix?: string;
}

/** One rule by which objects are copied to another bucket. */
export interface ReplicationRule {
  id: string;
  enabled: boolean;
  /** ARN of the bucket that gets the copies. */
  destination: string;
  /** Key prefix the rule is limited to; empty for all objects. */
  prefix: string;
  storageClass?: string;
}

/** Replication of a bucket; no configuration is an empty list. */
export interface ObjectReplication {
  rules: ReplicationRule[];
}

/** Write-once storage of objects. */
export interface ObjectLock {
  enabled: boolean;
  /** `GOVERNANCE` or `COMPLIANCE`, where there is a default for new objects. */
  mode?: string;
  retentionInDays?: number;
}

/** One rule for requests from other origins. */
export interface CorsRule {
  origins: string[];
  methods: string[];
  headers: string[];
}

/** Requests from other origins that are allowed; no configuration is an empty list. */
export interface Cors {
  rules: CorsRule[];
}

/** A bucket's own data key, which saves requests to KMS. */
export interface BucketKey {
  enabled: boolean;
}

/** Who owns the objects of a bucket. */
export interface ObjectOwnership {
  /** `BucketOwnerEnforced`, `BucketOwnerPreferred` or `ObjectWriter`. */
  rule: string;
}

/** Who an access control list lets in. */
export interface AccessControlList {
  grants: {
    /** Name of a group of S3, or id of an account. */ grantee: string;
    permission: string;
    toOwner: boolean;
  }[];
}

/** Parts over which data is spread. */
export interface Shards {
  count: number;
  /** Capacity mode of a stream: `PROVISIONED` or `ON_DEMAND`. */
  mode?: string;
  /** Replicas of each shard of a cache. */
  replicas?: number;
}

/** Encryption of the data on its way. */
export interface TransitEncryption {
  /** Whether nobody can connect in the clear. */
  enforced: boolean;
  /** Whether encrypted connections are possible. */
  offered: boolean;
  /** What was seen, such as `TransitEncryptionMode preferred`. */
  detail: string;
}

/** Whether a replica takes over by itself. */
export interface Failover {
  automatic: boolean;
  /** State in the words of the API, such as `enabling`. */
  state: string;
}

/** Sign-in with IAM instead of a password. */
export interface IamAuthentication {
  enabled: boolean;
  detail: string;
}

/** How clients must prove who they are. */
export interface ClientAuthentication {
  /** False when anybody who can connect is let in. */
  required: boolean;
  /** Ways that are open, such as `auth token` or `SASL/IAM`. */
  methods: string[];
}

/** Parameters of a database engine. */
export interface EngineParameters {
  /** Name of the parameter group. */
  group: string;
  /** Family the group was made for, such as `postgres15`; absent where only the values were read. */
  family?: string;
  /** Values that are set, by name. */
  values: Record<string, string>;
}

/** Password of the main user. */
export interface MasterPassword {
  /** The secret in which AWS keeps and rotates it; absent when the team keeps it. */
  secret?: Reference;
}

/** Databases behind a proxy. */
export interface ProxyTargets {
  targets: { id: string; state: string; reason?: string }[];
}

/** Whether a version is still supported by AWS at no extra charge. */
export interface VersionSupport {
  version: string;
  /** `STANDARD_SUPPORT`, `EXTENDED_SUPPORT` or `UNSUPPORTED`. */
  status: string;
  /** Day on which standard support ends, as ISO 8601. */
  endOfStandardSupport?: string;
}

/** How closely an ECS cluster is observed. */
export interface ContainerInsights {
  /** `disabled`, `enabled` or `enhanced`. */
  mode: string;
}

/** Where an ECS cluster runs its tasks. */
export interface CapacityProviders {
  names: string[];
  /** Names of those that tasks use by default. */
  byDefault: string[];
}

/** Tasks of a service. */
export interface ServiceTasks {
  /** Absent for a service that runs one task on each instance. */
  desired?: number;
  running: number;
  pending: number;
  /** Rollouts that are under way or failed, such as `deployment ecs-svc/1 IN_PROGRESS`. */
  unsettled: string[];
}

/** What runs tasks. */
export interface LaunchType {
  /** Launch types and capacity providers, such as `FARGATE` or `FARGATE_SPOT`. */
  types: string[];
}

/** How a service replaces its tasks. */
export interface RollingDeployment {
  /** Whether a rollout that fails is stopped. */
  circuitBreaker: boolean;
  /** Whether it is rolled back by itself. */
  rollback: boolean;
  minimumHealthyPercent?: number;
  maximumPercent?: number;
}

/** Interactive access to running containers. */
export interface ExecuteCommand {
  enabled: boolean;
}

/** Size of a task. */
export interface TaskSize {
  /** CPU units, 1024 to a vCPU; absent where only containers have a size. */
  cpu?: number;
  memoryInMebibytes?: number;
  /** `awsvpc`, `bridge`, `host` or `none`. */
  networkMode: string;
}

/** One container of a task definition. */
export interface Container {
  name: string;
  image: string;
  essential: boolean;
  ports: number[];
  /** Log driver and its target, such as `awslogs` and a log group. */
  log?: { driver: string; group?: string };
  readonlyRootFilesystem: boolean;
  privileged: boolean;
  user?: string;
  /** Whether the container has a health check of its own. */
  healthCheck: boolean;
}

/** Containers of a task definition. */
export interface Containers {
  containers: Container[];
}

/** Environment variables in the clear, by what they belong to. Values may be secrets: messages mask them. */
export interface PlainEnvironment {
  parts: { of: string; variables: Record<string, string> }[];
}

/** Names of all environment variables, those that are filled from secrets included, by what they belong to. */
export interface EnvironmentNames {
  parts: { of: string; names: string[] }[];
}

/** A variable that is filled from a secret or a parameter. */
export interface SecretReference {
  /** Container and variable, such as `app DB_PASSWORD`. */
  of: string;
  /** The secret or parameter. */
  resource: Reference;
  /** Key in the JSON of the secret. */
  jsonKey?: string;
  /** Version or stage other than the current one. */
  version?: string;
}

/** Variables that are filled from secrets and parameters. */
export interface SecretReferences {
  references: SecretReference[];
}

/** Roles that a task runs and starts with. */
export interface TaskRoles {
  /** Role of the code. */
  taskRoleArn?: string;
  /** Role that pulls the image and reads secrets. */
  executionRoleArn?: string;
}

/** Search of images for known weaknesses. */
export interface ImageScanning {
  onPush: boolean;
}

/** Whether a tag may be moved to another image. */
export interface TagMutability {
  /** `IMMUTABLE`, `MUTABLE`, `IMMUTABLE_WITH_EXCLUSION` or `MUTABLE_WITH_EXCLUSION`. */
  mode: string;
  /** Tag patterns for which the opposite holds. */
  exclusions: string[];
}

/** Rules by which images are deleted. */
export interface ImageExpiry {
  rules: { description: string; tagStatus: string; countType: string; count: number }[];
}

/** Where records go. */
export interface Deliveries {
  /** Stream or topic the records come from; absent when they are put directly. */
  source?: string;
  destinations: { kind: string; arn: string; prefix?: string; compression?: string; errorLogGroup?: string }[];
}

/** How a file system is driven. */
export interface FileSystemThroughput {
  /** `bursting`, `elastic`, `provisioned`, or the type's own word. */
  mode: string;
  mebibytesPerSecond?: number;
}

/** Backups that AWS Backup makes by itself. */
export interface AutomaticBackups {
  enabled: boolean;
  /** State in the words of the API, such as `ENABLING`. */
  state: string;
}

/** Where the file system can be mounted. */
export interface MountTargets {
  targets: { subnetId: string; state: string; zone: string }[];
}

/** Facets of databases, caches, streams, containers and files. */
export interface DataFacets {
  instanceClass: InstanceClass;
  nodes: Nodes;
  storage: Storage;
  logExports: LogExports;
  performanceInsights: PerformanceInsights;
  enhancedMonitoring: EnhancedMonitoring;
  maintenance: Maintenance;
  serviceEndpoint: ServiceEndpoint;
  clusterMembers: ClusterMembers;
  scalingBounds: ScalingBounds;
  secondaryIndexes: SecondaryIndexes;
  regionalReplicas: RegionalReplicas;
  accessLogging: AccessLogging;
  objectReplication: ObjectReplication;
  objectLock: ObjectLock;
  cors: Cors;
  bucketKey: BucketKey;
  objectOwnership: ObjectOwnership;
  accessControlList: AccessControlList;
  shards: Shards;
  transitEncryption: TransitEncryption;
  failover: Failover;
  iamAuthentication: IamAuthentication;
  clientAuthentication: ClientAuthentication;
  engineParameters: EngineParameters;
  masterPassword: MasterPassword;
  proxyTargets: ProxyTargets;
  versionSupport: VersionSupport;
  containerInsights: ContainerInsights;
  capacityProviders: CapacityProviders;
  serviceTasks: ServiceTasks;
  launchType: LaunchType;
  rollingDeployment: RollingDeployment;
  executeCommand: ExecuteCommand;
  taskSize: TaskSize;
  containers: Containers;
  plainEnvironment: PlainEnvironment;
  environmentNames: EnvironmentNames;
  secretReferences: SecretReferences;
  taskRoles: TaskRoles;
  imageScanning: ImageScanning;
  tagMutability: TagMutability;
  imageExpiry: ImageExpiry;
  deliveries: Deliveries;
  fileSystemThroughput: FileSystemThroughput;
  automaticBackups: AutomaticBackups;
  mountTargets: MountTargets;
}
