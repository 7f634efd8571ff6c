import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import type { Trigger } from '../../src/facets';
import { arnParts } from '../pattern/wildcard';
import { isArn, refersTo } from '../reference/refers-to';
import { triggerInWords } from './trigger';

interface TriggerFacts {
  triggers: Trigger[];
  names: readonly string[];
}

export const toBeTriggeredBy = defineMatcher({
  facet: 'triggers',
  summary: 'is invoked by the given source',
  takes: [resourceLike],
  relate: async ({ triggers }, ask, source: ResourceLike): Promise<TriggerFacts> => ({
    triggers,
    names: await ask.names(source),
  }),
  check: ({ triggers, names }: TriggerFacts, source: ResourceLike) => {
    const meant = triggers.filter((trigger) => comesFrom(trigger, names));
    const [disabled] = meant;
    const works = meant.some(({ enabled }) => enabled);
    return {
      pass: works,
      expected: `invoked by ${names.find(isArn) ?? source}`,
      received: triggers.length === 0 ? 'invoked by nothing' : triggers.map(triggerInWords),
      fault: disabled && !works ? `the ${disabled.via} is there and its state is ${disabled.state}` : undefined,
    };
  },
});

/** A permission without a source names the service as a whole, which covers the source. */
function comesFrom({ source, via }: Trigger, names: readonly string[]): boolean {
  if (refersTo(source, names)) return true;
  return via === 'permission' && names.some((name) => isArn(name) && source === `${arnParts(name)[2]}.amazonaws.com`);
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when this source invokes the function: through an event source mapping that is enabled (stream, queue, table),
     * or with a permission in the function's policy (bucket, topic, rule, API).
     *
     * A mapping that is there and not enabled fails in both directions. A permission says that the source may invoke the
     * function; whether the source does is the source's own configuration.
     *
     * @param source the source as a handle, an ARN or a name.
     * @example await expect(fn).toBeTriggeredBy(resource('StreamArn'));
     */
    toBeTriggeredBy: Method<T, 'triggers', [source: ResourceLike]>;
  }
}
