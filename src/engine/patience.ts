import type { Patience } from './handle';
import type { Verdict } from './verdict';

const transient = new Set<string>(['throttled', 'timed out', 'server error', 'broken answer', 'endpoint unreachable']);

/** Whether it may be otherwise a moment later. */
export function isTransient({ cause }: { cause?: string }): boolean {
  return cause !== undefined && transient.has(cause);
}

/** Asks again, with growing pauses and past the cache, until the verdict is a pass or the time is up. */
export async function untilPass(
  ask: (fresh: boolean) => Promise<Verdict>,
  { withinSeconds }: Patience,
): Promise<Verdict> {
  const end = Date.now() + withinSeconds * 1_000;
  for (let pause = 250; ; pause = Math.min(pause * 1.6, 10_000)) {
    const verdict = await ask(true);
    const mayChange = verdict.outcome === 'fail' || verdict.outcome === 'not found' || isTransient(verdict);
    if (!mayChange) return verdict;
    if (Date.now() + pause > end) {
      return { ...verdict, advice: [`Gave up after ${withinSeconds} s.`, verdict.advice].filter(Boolean).join(' ') };
    }
    await new Promise((resume) => setTimeout(resume, pause));
  }
}
