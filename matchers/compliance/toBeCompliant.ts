import { defineMatcher, type Method } from '../../src/engine/matcher';

const shownAtMost = 5;

export const toBeCompliant = defineMatcher({
  facet: 'ruleCompliance',
  summary: 'finds every resource compliant',
  check: ({ type, nonCompliant }) => ({
    pass: type === 'COMPLIANT',
    expected: 'COMPLIANT',
    received: nonCompliant.length > 0 ? `${type}: ${inWords(nonCompliant)}` : type,
    fault: undecided.get(type),
  }),
});

const undecided = new Map([
  ['INSUFFICIENT_DATA', 'AWS Config has not evaluated the rule yet'],
  ['NOT_APPLICABLE', 'no resource is in the scope of the rule'],
]);

function inWords(resources: string[]): string {
  const more = resources.length - shownAtMost;
  return `${resources.slice(0, shownAtMost).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the AWS Config rule finds every resource in its scope compliant. A rule that has not been evaluated, or
     * has nothing in its scope, fails in both directions.
     *
     * @example await expect(rule).toBeCompliant();
     */
    toBeCompliant: Method<T, 'ruleCompliance'>;
  }
}
