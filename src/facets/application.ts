/** What applications are made of: functions, messages, events, APIs, names, certificates and users. Types only. */

import type { PolicyStatement } from '../facets';

/** Delivery in order and once. */
export interface FifoOrdering {
  enabled: boolean;
  /** Whether messages with the same body count as one. */
  contentBasedDeduplication: boolean;
}

/** Name that people see, such as the sender of a text message. */
export interface DisplayName {
  /** Empty where none was set. */
  text: string;
}

/** How a queue hands out its messages. */
export interface QueueDelivery {
  visibilityTimeoutInSeconds: number;
  delayInSeconds: number;
  receiveWaitTimeInSeconds: number;
  maximumMessageSizeInBytes: number;
}

/** Role with whose permissions the resource acts. */
export interface ExecutionRole {
  /** Absent where it has none. */
  arn?: string;
}

/** Share of the account's concurrency that only this function may use. */
export interface ReservedConcurrency {
  /** Absent where nothing is reserved. */
  executions?: number;
}

/** How a function treats events that nobody waits for the answer of. */
export interface AsyncInvocation {
  maximumRetryAttempts: number;
  maximumEventAgeInSeconds: number;
  /** ARNs of those who are told of the outcome. */
  destinations: { on: 'success' | 'failure'; target: string }[];
}

/** How often a function was called in the last day, and how often it failed. */
export interface FunctionRuns {
  /** Periods in which it was called, the oldest first. */
  periods: { startedAt: string; lengthInSeconds: number; invocations: number; errors: number }[];
}

/** Execution environments that are kept ready. */
export interface ProvisionedConcurrency {
  /** 0 where nothing was configured. */
  requested: number;
  available: number;
  /** `READY`, `IN_PROGRESS`, `FAILED`; absent where nothing was configured. */
  status?: string;
  reason?: string;
}

/** Instruction sets it runs on. */
export interface ProcessorArchitecture {
  /** In the words of the API, such as `arm64` and `x86_64`. */
  architectures: string[];
}

/** Layers of a function, in their order. */
export interface FunctionLayers {
  layers: string[];
}

/** Space of `/tmp`. */
export interface TemporaryStorage {
  megabytes: number;
}

/** Who may invoke a function, by its own policy. */
export interface InvokePermission {
  arn: string;
  region: string;
  account: string;
  /** Action that is asked for, such as `lambda:InvokeFunction`. */
  action: string;
  statements: PolicyStatement[];
}

/** Which version an alias stands for. */
export interface AliasVersion {
  functionName: string;
  version: string;
  /** Share of the calls, between 0 and 1, that goes to another version, by version. */
  otherVersions: Record<string, number>;
}

/** Where a layer can be used. */
export interface LayerCompatibility {
  /** Empty where the layer does not say. */
  runtimes: string[];
  version: number;
}

/** Whether it does its work: an event rule, a schedule, a distribution. */
export interface Activation {
  enabled: boolean;
  /** In the words of the API. */
  state: string;
}

/** When something is started. */
export interface ScheduleExpression {
  /** `rate(5 minutes)`, `cron(0 12 * * ? *)`; absent where it waits for events alone. */
  expression?: string;
  timezone?: string;
}

/** Which events a rule takes. */
export interface EventPattern {
  /** Absent where the rule runs by a schedule alone. */
  pattern?: Record<string, unknown>;
}

/** One place a rule or a schedule sends to. */
export interface EventTarget {
  arn: string;
  /** Role it is called with; absent where the target's own policy has to allow it. */
  roleArn?: string;
  deadLetter?: string;
  /** Fixed input, where there is one. */
  input?: string;
}

/** Where a rule or a schedule sends to. */
export interface EventTargets {
  /** ARN of the rule or schedule. */
  from: string;
  /** Service that calls the targets, such as `events`. */
  service: string;
  /** Whether anything is sent at all. */
  enabled: boolean;
  targets: EventTarget[];
}

/** One subscriber of a topic as a destination. */
export interface TopicDelivery {
  /** ARN or address. */
  to: string;
  protocol: string;
  confirmed: boolean;
}

/** Where a topic delivers to. */
export interface TopicDeliveries {
  /** ARN of the topic. */
  from: string;
  /** Service that delivers, such as `sns`. */
  service: string;
  destinations: TopicDelivery[];
}

/** What one subscription takes and how it hands it on. */
export interface SubscriptionFilter {
  topicArn: string;
  /** Absent where every message is taken. */
  policy?: Record<string, unknown>;
  /** `MessageAttributes` or `MessageBody`. */
  scope?: string;
  rawMessageDelivery: boolean;
}

/** A state machine. */
export interface Workflow {
  /** `STANDARD` or `EXPRESS`. */
  type: string;
  /** Names of the states, those inside of Map and Parallel states included. */
  states: string[];
  /** ARNs that the definition names: its tasks, and whatever they are given. */
  calls: string[];
}

