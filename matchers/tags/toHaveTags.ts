import { argument, isRecord, isRefusal, refuse } from '../../src/engine/argument';
import { isHandle } from '../../src/engine/handle';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { type ExpectedText, expectedText, fits, isAsymmetric, shown } from '../value/value-match';

/** Tags that must be there: with their values, or by their keys alone. */
export type ExpectedTags = Record<string, ExpectedText> | string[];

type TagRow = [key: string, value: ExpectedText | undefined];

const expectedTags = argument<ExpectedTags, TagRow[]>(
  "tags with their values ({ Team: 'data' }) or a list of tag keys (['Team'])",
  (given) => {
    if (Array.isArray(given)) {
      const keys = given.filter((key): key is string => typeof key === 'string' && key !== '');
      if (keys.length === 0 || keys.length < given.length) return undefined;
      return keys.map((key): TagRow => [key, undefined]);
    }
    if (!isRecord(given) || isHandle(given) || isAsymmetric(given)) return undefined;
    const rows = Object.entries(given).map(([key, value]) => [key, expectedText.read(value)] as const);
    const wrong = rows.find(([, value]) => isRefusal(value));
    if (wrong) return refuse(`the value of ${wrong[0]} must be ${expectedText.takes}`);
    return rows.length === 0 ? refuse('it names no tag') : (rows as unknown as TagRow[]);
  },
);

export const toHaveTags = defineMatcher({
  facet: 'tags',
  summary: 'has the given tags',
  takes: [expectedTags],
  check: (tags, wanted: TagRow[]) => {
    const hits = wanted.filter(([key, value]) => has(tags, key, value));
    const misses = wanted.filter((row) => !hits.includes(row));
    const said = misses.length > 0 ? misses : wanted;
    return {
      pass: misses.length === 0,
      expected: Object.fromEntries(said.map(([key, value]) => [key, value === undefined ? 'any value' : shown(value)])),
      received: Object.fromEntries(said.map(([key]) => [key, Object.hasOwn(tags, key) ? tags[key] : 'no such tag'])),
      fault:
        hits.length > 0 && misses.length > 0
          ? `only some of the tags are there: ${list(hits)} yes, ${list(misses)} no`
          : undefined,
      advice: nearMiss(tags, misses),
    };
  },
});

function has(tags: Record<string, string>, key: string, value: ExpectedText | undefined): boolean {
  return Object.hasOwn(tags, key) && (value === undefined || fits(value, tags[key]));
}

function list(rows: TagRow[]): string {
  return rows.map(([key]) => key).join(', ');
}

function nearMiss(tags: Record<string, string>, misses: TagRow[]): string | undefined {
  const bare = (key: string) => key.toLowerCase().replace(/[^a-z0-9]/g, '');
  for (const [key] of misses) {
    const near = Object.keys(tags).find((each) => each !== key && bare(each) === bare(key));
    if (near && !Object.hasOwn(tags, key)) return `There is a tag '${near}'; tag keys are case-sensitive.`;
  }
  return Object.keys(tags).length === 0 ? 'It has no tags at all.' : undefined;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the resource has all of these tags; others may be there too.
     *
     * Keys are case-sensitive, as in AWS. When some are there and some are not, it fails with `.not` as well: ask one at
     * a time what must not be there.
     *
     * @param tags tags with their values (text, RegExp, asymmetric matcher), or a list of keys that may have any value.
     * @example await expect(bucket).toHaveTags({ Environment: /^prod/, Team: 'data' });
     * @example await expect(bucket).toHaveTags(['CostCenter', 'Owner']);
     */
    toHaveTags: Method<T, 'tags', [tags: ExpectedTags]>;
  }
}
