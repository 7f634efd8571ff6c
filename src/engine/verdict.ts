import type { ActRecord } from '../acts';

/** How a matcher can end. `pass` and `fail` are judgements; the rest say why nothing could be judged. */
export type Outcome =
  | 'pass'
  | 'fail'
  | 'not deployed'
  | 'not found'
  | 'undetermined'
  | 'not applicable'
  | 'not implemented here'
  | 'wrong argument';

/** What kept AWS from answering. */
export type Cause =
  | 'access denied'
  | 'no credentials'
  | 'wrong credentials'
  | 'expired credentials'
  | 'throttled'
  | 'timed out'
  | 'endpoint unreachable'
  | 'server error'
  | 'broken answer'
  | 'wrong account'
  | 'wrong region'
  | 'request refused'
  | 'missing package'
  | 'acts not allowed';

/** Which resource a verdict speaks of. */
export interface Subject {
  /** CloudFormation type, where it is known. */
  type?: string;
  /** Human name of the type, such as `RDS DB instance`. */
  label?: string;
  /** Output key, as it is spelled in the outputs file. */
  key?: string;
  stack?: string;
  id?: string;
  arn?: string;
  region?: string;
}

/** Where an answer was read: the API calls in order, such as `rds:DescribeDBInstances`, and the fields in them. */
export interface Evidence {
  calls: string[];
  fields?: string;
  region?: string;
  endpoint?: string;
}

/** How long a matcher waited for an effect. */
export interface Waiting {
  seconds: number;
  /** How often it looked. */
  looks: number;
  /** What it saw last, in words. */
  lastSeen?: string;
}

/** The result of one matcher on one resource. Data first: message, report and ledger are made from it. */
export interface Verdict {
  outcome: Outcome;
  matcher: string;
  negated: boolean;
  subject: Subject;
  /** Another resource that had to be asked for the subject, where the reason lies with it. */
  related?: Subject;
  /** What the matcher says of a resource, such as `runs in more than one Availability Zone`. */
  summary: string;
  expected?: unknown;
  received?: unknown;
  evidence?: Evidence;
  /** Why nothing could be judged. */
  reason?: string;
  cause?: Cause;
  /** Error code in the words of the API, such as `ThrottlingException`. */
  code?: string;
  /** IAM action that is missing, such as `kms:DescribeKey`. */
  action?: string;
  /** What to do next. */
  advice?: string;
  /** Every call that did more than read, in order: what was sent and what was taken away again. */
  acts?: ActRecord[];
  /** Set when the matcher waited for an effect which did not come. */
  waited?: Waiting;
  /** What could not be taken away again, and where it is. */
  left?: string[];
  /** Everything that was judged together, where that is more than the subject: a list as one thing, or outputs. */
  judged?: Subject[];
  /** Verdicts on the members, when the matcher was asked of a list. */
  members?: Verdict[];
}

/** Outcomes that leave a test skipped rather than failed. */
export function isSkip(outcome: Outcome): boolean {
  return outcome === 'not deployed' || outcome === 'not implemented here';
}
