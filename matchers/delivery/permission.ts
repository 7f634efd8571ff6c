import type { Ask } from '../../src/engine/matcher';
import type { Encryption, Key, PolicyStatement, ResourcePolicy } from '../../src/facets';
import { arnParts } from '../pattern/wildcard';
import type { ContextValue } from '../policy/condition';
import { type Grant, judgeGrant } from '../policy/grant';
import { principalsOf } from '../policy/service-principal';

/** A policy as far as a permission goes. */
interface Policy {
  arn: string;
  region: string;
  account: string;
  statements: PolicyStatement[];
}

/** Who asks for a permission. */
export interface Caller {
  principals: readonly string[];
  /** ARN of the resource on whose behalf the service calls; any where the test leaves it open. */
  source?: string;
}

/** What stands between a sender and a destination. */
export interface Gate {
  destination: string;
  /** What the sender must be allowed; absent where the destination has no policy of its own for it. */
  action?: string;
  policy?: ResourcePolicy;
  /** The key that the destination encrypts with. */
  key?: Key;
  keyPolicy?: ResourcePolicy;
}

/** Actions by which services hand something to a destination, by the service in its ARN. */
const actions: Record<string, string> = { lambda: 'lambda:InvokeFunction', sqs: 'sqs:SendMessage', sns: 'sns:Publish' };

/**
 * API Gateway calls on behalf of one method of one stage, whose ARN is of `execute-api`. An API or a stage stands for
 * any method of it.
 */
function calledFrom(source: string): ContextValue {
  const [, partition, service, region, , resource = ''] = arnParts(source);
  const [, api, stage = '*'] = /^\/(?:restapis|apis)\/(\w+)(?:\/stages\/([^/]+))?$/.exec(resource) ?? [];
  if (service === 'apigateway' && api !== undefined) {
    return { value: `arn:${partition}:execute-api:${region}:*:${api}/${stage}/*`, some: true };
  }
  if (service === 'execute-api' && /^\w+$/.test(resource)) return { value: `${source}/*`, some: true };
  return { value: source };
}

/** Judges whether a policy lets a service act on behalf of a resource. */
export function judgePermission(policy: Policy, action: string, { principals, source }: Caller): Grant {
  const any: ContextValue = { value: 'arn:*:*:*:*:*', some: true };
  const context = new Map<string, ContextValue>([
    ['aws:securetransport', { value: 'true' }],
    ['aws:principalisawsservice', { value: 'true' }],
    ['aws:sourceaccount', { value: policy.account }],
    ['aws:sourcearn', source === undefined ? any : calledFrom(source)],
    // Only CloudWatch fills this key, by which the policy that SNS writes by itself confines everybody else.
    ['aws:sourceowner', { value: '' }],
    ['kms:calleraccount', { value: policy.account }],
    ['kms:viaservice', { value: '' }],
  ]);
  return judgeGrant(policy.statements, { principals, arn: policy.arn, context }, action);
}

/**
 * Reads what must let a sender through: the destination's policy, and the policy of the key it encrypts with.
 *
 * @param roleArn role with which the sender calls; the policies do not matter then.
 */
export async function gateOf(destination: string, roleArn: string | undefined, ask: Ask): Promise<Gate> {
  const [, , service = ''] = arnParts(destination);
  const action = actions[service];
  if (action === undefined || roleArn !== undefined) return { destination };
  const gate = { destination, action, policy: await ask.facet(destination, 'resourcePolicy') };
  if (service === 'lambda') return gate;
  const { key: reference }: Encryption = await ask.facet(destination, 'encryption');
  if (reference === undefined) return gate;
  const key = await ask.facet(reference, 'key');
  // Nobody can change the policy of a key that AWS manages, and it lets no other service in.
  if (key.manager === 'AWS') return { ...gate, key };
  return { ...gate, key, keyPolicy: await ask.facet(reference, 'resourcePolicy') };
}

/** What keeps a sender from a destination, in words; `undefined` where nothing does. */
export function obstacle(
  { destination, action, policy, key, keyPolicy }: Gate,
  service: string,
  source: string,
): string | undefined {
  if (action === undefined || policy === undefined) return undefined;
  const caller = { principals: principalsOf({ name: service }, policy.region), source };
  const principal = `${service}.amazonaws.com`;
  const grant = judgePermission(policy, action, caller);
  if (grant.answer !== 'granted') {
    return `the policy of ${destination} does not let ${principal} call ${action} on behalf of ${source}${grant.because ? `: ${grant.because}` : ''}`;
  }
  if (key === undefined) return undefined;
  if (keyPolicy === undefined) {
    return `${destination} is encrypted with the AWS-managed key ${key.arn}, which ${principal} cannot use`;
  }
  const missing = ['kms:Decrypt', 'kms:GenerateDataKey']
    .map((needed) => judgePermission(keyPolicy, needed, caller))
    .find(({ answer }) => answer !== 'granted');
  return missing && `the policy of the key ${key.arn} does not let ${principal} call ${missing.action}`;
}