/** What an API or a state machine writes about each request or execution. */
export interface ExecutionLogs {
  enabled: boolean;
  /** In the words of the API, such as `ERROR`, `INFO`, `ALL` or `OFF`. */
  level: string;
  /** Whether the data of the requests is written too. */
  includesData: boolean;
  /** ARNs of the log groups, where the service tells them. */
  destinations: string[];
}

/** How an API is reached. */
export interface ApiEndpoint {
  /** `REST`, `HTTP`, `WEBSOCKET` or `GRAPHQL`. */
  protocol: string;
  /** `EDGE`, `REGIONAL`, `PRIVATE`. */
  types: string[];
  /** Whether the address that AWS made for it is switched off in favour of a domain name. */
  defaultAddressDisabled: boolean;
}

/** Stages of an API. */
export interface ApiStages {
  stages: string[];
}

/** One method of an API and what stands before it. */
export interface ApiRoute {
  /** `GET`, ...; `ANY` for all; absent for the routes of a WebSocket API. */
  method?: string;
  /** `/orders/{id}`, or the key of a WebSocket route such as `$connect`. */
  path: string;
  /** `NONE`, `AWS_IAM`, `CUSTOM`, `COGNITO_USER_POOLS`, `JWT`. */
  authorization: string;
  authorizerId?: string;
  apiKeyRequired: boolean;
  /** What it leads to: URI or ARN; absent where there is nothing behind it. */
  integration?: string;
  /** ARN of the role with which the API calls what is behind it; absent where it needs none. */
  role?: string;
}

/** Methods of an API. */
export interface ApiRoutes {
  /** Every path, those without methods included. */
  paths: string[];
  routes: ApiRoute[];
}

/** Authorizers of an API. */
export interface ApiAuthorizers {
  authorizers: { id: string; name: string; type: string; providers: string[] }[];
}

/** Metrics of the methods of an API. */
export interface MethodMetrics {
  /** Whether every method publishes its own, but for those in `without`. */
  enabled: boolean;
  /** Methods that have settings of their own and publish none, as the API names them. */
  without: string[];
}

/** Limits on requests. */
export interface Throttling {
  /** Requests per second; absent where the account's limit holds. */
  rate?: number;
  burst?: number;
}

/** The web ACL that stands before it. */
export interface AttachedWebAcl {
  /** Absent where there is none. */
  arn?: string;
}

/** Lowest version of TLS that callers may use. */
export interface MinimumTls {
  /** `1.0`, `1.1`, `1.2`, `1.3`. */
  version: string;
  /** Name of the policy that says so. */
  policy: string;
}

/** What is done with a request over plain HTTP. */
export interface PlainHttp {
  /** What each behaviour does, by its path pattern. */
  behaviours: { path: string; answer: 'serves' | 'redirects' | 'refuses' }[];
}

/** One origin of a distribution. */
export interface Origin {
  id: string;
  domain: string;
  path: string;
  /** `origin access control`, `origin access identity` or `none`. */
  access: 'origin access control' | 'origin access identity' | 'none';
  /** `https-only`, ...; absent for S3. */
  protocolPolicy?: string;
}

/** Origins of a distribution. */
export interface Origins {
  origins: Origin[];
}

/** Names a distribution answers to besides its own. */
export interface AlternateNames {
  names: string[];
  /** ARN of the certificate; absent for the one of AWS. */
  certificateArn?: string;
}

/** A hosted zone. */
export interface DnsZone {
  /** Without the dot at its end. */
  name: string;
  private: boolean;
  vpcIds: string[];
  nameServers: string[];
}

/** One record. */
export interface DnsRecord {
  /** Without the dot at its end. */
  name: string;
  type: string;
  values: string[];
  /** Name that an alias leads to. */
  aliasTarget?: string;
  ttlInSeconds?: number;
  /** What tells records of one name apart, such as `weighted 10`. */
  routing?: string;
}

/** Records of a zone, or of a name. */
export interface DnsRecords {
  /** Name of the zone, without the dot at its end. */
  zone: string;
  records: DnsRecord[];
}

/** What a Route 53 health check looks at. */
export interface HealthProbe {
  /** `HTTPS`, `TCP`, `CALCULATED`, `CLOUDWATCH_METRIC`, ... */
  type: string;
  host?: string;
  port?: number;
  path?: string;
  intervalInSeconds?: number;
  failureThreshold?: number;
}

/** What checkers say of it now. */
export interface ReportedHealth {
  healthy: boolean;
  detail: string;
}

