import type { deploy } from '../../deploy';
import type * as matchers from '../../matchers';
import type { Outcome } from '../../src/engine/verdict';
import type { LiveStack } from './live-account';

export type Deployed = Awaited<ReturnType<typeof deploy>>;

/** Resources and outputs of one stack, as far as one area goes. */
export interface Part {
  resources: Record<string, { type: string; properties?: object; dependsOn?: string[] }>;
  outputs: Record<string, unknown>;
}

/**
 * How a matcher must end. `pass` and `fail` are turned round by `.not`; `fault` is a failure in both directions; the
 * other verdicts stand.
 */
export type Ending = Exclude<Outcome, 'not deployed' | 'not implemented here' | 'wrong argument'> | 'fault';

/** The ending, alone or with what the message must say. */
export type Expected = Ending | [ending: Ending, says: RegExp];

/** What a row needs to know beyond the question. */
export interface Circumstances {
  /** Names of the gaps in `test/emulators/gaps.json` that keep a server from answering as AWS does. */
  gaps?: string[];
  /** Asks all resources of the output as one list. */
  many?: boolean;
}

/** One question, and how it must end on the healthy and on the broken stack; `undefined` where it is not asked. */
export type Question = [
  matcher: keyof typeof matchers,
  args: unknown[] | ((stack: LiveStack) => unknown[]),
  healthy: Expected | undefined,
  broken: Expected | undefined,
  circumstances?: Circumstances,
];

/** A question together with whom it is put to. */
export interface Row {
  type: string;
  output: string;
  question: Question;
}

/** A group of types: what is deployed of them, twice, and what is asked. */
export interface Area {
  healthy: Part;
  broken: Part;
  /** What only a call to a finished stack can do, such as stopping a database. */
  afterwards?(healthy: Deployed, broken: Deployed): Promise<unknown>;
  rows: Row[];
}

/** The rows of one resource. */
export function rowsOf(type: string, output: string, questions: Question[]): Row[] {
  return questions.map((question) => ({ type, output, question }));
}
