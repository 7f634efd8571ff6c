import type { Circus } from '@jest/types';
import { reasonInTitle } from '../engine/message';
import { Unjudged } from '../engine/unjudged';
import { isSkip, type Verdict } from '../engine/verdict';
import type { StackproofOptions } from '../options';

interface ErrorWithVerdict extends Error {
  matcherResult?: { verdict?: Verdict };
}

/** Whether a verdict leaves its test skipped under these options. */
export function skips({ outcome }: Pick<Verdict, 'outcome'>, { missing }: StackproofOptions): boolean {
  return isSkip(outcome) && !(outcome === 'not deployed' && missing === 'fail');
}

/** The reason for a skip that an error carries, along its causes. Errors may come as `[error, asyncError]`. */
export function skipReason(error: unknown, options: StackproofOptions): string | undefined {
  if (Array.isArray(error)) return skipReason(error[0], options);
  if (typeof error !== 'object' || error === null) return undefined;
  const { matcherResult, cause } = error as ErrorWithVerdict;
  const verdict = matcherResult?.verdict ?? (Unjudged.is(error) ? error.data : undefined);
  if (verdict && skips(verdict, options)) return reasonInTitle(verdict);
  return skipReason(cause, options);
}

/** The title is the only place that every reporter shows, so the reason stands there. */
export function markSkipped(test: Circus.TestEntry, reason: string): void {
  if (test.mode === 'todo' || test.mode === 'skip') return;
  test.mode = 'skip';
  test.name = `${test.name} [skipped: ${reason}]`;
}

/** Errors that Jest adds because a test was skipped half-way: `expect.assertions(2)`, a `test.failing` that passed. */
export function followsFromSkip(error: unknown): boolean {
  const first = Array.isArray(error) ? error[0] : error;
  const text = String((first as Error | undefined)?.message ?? first);
  return /expect\.(assertions|hasAssertions)\(/.test(text) || text.startsWith('Failing test passed even though');
}
