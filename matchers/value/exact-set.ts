import type { Judgement } from '../../src/engine/matcher';

/** What is there and what was expected, each in words, and what of it has no counterpart. */
export interface Comparison {
  expected: readonly string[];
  received: readonly string[];
  /** There, and not expected. */
  beyond: readonly string[];
  /** Expected, and not there. */
  missing: readonly string[];
}

/**
 * Judges whether a list is exactly the expected one: nothing beyond it and nothing missing.
 *
 * @param none how a message says that there is none at all.
 */
export function judgeExactly({ expected, received, beyond, missing }: Comparison, none: string): Judgement {
  const pass = beyond.length === 0 && missing.length === 0;
  const list = (words: readonly string[]) => (words.length === 0 ? none : words);
  if (pass) return { pass, expected: list(expected), received: list(received) };
  return {
    pass,
    expected: list(expected),
    received: { ...(beyond.length > 0 && { beyond }), ...(missing.length > 0 && { missing }) },
  };
}

/**
 * Compares a list with wishes: an item that no wish means is beyond, a wish that means no item is missing.
 *
 * @param means whether a wish means an item.
 */
export function compareExactly<Item, Wish>(
  items: readonly Item[],
  wishes: readonly Wish[],
  means: (wish: Wish, item: Item) => boolean,
  words: { item(item: Item): string; wish(wish: Wish): string },
): Comparison {
  const beyond = items.filter((item) => !wishes.some((wish) => means(wish, item)));
  const missing = wishes.filter((wish) => !items.some((item) => means(wish, item)));
  return {
    expected: wishes.map(words.wish),
    received: items.map(words.item),
    beyond: beyond.map(words.item),
    missing: missing.map(words.wish),
  };
}
