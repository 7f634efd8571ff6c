import { type Duration, days, inWords } from '../../src/engine/duration';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

export const toHaveBackupRetention = defineMatcher({
  facet: 'backups',
  summary: 'keeps automated backups for the given time',
  takes: [bounded(days)],
  check: ({ retentionInDays }, expected: Bounds) => ({
    pass: isWithin(expected, retentionInDays * 86_400),
    expected: boundsInWords(expected, retentionInWords),
    received: retentionInWords(retentionInDays * 86_400),
  }),
});

function retentionInWords(seconds: number): string {
  return seconds === 0 ? '0 days (automated backups are off)' : inWords(seconds);
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when automated backups are kept for this time. A plain value is exact; `{ atLeast: 7 }` is a minimum. 0 days
     * means that automated backups are off.
     *
     * @param retention days (`7`), a duration (`'7d'`), or `{ atLeast, atMost }` of these.
     * @example await expect(db).toHaveBackupRetention({ atLeast: 7 });
     */
    toHaveBackupRetention: Method<T, 'backups', [retention: Bounded<number | Duration>]>;
  }
}
