import type { PolicyStatement } from '../facets';

/** What an identity's policies, or a managed policy, allow and deny. */
export interface Permissions {
  /** Every statement of the inline policies and of the attached ones in their default version, groups included. */
  statements: (PolicyStatement & { policy: string })[];
  /** Statements of the permissions boundary, which limits all others; absent where there is none. */
  boundary?: (PolicyStatement & { policy: string })[];
}

/** Policies that are written into an identity itself. */
export interface InlinePolicies {
  policies: { name: string; statements: PolicyStatement[] }[];
}

/** Policies as they are written. */
export interface PolicyDocuments {
  /** ARN of the resource that holds them. */
  arn: string;
  /** Region of the resource; for a global one, the region of the run. */
  region: string;
  account: string;
  /**
   * The resource's own one: the policy of a bucket or a key, the document of a managed policy, the trust policy of a role.
   * No policy is an empty list; absent where the type has none but those by name.
   */
  statements?: PolicyStatement[];
  /** Those that are written into an identity; absent where the type has no such. */
  inline?: InlinePolicies['policies'];
}

/** The managed policy that limits what an identity may ever do. */
export interface PermissionsBoundary {
  /** Absent where there is none. */
  arn?: string;
}

/** How long a role may be assumed for. */
export interface RoleSession {
  maxDurationInSeconds: number;
}

/** Who a managed policy is attached to. */
export interface PolicyAttachment {
  roles: string[];
  users: string[];
  groups: string[];
}

/** How a user can sign in. */
export interface SignIn {
  /** Whether there is a password for the console. */
  consoleAccess: boolean;
  /** Serial numbers of the devices for the second factor. */
  mfaDevices: string[];
  /** Access keys without their secrets. */
  accessKeys: { id: string; status: string; createdAt: string }[];
}

/** The groups of a user, or the users of a group. */
export interface Membership {
  groups: string[];
  users: string[];
}

/** What people wrote about a resource. */
export interface Description {
  /** Absent where nothing was written. */
  text?: string;
}

/** Aliases of a KMS key. */
export interface KeyAliases {
  names: string[];
}

/** One grant on a KMS key. */
export interface KeyGrant {
  id: string;
  /** ARN of the role, user or account, or the service. */
  grantee: string;
  /** Such as `Decrypt` and `CreateGrant`. */
  operations: string[];
}

/** Grants on a KMS key, which open it beside its policy. */
export interface KeyGrants {
  grants: KeyGrant[];
}

/** Whether a resource covers more than the region it lives in. */
export interface RegionalReach {
  multiRegion: boolean;
  /** Words of the API, such as `IsMultiRegionTrail false, home region eu-west-1`. */
  detail: string;
}

/** Names of what a secret holds. The values themselves are never part of it. */
export interface SecretContent {
  /** `json` for an object, `text` for anything else that is text, `binary` for bytes. */
  kind: 'json' | 'text' | 'binary';
  /** Keys of the JSON object. */
  keys: string[];
  /** Those of them whose value is an empty text or null. */
  emptyKeys: string[];
}

/** What kind of parameter it is. */
export interface ParameterKind {
  /** `String`, `StringList` or `SecureString`. */
  type: string;
  tier: string;
  dataType: string;
  version: number;
}

/** What a parameter holds. */
export interface ParameterValue {
  value: string;
  /** Whether messages must mask it. */
  secure: boolean;
}

/** What an alarm says now. */
export interface AlarmState {
  /** `OK`, `ALARM` or `INSUFFICIENT_DATA`. */
  state: string;
  reason?: string;
  /** When it changed to this state. */
  since?: string;
}

/** Other alarms that a composite alarm is made of. */
export interface CompositeRule {
  /** Rule as it is stored, such as `ALARM(cpu) AND ALARM(latency)`. */
  rule: string;
  /** Names or ARNs of the alarms in it. */
  alarms: string[];
  /** Alarm that silences the actions, where there is one. */
  suppressor?: string;
}

/** One widget of a dashboard. */
export interface Widget {
  /** `metric`, `text`, `log`, `alarm`, `explorer`, `custom`. */
  type: string;
  title?: string;
  /** Metrics it shows, as `namespace metric`. */
  metrics: string[];
}

/** What a dashboard shows. */
export interface Widgets {
  widgets: Widget[];
}

/** One filter that turns log events into a metric. */
export interface LogMetric {
  name: string;
  logGroup: string;
  /** Empty for all events. */
  pattern: string;
  metrics: { namespace: string; name: string; value: string; defaultValue?: number }[];
}

