import { argument, isRecord, optional, pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { judgeProperties } from '../value/properties';
import { fits, shown } from '../value/value-match';

/** How the rule must be set up. */
export interface RuleExpectation {
  /** Parameters with their values as text. */
  parameters?: Record<string, string>;
}

const parameters = argument<Record<string, string>>('parameters with their values as text', (given) =>
  isRecord(given) && Object.values(given).every((value) => typeof value === 'string')
    ? (given as Record<string, string>)
    : undefined,
);

export const toCheckWith = defineMatcher({
  facet: 'ruleSource',
  summary: 'checks with the given rule',
  takes: [pattern, optional(options<RuleExpectation>({ parameters: optional(parameters) }))],
  check: (
    { owner, identifier, parameters: own },
    expected: string | RegExp,
    { parameters: wanted = {} }: RuleExpectation = {},
  ) =>
    judgeProperties([
      {
        name: 'rule',
        pass: fits(expected, identifier),
        expected: shown(expected),
        received: identifier ?? `a rule without identifier (${owner})`,
      },
      ...Object.entries(wanted).map(([name, value]) => ({
        name: `parameter ${name}`,
        pass: own[name] === value,
        expected: value,
        received: own[name] ?? 'not set',
      })),
    ]),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the AWS Config rule is this managed rule, or calls this function.
     *
     * @param rule identifier of the managed rule, or ARN of the function; a RegExp is tried on either.
     * @param expected `{ parameters }` with their values as text.
     * @example await expect(rule).toCheckWith('IAM_PASSWORD_POLICY', { parameters: { MinimumPasswordLength: '14' } });
     */
    toCheckWith: Method<T, 'ruleSource', [rule: string | RegExp, expected?: RuleExpectation]>;
  }
}
