/** A promise that tells when somebody waits for it, so that a matcher without `await` can be named. */
export class Tracked<T> extends Promise<T> {
  // What `then` returns is an ordinary promise; only ours needs watching.
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  #onAwait?: () => void;
  #isJests = false;

  /**
   * Watches a promise. A rejection nobody waits for is reported by the watcher, not by the process.
   *
   * @param isJests whether Jest has it first: Jest appends a `catch`, and what that returns is what the test gets.
   */
  static watch<T>(promise: Promise<T>, onAwait: () => void, isJests = false): Tracked<T> {
    const tracked = new Tracked<T>((resolve) => resolve(promise));
    Promise.prototype.then.call(tracked, undefined, () => undefined);
    tracked.#onAwait = onAwait;
    tracked.#isJests = isJests;
    return tracked;
  }

  // biome-ignore lint/suspicious/noThenProperty: to see that the promise is awaited is its purpose.
  override then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.#onAwait?.();
    return super.then(onFulfilled, onRejected);
  }

  override catch<B = never>(onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<T | B> {
    if (!this.#isJests || !this.#onAwait) return this.then(undefined, onRejected);
    return Tracked.watch(super.then(undefined, onRejected), this.#onAwait);
  }
}
