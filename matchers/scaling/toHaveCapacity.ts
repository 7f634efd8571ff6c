import { argument, isRecord, optional, refuse } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

/** Limits of the capacity; what is left out may be anything. */
export interface CapacityExpectation {
  min?: Bounded<number>;
  max?: Bounded<number>;
  desired?: Bounded<number>;
}

interface Wanted {
  min?: Bounds;
  max?: Bounds;
  desired?: Bounds;
}

// Aurora and ElastiCache scale in halves.
const amount = argument<number>('a number from 0 on, such as 2', (given) =>
  typeof given === 'number' && Number.isFinite(given) && given >= 0 ? given : undefined,
);

const limits = options<Wanted>({
  min: optional(bounded(amount)),
  max: optional(bounded(amount)),
  desired: optional(bounded(amount)),
});

const expectation = argument<CapacityExpectation, Wanted>(limits.takes, (given) =>
  isRecord(given) && Object.keys(given).length === 0 ? refuse('it asks for nothing') : limits.read(given),
);

export const toHaveCapacity = defineMatcher({
  facet: 'scalingBounds',
  summary: 'scales within the given limits',
  takes: [expectation],
  check: ({ minimum, maximum, desired, unit }, wanted: Wanted) => {
    const received = { min: minimum, max: maximum, desired };
    const asked = (['min', 'max', 'desired'] as const).filter((name) => wanted[name] !== undefined);
    const unknown = asked.filter((name) => received[name] === undefined);
    return {
      pass: asked.every((name) => holds(wanted[name], received[name])),
      expected: asked.map((name) => `${name} ${boundsInWords(wanted[name] ?? {}, String)}`).join(', '),
      received: `${asked.map((name) => `${name} ${received[name] ?? 'not known'}`).join(', ')} (${unit})`,
      notApplicable: unknown.includes('desired') ? `it keeps no desired capacity; it counts ${unit}` : undefined,
    };
  },
});

function holds(expected: Bounds | undefined, received: number | undefined): boolean {
  return expected === undefined || (received !== undefined && isWithin(expected, received));
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the capacity scales within these limits: an Auto Scaling group, a scalable target, or anything else that
     * scales by itself. Plain numbers are exact; `{ atLeast, atMost }` are limits.
     *
     * @param expected any of `min`, `max` and `desired`, in the unit in which the resource counts (instances, tasks, ACU).
     * @example await expect(group).toHaveCapacity({ min: 2, max: 6, desired: { atLeast: 2 } });
     */
    toHaveCapacity: Method<T, 'scalingBounds', [expected: CapacityExpectation]>;
  }
}
