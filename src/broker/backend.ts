import type { FactSource } from '../engine/source';
import type { Verdict } from '../engine/verdict';
import type { DiscoveredOutput, Outputs } from '../outputs';
import type { KnownGap } from './known-gap';

/** What is deployed, as the outputs tell it. */
export interface Deployment {
  /** Absent when there is no outputs file. */
  outputs?: Outputs;
  /** Places where an outputs file was looked for. */
  searched: string[];
  /** One row for each value of each output. */
  discovered: DiscoveredOutput[];
  /** What cannot be asked on the server at hand. */
  gaps: KnownGap[];
}

/** An output by its name. */
export interface OutputName {
  key: string;
  stack?: string;
}

/** One text for each output, however the key and the stack are spelled. */
export function nameOfOutput({ key, stack }: OutputName): string {
  return JSON.stringify([stack, key]);
}

/**
 * What the report needs of a verdict. Without what was expected and received, which may be anything a test can write,
 * and would keep all memory of its file.
 */
export interface ReportedVerdict
  extends Pick<Verdict, 'outcome' | 'subject' | 'judged' | 'reason' | 'cause' | 'action'> {
  members?: ReportedVerdict[];
}

/** Takes from a verdict what the report needs. */
export function reported({ outcome, subject, judged, reason, cause, action, members }: Verdict): ReportedVerdict {
  return { outcome, subject, judged, reason, cause, action, members: members?.map(reported) };
}

/** A verdict and the test it belongs to. */
export interface VerdictRecord {
  verdict: ReportedVerdict;
  test: string;
  file: string;
}

/** What a test file asks: the deployment, the facts, and a place for its verdicts. In this process or another. */
export interface Backend {
  deployment(): Promise<Deployment>;
  readonly source: FactSource;
  /** Other types whose identifiers a type takes too. */
  accepted(type: string): Promise<readonly string[]>;
  /** Where a cause for which nothing could be judged was first met, or `undefined` when it is met here first. */
  firstToMeet(cause: string, place: string): Promise<string | undefined>;
  /** Keeps the verdicts of a test file for the report, and the outputs that it read without a matcher. */
  record(records: VerdictRecord[], read: OutputName[]): Promise<void>;
  close(): void;
}
