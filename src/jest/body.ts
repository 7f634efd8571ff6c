import type { Circus } from '@jest/types';
import type { Session } from './session';
import type { Watch } from './watch';

type Body = (this: unknown, ...args: unknown[]) => unknown;
type Done = ((error?: unknown) => void) & { fail?: unknown };

/** What following a body needs to know of its test or hook. */
export interface Following {
  session: Session;
  watch: Watch;
  isHook: boolean;
  /** Whether other bodies run at the same time, so that only the asynchronous context tells whose a matcher is. */
  concurrent: boolean;
  /** Whether a body that judged nothing is a fault. */
  mustJudge: boolean;
  /** Time-out in milliseconds that is ours to keep; absent where Jest keeps it. */
  limit(): number | undefined;
}

/**
 * Wraps the body of a test or hook so that its matchers are known to be its own, none is left without `await`, and
 * `eventually` can have more time.
 */
export function follow(entry: Circus.TestEntry | Circus.Hook, following: Following): void {
  const body = entry.fn as Body;
  const { session, watch } = following;
  const run = (context: unknown, args: unknown[]) => {
    watch.begin(following.limit());
    session.current = watch;
    return following.concurrent
      ? session.running.run(watch, () => body.apply(context, args))
      : body.apply(context, args);
  };
  entry.fn = (
    body.length > 0
      ? function (this: unknown, done: Done) {
          return run(this, [withEnd(done, watch)]);
        }
      : function (this: unknown) {
          const before = following.mustJudge ? session.assertionCalls() : 0;
          const returned = run(this, []);
          const end = () => watch.end() ?? checkJudged(following, before);
          if (!isThenable(returned)) return returned === undefined ? end() : returned;
          return inTime(following, returned, end);
        }
  ) as typeof entry.fn;
}

/** A generator body is run by Jest itself, step by step, and cannot be followed. */
export function canFollow(entry: Circus.TestEntry | Circus.Hook): boolean {
  return typeof entry.fn === 'function' && entry.fn.constructor.name !== 'GeneratorFunction';
}

function checkJudged({ session, watch, mustJudge }: Following, before: number): void {
  if (!mustJudge || watch.verdicts.length > 0 || session.assertionCalls() !== before) return;
  throw watch.blame(
    'This test ended without judging anything: no matcher and no assertion ran, so it would be green for nothing.\n' +
      "It fails because of missing: 'fail'. Assert something, or mark it with test.todo.",
  );
}

function withEnd(done: Done, watch: Watch): Done {
  const end = (error?: unknown) => {
    if (error !== undefined) done(error);
    else if (!watch.end()?.catch(done)) done();
  };
  return Object.assign(end, { fail: done.fail });
}

/** Waits for a body as long as it may take, and then for what it left behind. */
function inTime({ watch, limit, isHook }: Following, body: PromiseLike<unknown>, end: () => unknown): Promise<unknown> {
  const milliseconds = limit();
  if (milliseconds === undefined) return Promise.resolve(body).then(end);
  return new Promise((resolve, reject) => {
    const cancel = watch.timeout(milliseconds, isHook, reject);
    const ended = () => {
      cancel();
      try {
        resolve(end());
      } catch (error) {
        reject(error);
      }
    };
    body.then(ended, (error) => {
      cancel();
      reject(error);
    });
  });
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
}
