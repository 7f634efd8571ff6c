import { number, optional } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { told } from '../../src/engine/unjudged';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

/** Limits within which a deployment replaces tasks, in percent of the desired count; each exact, or `{ atLeast, atMost }`. */
export interface DeploymentBoundsExpectation {
  minimumHealthyPercent?: Bounded<number>;
  maximumPercent?: Bounded<number>;
}

interface Expected {
  minimumHealthyPercent?: Bounds;
  maximumPercent?: Bounds;
}

const percents = ['minimumHealthyPercent', 'maximumPercent'] as const;

export const toHaveDeploymentBounds = defineMatcher({
  facet: 'rollingDeployment',
  summary: 'replaces its tasks within the given limits',
  takes: [
    options<Expected>({ minimumHealthyPercent: optional(bounded(number)), maximumPercent: optional(bounded(number)) }),
  ],
  check: (rollout, expected: Expected) => {
    const asked = percents.flatMap((name) => {
      const bounds = expected[name];
      return bounds === undefined ? [] : [{ name, bounds, percent: told(rollout[name], name) }];
    });
    return {
      pass: asked.every(({ bounds, percent }) => isWithin(bounds, percent)),
      expected: Object.fromEntries(asked.map(({ name, bounds }) => [name, boundsInWords(bounds, String)])),
      received: Object.fromEntries(asked.map(({ name, percent }) => [name, String(percent)])),
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when a deployment keeps at least so many tasks healthy and starts no more than so many, in percent of the
     * desired count (`deploymentConfiguration`). Below 100 percent healthy the service is short of tasks while it is deployed.
     *
     * @param expected `minimumHealthyPercent` and `maximumPercent`; what is left out does not matter.
     * @example await expect(service).toHaveDeploymentBounds({ minimumHealthyPercent: 100, maximumPercent: 200 });
     */
    toHaveDeploymentBounds: Method<T, 'rollingDeployment', [expected: DeploymentBoundsExpectation]>;
  }
}
