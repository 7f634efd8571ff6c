import { optional } from '../../src/engine/argument';
import { type Duration, days, inWords } from '../../src/engine/duration';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import type { SignIn } from '../../src/facets';

/** Which key is meant. */
export interface AccessKeyExpectation {
  /** Days, or a duration, since the key was made. */
  olderThan?: number | Duration;
}

interface KeyFacts {
  keys: (SignIn['accessKeys'][number] & { ageInSeconds: number })[];
}

interface Expected {
  olderThan?: number;
}

export const toHaveActiveAccessKey = defineMatcher({
  facet: 'signIn',
  summary: 'has an active access key',
  takes: [optional(options<Expected>({ olderThan: optional(days) }))],
  // The clock is read here, so that the judgement itself depends on nothing but its facts.
  relate: async ({ accessKeys }): Promise<KeyFacts> => {
    const now = Date.now();
    return { keys: accessKeys.map((key) => ({ ...key, ageInSeconds: (now - Date.parse(key.createdAt)) / 1000 })) };
  },
  check: ({ keys }: KeyFacts, { olderThan }: Expected = {}) => ({
    pass: keys.some(
      ({ status, ageInSeconds }) => status === 'Active' && (olderThan === undefined || ageInSeconds > olderThan),
    ),
    expected: `an active key${olderThan === undefined ? '' : ` older than ${inWords(olderThan)}`}`,
    received:
      keys.map(({ id, status, createdAt }) => `${masked(id)} ${status} since ${createdAt}`).join(', ') || 'no key',
  }),
});

function masked(id: string): string {
  return `${id.slice(0, 4)}...${id.slice(-4)}`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the user has an access key that works; with `olderThan`, one that was made longer ago than that.
     *
     * @param expected `{ olderThan }` in days or as a duration; any active key when left out.
     * @example await expect(user).not.toHaveActiveAccessKey({ olderThan: 90 });
     */
    toHaveActiveAccessKey: Method<T, 'signIn', [expected?: AccessKeyExpectation]>;
  }
}
