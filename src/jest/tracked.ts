/** A promise that tells when somebody waits for it, so that a matcher without `await` can be named. */
export class Tracked<T> extends Promise<T> {
  #onAwait?: () => void;
  #isJests = false;

  /**
   * Watches a promise that Jest has first: Jest appends a `catch`, and what that returns is what the test gets. A
   * rejection nobody waits for is reported by the watcher, not by the process.
   */
  static watch<T>(promise: Promise<T>, onAwait: () => void): Tracked<T> {
    const tracked = new Tracked<T>((resolve) => resolve(promise));
    tracked.#isJests = true;
    return tracked.#watched(onAwait);
  }

  #watched(onAwait: () => void): this {
    this.#onAwait = onAwait;
    super.then(undefined, () => undefined);
    return this;
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
    return (super.then(undefined, onRejected) as Tracked<T | B>).#watched(this.#onAwait);
  }
}
