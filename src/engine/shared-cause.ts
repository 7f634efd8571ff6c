import type { Cause, Verdict } from './verdict';

/** Causes that have nothing to do with what was asked. */
const ofTheSetUp = new Set<Cause>([
  'no credentials',
  'wrong credentials',
  'expired credentials',
  'endpoint unreachable',
  'timed out',
  'wrong account',
  'missing package',
]);

/** What verdicts have in common when nothing could be judged for one reason; told once, and then referred to. */
export function sharedCause({
  outcome,
  cause,
  evidence,
  reason,
}: Pick<Verdict, 'outcome' | 'cause' | 'evidence' | 'reason'>): string | undefined {
  if (outcome !== 'undetermined' || cause === undefined) return undefined;
  return [cause, evidence?.endpoint, ofTheSetUp.has(cause) ? undefined : reason].join('|');
}
