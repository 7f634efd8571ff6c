import type { Verdict } from '../engine/verdict';
import { Tracked } from './tracked';

interface Running {
  matcher: string;
  promise: Promise<unknown>;
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
    const running: Running = { matcher, promise };
    this.#unawaited.add(running);
    return Tracked.watch(promise, () => this.#unawaited.delete(running));
  }

  /** Gives the body more time. */
  extend(milliseconds: number): void {
    this.deadline = Math.max(this.deadline, Date.now() + milliseconds);
    this.#onExtended?.();
  }

  /** Tells in Jest's own words when the body takes too long, until it is cancelled. */
  timeout(limit: number, isHook: boolean, onExpired: (message: string) => void): () => void {
    let timer: NodeJS.Timeout | undefined;
    const arm = () => {
      clearTimeout(timer);
      timer = setTimeout(() => onExpired(timeoutMessage(limit, isHook)), this.deadline - Date.now());
    };
    this.#onExtended = arm;
    arm();
    return () => {
      clearTimeout(timer);
      this.#onExtended = undefined;
    };
  }

  /**
   * Ends the body. Where matchers were left that nobody awaited, waits until they have ended and rejects with an error
   * that names them.
   */
  end(): Promise<never> | undefined {
    return this.#unawaited.size === 0 ? undefined : this.#blameForgotten([...this.#unawaited]);
  }

  async #blameForgotten(forgotten: Running[]): Promise<never> {
    this.#unawaited.clear();
    await Promise.allSettled(forgotten.map(({ promise }) => promise));
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
