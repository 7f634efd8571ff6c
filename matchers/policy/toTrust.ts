import { flag, oneOrMany, optional } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import type { PolicyStatement } from '../../src/facets';
import { judgeTrust, principal, principalsIn, reachOfName, type Trustee, trusteesOf } from './trust';

/** Who else may be trusted. */
export interface TrustExpectation {
  /** Whether nobody else may be. */
  only?: boolean;
}

interface TrustFacts {
  statements: PolicyStatement[];
  trustees: { name: string; trustee: Trustee }[];
}

export const toTrust = defineMatcher({
  facet: 'trustPolicy',
  summary: 'may be assumed by the given principals',
  takes: [oneOrMany(principal), optional(options<TrustExpectation>({ only: optional(flag) }))],
  relate: async ({ statements }, ask, wanted: ResourceLike[]): Promise<TrustFacts> => ({
    statements,
    trustees: await trusteesOf(ask, wanted),
  }),
  check: ({ statements, trustees }: TrustFacts, _wanted: ResourceLike[], expected?: TrustExpectation) => {
    const answers = trustees.map(({ name, trustee }) => ({ name, ...judgeTrust(statements, trustee) }));
    const trusted = answers.filter(({ trust }) => trust === 'full');
    const unclear = answers.find(({ trust }) => trust === 'unclear');
    const others = principalsIn(statements).filter(
      ({ kind, name }) => name === '*' || !trustees.some(({ trustee }) => reachOfName(kind, name, trustee) === 'full'),
    );
    return {
      pass: trusted.length === answers.length && (!expected?.only || others.length === 0),
      expected: `${trustees.map(({ name }) => name).join(' and ')}${expected?.only ? ', and nobody else' : ''}`,
      received: trustInWords(statements),
      fault: unclear ? unclear.because : partOf(answers.length, trusted, answers),
    };
  },
});

function partOf(all: number, trusted: { name: string }[], answers: { name: string }[]): string | undefined {
  if (trusted.length === 0 || trusted.length === all) return undefined;
  const rest = answers.filter((each) => !trusted.includes(each));
  const names = (each: { name: string }[]) => each.map(({ name }) => name).join(', ');
  return `it trusts only some of them: ${names(trusted)}, and not ${names(rest)}`;
}

function trustInWords(statements: PolicyStatement[]): string {
  const names = principalsIn(statements).map(({ name }) => (name === '*' ? '* (everybody)' : name));
  return [...new Set(names)].join(', ') || 'nobody';
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the role's trust policy lets these principals assume it, Deny statements first; with `only`, nobody else.
     *
     * A wildcard trusts everybody. Conditions on an Allow (external id, source account, subject of a token) are taken as
     * fulfilled. Trust in a whole account is not trust in one of its roles, nor the other way round: either fails in both
     * directions, because the account's own policies decide.
     *
     * @param principals a service (`'lambda'`), an account id, an ARN, the handle of a role; or a list of these.
     * @param expected `{ only: true }` when nobody else may be trusted.
     * @example await expect(role).toTrust('lambda', { only: true });
     */
    toTrust: Method<T, 'trustPolicy', [principals: ResourceLike | ResourceLike[], expected?: TrustExpectation]>;
  }
}
