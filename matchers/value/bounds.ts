import { type Argument, argument, isRecord, isRefusal, optional, refuse } from '../../src/engine/argument';
import { isHandle } from '../../src/engine/handle';
import { options } from '../../src/engine/options-argument';

/** An amount with limits instead of one exact value. */
export interface Limits<Amount> {
  atLeast?: Amount;
  atMost?: Amount;
}

/** An amount as a test may describe it: a plain value is exact. */
export type Bounded<Amount> = Amount | Limits<Amount>;

/** Limits of an amount, in the unit in which it is compared. */
export interface Bounds {
  exactly?: number;
  atLeast?: number;
  atMost?: number;
}

/** Makes an argument that takes an exact amount, or `{ atLeast, atMost }`. */
export function bounded<Amount>(amount: Argument<Amount, number>): Argument<Bounded<Amount>, Bounds> {
  const limits = options<Limits<number>>({ atLeast: optional(amount), atMost: optional(amount) });
  return argument(`${amount.takes}, or { atLeast?, atMost? }`, (given) => {
    if (!isRecord(given) || isHandle(given)) {
      const exactly = amount.read(given);
      return isRefusal(exactly) ? exactly : { exactly };
    }
    const read = limits.read(given);
    if (isRefusal(read)) return read;
    if (read.atLeast === undefined && read.atMost === undefined) return refuse('it has neither atLeast nor atMost');
    if ((read.atLeast ?? Number.NEGATIVE_INFINITY) > (read.atMost ?? Number.POSITIVE_INFINITY))
      return refuse('atLeast is above atMost');
    return read;
  });
}

/** Whether an amount is within its limits. */
export function isWithin({ exactly, atLeast, atMost }: Bounds, amount: number): boolean {
  return (
    (exactly === undefined || amount === exactly) &&
    (atLeast === undefined || amount >= atLeast) &&
    (atMost === undefined || amount <= atMost)
  );
}

/** Limits in words, such as `at least 7 days`. */
export function boundsInWords({ exactly, atLeast, atMost }: Bounds, say: (amount: number) => string): string {
  if (exactly !== undefined) return say(exactly);
  return [
    atLeast === undefined ? undefined : `at least ${say(atLeast)}`,
    atMost === undefined ? undefined : `at most ${say(atMost)}`,
  ]
    .filter((each) => each !== undefined)
    .join(' and ');
}
