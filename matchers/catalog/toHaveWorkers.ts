import { number, optional, text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';
import { judgeProperties } from '../value/properties';

/** What a job must run on. */
export interface WorkersExpectation {
  /** `G.1X`, `G.2X`, `Standard`, ... */
  type?: string;
  /** How many; exact, or `{ atLeast, atMost }`. */
  count?: Bounded<number>;
}

interface Expected {
  type?: string;
  count?: Bounds;
}

export const toHaveWorkers = defineMatcher({
  facet: 'glueRun',
  summary: 'runs on the given workers',
  takes: [options<Expected>({ type: optional(text), count: optional(bounded(number)) })],
  check: ({ workerType, workers, command }, { type, count }: Expected) => ({
    ...judgeProperties([
      ...(type === undefined
        ? []
        : [{ name: 'type', pass: type === workerType, expected: type, received: workerType ?? 'none' }]),
      ...(count === undefined
        ? []
        : [
            {
              name: 'count',
              pass: workers !== undefined && isWithin(count, workers),
              expected: boundsInWords(count, String),
              received: workers ?? 'none',
            },
          ]),
    ]),
    notApplicable:
      workerType === undefined && workers === undefined
        ? `the job (${command}) has a plain capacity and no workers; ask toHaveConfig({ MaxCapacity: ... })`
        : undefined,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the Glue job runs on workers of this type and number. Not applicable to a job with a plain capacity.
     *
     * @param workers `type` in the words of the API and `count`, exact or `{ atLeast, atMost }`.
     * @example await expect(job).toHaveWorkers({ type: 'G.1X', count: { atMost: 10 } });
     */
    toHaveWorkers: Method<T, 'glueRun', [workers: WorkersExpectation]>;
  }
}
