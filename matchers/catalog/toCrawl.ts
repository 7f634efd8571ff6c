import { argument, isRegExp, optional, text } from '../../src/engine/argument';
import { type Handle, isHandle } from '../../src/engine/handle';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import type { CrawlTargets } from '../../src/facets';
import { refersTo } from '../reference/refers-to';
import { judgeOneOf, type Wish } from '../value/one-of-items';
import { fits, shown } from '../value/value-match';

/** Where the crawler must write what it finds. */
export interface CrawlExpectation {
  /** Name of the database in the catalog. */
  database?: string;
}

type Target = CrawlTargets['targets'][number];

interface CrawlFacts extends CrawlTargets {
  names: readonly string[];
}

const place = argument<string | RegExp | Handle>("a path ('s3://lake/orders/'), a RegExp, or a handle", (given) =>
  (typeof given === 'string' && given !== '') || isRegExp(given) || isHandle(given) ? given : undefined,
);

export const toCrawl = defineMatcher({
  facet: 'crawlTargets',
  summary: 'looks through the given place',
  takes: [place, optional(options<CrawlExpectation>({ database: optional(text) }))],
  relate: async (crawl, ask, target: string | RegExp | Handle): Promise<CrawlFacts> => ({
    ...crawl,
    names: isHandle(target) ? await ask.names(target) : [],
  }),
  check: (
    { targets, database, names }: CrawlFacts,
    target: string | RegExp | Handle,
    expected: CrawlExpectation = {},
  ) => {
    const wishes: Wish<Target>[] = [
      {
        name: 'place',
        expected: isHandle(target) ? (names[0] ?? String(target)) : String(shown(target)),
        holds: ({ path }) => (isHandle(target) ? isIn(path, names) : fits(target, path)),
      },
    ];
    const judgement = judgeOneOf('target', targets, wishes, ({ kind, path }) => `${kind} ${path}`);
    const wrongDatabase = expected.database !== undefined && expected.database !== database;
    return {
      ...judgement,
      pass: judgement.pass && !wrongDatabase,
      fault:
        judgement.pass && wrongDatabase
          ? `it writes to the database ${database ?? '(none)'}, not to ${expected.database}`
          : undefined,
    };
  },
});

/** A bucket stands for all paths in it. */
function isIn(path: string, names: readonly string[]): boolean {
  const bucket = /^s3:\/\/([^/]+)/.exec(path)?.[1];
  return refersTo(bucket ?? path, names);
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the Glue crawler looks through this place.
     *
     * @param target a path, a RegExp, or the handle of a bucket or table.
     * @param expected `{ database }` of the catalog that it writes to; another one fails in both directions.
     * @example await expect(crawler).toCrawl('s3://lake/orders/', { database: 'lake' });
     */
    toCrawl: Method<T, 'crawlTargets', [target: string | RegExp | Handle, expected?: CrawlExpectation]>;
  }
}
