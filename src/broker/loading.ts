import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Sdk } from '../engine/aws';

/**
 * Loads SDK packages that nobody waits for yet, one after the other, in the order in which they were first wanted. To
 * load one blocks the thread for 10 to 100 ms, so answers that came and questions of tests get their turn in between.
 */
export class Loading {
  readonly #turns = new Map<string, Promise<void>>();
  #last: Promise<void> = Promise.resolve();

  /** Waits until a package has had its turn. One that cannot be loaded is reported to whoever uses it. */
  turn(sdk: Sdk): Promise<void> {
    const known = this.#turns.get(sdk.package);
    if (known) return known;
    const turn = this.#after(this.#last, sdk);
    this.#turns.set(sdk.package, turn);
    this.#last = turn;
    return turn;
  }

  async #after(previous: Promise<void>, sdk: Sdk): Promise<void> {
    await previous;
    await nextTurn();
    await Promise.allSettled([sdk.load()]);
  }
}
