/** A promise that tells when somebody waits for it, so that a matcher without `await` can be named. */
export class Tracked<T> extends Promise<T> {
  // What `then` returns is an ordinary promise; only ours needs watching.
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  #onAwait?: () => void;

  /** Watches a promise. A rejection nobody waits for is reported by the watcher, not by the process. */
  static watch<T>(promise: Promise<T>, onAwait: () => void): Tracked<T> {
    const tracked = new Tracked<T>((resolve) => resolve(promise));
    Promise.prototype.then.call(tracked, undefined, () => undefined);
    tracked.#onAwait = onAwait;
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
}
