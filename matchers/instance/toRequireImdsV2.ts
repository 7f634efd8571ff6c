import { count, optional } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

/** How far answers may go. */
export interface MetadataExpectation {
  /** Network hops; exact, or `{ atLeast, atMost }`. */
  hopLimit?: Bounded<number>;
}

interface Wanted {
  hopLimit?: Bounds;
}

export const toRequireImdsV2 = defineMatcher({
  facet: 'metadataService',
  summary: 'gives out instance metadata to session tokens alone',
  takes: [optional(options<Wanted>({ hopLimit: optional(bounded(count)) }))],
  check: ({ enabled, tokensRequired, hopLimit, detail }, wanted: Wanted = {}) => ({
    pass:
      (!enabled || tokensRequired === true) &&
      (wanted.hopLimit === undefined || (hopLimit !== undefined && isWithin(wanted.hopLimit, hopLimit))),
    expected: ['HttpTokens required', wanted.hopLimit && `hop limit ${boundsInWords(wanted.hopLimit, String)}`]
      .filter(Boolean)
      .join(', '),
    received: [detail, wanted.hopLimit && `hop limit ${hopLimit ?? 'not set'}`].filter(Boolean).join(', '),
    fault:
      enabled && tokensRequired === undefined
        ? 'its template leaves HttpTokens open: the image and the account decide'
        : undefined,
    advice:
      tokensRequired === false ? 'With HttpTokens optional, a forged request can read the credentials.' : undefined,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the metadata service takes requests with a session token alone (IMDSv2), or is off altogether: an instance,
     * what a launch template describes, what an Auto Scaling group launches.
     *
     * A template that does not say fails in both directions, for then the image and the account decide.
     *
     * @param expected `hopLimit`; any when left out.
     * @example await expect(instance).toRequireImdsV2();
     */
    toRequireImdsV2: Method<T, 'metadataService', [expected?: MetadataExpectation]>;
  }
}
