import { optional } from '../../src/engine/argument';
import { type Duration, days } from '../../src/engine/duration';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { type Bounded, type Bounds, bounded } from '../value/bounds';
import { judgeRotation } from './rotation';

/** How often a secret must rotate. */
export interface RotationExpectation {
  /** Days between rotations, or a duration; exact, or `{ atLeast, atMost }`. */
  periodInDays?: Bounded<number | Duration>;
}

export const toHaveRotation = defineMatcher({
  facet: 'rotation',
  summary: 'rotates its value by itself',
  takes: [optional(options<{ periodInDays?: Bounds }>({ periodInDays: optional(bounded(days)) }))],
  check: ({ enabled, periodInDays, schedule }, expected?: { periodInDays?: Bounds }) => {
    const judgement = judgeRotation(enabled, expected?.periodInDays, periodInDays);
    if (!enabled || periodInDays !== undefined) return judgement;
    return {
      ...judgement,
      received: `rotation on, ${schedule ? `by the schedule ${schedule}` : 'with no period that AWS tells'}`,
      fault: expected?.periodInDays ? 'its schedule has no period in days to compare with' : undefined,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the secret's value is rotated by itself (`RotationEnabled` of `secretsmanager:DescribeSecret`).
     *
     * A secret that rotates by a `cron(...)` schedule has no period: asked for one, it fails in both directions.
     *
     * @param expected the period in days (`30`, `'30d'`), exact or `{ atLeast, atMost }`; any when left out.
     * @example await expect(secret).toHaveRotation({ periodInDays: { atMost: 30 } });
     */
    toHaveRotation: Method<T, 'rotation', [expected?: RotationExpectation]>;
  }
}
