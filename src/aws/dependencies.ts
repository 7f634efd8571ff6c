import type { AnswerCache } from './cache';

/** Which answers rest on which, so that everything known about a resource can be forgotten. */
export class Dependencies {
  readonly #bases = new Map<string, Set<string>>();

  constructor(readonly cache: AnswerCache) {}

  /** Notes that what is known under a key rests on what is known under another. */
  on(key: string, base: string): void {
    const known = this.#bases.get(key) ?? new Set();
    this.#bases.set(key, known.add(base));
  }

  /** Forgets a key and all that it rests on. */
  forget(key: string, done = new Set<string>()): void {
    if (done.has(key)) return;
    done.add(key);
    this.cache.forget(key);
    for (const base of this.#bases.get(key) ?? []) this.forget(base, done);
    this.#bases.delete(key);
  }
}
