import { argument, isRegExp, oneOf, optional, text } from '../../src/engine/argument';
import type { Handle } from '../../src/engine/handle';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { isResourceLike } from '../../src/engine/resource-like';
import type { Origin } from '../../src/facets';
import { isArn } from '../reference/refers-to';
import { fits, shown } from '../value/value-match';

/** How the distribution reaches it. */
export interface OriginExpectation {
  /** What keeps others from reaching the bucket past the distribution. */
  access?: 'origin access control' | 'origin access identity' | 'none';
  /** `https-only`, `http-only`, `match-viewer`, for origins other than S3. */
  protocolPolicy?: string;
}

interface OriginFacts {
  origins: Origin[];
  names: readonly string[];
}

const origin = argument<Handle | string | RegExp>(
  'a handle, a host name, a bucket name or a regular expression',
  (given) => (isResourceLike(given) || isRegExp(given) ? given : undefined),
);

export const toHaveOrigin = defineMatcher({
  facet: 'origins',
  summary: 'takes its content from the given origin',
  takes: [
    origin,
    optional(
      options<OriginExpectation>({
        access: optional(oneOf('origin access control', 'origin access identity', 'none')),
        protocolPolicy: optional(text),
      }),
    ),
  ],
  relate: async ({ origins }, ask, wanted: Handle | string | RegExp): Promise<OriginFacts> => ({
    origins,
    names: isRegExp(wanted) ? [] : await ask.names(wanted),
  }),
  check: ({ origins, names }: OriginFacts, wanted: Handle | string | RegExp, expected: OriginExpectation = {}) => ({
    pass: origins.some(
      (each) =>
        (isRegExp(wanted) ? fits(wanted, each.domain) : names.some((name) => isNamed(each, name))) &&
        (expected.access === undefined || expected.access === each.access) &&
        (expected.protocolPolicy === undefined || expected.protocolPolicy === each.protocolPolicy),
    ),
    expected: [
      isRegExp(wanted) ? shown(wanted) : (names.at(-1) ?? String(wanted)),
      expected.access,
      expected.protocolPolicy,
    ]
      .filter(Boolean)
      .join(', '),
    received: origins.map(inWords),
  }),
});

/** A bucket is named by its host name, an API by its id at the beginning of one. */
function isNamed({ id, domain }: Origin, name: string): boolean {
  const bare = (isArn(name) ? name.slice(name.lastIndexOf(':') + 1).replace(/^.*\//, '') : name)
    .replace(/^https?:\/\//, '')
    .replace(/[/:].*$/, '')
    .toLowerCase();
  const host = domain.toLowerCase();
  return (
    id === name || host === bare || (/\.amazonaws\.com(?:\.cn)?$|\.on\.aws$/.test(host) && host.startsWith(`${bare}.`))
  );
}

function inWords({ id, domain, access, protocolPolicy }: Origin): string {
  return `${domain} (${[id, access === 'none' ? undefined : access, protocolPolicy].filter(Boolean).join(', ')})`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the distribution takes content from this origin.
     *
     * @param origin the bucket or API as a handle or a name, a host name, the id of the origin, or a RegExp on the host name.
     * @param expected `access` (how a bucket is kept from everybody else) and `protocolPolicy`.
     * @example await expect(distribution).toHaveOrigin(resource('SiteBucketName'), { access: 'origin access control' });
     */
    toHaveOrigin: Method<T, 'origins', [origin: Handle | string | RegExp, expected?: OriginExpectation]>;
  }
}
