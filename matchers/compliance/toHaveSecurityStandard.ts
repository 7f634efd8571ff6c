import { pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { fits, shown } from '../value/value-match';

export const toHaveSecurityStandard = defineMatcher({
  facet: 'securityStandards',
  summary: 'checks the given standard',
  takes: [pattern],
  check: ({ standards }, expected: string | RegExp) => {
    const meant = standards.filter(({ arn }) => isMeant(arn, expected));
    const broken = meant.find(({ status }) => status !== 'READY');
    return {
      pass: meant.length > 0,
      expected: shown(expected),
      received: standards.map(({ arn, status }) => `${arn} (${status})`).join(', ') || 'no standard',
      fault:
        broken && !meant.some(({ status }) => status === 'READY')
          ? `the standard is there and in the state ${broken.status}`
          : undefined,
    };
  },
});

/** `standards/aws-foundational-security-best-practices/v/1.0.0`, with or without its version. */
function isMeant(arn: string, expected: string | RegExp): boolean {
  if (typeof expected !== 'string') return fits(expected, arn);
  const name = arn.split('/').slice(1).join('/');
  return arn === expected || name === expected || name.split('/')[0] === expected;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when Security Hub checks this standard. One that is not ready fails in both directions.
     *
     * @param standard name with or without version, ARN, or a RegExp on the ARN.
     * @example await expect(hub).toHaveSecurityStandard('aws-foundational-security-best-practices');
     */
    toHaveSecurityStandard: Method<T, 'securityStandards', [standard: string | RegExp]>;
  }
}
