import type { Json } from '../../src/acts';
import { isRecord, optional } from '../../src/engine/argument';
import { type Duration, seconds } from '../../src/engine/duration';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { wrongArgument } from '../../src/engine/unjudged';
import type { Keeping } from '../../src/facets';
import type { Arrival } from './arrival';
import { type Content, content, withMarker } from './content';
import { Place } from './place';
import { contains } from './resemblance';
import { shortText } from './short-text';

/** How long the store may take. */
export interface StoreExpectation {
  /** Seconds, or a duration, to wait for what was put; 30 seconds when left out. */
  within?: number | Duration;
}

interface Expected {
  within?: number;
}

interface Stored {
  put: string;
  back?: string;
  refused?: string;
}

const defaultInSeconds = 30;

export const toStore = defineMatcher({
  facet: 'keeping',
  summary: 'gives back what it is given',
  takes: [optional(content), optional(options<Expected>({ within: optional(seconds) }))],
  perform: async (keeping, flow, given: Json | undefined, { within = defaultInSeconds }: Expected = {}) => {
    const { marker, subject } = flow;
    const sent = withMarker(given ?? keeping.sample ?? noSample(keeping), marker);
    const arrival = arrivalOf(keeping, sent);
    await flow.prepare([subject, 'deliver'], [subject, 'find']);
    const { refused } = await flow.act(subject, 'deliver', { content: sent, marker });
    const place = new Place(flow, subject, arrival);
    const isBack = refused === undefined && (await flow.until(within, () => place.look()));
    // A message is removed by what it was received with, and would be looked for in vain after that.
    if (isBack && arrival.key === undefined) flow.settled(subject);
    const stored: Stored = { put: arrival.words, back: place.arrived?.text, refused };
    return stored;
  },
  check: ({ put, back, refused }: Stored, _given?: Json, _options?: Expected) => ({
    pass: back !== undefined,
    expected: `${put}, put and got back`,
    received: back === undefined ? `it did not come back${refused ? `: ${refused}` : ''}` : shortText(back),
  }),
});

/** The same as was put, by its key where there are keys. */
function arrivalOf({ holds, keys }: Keeping, sent: Json): Arrival {
  const fields = isRecord(sent) ? (sent as Record<string, Json>) : {};
  const fits = (expected: Json | undefined) => (text: string) =>
    typeof expected === 'string' ? text === expected : contains(expected, JSON.parse(text));
  if (holds === 'object') {
    return { key: fields.key, unique: true, words: `object ${fields.key}`, fits: fits(fields.body) };
  }
  if (holds === 'item') {
    const key = Object.fromEntries(keys.flatMap((name) => (Object.hasOwn(fields, name) ? [[name, fields[name]]] : [])));
    return { key: key as Json, unique: true, words: `item ${JSON.stringify(key)}`, fits: fits(sent) };
  }
  const body = Object.hasOwn(fields, 'MessageBody') ? fields.MessageBody : sent;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { unique: true, words: `message ${shortText(text)}`, fits: (received) => received === text };
}

function noSample({ keys }: Keeping): never {
  throw wrongArgument(
    `the key ${keys.join(' and ')} is no text, so none can be made up that is found nowhere else`,
    'Give what to store.',
  );
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when what is put into the bucket, the table or the queue comes back the same. It acts: it needs `allowActs`.
     * What it put is removed, with every version and delete marker. A key that is taken is an error: nothing is overwritten.
     *
     * On a queue that somebody reads, the message may be gone before it is looked for.
     *
     * @param content `{ key, body }` for a bucket, an item for a table, a message for a queue; made up when left out.
     * @param options `{ within }` in seconds or as a duration.
     * @example await expect(table).toStore({ id: '{marker}', amount: 12.5 });
     */
    toStore: Method<T, 'keeping', [content?: Content, options?: StoreExpectation]>;
  }
}
