import { flag, optional } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';

/** What else is asked of the order. */
export interface FifoExpectation {
  /** Whether messages with the same body count as one. */
  contentBasedDeduplication?: boolean;
}

export const toBeFifo = defineMatcher({
  facet: 'fifoOrdering',
  summary: 'keeps its messages in order',
  takes: [optional(options<FifoExpectation>({ contentBasedDeduplication: optional(flag) }))],
  check: ({ enabled, contentBasedDeduplication }, expected: FifoExpectation = {}) => ({
    pass: enabled && (expected.contentBasedDeduplication ?? contentBasedDeduplication) === contentBasedDeduplication,
    expected: inWords(true, expected.contentBasedDeduplication),
    received: inWords(enabled, enabled ? contentBasedDeduplication : undefined),
  }),
});

function inWords(fifo: boolean, deduplication: boolean | undefined): string {
  const how = deduplication === undefined ? '' : `, deduplication by content ${deduplication ? 'on' : 'off'}`;
  return `${fifo ? 'FIFO' : 'standard'}${how}`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the queue or topic keeps its messages in order (FIFO).
     *
     * @param expected whether deduplication by content is on.
     * @example await expect(queue).toBeFifo({ contentBasedDeduplication: true });
     */
    toBeFifo: Method<T, 'fifoOrdering', [expected?: FifoExpectation]>;
  }
}
