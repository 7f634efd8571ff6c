import { oneOf } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

/** How containers reach the network. */
export type NetworkMode = 'awsvpc' | 'bridge' | 'host' | 'none';

export const toHaveNetworkMode = defineMatcher({
  facet: 'taskSize',
  summary: 'has the given network mode',
  takes: [oneOf('awsvpc', 'bridge', 'host', 'none')],
  check: ({ networkMode }, expected: NetworkMode) => ({
    pass: networkMode === expected,
    expected,
    received: networkMode,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when containers reach the network in this way; without a setting it is `bridge`.
     *
     * @param mode `awsvpc`, `bridge`, `host` or `none`.
     * @example await expect(task).toHaveNetworkMode('awsvpc');
     */
    toHaveNetworkMode: Method<T, 'taskSize', [mode: NetworkMode]>;
  }
}
