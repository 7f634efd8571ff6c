import type { UnjudgedData } from '../engine/unjudged';

const openMilliseconds = 20_000;

interface Failure {
  at: number;
  data: UnjudgedData;
}

/**
 * Remembers hosts that just failed to answer, so that forty tests do not each wait for a server that is down. A host
 * that answered anything while a read of it failed is not down, only slow.
 */
export class Circuit {
  readonly #failures = new Map<string, Failure>();
  readonly #answers = new Map<string, number>();

  /** The failure a host had within the last 20 seconds and since its last answer. */
  recentFailure(host: string): UnjudgedData | undefined {
    const failure = this.#failures.get(host);
    return failure && Date.now() - failure.at < openMilliseconds ? failure.data : undefined;
  }

  answered(host: string): void {
    this.#answers.set(host, Date.now());
    this.#failures.delete(host);
  }

  /** @param started when the failed read began: milliseconds since the epoch. */
  failed(host: string, started: number, data: UnjudgedData): void {
    if ((this.#answers.get(host) ?? 0) >= started) return;
    this.#failures.set(host, { at: Date.now(), data });
  }
}
