import type { Json } from '../../src/acts';
import { argument, isRecord, isRegExp, optional } from '../../src/engine/argument';
import { subjectOf } from '../../src/engine/ask';
import { type Duration, seconds } from '../../src/engine/duration';
import { isHandle } from '../../src/engine/handle';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { resourceLike } from '../../src/engine/resource-like';
import type { Subject } from '../../src/engine/verdict';
import { isAsymmetric } from '../value/value-match';
import { arrivalOf } from './arrival';
import { type Content, content, withMarker } from './content';
import { Place } from './place';
import type { Resemblance } from './resemblance';

/** What is sent, and what must come of it. */
export interface ReachExpectation {
  /** What the subject is handed; `'{marker}'` in any text stands for one that is found nowhere else. */
  send: Content;
  /**
   * What to look for: part of a message or of a log line, `{ key, body? }` of an object, `{ key, item? }` of an item; the
   * marker in `send` when left out.
   */
  find?: Resemblance;
  /** Seconds, or a duration, to wait; 30 seconds when left out. */
  within?: number | Duration;
}

interface Expected {
  send: Json;
  find?: unknown;
  within?: number;
}

interface Reached {
  words: string;
  place: string;
  /** Both ends. */
  ends: Subject[];
  milliseconds: number;
  arrived: boolean;
  fault?: string;
}

/** What it is depends on the destination, which is not known yet. */
const anythingToFind = argument<Resemblance, unknown>(
  'what to look for: part of a message or of a log line, { key, body? } or { key, item? }',
  (given) => {
    if (typeof given === 'string') return given === '' ? undefined : given;
    return isRegExp(given) || isAsymmetric(given) || (isRecord(given) && !isHandle(given)) ? given : undefined;
  },
);

const defaultInSeconds = 30;

export const toReach = defineMatcher({
  facet: 'intake',
  summary: 'passes on what it is handed',
  takes: [
    resourceLike,
    options<Expected>({ send: content, find: optional(anythingToFind), within: optional(seconds) }),
  ],
  perform: async (_intake, flow, destination: ResourceLike, { send, find, within = defaultInSeconds }: Expected) => {
    const { party, facet } = await flow.party(destination, 'contents');
    const arrival = arrivalOf(facet.holds, find, send, flow.marker);
    await flow.prepare([flow.subject, 'deliver'], [party, 'find']);
    const place = new Place(flow, party, arrival);
    const known = {
      words: arrival.words,
      place: party.name,
      ends: [subjectOf(flow.subject.target), subjectOf(party.target)],
    };
    const inTheWay = await place.before();
    if (inTheWay !== undefined) return { ...known, arrived: false, milliseconds: 0, fault: inTheWay };
    const started = Date.now();
    const { marker } = flow;
    const { refused } = await flow.act(flow.subject, 'deliver', { content: withMarker(send, marker), marker });
    if (refused !== undefined) {
      return { ...known, arrived: false, milliseconds: 0, fault: `AWS did not take what was sent: ${refused}` };
    }
    const arrived = await flow.until(within, () => place.look());
    const fault = arrived || place.complete ? undefined : `only a part of ${party.name} could be searched`;
    return { ...known, arrived, milliseconds: Date.now() - started, fault };
  },
  check: ({ words, place, arrived, milliseconds, fault, ends }: Reached, _destination, expected: Expected) => ({
    pass: arrived,
    expected: `${words} in ${place} within ${expected.within ?? defaultInSeconds} s`,
    received: arrived ? `it arrived after ${(milliseconds / 1_000).toFixed(1)} s` : 'it did not arrive',
    fault,
    judged: ends,
    advice: arrived ? undefined : 'Look at what lies between them: permissions, mappings, filters, dead-letter queues.',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when what the resource is handed has its effect at the destination. It acts: it needs `allowActs`.
     *
     * It hands `send` over (a record to a stream, a message to a queue or topic, an event to a bus, `{ key, body }` to a
     * bucket, an item to a table, a payload to a function), looks at the destination with growing pauses until the effect
     * is there or the time is up, and removes what it sent and what came of it. What was there before the act does not
     * count, and is not touched; a key that is taken is an error. `.not` waits the whole time, and passes when nothing came.
     * Messages that a queue held before are given back, and count as received once more.
     *
     * @param destination a queue, a bucket, a table or a log group, as a handle or by its ARN.
     * @param flow what to send, what to find, and how long to wait.
     * @example await expect(stream).toReach(table, { send: { id: '{marker}' }, find: { key: { id: '{marker}' } } });
     */
    toReach: Method<T, 'intake', [destination: ResourceLike, flow: ReachExpectation]>;
  }
}
