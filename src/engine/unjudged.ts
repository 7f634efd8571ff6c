import type { ActRecord, Undo } from '../acts';
import type { Cause, Evidence, Outcome, Subject } from './verdict';

/** What an {@link Unjudged} carries across processes. */
export interface UnjudgedData {
  outcome: Exclude<Outcome, 'pass' | 'fail'>;
  reason: string;
  cause?: Cause;
  /** Error code in the words of the API, such as `DBInstanceNotFound`. */
  code?: string;
  action?: string;
  advice?: string;
  /** What had to be there, where that is known. */
  expected?: string;
  /** What was there instead. */
  received?: string;
  evidence?: Evidence;
  subject?: Subject;
  /** Another resource that had to be asked for the subject, where the reason lies with it. */
  related?: Subject;
  /** Calls of an act that were made before it failed, the failed one included. */
  acts?: ActRecord[];
  /** What they may have left behind. */
  undo?: Undo[];
}

const marker = Symbol.for('stackproof.unjudged');

/**
 * Thrown where a question cannot be judged: nothing deployed, nothing found, AWS did not tell. It is never a pass and
 * never a plain failure, so nobody catches it but the engine, which turns it into a verdict.
 */
export class Unjudged extends Error {
  override readonly name = 'Unjudged';
  readonly [marker] = true;

  constructor(readonly data: UnjudgedData) {
    super(data.advice ? `${data.reason}\n${data.advice}` : data.reason);
  }

  /** Tells an Unjudged from any realm and any copy of this module. */
  static is(error: unknown): error is Unjudged {
    return typeof error === 'object' && error !== null && marker in error;
  }
}

/**
 * There is no output to look at.
 *
 * @param instead the output that had to be there, and what was there instead.
 */
export function notDeployed(
  reason: string,
  advice?: string,
  instead?: { expected: string; received: string },
): Unjudged {
  return new Unjudged({ outcome: 'not deployed', reason, advice, ...instead });
}

/** AWS says that the resource does not exist. */
export function notFound(reason: string, advice?: string): Unjudged {
  return new Unjudged({ outcome: 'not found', reason, advice });
}

/** AWS could not be asked, or its answer cannot be trusted. */
export function undetermined(
  cause: Cause,
  reason: string,
  more: Pick<UnjudgedData, 'action' | 'advice' | 'code' | 'evidence'> = {},
): Unjudged {
  return new Unjudged({ outcome: 'undetermined', cause, reason, ...more });
}

/** The type, or this resource, has no such concept. */
export function notApplicable(reason: string, advice?: string): Unjudged {
  return new Unjudged({ outcome: 'not applicable', reason, advice });
}

/** A custom endpoint says that it lacks the operation. */
export function notImplementedHere(reason: string, advice?: string): Unjudged {
  return new Unjudged({ outcome: 'not implemented here', reason, advice });
}

/** The test asks in a way that has no answer: a wrong selector, type or argument. */
export function wrongArgument(reason: string, advice?: string): Unjudged {
  return new Unjudged({ outcome: 'wrong argument', reason, advice });
}

/**
 * Returns a field that AWS documents as always present, and refuses to guess where it is missing: an empty answer must
 * never be read as "off".
 *
 * @throws {Unjudged} undetermined, naming the field.
 * @example told(db.StorageEncrypted, 'StorageEncrypted')
 */
export function told<T>(value: T | null | undefined, field: string): T {
  if (value === undefined || value === null) {
    throw undetermined('broken answer', `AWS answered without the field ${field}`, {
      advice: 'An answer without a field that AWS documents as present cannot be judged. Run the test again.',
    });
  }
  return value;
}
