import { pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { fits, shown } from '../value/value-match';

export const toHaveDeploymentGroup = defineMatcher({
  facet: 'deploymentTargets',
  summary: 'has the deployment group',
  takes: [pattern],
  check: ({ groups }, expected: string | RegExp) => ({
    pass: groups.some((name) => fits(expected, name)),
    expected: shown(expected),
    received: groups.join(', ') || 'no deployment group',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the CodeDeploy application has a deployment group of this name.
     *
     * @param name the name, or a RegExp.
     * @example await expect(application).toHaveDeploymentGroup('production');
     */
    toHaveDeploymentGroup: Method<T, 'deploymentTargets', [name: string | RegExp]>;
  }
}