/** Metric filters of a log group, or the filter itself. */
export interface MetricFilters {
  filters: LogMetric[];
}

/** Where a log group sends its events on. */
export interface SubscriptionFilters {
  filters: { name: string; pattern: string; destination: string }[];
}

/** Whether anything is written to a log group. */
export interface LogActivity {
  /** Time of the latest event that CloudWatch Logs knows of, which may lag behind; absent where there is none. */
  lastEventAt?: string;
  /** How many log streams were looked at. */
  streams: number;
}

/** Whether a trail writes down what is done in the account. */
export interface TrailStatus {
  logging: boolean;
  /** Error of the latest delivery, in the words of the API. */
  deliveryError?: string;
  /** When it was switched off last. */
  stoppedAt?: string;
}

/** How a trail is set up. */
export interface TrailSettings {
  logFileValidation: boolean;
  globalServiceEvents: boolean;
  organization: boolean;
  homeRegion: string;
}

/** What a trail writes down. */
export interface EventSelection {
  /** Management events: `All`, `ReadOnly`, `WriteOnly`, or `None`. */
  management: 'All' | 'ReadOnly' | 'WriteOnly' | 'None';
  /** Resource types whose data events are written down, such as `AWS::S3::Object`. */
  dataResources: string[];
}

/** Where a service writes its logs, snapshots or records. */
export interface LogDelivery {
  destinations: { kind: 'bucket' | 'log group' | 'topic'; target: string; prefix?: string }[];
}

/** Whether AWS Config writes down changes. */
export interface Recording {
  recording: boolean;
  /** Status of the latest delivery, such as `Success`. */
  lastStatus?: string;
  /** Error of it. */
  error?: string;
}

/** Which resources AWS Config writes down. */
export interface RecordingScope {
  /** Whether all supported types are recorded, those of the future too. */
  allSupported: boolean;
  includesGlobalTypes: boolean;
  /** Types that are recorded where not all are. */
  types: string[];
  /** Types that are left out. */
  excluded: string[];
}

/** What a rule of AWS Config found. */
export interface RuleCompliance {
  /** `COMPLIANT`, `NON_COMPLIANT`, `NOT_APPLICABLE` or `INSUFFICIENT_DATA`. */
  type: string;
  /** Resources that break the rule, as `type id`; the first hundred. */
  nonCompliant: string[];
}

/** What a rule of AWS Config checks with. */
export interface RuleSource {
  /** `AWS` for a managed rule, `CUSTOM_LAMBDA`, `CUSTOM_POLICY`. */
  owner: string;
  /** Identifier of the managed rule, such as `S3_BUCKET_VERSIONING_ENABLED`, or the ARN of the function. */
  identifier?: string;
  parameters: Record<string, string>;
  /** Resource types it is limited to. */
  resourceTypes: string[];
}

/** What GuardDuty watches. */
export interface ThreatDetection {
  enabled: boolean;
  /** `FIFTEEN_MINUTES`, `ONE_HOUR` or `SIX_HOURS`. */
  publishingFrequency: string;
  /** Features by their names, such as `S3_DATA_EVENTS`, and whether each is on. */
  features: Record<string, boolean>;
}

/** Standards that Security Hub checks. */
export interface SecurityStandards {
  standards: { arn: string; status: string }[];
  autoEnableControls: boolean;
}

/** Whether recovery points can be deleted before their time. */
export interface VaultLock {
  locked: boolean;
  minRetentionInDays?: number;
  maxRetentionInDays?: number;
  /** When the lock becomes final; absent for a lock that can be taken off. */
  finalAt?: string;
  recoveryPoints: number;
}

/** One rule of a backup plan. */
export interface BackupRule {
  name: string;
  vault: string;
  /** Schedule expression; absent for a rule that AWS schedules. */
  schedule?: string;
  deleteAfterDays?: number;
  coldStorageAfterDays?: number;
  continuous: boolean;
  /** ARNs of the vaults that get a copy. */
  copiesTo: string[];
}

/** When a backup plan runs and how long it keeps what. */
export interface BackupRules {
  rules: BackupRule[];
}

/** One selection of a backup plan. */
export interface BackupSelection {
  name: string;
  /** ARNs, which may hold wildcards. */
  resources: string[];
  notResources: string[];
  /** Tags by which resources are chosen, as `key=value`. */
  tags: string[];
  /** Whether it depends on further conditions. */
  conditional: boolean;
}

/** What a backup plan backs up. */
export interface BackupSelections {
  selections: BackupSelection[];
}

