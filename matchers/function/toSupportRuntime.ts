import { text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toSupportRuntime = defineMatcher({
  facet: 'layerCompatibility',
  summary: 'says that it works with the given runtime',
  takes: [text],
  check: ({ runtimes }, expected: string) => ({
    pass: runtimes.includes(expected),
    expected,
    received: runtimes.join(', ') || 'no runtime named',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the layer names this runtime among those it works with. Lambda does not enforce what a layer says.
     *
     * @param runtime identifier of the runtime, such as `python3.12`.
     * @example await expect(layer).toSupportRuntime('python3.12');
     */
    toSupportRuntime: Method<T, 'layerCompatibility', [runtime: string]>;
  }
}
