import { count, oneOf, optional } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

/** How capacity is paid for. */
export type BillingMode = 'PAY_PER_REQUEST' | 'PROVISIONED';

/** Capacity of a provisioned table; exact, or `{ atLeast, atMost }`. */
export interface CapacityExpectation {
  readCapacityUnits?: Bounded<number>;
  writeCapacityUnits?: Bounded<number>;
}

interface Capacity {
  readCapacityUnits?: Bounds;
  writeCapacityUnits?: Bounds;
}

const units = ['readCapacityUnits', 'writeCapacityUnits'] as const;

export const toHaveBillingMode = defineMatcher({
  facet: 'billing',
  summary: 'is paid for in the given way',
  takes: [
    oneOf('PAY_PER_REQUEST', 'PROVISIONED'),
    optional(
      options<Capacity>({ readCapacityUnits: optional(bounded(count)), writeCapacityUnits: optional(bounded(count)) }),
    ),
  ],
  check: (billing, mode: BillingMode, capacity: Capacity = {}) => {
    const asked = units.filter((unit) => capacity[unit] !== undefined);
    return {
      pass: billing.mode === mode && units.every((unit) => isEnough(capacity[unit], billing[unit])),
      expected: [mode, ...asked.map((unit) => `${unit} ${boundsInWords(capacity[unit] ?? {}, String)}`)].join(', '),
      received: [billing.mode, ...asked.map((unit) => `${unit} ${billing[unit] ?? 'none'}`)].join(', '),
      fault:
        mode === 'PAY_PER_REQUEST' && asked.length > 0
          ? 'a table that is paid per request has no capacity units'
          : undefined,
    };
  },
});

function isEnough(bounds: Bounds | undefined, received: number | undefined): boolean {
  return bounds === undefined || (received !== undefined && isWithin(bounds, received));
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the table is paid for in this way (`BillingModeSummary`; a table that never was on demand has none and is
     * `PROVISIONED`).
     *
     * @param mode `PAY_PER_REQUEST` (on demand) or `PROVISIONED`.
     * @param capacity capacity units of a provisioned table, exact or `{ atLeast, atMost }`; any when left out.
     * @example await expect(table).toHaveBillingMode('PAY_PER_REQUEST');
     */
    toHaveBillingMode: Method<T, 'billing', [mode: BillingMode, capacity?: CapacityExpectation]>;
  }
}