/** One action of a pipeline. */
export interface PipelineAction {
  name: string;
  /** `Source`, `Build`, `Test`, `Deploy`, `Approval`, `Invoke` or `Compute`. */
  category: string;
  /** `CodeBuild`, `S3`, `CloudFormation`, ... */
  provider: string;
  owner: string;
  configuration: Record<string, string>;
}

/** Stages of a pipeline in their order. */
export interface PipelineStages {
  stages: { name: string; actions: PipelineAction[] }[];
}

/** The machine that builds run on. */
export interface BuildEnvironment {
  /** `LINUX_CONTAINER`, ... */
  type: string;
  image: string;
  /** `BUILD_GENERAL1_SMALL`, ... */
  computeType: string;
  privileged: boolean;
}

/** What is built. */
export interface BuildSource {
  /** `CODEPIPELINE`, `GITHUB`, `S3`, ... */
  type: string;
  location?: string;
  buildspec?: string;
}

/** What a CodeDeploy application deploys to. */
export interface DeploymentTargets {
  /** `Server`, `Lambda` or `ECS`. */
  computePlatform: string;
  /** Names of its deployment groups. */
  groups: string[];
}

/** Tables in a database of the Glue catalog. */
export interface CatalogTables {
  names: string[];
}

/** What a Glue job runs, and on what. */
export interface GlueRun {
  /** `glueetl`, `gluestreaming`, `pythonshell` or `glueray`. */
  command: string;
  script: string;
  /** Absent for Python shell jobs and for jobs with a plain capacity. */
  workerType?: string;
  workers?: number;
}

/** What a crawler looks through, and where it writes what it finds. */
export interface CrawlTargets {
  /** Paths by their kind, such as `{ kind: 's3', path: 's3://lake/orders/' }`. */
  targets: { kind: string; path: string }[];
  /** Database of the catalog; absent where none was named. */
  database?: string;
}

/** Where queries leave their results. */
export interface QueryResults {
  /** Absent where every client says so itself. */
  location?: string;
  /** Whether clients cannot choose another place. */
  enforced: boolean;
  /** Bytes after which a query is cancelled; absent where there is no limit. */
  scanLimitInBytes?: number;
}

/** Protection of a whole stack or machine against being taken down by mistake. */
export interface TerminationProtection {
  enabled: boolean;
}

/** Whether a stack is still as its template says. */
export interface Drift {
  /** `IN_SYNC`, `DRIFTED`, `NOT_CHECKED` or `UNKNOWN`. */
  status: string;
  /** When that was last found out. */
  checkedAt?: string;
}

/** State of a stack and what it tells. */
export interface StackDeployment {
  status: string;
  reason?: string;
  outputs: Record<string, string>;
}

/** Everything in a stack. */
export interface StackResources {
  resources: { logicalId: string; type: string; status: string; physicalId?: string }[];
}

/** Facets of identity, audit, observability, backup, delivery pipelines, catalogs and stacks. */
export interface GovernanceFacets {
  permissions: Permissions;
  inlinePolicies: InlinePolicies;
  policyDocuments: PolicyDocuments;
  permissionsBoundary: PermissionsBoundary;
  roleSession: RoleSession;
  policyAttachment: PolicyAttachment;
  signIn: SignIn;
  membership: Membership;
  description: Description;
  keyAliases: KeyAliases;
  keyGrants: KeyGrants;
  regionalReach: RegionalReach;
  secretContent: SecretContent;
  parameterKind: ParameterKind;
  parameterValue: ParameterValue;
  alarmState: AlarmState;
  compositeRule: CompositeRule;
  widgets: Widgets;
  metricFilters: MetricFilters;
  subscriptionFilters: SubscriptionFilters;
  logActivity: LogActivity;
  trailStatus: TrailStatus;
  trailSettings: TrailSettings;
  eventSelection: EventSelection;
  logDelivery: LogDelivery;
  recording: Recording;
  recordingScope: RecordingScope;
  ruleCompliance: RuleCompliance;
  ruleSource: RuleSource;
  threatDetection: ThreatDetection;
  securityStandards: SecurityStandards;
  vaultLock: VaultLock;
  backupRules: BackupRules;
  backupSelections: BackupSelections;
  pipelineStages: PipelineStages;
  buildEnvironment: BuildEnvironment;
  buildSource: BuildSource;
  deploymentTargets: DeploymentTargets;
  catalogTables: CatalogTables;
  glueRun: GlueRun;
  crawlTargets: CrawlTargets;
  queryResults: QueryResults;
  terminationProtection: TerminationProtection;
  drift: Drift;
  stackDeployment: StackDeployment;
  stackResources: StackResources;
}