/** A certificate. */
export interface CertificateFacts {
  status: string;
  /** The domain and the alternative names. */
  domains: string[];
  /** End of validity as ISO 8601; absent until it is issued. */
  notAfter?: string;
  /** Seconds from the reading to that end; negative when it is over. */
  secondsLeft?: number;
  /** Whether ACM renews it by itself. */
  renewal: 'ELIGIBLE' | 'INELIGIBLE';
  /** ARNs of the resources that use it. */
  usedBy: string[];
}

/** One rule of a web ACL. */
export interface WebAclRule {
  name: string;
  priority: number;
  /** `allow`, `block`, `count`, `captcha`, `challenge`; `none` for a group whose own actions hold. */
  action: string;
  /** `AWSManagedRulesCommonRuleSet`, ... for a managed group. */
  managedGroup?: string;
  /** Requests of one address in the evaluation window, for a rate rule. */
  rateLimit?: number;
}

/** Rules of a web ACL, by priority. */
export interface WebAclRules {
  scope: 'REGIONAL' | 'CLOUDFRONT';
  rules: WebAclRule[];
}

/** What happens where no rule says otherwise. */
export interface DefaultAction {
  /** In lower case, such as `allow` or `block`. */
  action: string;
}

/** What a web ACL stands before. */
export interface ProtectedResources {
  arns: string[];
}

/** What a password must be like. */
export interface PasswordPolicy {
  minimumLength: number;
  requireUppercase: boolean;
  requireLowercase: boolean;
  requireNumbers: boolean;
  requireSymbols: boolean;
  temporaryPasswordValidityInDays?: number;
}

/** A second factor at the sign-in. */
export interface MultiFactor {
  /** `ON` (required), `OPTIONAL`, `OFF`. */
  mode: string;
  methods: string[];
}

/** How users come into a pool and sign in. */
export interface UserSignUp {
  /** Whether people may sign up by themselves. */
  selfSignUp: boolean;
  /** What people sign in with besides a user name: `email`, `phone_number`. */
  signInWith: string[];
  verified: string[];
}

/** Functions that a user pool calls, by the name of the moment such as `PreSignUp`. */
export interface UserPoolTriggers {
  functions: Record<string, string>;
}

/** What an application may do with a user pool. */
export interface OAuthClient {
  callbackUrls: string[];
  logoutUrls: string[];
  /** `code`, `implicit`, `client_credentials`; empty where the hosted sign-in is off. */
  flows: string[];
  scopes: string[];
  providers: string[];
}

/** How an application signs users in by the API. */
export interface SignInFlows {
  /** `ALLOW_USER_SRP_AUTH`, ... */
  flows: string[];
  hasSecret: boolean;
  hidesMissingUsers: boolean;
}

/** Who gets an identity. */
export interface IdentityAccess {
  /** Whether people get one without signing in. */
  guests: boolean;
  /** User pool clients and other providers. */
  providers: string[];
  authenticatedRole?: string;
  unauthenticatedRole?: string;
}

/** Facets of the application domain by name. */
export interface ApplicationFacets {
  fifoOrdering: FifoOrdering;
  displayName: DisplayName;
  queueDelivery: QueueDelivery;
  executionRole: ExecutionRole;
  reservedConcurrency: ReservedConcurrency;
  asyncInvocation: AsyncInvocation;
  functionRuns: FunctionRuns;
  provisionedConcurrency: ProvisionedConcurrency;
  processorArchitecture: ProcessorArchitecture;
  functionLayers: FunctionLayers;
  temporaryStorage: TemporaryStorage;
  invokePermission: InvokePermission;
  aliasVersion: AliasVersion;
  layerCompatibility: LayerCompatibility;
  activation: Activation;
  scheduleExpression: ScheduleExpression;
  eventPattern: EventPattern;
  eventTargets: EventTargets;
  topicDeliveries: TopicDeliveries;
  subscriptionFilter: SubscriptionFilter;
  workflow: Workflow;
  executionLogs: ExecutionLogs;
  apiEndpoint: ApiEndpoint;
  apiStages: ApiStages;
  apiRoutes: ApiRoutes;
  apiAuthorizers: ApiAuthorizers;
  methodMetrics: MethodMetrics;
  throttling: Throttling;
  attachedWebAcl: AttachedWebAcl;
  minimumTls: MinimumTls;
  plainHttp: PlainHttp;
  origins: Origins;
  alternateNames: AlternateNames;
  dnsZone: DnsZone;
  dnsRecords: DnsRecords;
  healthProbe: HealthProbe;
  reportedHealth: ReportedHealth;
  certificate: CertificateFacts;
  webAclRules: WebAclRules;
  defaultAction: DefaultAction;
  protectedResources: ProtectedResources;
  passwordPolicy: PasswordPolicy;
  multiFactor: MultiFactor;
  userSignUp: UserSignUp;
  userPoolTriggers: UserPoolTriggers;
  oauthClient: OAuthClient;
  signInFlows: SignInFlows;
  identityAccess: IdentityAccess;
}
