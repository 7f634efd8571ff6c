import { optional, text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import type { CorsRule } from '../../src/facets';

/** The request that must be allowed. */
export interface CorsExpectation {
  /** Origin, such as `https://shop.example.com`, or `*` for a rule that names every origin. */
  origin?: string;
  /** Method, such as `PUT`. */
  method?: string;
}

export const toHaveCors = defineMatcher({
  facet: 'cors',
  summary: 'allows requests from other origins',
  takes: [optional(options<CorsExpectation>({ origin: optional(text), method: optional(text) }))],
  check: ({ rules }, expected: CorsExpectation = {}) => ({
    pass: rules.some((rule) => allows(rule, expected)),
    expected: `${expected.method ?? 'any method'} from ${expected.origin ?? 'any origin'}`,
    received:
      rules.length > 0
        ? rules.map(({ origins, methods }) => `${methods.join(', ')} from ${origins.join(', ')}`)
        : 'no rule',
  }),
});

function allows({ origins, methods }: CorsRule, { origin, method }: CorsExpectation): boolean {
  return (
    (origin === undefined || origins.some((each) => covers(each, origin))) &&
    (method === undefined || methods.some((each) => each === '*' || each.toUpperCase() === method.toUpperCase()))
  );
}

/** An allowed origin may hold one `*`. */
function covers(allowed: string, origin: string): boolean {
  const [before = '', after] = allowed.split('*');
  if (after === undefined) return allowed === origin;
  return origin.length >= before.length + after.length && origin.startsWith(before) && origin.endsWith(after);
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when a request from another origin is allowed (CORS): one rule must allow both the origin and the method.
     * `.not.toHaveCors({ origin: '*' })` says that not every origin is allowed.
     *
     * @param expected origin and method; any when left out.
     * @example await expect(bucket).toHaveCors({ origin: 'https://shop.example.com', method: 'PUT' });
     */
    toHaveCors: Method<T, 'cors', [expected?: CorsExpectation]>;
  }
}
