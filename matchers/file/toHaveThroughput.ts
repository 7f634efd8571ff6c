import { number, optional, pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';
import { fits, shown } from '../value/value-match';

/** How the file system is driven. */
export interface ThroughputExpectation {
  /** `bursting`, `elastic` or `provisioned`. */
  mode?: string | RegExp;
  /** MiB/s; exact, or `{ atLeast, atMost }`. */
  mebibytesPerSecond?: Bounded<number>;
}

interface Expected {
  mode?: string | RegExp;
  mebibytesPerSecond?: Bounds;
}

export const toHaveThroughput = defineMatcher({
  facet: 'fileSystemThroughput',
  summary: 'has the given throughput',
  takes: [options<Expected>({ mode: optional(pattern), mebibytesPerSecond: optional(bounded(number)) })],
  check: ({ mode, mebibytesPerSecond: speed }, expected: Expected) => {
    const bounds = expected.mebibytesPerSecond;
    return {
      pass:
        (expected.mode === undefined || fits(expected.mode, mode)) &&
        (bounds === undefined || (speed !== undefined && isWithin(bounds, speed))),
      expected: [expected.mode !== undefined && shown(expected.mode), bounds && boundsInWords(bounds, inWords)]
        .filter(Boolean)
        .join(', '),
      received: [mode, speed !== undefined && inWords(speed)].filter(Boolean).join(', '),
    };
  },
});

function inWords(mebibytes: number): string {
  return `${mebibytes} MiB/s`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the file system has this throughput (`ThroughputMode`, `ProvisionedThroughputInMibps`, `ThroughputCapacity`).
     *
     * @param expected `mode` and `mebibytesPerSecond` (exact, or `{ atLeast, atMost }`).
     * @example await expect(files).toHaveThroughput({ mode: 'elastic' });
     */
    toHaveThroughput: Method<T, 'fileSystemThroughput', [expected: ThroughputExpectation]>;
  }
}
