import { argument, count, flag, isRecord, optional, refuse } from '../../src/engine/argument';
import { isHandle } from '../../src/engine/handle';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import type { PasswordPolicy } from '../../src/facets';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

/** What a password must be like. */
export interface PasswordExpectation {
  /** Characters; exact, or `{ atLeast, atMost }`. */
  minimumLength?: Bounded<number>;
  requireUppercase?: boolean;
  requireLowercase?: boolean;
  requireNumbers?: boolean;
  requireSymbols?: boolean;
}

interface ExpectedPassword {
  minimumLength?: Bounds;
  requireUppercase?: boolean;
  requireLowercase?: boolean;
  requireNumbers?: boolean;
  requireSymbols?: boolean;
}

const password = options<ExpectedPassword>({
  minimumLength: optional(bounded(count)),
  requireUppercase: optional(flag),
  requireLowercase: optional(flag),
  requireNumbers: optional(flag),
  requireSymbols: optional(flag),
});

const expectedPassword = argument<PasswordExpectation, ExpectedPassword>(password.takes, (given) =>
  isRecord(given) && !isHandle(given) && Object.keys(given).length === 0
    ? refuse('it asks nothing of a password')
    : password.read(given),
);

const switches = ['requireUppercase', 'requireLowercase', 'requireNumbers', 'requireSymbols'] as const;

export const toHavePasswordPolicy = defineMatcher({
  facet: 'passwordPolicy',
  summary: 'asks for passwords of the given kind',
  takes: [expectedPassword],
  check: (policy, expected: ExpectedPassword) => ({
    pass:
      (expected.minimumLength === undefined || isWithin(expected.minimumLength, policy.minimumLength)) &&
      switches.every((name) => expected[name] === undefined || expected[name] === policy[name]),
    expected: [
      expected.minimumLength && `${boundsInWords(expected.minimumLength, String)} characters`,
      ...switchesInWords(expected),
    ]
      .filter(Boolean)
      .join(', '),
    received: [`${policy.minimumLength} characters`, ...switchesInWords(policy)].join(', '),
  }),
});

function switchesInWords(policy: Partial<Pick<PasswordPolicy, (typeof switches)[number]>>): string[] {
  return switches
    .filter((name) => policy[name] !== undefined)
    .map((name) => `${policy[name] ? 'with' : 'without need of'} ${name.slice('require'.length).toLowerCase()}`);
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when passwords must be like this; what is left out does not matter.
     *
     * @param expected `minimumLength` (exact, or `{ atLeast, atMost }`) and the four `require...` switches.
     * @example await expect(userPool).toHavePasswordPolicy({ minimumLength: { atLeast: 12 }, requireSymbols: true });
     */
    toHavePasswordPolicy: Method<T, 'passwordPolicy', [expected: PasswordExpectation]>;
  }
}
