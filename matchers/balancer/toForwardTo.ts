import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import type { ListenerActions } from '../../src/facets';
import { isArn, refersTo } from '../reference/refers-to';
import { actionsFor, actionsInWords, type RequestExpectation, requests } from './listener-action';

interface ForwardFacts extends ListenerActions {
  names: readonly string[];
}

export const toForwardTo = defineMatcher({
  facet: 'listenerActions',
  summary: 'forwards requests to the given target group',
  takes: [resourceLike, requests],
  relate: async ({ actions }, ask, targetGroup: ResourceLike): Promise<ForwardFacts> => ({
    actions,
    names: await ask.names(targetGroup),
  }),
  check: ({ actions, names }: ForwardFacts, targetGroup: ResourceLike, expected?: RequestExpectation) => {
    const meant = actionsFor(actions, expected);
    const hits = meant.flatMap(({ targetGroups }) => targetGroups).filter(({ arn }) => isGroup(arn, names));
    const pass = hits.some(({ weight }) => weight !== 0);
    return {
      pass,
      expected: `forward${expected?.from === undefined ? '' : ` from port ${expected.from}`} to ${names.find(isArn) ?? targetGroup}`,
      received: actionsInWords(expected?.from === undefined || meant.length > 0 ? meant : actions),
      fault: !pass && hits.length > 0 ? 'the target group has the weight 0, so it gets no request' : undefined,
    };
  },
});

/** The ARN of a target group ends in an id, so that a bare name is its middle part. */
function isGroup(arn: string, names: readonly string[]): boolean {
  return refersTo(arn, names) || names.some((name) => /:targetgroup\/([^/]+)\//.exec(arn)?.[1] === name);
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when a listener forwards requests to this target group, by default or by one of its rules.
     *
     * A target group with the weight 0 in a weighted forward fails in both directions.
     *
     * @param targetGroup the target group: a handle, an ARN or a name.
     * @param expected `from`, the port that requests come in on; any when left out.
     * @example await expect(loadBalancer).toForwardTo(resource('TargetGroupArn'), { from: 443 });
     */
    toForwardTo: Method<T, 'listenerActions', [targetGroup: ResourceLike, expected?: RequestExpectation]>;
  }
}
