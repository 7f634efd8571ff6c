import { argument, count, isRecord, optional } from '../../src/engine/argument';
import { isHandle } from '../../src/engine/handle';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { isResourceLike, resourceLike } from '../../src/engine/resource-like';
import { isArn, refersTo } from '../reference/refers-to';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

/** When messages are moved. */
export interface DeadLetterExpectation {
  /** Receives before a message is moved; exact, or `{ atLeast, atMost }`. For queues only. */
  maxReceiveCount?: Bounded<number>;
}

interface Receives {
  maxReceiveCount?: Bounds;
}

interface DeadLetterFacts {
  target?: string;
  maxReceiveCount?: number;
  names?: readonly string[];
}

const receives = options<Receives>({ maxReceiveCount: optional(bounded(count)) });

const queueOrOptions = argument<ResourceLike | DeadLetterExpectation, ResourceLike | Receives>(
  `${resourceLike.takes}, or ${receives.takes}`,
  (given) => (isRecord(given) && !isHandle(given) ? receives.read(given) : resourceLike.read(given)),
);

export const toHaveDeadLetterQueue = defineMatcher({
  facet: 'deadLetter',
  summary: 'has somewhere to put what it cannot handle',
  takes: [optional(queueOrOptions), optional(receives)],
  relate: async (deadLetter, ask, queue?: ResourceLike | Receives): Promise<DeadLetterFacts> => ({
    ...deadLetter,
    names: isResourceLike(queue) ? await ask.names(queue) : undefined,
  }),
  check: (
    { target, maxReceiveCount, names }: DeadLetterFacts,
    queue?: ResourceLike | Receives,
    expected: Receives | undefined = isResourceLike(queue) ? undefined : queue,
  ) => {
    const bounds = expected?.maxReceiveCount;
    const wanted = names?.find(isArn) ?? (isResourceLike(queue) ? String(queue) : undefined);
    return {
      pass:
        target !== undefined &&
        (names === undefined || refersTo(target, names)) &&
        (bounds === undefined || (maxReceiveCount !== undefined && isWithin(bounds, maxReceiveCount))),
      expected: [
        wanted === undefined ? 'a dead-letter queue' : `the dead-letter queue ${wanted}`,
        bounds && `after ${boundsInWords(bounds, String)} receives`,
      ]
        .filter(Boolean)
        .join(', '),
      received:
        target === undefined
          ? 'none'
          : [target, maxReceiveCount === undefined ? undefined : `after ${maxReceiveCount} receives`]
              .filter(Boolean)
              .join(', '),
      notApplicable:
        target !== undefined && bounds && maxReceiveCount === undefined
          ? 'it counts no receives: maxReceiveCount is a notion of queues'
          : undefined,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when messages or events that could not be handled go to this queue or topic, or to any when none is given.
     *
     * @param queue the queue or topic as a handle, an ARN or a name; or the options alone.
     * @param expected after how many receives a message is moved (queues only).
     * @example await expect(queue).toHaveDeadLetterQueue(resource('DeadLetterQueueUrl'), { maxReceiveCount: 3 });
     * @example await expect(queue).toHaveDeadLetterQueue({ maxReceiveCount: { atMost: 5 } });
     */
    toHaveDeadLetterQueue: Method<
      T,
      'deadLetter',
      [queue?: ResourceLike | DeadLetterExpectation, expected?: DeadLetterExpectation]
    >;
  }
}
