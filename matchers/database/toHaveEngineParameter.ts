import { argument, isRegExp, optional, text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { fits, shown } from '../value/value-match';

const expectedValue = argument<string | number | RegExp>(
  "a value as text or number ('1', 1) or a regular expression",
  (given) => (typeof given === 'string' || typeof given === 'number' || isRegExp(given) ? given : undefined),
);

export const toHaveEngineParameter = defineMatcher({
  facet: 'engineParameters',
  summary: 'sets a parameter of its engine',
  takes: [text, optional(expectedValue)],
  check: ({ group, values }, name: string, expected?: string | number | RegExp) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    const wanted = typeof expected === 'number' ? String(expected) : expected;
    return {
      pass: value !== undefined && (wanted === undefined || fits(wanted, value)),
      expected: wanted === undefined ? `${name} with a value` : { [name]: shown(wanted) },
      received: value === undefined ? `no value for ${name} in ${group}` : { [name]: value },
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when a parameter of the database engine has this value, asked of a parameter group or of the database that uses
     * it. AWS gives values as text; a number stands for its text. A parameter without a value has the engine's default.
     *
     * @param name parameter name, such as `max_connections`.
     * @param value text, number or RegExp; any value when left out.
     * @example await expect(db).toHaveEngineParameter('rds.force_ssl', 1);
     */
    toHaveEngineParameter: Method<T, 'engineParameters', [name: string, value?: string | number | RegExp]>;
  }
}
