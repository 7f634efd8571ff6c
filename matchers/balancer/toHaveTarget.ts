import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import type { TargetHealth } from '../../src/facets';
import { refersTo } from '../reference/refers-to';
import { stayingTargets, targetsInWords } from './target-health';

interface RegisteredFacts extends TargetHealth {
  names: readonly string[];
}

export const toHaveTarget = defineMatcher({
  facet: 'targetHealth',
  summary: 'has the given target registered',
  takes: [resourceLike],
  relate: async ({ targets }, ask, target: ResourceLike): Promise<RegisteredFacts> => ({
    targets,
    names: await ask.names(target),
  }),
  check: (facts: RegisteredFacts, target: ResourceLike) => {
    const meant = facts.targets.filter(({ id }) => refersTo(id, facts.names));
    const pass = stayingTargets({ targets: meant }).length > 0;
    return {
      pass,
      expected: `the target ${target}`,
      received: targetsInWords(facts.targets),
      fault: !pass && meant.length > 0 ? 'the target is being deregistered' : undefined,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when this target is registered with the group, healthy or not. One that is draining fails in both directions.
     *
     * @param target an instance, a function or a load balancer as a handle, an id or an ARN; or an IP address.
     * @example await expect(targetGroup).toHaveTarget(resource('WebInstanceId'));
     */
    toHaveTarget: Method<T, 'targetHealth', [target: ResourceLike]>;
  }
}
