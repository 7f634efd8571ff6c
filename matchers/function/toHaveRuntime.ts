import { argument, isRegExp } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { fits, shown } from '../value/value-match';

const runtime = argument<string | RegExp>(
  "a runtime ('python3.11'), a family of runtimes ('python') or a regular expression",
  (given) => (isRegExp(given) || (typeof given === 'string' && /^[a-z]+[a-z0-9.]*$/.test(given)) ? given : undefined),
);

export const toHaveRuntime = defineMatcher({
  facet: 'function',
  summary: 'runs on the given runtime',
  takes: [runtime],
  check: ({ packageType, runtime: received }, expected: string | RegExp) => ({
    pass: received !== undefined && isOf(expected, received),
    expected:
      typeof expected === 'string' && !/\d/.test(expected) ? `a runtime of the family ${expected}` : shown(expected),
    received: received ?? 'no runtime',
    notApplicable:
      packageType === 'Image' ? 'the function is a container image, which brings its own runtime' : undefined,
    fault:
      received === undefined ? `AWS names no runtime for a function of the package type ${packageType}` : undefined,
  }),
});

function isOf(expected: string | RegExp, received: string): boolean {
  if (typeof expected !== 'string') return fits(expected, received);
  const [family] = /^[a-z]+/.exec(received) ?? [];
  // The runtimes of Node.js end in .x, which nobody says: nodejs22 is nodejs22.x.
  return expected === received || expected === family || `${expected}.x` === received;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the function runs on this runtime, or on any of its family.
     *
     * Not applicable to a container image, which has no runtime.
     *
     * @param runtime a runtime identifier (`'python3.11'`, `'nodejs22.x'`), a family (`'python'`), or a RegExp.
     * @example await expect(fn).toHaveRuntime('python3.11');
     */
    toHaveRuntime: Method<T, 'function', [runtime: string | RegExp]>;
  }
}
