import { pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { fits, shown } from '../value/value-match';

export const toHaveHandler = defineMatcher({
  facet: 'function',
  summary: 'starts at the given handler',
  takes: [pattern],
  check: ({ packageType, handler }, expected: string | RegExp) => ({
    pass: handler !== undefined && fits(expected, handler),
    expected: shown(expected),
    received: handler ?? 'no handler',
    notApplicable:
      packageType === 'Image' ? 'the function is a container image, which has an entry point of its own' : undefined,
    fault: handler === undefined ? `AWS names no handler for a function of the package type ${packageType}` : undefined,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the function starts at this handler. Not applicable to a container image.
     *
     * @param handler file and function, such as `index.handler`, exactly; or a RegExp.
     * @example await expect(fn).toHaveHandler('index.handler');
     */
    toHaveHandler: Method<T, 'function', [handler: string | RegExp]>;
  }
}
