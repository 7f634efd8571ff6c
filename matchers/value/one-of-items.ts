import type { Judgement } from '../../src/engine/matcher';
import { type Bounds, boundsInWords, isWithin } from './bounds';
import { fits, shown } from './value-match';

/** One thing that an item must have. */
export interface Wish<Item> {
  name: string;
  /** What it must be, in words. */
  expected: string;
  holds(item: Item): boolean;
}

/** A text property of an item; nothing where it was not asked for. */
export function textWish<Item>(name: string, expected: unknown, read: (item: Item) => unknown): Wish<Item>[] {
  if (expected === undefined) return [];
  return [{ name, expected: String(shown(expected)), holds: (item) => fits(expected, read(item)) }];
}

/** An amount of an item; nothing where it was not asked for. An item without the amount does not hold. */
export function amountWish<Item>(
  name: string,
  expected: Bounds | undefined,
  read: (item: Item) => number | undefined,
  say: (amount: number) => string = String,
): Wish<Item>[] {
  if (expected === undefined) return [];
  const holds = (item: Item) => {
    const amount = read(item);
    return amount !== undefined && isWithin(expected, amount);
  };
  return [{ name, expected: boundsInWords(expected, say), holds }];
}

/**
 * Judges whether one item of a list has everything that was asked for; any item when nothing was.
 *
 * @param noun what an item is called, such as `rule`.
 * @param describe an item in words, without secrets.
 */
export function judgeOneOf<Item>(
  noun: string,
  items: readonly Item[],
  wishes: readonly Wish<Item>[],
  describe: (item: Item) => string,
): Judgement {
  const misses = (item: Item) => wishes.filter(({ holds }) => !holds(item));
  const [nearest, ...rest] = [...items].sort((one, other) => misses(one).length - misses(other).length);
  const expected = wishes.map((wish) => `${wish.name} ${wish.expected}`).join(', ');
  const found = items.find((item) => misses(item).length === 0);
  const missing = nearest === undefined ? [] : misses(nearest).map(({ name }) => name);
  return {
    pass: found !== undefined,
    expected: expected === '' ? `a ${noun}` : `a ${noun} with ${expected}`,
    received: found === undefined ? items.map(describe).join('; ') || `no ${noun}` : describe(found),
    advice:
      found === undefined && nearest !== undefined && rest.length > 0
        ? `The nearest ${noun} is ${describe(nearest)}; it differs in ${missing.join(', ')}.`
        : undefined,
  };
}
