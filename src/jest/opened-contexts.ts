import asyncHooks, { type AsyncLocalStorage } from 'node:async_hooks';

const name = 'AsyncLocalStorage';
const original = Object.getOwnPropertyDescriptor(asyncHooks, name) as PropertyDescriptor;

/**
 * The asynchronous contexts that are opened for one test file. Jest 30 opens one for every file, Jest 29 for every file
 * with concurrent tests, and neither closes it. Node before 24 copies all that are open into each promise, so a test of
 * a process's hundredth file would pay for a hundred.
 */
export class OpenedContexts {
  readonly #opened: AsyncLocalStorage<unknown>[] = [];

  /** Notes what is opened from now on. */
  note(): void {
    const { get, set, ...descriptor } = original;
    const value = new Proxy(asyncHooks.AsyncLocalStorage, {
      construct: (target, args, newTarget) => {
        const opened = Reflect.construct(target, args, newTarget);
        this.#opened.push(opened);
        return opened;
      },
    });
    Object.defineProperty(asyncHooks, name, { ...descriptor, value });
  }

  /** Closes what was noted, and notes nothing more. */
  close(): void {
    Object.defineProperty(asyncHooks, name, original);
    for (const opened of this.#opened.splice(0)) opened.disable();
  }
}
