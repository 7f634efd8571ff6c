import type { Json } from '../../src/acts';
import { isRecord, isRefusal } from '../../src/engine/argument';
import { wrongArgument } from '../../src/engine/unjudged';
import { hasMarker, withMarker } from './content';
import { type Resemblance, resemblance, resemblanceInWords, resembles } from './resemblance';

/** What is waited for at a destination. */
export interface Arrival {
  /** Key to look under, where things have keys. */
  key?: Json;
  /** Whether it can be of this act alone, so that what was there before needs no look. */
  unique: boolean;
  /** In words. */
  words: string;
  fits(text: string): boolean;
}

/** A thing that a test waits for, by its key. */
interface Keyed {
  key: Json;
  content?: Resemblance;
}

/**
 * What to wait for, from what a test says of it.
 *
 * @param holds what the destination holds.
 * @param find what the test says; the marker where it says nothing.
 * @throws {Unjudged} wrong argument, when that cannot be told from everything else.
 */
export function arrivalOf(holds: string, find: unknown, send: Json, marker: string): Arrival {
  if (holds === 'object' || holds === 'item') {
    const { key, content } = withMarker(keyed(holds, find, send), marker);
    const inside = content === undefined ? '' : ` with ${resemblanceInWords(content)}`;
    return {
      key,
      unique: false,
      words: `${holds} ${typeof key === 'string' ? key : JSON.stringify(key)}${inside}`,
      fits: (text) => content === undefined || resembles(content, text),
    };
  }
  if (find === undefined && !hasMarker(send)) {
    throw wrongArgument(
      'nothing tells what arrives from everything else',
      "Put '{marker}' into send, which stands for a text that is found nowhere else, or say what to find.",
    );
  }
  const expected = withMarker(find === undefined ? '{marker}' : (find as Resemblance), marker);
  return {
    unique: find === undefined || hasMarker(find),
    words: `${holds} with ${resemblanceInWords(expected)}`,
    fits: (text) => resembles(expected, text),
  };
}

function keyed(holds: 'object' | 'item', find: unknown, send: Json): Keyed {
  const inside = holds === 'object' ? 'body' : 'item';
  const takes =
    holds === 'object'
      ? "find: { key: 'out/{marker}.json', body? } with the key of the object"
      : "find: { key: { id: '{marker}' }, item? } with the key of the item";
  if (holds === 'object' && typeof find === 'string') return { key: find };
  // A copy of what was sent has the same key.
  if (holds === 'object' && find === undefined && isRecord(send) && typeof send.key === 'string') {
    return { key: send.key };
  }
  if (!isRecord(find) || !Object.hasOwn(find, 'key'))
    throw wrongArgument(`nothing says where to look`, `Give ${takes}.`);
  const unknown = Object.keys(find).find((name) => name !== 'key' && name !== inside);
  if (unknown !== undefined) throw wrongArgument(`find has no '${unknown}'; it is key and ${inside}`, `Give ${takes}.`);
  const { key } = find;
  if (holds === 'object' ? typeof key !== 'string' || key === '' : !isRecord(key)) {
    throw wrongArgument(`the key to find is ${JSON.stringify(key)}`, `Give ${takes}.`);
  }
  if (find[inside] === undefined) return { key: key as Json };
  const content = resemblance.read(find[inside]);
  if (isRefusal(content)) throw wrongArgument(`find.${inside}: ${content.why ?? `takes ${resemblance.takes}`}`);
  return { key: key as Json, content };
}
