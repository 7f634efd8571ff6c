import { optional, text } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import { isArn, refersTo } from '../reference/refers-to';

interface TriggerFacts {
  functions: Record<string, string>;
  names?: readonly string[];
}

export const toHaveUserPoolTrigger = defineMatcher({
  facet: 'userPoolTriggers',
  summary: 'calls a function at the given moment',
  takes: [text, optional(resourceLike)],
  relate: async ({ functions }, ask, _moment: string, fn?: ResourceLike): Promise<TriggerFacts> => ({
    functions,
    names: fn === undefined ? undefined : await ask.names(fn),
  }),
  check: ({ functions, names }: TriggerFacts, moment: string, fn?: ResourceLike) => {
    const called = Object.entries(functions).find(([name]) => name.toLowerCase() === moment.toLowerCase())?.[1];
    const all = Object.entries(functions).map(([name, arn]) => `${name}: ${arn}`);
    return {
      pass: called !== undefined && (names === undefined || refersTo(called, names)),
      expected: `${moment}: ${names?.find(isArn) ?? (fn === undefined ? 'a function' : String(fn))}`,
      received: all.length === 0 ? 'no trigger' : all,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the user pool calls this function at this moment; any function when none is given.
     *
     * @param moment name in the API, such as `PreSignUp` or `PostConfirmation`; letter case does not matter.
     * @param fn the function as a handle, an ARN or a name.
     * @example await expect(userPool).toHaveUserPoolTrigger('PostConfirmation', resource('WelcomeFunctionArn'));
     */
    toHaveUserPoolTrigger: Method<T, 'userPoolTriggers', [moment: string, fn?: ResourceLike]>;
  }
}
