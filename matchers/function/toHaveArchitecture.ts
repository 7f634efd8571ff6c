import { argument } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

const spellings: Record<string, string> = {
  x64: 'x86_64',
  amd64: 'x86_64',
  x86_64: 'x86_64',
  arm64: 'arm64',
  aarch64: 'arm64',
};

/** An architecture, in the words of AWS whatever the test calls it. */
const architecture = argument<'arm64' | 'x86_64', string>("'arm64' or 'x86_64'", (given) =>
  typeof given === 'string' && Object.hasOwn(spellings, given.toLowerCase())
    ? spellings[given.toLowerCase()]
    : undefined,
);

export const toHaveArchitecture = defineMatcher({
  facet: 'processorArchitecture',
  summary: 'runs on the given instruction set',
  takes: [architecture],
  check: ({ architectures }, expected: string) => ({
    pass: architectures.some((each) => (spellings[each.toLowerCase()] ?? each) === expected),
    expected,
    received: architectures.join(', ') || 'none named',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the function runs on this instruction set; for a layer, when the layer says that it can.
     *
     * @param architecture `'arm64'` (Graviton) or `'x86_64'`.
     * @example await expect(fn).toHaveArchitecture('arm64');
     */
    toHaveArchitecture: Method<T, 'processorArchitecture', [architecture: 'arm64' | 'x86_64']>;
  }
}
