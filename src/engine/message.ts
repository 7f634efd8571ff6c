import type { ActName } from '../acts';
import type { Subject, Verdict } from './verdict';

/** How values are shown: with Jest's colours in a test, plain in a report. */
export interface Printer {
  expected(value: string): string;
  received(value: string): string;
  dim(value: string): string;
  stringify(value: unknown): string;
}

export const plain: Printer = {
  expected: (value) => value,
  received: (value) => value,
  dim: (value) => value,
  stringify: (value) => JSON.stringify(value) ?? String(value),
};

/** The resource in a few words: what people call it, then its id. */
export function nameOf({ label, type, id, key }: Subject): string {
  const kind = label ?? type;
  const which = id ?? key;
  return [kind, which].filter(Boolean).join(' ') || 'resource';
}

/** `an AWS::SQS::Queue`, `a Custom::Thing`. */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** The title of a skipped test ends with this. One line, without the resource's secrets. */
export function reasonInTitle(verdict: Pick<Verdict, 'reason' | 'outcome'>): string {
  return (verdict.reason ?? verdict.outcome).split('\n', 1)[0] ?? verdict.outcome;
}

/** The whole text of a verdict, as it stands below a failed test. */
export function messageOf(verdict: Verdict, printer: Printer = plain): string {
  const { subject, matcher, negated } = verdict;
  const call = `expect(${printer.received(subject.key ?? subject.id ?? 'resource')})${negated ? '.not' : ''}.${matcher}()`;
  const members = verdict.members?.filter((member) => member.outcome !== 'pass') ?? [];
  if (members.length > 0 && verdict.members) {
    const count = `${members.length} of ${verdict.members.length} resources ${members.length === 1 ? 'does' : 'do'} not hold:`;
    return [call, '', count, ...members.flatMap((member) => ['', ...lines(member, printer)])].join('\n');
  }
  return [call, '', ...lines(verdict, printer)].join('\n');
}

function lines(verdict: Verdict, printer: Printer): string[] {
  return [headline(verdict), ...judged(verdict, printer), ...done(verdict), ...where(verdict, printer)];
}

function headline(verdict: Verdict): string {
  const { outcome, subject, summary, negated, cause, reason } = verdict;
  if (outcome === 'pass' || outcome === 'fail') {
    const claim = `${nameOf(subject)} ${summary}`;
    const fault = reason ? `\nFault:     ${reason}` : '';
    return `Claim:     ${negated ? `it is not so that ${claim}` : claim}${fault}`;
  }
  const title = outcome.charAt(0).toUpperCase() + outcome.slice(1);
  return `${title}${cause ? ` (${cause})` : ''}: ${reason ?? ''}`;
}

function judged(verdict: Verdict, printer: Printer): string[] {
  const rows = expectedAndReceived(verdict, (value) => (typeof value === 'string' ? value : printer.stringify(value)));
  if (!rows) return [];
  return [`Expected:  ${printer.expected(rows[0])}`, `Received:  ${printer.received(rows[1])}`];
}

function expectedAndReceived(verdict: Verdict, show: (value: unknown) => string): [string, string] | undefined {
  const { outcome, related, summary, expected, received, negated, code } = verdict;
  if (outcome === 'fail' || outcome === 'pass') return [`${negated ? 'not: ' : ''}${show(expected)}`, show(received)];
  if (outcome === 'not found') {
    const missing = `it does not exist${code ? ` (${code})` : ''}`;
    if (related) return [`that ${nameOf(related)} exists`, missing];
    // Whatever was asked, with `.not` or without, is asked of something that is there.
    const claim = negated ? `it exists, and it is not so that it ${summary}` : `it exists and ${summary}`;
    return [claim, missing];
  }
  return outcome === 'not deployed' && expected !== undefined ? [show(expected), show(received)] : undefined;
}

const sending: ActName[] = ['deliver', 'invoke', 'execute', 'request'];

/** What a flow did: what it sent, and what it saw while it waited in vain. */
function done({ acts = [], waited }: Verdict): string[] {
  const sent = acts.filter(({ act }) => sending.includes(act));
  return [
    ...sent.map(({ call, sent: what, on }) => `Sent:      ${call} ${JSON.stringify(what)} to ${on}`),
    ...(waited ? [`Gave up:   after ${waited.seconds} s, having looked ${timesInWords(waited.looks)}`] : []),
    ...(waited?.lastSeen === undefined ? [] : [`Last seen: ${waited.lastSeen}`]),
  ];
}

function timesInWords(times: number): string {
  return times === 1 ? 'once' : `${times} times`;
}

function where({ subject, related, evidence, advice, action }: Verdict, printer: Printer): string[] {
  const read =
    evidence &&
    [
      evidence.calls.join(', '),
      evidence.fields,
      evidence.region && `in ${evidence.region}`,
      evidence.endpoint && `at ${evidence.endpoint}`,
    ]
      .filter(Boolean)
      .join(' ');
  const rows: [string, string | undefined][] = [
    ['Resource: ', resourceInWords(subject)],
    ['Related:  ', related && resourceInWords(related)],
    ['Read from:', read],
    ['Needs:    ', action],
    ['Next:     ', advice],
  ];
  return rows.filter((row) => row[1]).map(([title, text]) => printer.dim(`${title} ${text}`));
}

function resourceInWords(subject: Subject): string {
  const output = subject.key && `output ${subject.key}${subject.stack ? ` of stack ${subject.stack}` : ''}`;
  return [nameOf(subject), output, subject.arn].filter(Boolean).join(', ');
}
