import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import type { Trigger } from '../../src/facets';
import { isArn, refersTo } from '../reference/refers-to';
import { compareExactly, judgeExactly } from '../value/exact-set';
import { listOf } from '../value/list-argument';
import { triggerInWords } from './trigger';

interface WantedSource {
  source: ResourceLike;
  names: readonly string[];
}

interface OnlyTriggerFacts {
  triggers: Trigger[];
  wanted: WantedSource[];
}

export const toBeTriggeredOnlyBy = defineMatcher({
  facet: 'triggers',
  summary: 'is invoked by the given sources and no others',
  takes: [listOf(resourceLike)],
  relate: async ({ triggers }, ask, sources: ResourceLike[]): Promise<OnlyTriggerFacts> => ({
    triggers,
    wanted: await Promise.all(sources.map(async (source) => ({ source, names: await ask.names(source) }))),
  }),
  check: ({ triggers, wanted }: OnlyTriggerFacts, _sources: ResourceLike[]) => {
    const means = ({ names }: WantedSource, { source }: Trigger) => refersTo(source, names);
    const comparison = compareExactly(triggers, wanted, means, {
      item: triggerInWords,
      wish: ({ source, names }) => names.find(isArn) ?? String(source),
    });
    const off = triggers.find((each) => !each.enabled && wanted.some((wish) => means(wish, each)));
    return {
      ...judgeExactly(comparison, 'invoked by nothing'),
      fault: off && `the ${off.via} of ${off.source} is there and its state is ${off.state}`,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when these sources invoke the function and no others: its event source mappings, and those who have a
     * permission in its policy.
     *
     * A permission for a whole service (`s3.amazonaws.com` without a source) is wider than any source and counts as one
     * nobody expected. A mapping that was expected and is not enabled fails in both directions.
     *
     * @param sources a list of handles, ARNs or names; `[]` where nothing may invoke it.
     * @example await expect(fn).toBeTriggeredOnlyBy([resource('StreamArn')]);
     */
    toBeTriggeredOnlyBy: Method<T, 'triggers', [sources: ResourceLike | ResourceLike[]]>;
  }
}
