import type { Verdict } from '../engine/verdict';
import { Tracked } from './tracked';

interface Running {
  matcher: string;
  settled: Promise<unknown>;
}

/** What one test, or one hook, asked and got while its body ran. */
export class Watch {
  readonly verdicts: Verdict[] = [];
  readonly #unawaited = new Set<Running>();
  /** When the body must be done, in milliseconds since the epoch; `eventually` moves it. */
  deadline = Number.POSITIVE_INFINITY;
  #onExtended?: () => void;

  constructor(readonly name: string) {}

  /** What is wrong with the test itself, whatever was judged; `test.failing` must not swallow it. */
  fault?: Error;

  /** Starts an attempt: forgets an earlier one, and starts the clock. */
  begin(limit = Number.POSITIVE_INFINITY): void {
    this.deadline = Date.now() + limit;
    this.fault = undefined;
    this.verdicts.length = 0;
    this.#unawaited.clear();
  }

  /** Follows a matcher until somebody awaits it. */
  follow<T>(matcher: string, promise: Promise<T>): Tracked<T> {
    const running: Running = { matcher, settled: promise.then(undefined, () => undefined) };
    this.#unawaited.add(running);
    return Tracked.watch(promise, () => this.#unawaited.delete(running), true);
  }

  /** Gives the body more time. */
  extend(milliseconds: number): void {
    this.deadline = Math.max(this.deadline, Date.now() + milliseconds);
    this.#onExtended?.();
  }

  /** Rejects with Jest's own words when the body takes too long. */
  timeout(limit: number, isHook: boolean): { expired: Promise<never>; cancel(): void } {
    let timer: NodeJS.Timeout | undefined;
    const expired = new Promise<never>((_, reject) => {
      const arm = () => {
        clearTimeout(timer);
        timer = setTimeout(() => reject(timeoutMessage(limit, isHook)), this.deadline - Date.now());
      };
      this.#onExtended = arm;
      arm();
    });
    const cancel = () => {
      clearTimeout(timer);
      this.#onExtended = undefined;
    };
    return { expired, cancel };
  }

  /**
   * Ends the body.
   *
   * @throws {Error} naming the matchers that nobody awaited, after they have ended.
   */
  async end(): Promise<void> {
    if (this.#unawaited.size === 0) return;
    const forgotten = [...this.#unawaited];
    this.#unawaited.clear();
    await Promise.all(forgotten.map(({ settled }) => settled));
    const names = [...new Set(forgotten.map(({ matcher }) => matcher))].join(', ');
    throw this.blame(
      `${names} was not awaited, so this test could end before it was judged.\n` +
        `Write: await expect(...).${forgotten[0]?.matcher}(...)`,
    );
  }

  /** Makes an error about the test itself. */
  blame(message: string): Error {
    this.fault = new Error(message);
    return this.fault;
  }
}

// Jest throws a text here, and prints it with the place of the test.
function timeoutMessage(limit: number, isHook: boolean): string {
  return (
    `Exceeded timeout of ${limit} ms for a ${isHook ? 'hook' : 'test'}.\nAdd a timeout value to this test to increase the timeout, ` +
    'if this is a long-running test. See https://jestjs.io/docs/api#testname-fn-timeout.'
  );
}
