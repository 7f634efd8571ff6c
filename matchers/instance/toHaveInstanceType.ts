import { oneOrMany, pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { fits, shown } from '../value/value-match';

export const toHaveInstanceType = defineMatcher({
  facet: 'machine',
  summary: 'runs on machines of the given type',
  takes: [oneOrMany(pattern)],
  check: ({ instanceTypes }, expected: (string | RegExp)[]) => {
    const hits = instanceTypes.filter((type) => expected.some((each) => isType(type, each)));
    return {
      pass: hits.length > 0 && hits.length === instanceTypes.length,
      expected: expected.map((each) => String(shown(each))).join(' or '),
      received: instanceTypes.join(', ') || 'no instance type',
      fault:
        instanceTypes.length === 0
          ? 'its template leaves the instance type open'
          : hits.length > 0 && hits.length < instanceTypes.length
            ? 'only some of its types are so'
            : undefined,
    };
  },
});

/** `t3` is the family of `t3.micro`, never that of `t3a.micro`. */
function isType(type: string, expected: string | RegExp): boolean {
  return fits(expected, type) || (typeof expected === 'string' && type.startsWith(`${expected}.`));
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the machine is of this type: an instance, what a launch template describes, what an Auto Scaling group
     * launches. A group that mixes types passes when all of them fit, and fails in both directions when only some do.
     *
     * @param type a type (`'t3.micro'`), a family (`'t3'`), a RegExp, or a list of these.
     * @example await expect(instance).toHaveInstanceType('t3.micro');
     */
    toHaveInstanceType: Method<T, 'machine', [type: string | RegExp | (string | RegExp)[]]>;
  }
}
