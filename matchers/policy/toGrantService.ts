import { type Ask, defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { isResourceLike } from '../../src/engine/resource-like';
import { wrongArgument } from '../../src/engine/unjudged';
import type { Key, PolicyStatement, ResourcePolicy } from '../../src/facets';
import { arnParts } from '../pattern/wildcard';
import { isArn, withoutLogSuffix } from '../reference/refers-to';
import type { ContextValue, RequestContext } from './condition';
import { type Grant, judgeGrant } from './grant';
import { type ExpectedGrant, expectedGrant, type GrantExpectation } from './grant-expectation';
import { usualActions } from './service-actions';
import { principalsOf } from './service-principal';

interface PolicyFacts {
  policy: ResourcePolicy;
  /** The key that holds the policy, where it is one. */
  key?: Key;
  logGroup?: string;
  source?: string;
}

const logsContext = 'kms:encryptioncontext:aws:logs:arn';
const confining = /^(?:kms:encryptioncontext:|aws:source(?:arn|account|orgid|orgpaths)$)/;

export const toGrantService = defineMatcher({
  facet: 'resourcePolicy',
  summary: 'lets the given service use it',
  takes: [expectedGrant],
  relate: async (policy, ask, { encryptionContext, source }: ExpectedGrant): Promise<PolicyFacts> => ({
    policy,
    key: arnParts(policy.arn)[2] === 'kms' ? await ask.facet(policy.arn, 'key') : undefined,
    logGroup: isResourceLike(encryptionContext) ? logGroupArn(await arnOf(encryptionContext, ask), policy) : undefined,
    source: source === undefined ? undefined : await arnOf(source, ask),
  }),
  check: (facts: PolicyFacts, expected: ExpectedGrant) => {
    const { policy } = facts;
    const principals = principalsOf(expected.service, policy.region);
    const request = { principals, arn: policy.arn, context: contextOf(facts, expected, principals) };
    const grants = actionsOf(policy, expected).map((action) => judgeGrant(policy.statements, request, action));
    const granted = grants.filter(({ answer }) => answer === 'granted');
    const open = expected.strict ? granted.flatMap(({ by }) => by).filter((each) => !isConfined(each)) : [];
    const undecided = grants.find(({ answer }) => answer === 'undecided');
    return {
      pass: granted.length === grants.length && open.length === 0,
      expected: `${principals[0]} may ${grants.map(({ action }) => action).join(', ')}${limits(facts, expected)}`,
      received: receivedInWords(grants, open, policy),
      fault: faultOfKey(facts.key, expected) ?? undecided?.because ?? faultOfPart(grants, granted),
      advice: adviceOn(granted, principals, expected),
    };
  },
});

async function arnOf(resource: ResourceLike, ask: Ask): Promise<string> {
  const names = await ask.names(resource);
  return names.find(isArn) ?? names[0] ?? String(resource);
}

/** CloudWatch Logs passes the ARN of the group without the `:*` at its end. */
function logGroupArn(given: string, { arn, region, account }: ResourcePolicy): string {
  return isArn(given)
    ? withoutLogSuffix(given)
    : `arn:${arnParts(arn)[1]}:logs:${region}:${account}:log-group:${given}`;
}

function actionsOf({ arn }: ResourcePolicy, { actions, service }: ExpectedGrant): string[] {
  const [, , owner = ''] = arnParts(arn);
  if (actions) return actions.map((each) => (each.includes(':') || each === '*' ? each : `${owner}:${each}`));
  const usual = usualActions(service.name, owner);
  if (usual) return usual;
  throw wrongArgument(
    `toGrantService does not know what ${service.name} usually needs on ${arn}`,
    `Say it: { service: '${service.name}', actions: ['${owner}:...'] }.`,
  );
}

/** What is known of a request of the service; what the test leaves open may be anything that can be. */
function contextOf(
  { policy, logGroup, source }: PolicyFacts,
  { encryptionContext = {}, service }: ExpectedGrant,
  principals: string[],
): RequestContext {
  const anyGroup = { value: `arn:*:logs:${service.region ?? policy.region}:*:log-group:*`, some: true };
  const given = isResourceLike(encryptionContext) ? {} : encryptionContext;
  const on = source ?? logGroup;
  const known: [string, ContextValue][] = [
    ['aws:securetransport', { value: 'true' }],
    ['aws:principalisawsservice', { value: 'true' }],
    ['aws:principalservicename', { value: principals[0] ?? service.name }],
    ['aws:sourceaccount', { value: policy.account }],
    ['kms:calleraccount', { value: policy.account }],
    ['aws:sourcearn', on === undefined ? { value: 'arn:*:*:*:*:*', some: true } : { value: on }],
    ...Object.entries(given).map(([key, value]): [string, ContextValue] => [
      `kms:encryptioncontext:${key.toLowerCase()}`,
      { value },
    ]),
  ];
  if (service.name === 'logs') known.push([logsContext, logGroup === undefined ? anyGroup : { value: logGroup }]);
  // The policy that SNS writes by itself has this condition, and of the services CloudWatch alone fulfils it.
  if (service.name === 'cloudwatch') known.push(['aws:sourceowner', { value: policy.account }]);
  return new Map(known);
}

function isConfined({ conditions }: PolicyStatement): boolean {
  return Object.values(conditions).some((keys) => Object.keys(keys).some((key) => confining.test(key.toLowerCase())));
}

function limits({ logGroup, source }: PolicyFacts, { encryptionContext, strict }: ExpectedGrant): string {
  const context = logGroup ?? (encryptionContext && JSON.stringify(encryptionContext));
  return [
    context && ` for the encryption context ${context}`,
    source && ` on behalf of ${source}`,
    strict && ', confined by a condition',
  ]
    .filter(Boolean)
    .join('');
}

function receivedInWords(grants: Grant[], open: PolicyStatement[], { statements }: ResourcePolicy): string {
  const answers = [...new Set(grants.map(({ answer }) => answer))];
  const parts = answers.map((answer) => {
    const members = grants.filter((each) => each.answer === answer);
    const reasons = [...new Set(members.map(({ because }) => because).filter(Boolean))];
    return `${answer}: ${members.map(({ action }) => action).join(', ')}${reasons.length > 0 ? ` (${reasons.join('; ')})` : ''}`;
  });
  const services = [...new Set(statements.flatMap(({ principals }) => principals.Service ?? []))];
  if (grants.every(({ answer, because }) => answer === 'missing' && because === undefined))
    parts.push(`services that the policy names: ${services.join(', ') || 'none'}`);
  if (open.length > 0) parts.push('not confined by a condition');
  return parts.join('; ');
}

function faultOfKey(key: Key | undefined, { service }: ExpectedGrant): string | undefined {
  if (key && key.state !== 'Enabled') return `the key ${key.arn} is ${key.state}`;
  return key && service.name === 'logs' && key.spec !== 'SYMMETRIC_DEFAULT'
    ? `CloudWatch Logs takes symmetric keys only, and the key ${key.arn} is ${key.spec}`
    : undefined;
}

function faultOfPart(grants: Grant[], granted: Grant[]): string | undefined {
  if (granted.length === 0 || granted.length === grants.length) return undefined;
  const rest = grants.filter((each) => !granted.includes(each));
  return `only a part is granted: ${inWords(granted)}, and not ${inWords(rest)}`;
}

function inWords(grants: Grant[]): string {
  return grants.map(({ action }) => action).join(', ');
}

function adviceOn(granted: Grant[], principals: string[], { service, strict }: ExpectedGrant): string | undefined {
  const by = granted.flatMap((grant) => grant.by);
  const [regional = ''] = principals;
  const named = by.flatMap((statement) => statement.principals.Service ?? []);
  if (service.name === 'logs' && by.length > 0 && !named.includes(regional)) {
    return `AWS documents the principal ${regional} for CloudWatch Logs; name it instead of ${named.join(', ') || '*'}.`;
  }
  if (!strict && by.length > 0 && !by.every(isConfined)) {
    return 'Nothing confines the grant to your own resources: add a condition on the encryption context or aws:SourceArn.';
  }
  return undefined;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the resource's own policy lets an AWS service do what it needs: a key for CloudWatch Logs, a queue for a
     * topic, a bucket for CloudTrail. Deny statements are looked at first, wildcards in actions are expanded.
     *
     * `'logs'` knows what CloudWatch Logs needs on a key: `Encrypt`, `Decrypt`, `ReEncrypt*`, `GenerateDataKey` and
     * `DescribeKey`, as `logs.<region>.amazonaws.com`, and under the condition `kms:EncryptionContext:aws:logs:arn` where the
     * policy has it. A key that is not enabled, a grant of some of the actions, and one that hangs on a condition which cannot be judged, fail in both
     * directions. Grants (`kms:CreateGrant`) and IAM policies are not looked at.
     *
     * @param expected a service, or `{ service, actions?, encryptionContext?, source?, strict? }`; `strict` fails a grant that
     *   no condition confines.
     * @example await expect(key).toGrantService({ service: 'logs', encryptionContext: resource('LogGroupName') });
     * @example await expect(queue).toGrantService({ service: 'sns', source: resource('TopicArn') });
     */
    toGrantService: Method<T, 'resourcePolicy', [expected: string | GrantExpectation]>;
  }
}
