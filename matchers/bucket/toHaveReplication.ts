import { argument, optional } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { resourceLike } from '../../src/engine/resource-like';
import type { ObjectReplication } from '../../src/facets';
import { refersTo } from '../reference/refers-to';

/** How objects must be copied. */
export interface ReplicationExpectation {
  /** Bucket that gets the copies. */
  destination?: ResourceLike;
  /** Key prefix the rule is limited to, exactly; `''` for all objects. */
  prefix?: string;
}

interface ReplicationFacts extends ObjectReplication {
  names?: string[];
}

const prefix = argument<string>("a text, '' for all objects", (given) =>
  typeof given === 'string' ? given : undefined,
);

export const toHaveReplication = defineMatcher({
  facet: 'objectReplication',
  summary: 'copies its objects to another bucket',
  takes: [optional(options<ReplicationExpectation>({ destination: optional(resourceLike), prefix: optional(prefix) }))],
  relate: async ({ rules }, ask, expected?: ReplicationExpectation): Promise<ReplicationFacts> => ({
    rules,
    ...(expected?.destination !== undefined && { names: await ask.names(expected.destination) }),
  }),
  check: ({ rules, names }: ReplicationFacts, expected?: ReplicationExpectation) => {
    const meant = rules.filter(
      (rule) =>
        (names === undefined || refersTo(rule.destination, names)) &&
        (expected?.prefix === undefined || rule.prefix === expected.prefix),
    );
    const on = meant.some(({ enabled }) => enabled);
    return {
      pass: on,
      expected: ['a rule', names && `to ${names[0]}`, expected?.prefix !== undefined && `for '${expected.prefix}'`]
        .filter(Boolean)
        .join(' '),
      received:
        rules.length > 0
          ? rules.map((rule) => `${rule.enabled ? 'enabled' : 'disabled'}: '${rule.prefix}' to ${rule.destination}`)
          : 'no replication',
      fault: meant.length > 0 && !on ? 'the rule is there and disabled' : undefined,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when objects are copied to another bucket by an enabled rule (`s3:GetReplicationConfiguration`). A rule that is
     * there and disabled fails in both directions.
     *
     * @param expected bucket that gets the copies (handle, name or ARN) and the prefix of the rule; any when left out.
     * @example await expect(bucket).toHaveReplication({ destination: resource('ReplicaBucketArn') });
     */
    toHaveReplication: Method<T, 'objectReplication', [expected?: ReplicationExpectation]>;
  }
}
