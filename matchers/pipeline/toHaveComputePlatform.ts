import { oneOf } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

/** What CodeDeploy deploys to. */
export type ComputePlatform = 'Server' | 'Lambda' | 'ECS';

export const toHaveComputePlatform = defineMatcher({
  facet: 'deploymentTargets',
  summary: 'deploys to the given platform',
  takes: [oneOf('Server', 'Lambda', 'ECS')],
  check: ({ computePlatform }, expected: ComputePlatform) => ({
    pass: computePlatform === expected,
    expected,
    received: computePlatform,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the CodeDeploy application deploys to this platform.
     *
     * @param platform `'Server'`, `'Lambda'` or `'ECS'`.
     * @example await expect(application).toHaveComputePlatform('Lambda');
     */
    toHaveComputePlatform: Method<T, 'deploymentTargets', [platform: ComputePlatform]>;
  }
}
