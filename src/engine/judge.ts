import { readArguments } from './argument';
import { askThrough, subjectOf } from './ask';
import { type HandleInternals, internalsOf } from './handle';
import { judgeFlow } from './judge-flow';
import type { MatcherDefinition } from './matcher';
import { onBehalfOf } from './on-behalf-of';
import { untilPass } from './patience';
import type { Target } from './resource';
import type { FactSource } from './source';
import { notImplementedHere, Unjudged, wrongArgument } from './unjudged';
import type { Evidence, Outcome, Subject, Verdict } from './verdict';

/** A question: a matcher, its arguments and whether it was asked with `.not`. */
export interface Question {
  matcher: string;
  definition: MatcherDefinition;
  args: readonly unknown[];
  negated: boolean;
  print(value: unknown): string;
  /** Why this matcher cannot be asked of that type on the server at hand; absent where it can. */
  gap?(type: string): string | undefined;
  /** Told how many seconds the matcher may take from now on, where that may be longer than a test has. */
  takesTime?(seconds: number): void;
}

const gravest: Outcome[] = [
  'wrong argument',
  'not applicable',
  'undetermined',
  'not found',
  'fail',
  'not deployed',
  'not implemented here',
  'pass',
];

/**
 * Puts a question to a handle and returns the verdict. Never throws for anything AWS or the test's author did: that is
 * what verdicts are for.
 */
export async function judge(question: Question, handle: unknown): Promise<Verdict> {
  const inner = internalsOf(handle);
  const blank = { matcher: question.matcher, negated: question.negated, summary: question.definition.summary };
  try {
    if (!inner) {
      throw wrongArgument(
        `${question.matcher} judges a resource; received ${question.print(handle)}`,
        `Write expect(resource('OutputKey')).${question.matcher}(...).`,
      );
    }
    const { matcher, definition, print } = question;
    const args = readArguments(matcher, definition.takes, question.args, print);
    if (definition.perform && inner.patience) {
      throw wrongArgument(
        `${matcher} waits by itself, so it cannot be asked through eventually(...)`,
        `Write expect(handle).${matcher}(...) with the option within: '${inner.patience.withinSeconds}s'.`,
      );
    }
    const ask = (fresh: boolean) => judgeTargets({ ...question, args }, inner, fresh);
    return inner.patience ? await untilPass(ask, inner.patience) : await ask(false);
  } catch (error) {
    if (!Unjudged.is(error)) throw error;
    return { ...blank, subject: { key: inner?.description }, ...error.data };
  }
}

async function judgeTargets(question: Question, inner: HandleInternals, fresh: boolean): Promise<Verdict> {
  const { definition } = question;
  const targets = await inner.targets();
  if (definition.checkAll && inner.many) return judgeTogether(question, inner.source, targets, fresh);
  const [only] = targets;
  if (!inner.many && only) return judgeOne(question, inner.source, only, fresh);
  const members = await Promise.all(targets.map((target) => judgeOne(question, inner.source, target, fresh)));
  return { ...worst(members), members };
}

function worst(members: Verdict[]): Verdict {
  const [first, ...rest] = members;
  if (!first) throw wrongArgument('the list is empty, so there is nothing to judge');
  return rest.reduce((a, b) => (gravest.indexOf(b.outcome) < gravest.indexOf(a.outcome) ? b : a), first);
}

interface Known {
  subject: Subject;
  facts: unknown;
  evidence: Evidence;
}

async function learn(question: Question, source: FactSource, target: Target, fresh: boolean): Promise<Known> {
  const { facet, relate } = question.definition;
  refuseGap(question, target);
  const answer = await source.facet(target, facet, { fresh });
  const calls = [...answer.evidence.calls];
  const ask = askThrough(source, target, fresh, (evidence) => calls.push(...evidence.calls));
  const facts = relate ? await onBehalfOf(answer.subject, relate(answer.value, ask, ...question.args)) : answer.value;
  return { subject: answer.subject, facts, evidence: { ...answer.evidence, calls: [...new Set(calls)] } };
}

function refuseGap(question: Question, { type }: Target): void {
  const gap = question.gap?.(type);
  if (gap !== undefined) throw notImplementedHere(gap);
}

async function judgeOne(question: Question, source: FactSource, target: Target, fresh: boolean): Promise<Verdict> {
  const blank = { matcher: question.matcher, negated: question.negated, summary: question.definition.summary };
  try {
    if (question.definition.perform) {
      refuseGap(question, target);
      return await judgeFlow(question, source, target, (judgement) => verdictOf(question, judgement));
    }
    const { subject, facts, evidence } = await learn(question, source, target, fresh);
    return { ...blank, subject, evidence, ...verdictOf(question, question.definition.check(facts, ...question.args)) };
  } catch (error) {
    if (!Unjudged.is(error)) throw error;
    return { ...blank, subject: subjectOf(target), ...error.data };
  }
}

async function judgeTogether(
  question: Question,
  source: FactSource,
  targets: Target[],
  fresh: boolean,
): Promise<Verdict> {
  const blank = { matcher: question.matcher, negated: question.negated, summary: question.definition.summary };
  const known = await Promise.all(
    targets.map((target) =>
      learn(question, source, target, fresh).catch((error: unknown) => {
        if (!Unjudged.is(error)) throw error;
        const verdict: Verdict = { ...blank, subject: subjectOf(target), ...error.data };
        return verdict;
      }),
    ),
  );
  const unjudged = known.filter((each): each is Verdict => 'outcome' in each);
  if (unjudged.length > 0) return { ...worst(unjudged), members: unjudged };
  const answered = known.filter((each): each is Known => !('outcome' in each));
  const judgement = question.definition.checkAll?.(
    answered.map(({ facts }) => facts),
    ...question.args,
  );
  if (!judgement) throw new TypeError(`${question.matcher} has no checkAll`);
  const [first] = answered;
  return {
    ...blank,
    subject: {
      type: first?.subject.type,
      label: first?.subject.label,
      key: answered.map((each) => each.subject.key ?? each.subject.id).join(', '),
    },
    evidence: first?.evidence,
    judged: answered.map(({ subject }) => subject),
    ...verdictOf(question, judgement),
  };
}

function verdictOf(
  question: Question,
  judgement: ReturnType<MatcherDefinition['check']>,
): Pick<Verdict, 'outcome' | 'expected' | 'received' | 'advice' | 'reason' | 'judged'> {
  const { pass, expected, received, fault, advice, notApplicable, judged } = judgement;
  if (notApplicable) return { outcome: 'not applicable', reason: notApplicable, advice };
  const holds = fault === undefined && pass !== question.negated;
  return { outcome: holds ? 'pass' : 'fail', expected, received, reason: fault, advice, ...(judged && { judged }) };
}
