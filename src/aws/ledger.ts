import type { Cause } from '../engine/verdict';

/** One call, as the report and the policy generator read it. Inputs and answers are never kept: they may hold secrets. */
export interface LedgerEntry {
  /** IAM prefix of the service, such as `rds`. */
  service: string;
  /** Operation in the words of the API. */
  operation: string;
  /** IAM action that allows it. */
  action: string;
  region: string;
  /** Account of the credentials, where it was known when the call ended. */
  account?: string;
  /** Custom endpoint, where one is in use. */
  endpoint?: string;
  /** When the call began: ISO 8601. */
  started: string;
  milliseconds: number;
  /** Requests made, retries included; 0 when none was made because the endpoint had just failed. */
  attempts: number;
  /** `answered`, or why there is no answer. */
  outcome: 'answered' | 'error code' | 'not implemented here' | Cause;
  /** Error code in the words of the API. */
  code?: string;
  /** Whether the call may have changed something. */
  act: boolean;
  /** Questions that were answered by this call without another one. */
  shared: number;
}

/** Every call of a run, in the order in which they ended. */
export class Ledger {
  readonly entries: LedgerEntry[] = [];
  /** Checks that were left out, and why. */
  readonly notes: string[] = [];

  record(entry: LedgerEntry): void {
    this.entries.push(entry);
  }

  note(text: string): void {
    if (!this.notes.includes(text)) this.notes.push(text);
  }
}
