import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import type { EventTarget, EventTargets } from '../../src/facets';
import { isArn, refersTo } from '../reference/refers-to';
import { type Gate, gateOf, obstacle } from './permission';

interface TargetFacts {
  all: EventTargets;
  names: readonly string[];
  meant: readonly EventTarget[];
  gates: readonly Gate[];
}

export const toTarget = defineMatcher({
  facet: 'eventTargets',
  summary: 'sends to the given target and may do so',
  takes: [resourceLike],
  relate: async (all, ask, target: ResourceLike): Promise<TargetFacts> => {
    const names = await ask.names(target);
    const meant = all.targets.filter(({ arn }) => refersTo(arn, names));
    return { all, names, meant, gates: await Promise.all(meant.map(({ arn, roleArn }) => gateOf(arn, roleArn, ask))) };
  },
  check: ({ all, names, meant, gates }: TargetFacts, target: ResourceLike) => {
    const obstacles = gates.map((gate) => obstacle(gate, all.service, all.from));
    const blocked = obstacles.every((each) => each !== undefined) ? obstacles[0] : undefined;
    return {
      pass: meant.length > 0 && blocked === undefined && all.enabled,
      expected: names.find(isArn) ?? String(target),
      received: all.targets.length === 0 ? 'no target' : all.targets.map(inWords),
      fault: blocked ?? (meant.length > 0 && !all.enabled ? 'it is disabled, so nothing is sent' : undefined),
      advice: blocked && 'Give the permission in the policy of the target; without it every event is dropped unseen.',
    };
  },
});

function inWords({ arn, roleArn }: EventTarget): string {
  return roleArn ? `${arn} (with the role ${roleArn})` : arn;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the rule or schedule sends to this target, is enabled, and the target lets it: a function, queue or topic by
     * its own policy and by the policy of the key it is encrypted with.
     *
     * A target that is there without the permission, or of a rule that is disabled, fails in both directions. Where a role is
     * used instead, what the role may do is not looked at.
     *
     * @param target the target as a handle, an ARN or a name.
     * @example await expect(rule).toTarget(resource('ProcessorFunctionArn'));
     */
    toTarget: Method<T, 'eventTargets', [target: ResourceLike]>;
  }
}
