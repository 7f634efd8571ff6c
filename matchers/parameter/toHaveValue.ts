import { argument, optional } from '../../src/engine/argument';
import { type Handle, isHandle } from '../../src/engine/handle';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import type { ParameterValue } from '../../src/facets';
import { refersTo } from '../reference/refers-to';
import { type ExpectedText, expectedText, fits, shown } from '../value/value-match';

interface ValueFacts extends ParameterValue {
  /** By what the resource is known that the value must name. */
  names: readonly string[];
}

const expectedValue = argument<ExpectedText | Handle>(`${expectedText.takes}, or a handle`, (given) =>
  isHandle(given) ? given : expectedText.read(given),
);

export const toHaveValue = defineMatcher({
  facet: 'parameterValue',
  summary: 'has the value',
  takes: [optional(expectedValue)],
  relate: async (parameter, ask, expected?: ExpectedText | Handle): Promise<ValueFacts> => ({
    ...parameter,
    names: isHandle(expected) ? await ask.names(expected) : [],
  }),
  check: ({ value, secure, names }: ValueFacts, expected?: ExpectedText | Handle) => {
    const pass = isHandle(expected)
      ? refersTo(value, names)
      : expected === undefined
        ? value !== ''
        : fits(expected, value);
    if (secure) {
      return { pass, expected: '(masked)', received: pass ? '(masked, as given)' : '(masked, another value)' };
    }
    const wanted = isHandle(expected) ? names.join(' or ') : expected === undefined ? 'any value' : shown(expected);
    return { pass, expected: wanted, received: value };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the SSM parameter holds this value. The value of a `SecureString` is read (`kms:Decrypt`) and masked in
     * messages; a `StringList` is one text with commas.
     *
     * @param value the whole value, a RegExp, an asymmetric matcher, or a handle whose ARN, id or name it must be; any
     *   value when left out.
     * @example await expect(parameter).toHaveValue(resource('OrdersTableName'));
     */
    toHaveValue: Method<T, 'parameterValue', [value?: ExpectedText | Handle]>;
  }
}
