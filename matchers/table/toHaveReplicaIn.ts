import { oneOrMany, text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHaveReplicaIn = defineMatcher({
  facet: 'regionalReplicas',
  summary: 'has a replica in the given region',
  takes: [oneOrMany(text)],
  check: ({ replicas }, regions: string[]) => {
    const missing = regions.filter((region) => !replicas.some((replica) => replica.region === region));
    const waiting = replicas.filter(({ region, ready }) => regions.includes(region) && !ready);
    return {
      pass: missing.length === 0,
      expected: regions,
      received: replicas.length > 0 ? replicas.map(({ region, state }) => `${region} (${state})`) : 'no replica',
      fault:
        waiting.length > 0
          ? `the replica in ${waiting.map(({ region, state }) => `${region} is ${state}`).join(', ')}`
          : missing.length > 0 && missing.length < regions.length
            ? `only some of the regions have a replica: ${missing.join(', ')} missing`
            : undefined,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when AWS keeps a copy in this region: a replica of a global table, a replica of a secret. One that is not ready
     * fails in both directions.
     *
     * @param region one or several regions, such as `us-west-2`.
     * @example await expect(table).toHaveReplicaIn('us-west-2');
     */
    toHaveReplicaIn: Method<T, 'regionalReplicas', [region: string | string[]]>;
  }
}
