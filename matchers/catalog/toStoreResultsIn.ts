import { argument, isRegExp } from '../../src/engine/argument';
import { type Handle, isHandle } from '../../src/engine/handle';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import type { QueryResults } from '../../src/facets';
import { refersTo } from '../reference/refers-to';
import { fits, shown } from '../value/value-match';

interface ResultFacts extends QueryResults {
  names: readonly string[];
}

const place = argument<string | RegExp | Handle>(
  "an address ('s3://results/'), a bucket, a RegExp, or a handle",
  (given) => ((typeof given === 'string' && given !== '') || isRegExp(given) || isHandle(given) ? given : undefined),
);

export const toStoreResultsIn = defineMatcher({
  facet: 'queryResults',
  summary: 'stores query results in the given place',
  takes: [place],
  relate: async (results, ask, target: string | RegExp | Handle): Promise<ResultFacts> => ({
    ...results,
    names: isHandle(target) ? await ask.names(target) : [],
  }),
  check: ({ location, enforced, names }: ResultFacts, target: string | RegExp | Handle) => ({
    pass: location !== undefined && isMeant(location, target, names),
    expected: isHandle(target) ? (names[0] ?? String(target)) : shown(target),
    received: `${location ?? 'wherever the client says'} (${enforced ? 'enforced' : 'clients may choose another place'})`,
  }),
});

function isMeant(location: string, target: string | RegExp | Handle, names: readonly string[]): boolean {
  const bucket = /^s3:\/\/([^/]+)/.exec(location)?.[1] ?? location;
  if (isHandle(target)) return refersTo(bucket, names);
  if (isRegExp(target)) return fits(target, location);
  const bare = (address: string) => address.replace(/\/+$/, '');
  return bare(location) === bare(target) || bucket === target;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the Athena workgroup stores query results here. Whether clients may choose another place is asked with
     * `toEnforceSettings`.
     *
     * @param place the address with or without its last slash, the bucket as a name or a handle, or a RegExp.
     * @example await expect(workgroup).toStoreResultsIn(resource('QueryResultsBucketName'));
     */
    toStoreResultsIn: Method<T, 'queryResults', [place: string | RegExp | Handle]>;
  }
}
