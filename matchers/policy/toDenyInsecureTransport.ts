import { defineMatcher, type Method } from '../../src/engine/matcher';
import type { PolicyStatement, ResourcePolicy } from '../../src/facets';
import { arnParts, covers } from '../pattern/wildcard';
import { isForEverybody, nameOf } from './statement-match';

/** Services whose policies refuse the wildcard over all actions. */
const widest: Record<string, string> = { sns: 'sns:Publish' };

export const toDenyInsecureTransport = defineMatcher({
  facet: 'resourcePolicy',
  summary: 'denies requests without TLS',
  check: (policy) => {
    const denying = policy.statements.filter(isOnInsecureTransport);
    const gaps = targetsOf(policy).filter((target) => !denying.some((each) => deniesAll(each, target, policy.arn)));
    const doubts = denying.map((each) => doubtOf(each, policy.arn)).filter((doubt) => doubt !== undefined);
    return {
      pass: gaps.length === 0,
      expected: `a Deny for everybody on ${actionOf(policy.arn)} when aws:SecureTransport is false`,
      received:
        denying.length === 0
          ? `no statement that denies it${policy.statements.length === 0 ? ', and no policy at all' : ''}`
          : [
              gaps.length === 0 ? denying.map(nameOf).join(', ') : `requests to ${gaps.join(', ')} pass`,
              ...doubts,
            ].join('; '),
      fault: denying.length > 0 && gaps.length > 0 ? `it denies only a part: ${gaps.join(', ')} stays open` : undefined,
    };
  },
});

function actionOf(arn: string): string {
  const [, , service = ''] = arnParts(arn);
  return widest[service] ?? `${service}:*`;
}

/** A bucket and the objects in it are two resources to a policy. */
function targetsOf({ arn }: ResourcePolicy): string[] {
  return arnParts(arn)[2] === 's3' ? [arn, `${arn}/*`] : [arn];
}

function isOnInsecureTransport({ effect, conditions }: PolicyStatement): boolean {
  return (
    effect === 'Deny' &&
    Object.entries(conditions).some(
      ([operator, keys]) =>
        /^bool(ifexists)?$/i.test(operator) &&
        Object.entries(keys).some(
          ([key, values]) => key.toLowerCase() === 'aws:securetransport' && values.every(isFalse) && values.length > 0,
        ),
    )
  );
}

function isFalse(value: string): boolean {
  return value.toLowerCase() === 'false';
}

function deniesAll(statement: PolicyStatement, target: string, arn: string): boolean {
  return (
    isForEverybody(statement) &&
    hasNoOtherCondition(statement) &&
    coversAction(statement, arn) &&
    !statement.notResource &&
    (statement.resources.length === 0 || statement.resources.some((each) => covers(each, target)))
  );
}

function hasNoOtherCondition({ conditions }: PolicyStatement): boolean {
  return Object.values(conditions).flatMap((keys) => Object.keys(keys)).length === 1;
}

function coversAction({ actions, notAction }: PolicyStatement, arn: string): boolean {
  return !notAction && actions.some((each) => covers(each.toLowerCase(), actionOf(arn).toLowerCase()));
}

function doubtOf(statement: PolicyStatement, arn: string): string | undefined {
  const name = nameOf(statement);
  if (!isForEverybody(statement)) return `${name} is not for everybody`;
  if (!hasNoOtherCondition(statement)) return `${name} has other conditions as well`;
  return coversAction(statement, arn) ? undefined : `${name} is only on ${statement.actions.join(', ')}`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the resource's policy denies everybody every request without TLS: a Deny for `*` on all actions with the
     * condition `aws:SecureTransport` false; of a bucket, on the bucket and on its objects.
     *
     * A Deny of only a part (some actions, some principals, only the objects) fails in both directions.
     *
     * @example await expect(bucket).toDenyInsecureTransport();
     */
    toDenyInsecureTransport: Method<T, 'resourcePolicy'>;
  }
}
