interface Entry {
  started: number;
  promise: Promise<unknown>;
}

/**
 * Answers of a run, with those still under way. Failures are kept like answers: what was throttled or timed out once
 * is not waited for forty times.
 *
 * Time is a counter. Each question says from which moment on an answer must have been asked for: 0 accepts any answer of
 * the run, {@link now} only those asked for from here on.
 */
export class AnswerCache {
  readonly #entries = new Map<string, Entry>();
  #clock = 0;

  /** A moment later than every question put so far. */
  now(): number {
    this.#clock += 1;
    return this.#clock;
  }

  /**
   * Returns the answer under a key, asking for it where there is none that is recent enough.
   *
   * @param since moment from which on the answer must have been asked for.
   */
  read<Value>(key: string, since: number, ask: () => Promise<Value>): Promise<Value> {
    const known = this.#entries.get(key);
    if (known && known.started >= since) return known.promise as Promise<Value>;
    const started = this.now();
    const promise = ask();
    this.#entries.set(key, { started, promise });
    return promise;
  }

  forget(key: string): void {
    this.#entries.delete(key);
  }
}

/** A text that is the same for the same value, whatever the order of its keys. */
export function stableText(value: unknown): string {
  return (
    JSON.stringify(value, (_key, each: unknown) => {
      if (typeof each === 'bigint') return `${each}n`;
      if (typeof each !== 'object' || each === null || Array.isArray(each)) return each;
      if (each instanceof Uint8Array) return `bytes ${Buffer.from(each).toString('base64')}`;
      return Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)));
    }) ?? 'undefined'
  );
}
