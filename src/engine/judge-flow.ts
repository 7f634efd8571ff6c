import { subjectOf } from './ask';
import { RunningFlow } from './flow';
import type { Judgement, MatcherDefinition } from './matcher';
import { onBehalfOf } from './on-behalf-of';
import type { Target } from './resource';
import type { FactSource } from './source';
import { Unjudged } from './unjudged';
import type { Evidence, Subject, Verdict } from './verdict';

/** What came of a matcher that acts, before it is a verdict. */
interface Performed {
  subject: Subject;
  evidence: Evidence;
  judgement: Judgement;
}

/** A matcher that acts, and what it is asked. */
export interface FlowQuestion {
  matcher: string;
  definition: MatcherDefinition;
  args: readonly unknown[];
  negated: boolean;
  takesTime?(seconds: number): void;
}

/**
 * Lets a matcher act on one resource, and cleans up after it, whatever came of it.
 *
 * @param verdictOf makes the verdict of what was judged.
 */
export async function judgeFlow(
  question: FlowQuestion,
  source: FactSource,
  target: Target,
  verdictOf: (judgement: Judgement) => Pick<Verdict, 'outcome'>,
): Promise<Verdict> {
  const { matcher, negated, definition, args, takesTime = () => undefined } = question;
  const blank = { matcher, negated, summary: definition.summary };
  const calls: string[] = [];
  const flow = new RunningFlow(source, target, (evidence) => calls.push(...evidence.calls), takesTime);
  let verdict: Verdict;
  try {
    const { subject, evidence, judgement } = await perform(definition, flow, args);
    const all = [...new Set([...evidence.calls, ...calls])];
    verdict = { ...blank, subject, evidence: { ...evidence, calls: all }, ...verdictOf(judgement) };
  } catch (error) {
    if (!Unjudged.is(error)) {
      await flow.end();
      throw error;
    }
    const { undo: _, acts: __, ...data } = error.data;
    verdict = { ...blank, subject: subjectOf(target), ...data };
  }
  const record = await flow.end();
  const told = { ...verdict, ...record };
  return record.left ? notCleanedUp(told, record.left) : told;
}

async function perform(definition: MatcherDefinition, flow: RunningFlow, args: readonly unknown[]): Promise<Performed> {
  if (!definition.perform) throw new TypeError('a matcher without perform does not act');
  const { subject, evidence, value } = await flow.source.facet(flow.subject.target, definition.facet);
  const facts = await onBehalfOf(subject, definition.perform(value, flow, ...args));
  return { subject, evidence, judgement: definition.check(facts, ...args) };
}

/** What is left behind is a fault, whatever else was judged. */
function notCleanedUp(verdict: Verdict, left: string[]): Verdict {
  const wasJudged = verdict.outcome === 'pass' || verdict.outcome === 'fail';
  const reason = [`it left behind ${left.join('; ')}`, verdict.reason].filter(Boolean).join('. Before that: ');
  return {
    ...verdict,
    outcome: 'fail',
    reason,
    expected: wasJudged ? verdict.expected : 'that nothing is left behind',
    received: wasJudged ? verdict.received : left.join('; '),
    advice: ['Remove it by hand.', verdict.advice].filter(Boolean).join(' '),
  };
}
