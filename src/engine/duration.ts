import { type Argument, argument } from './argument';

const secondsIn = { s: 1, m: 60, h: 3_600, d: 86_400 };

/** A length of time: `'90s'`, `'5m'`, `'12h'`, `'30d'`. */
export type Duration = `${number}${keyof typeof secondsIn}`;

/** Seconds in a duration such as `'30d'`, or `undefined` when it is none. */
export function durationInSeconds(given: unknown): number | undefined {
  const match = typeof given === 'string' ? /^(\d+(?:\.\d+)?)\s*([smhd])$/.exec(given.trim()) : null;
  return match ? Number(match[1]) * secondsIn[match[2] as keyof typeof secondsIn] : undefined;
}

/** A length of time in words, in the largest unit that divides it, such as `7 days`. */
export function inWords(seconds: number): string {
  const [unit, size] = (
    [
      ['day', 86_400],
      ['hour', 3_600],
      ['minute', 60],
    ] as const
  ).find(([, length]) => seconds >= length && seconds % length === 0) ?? ['second', 1];
  const amount = seconds / size;
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

function lengthOfTime(unit: 'day' | 'second', size: number): Argument<number | Duration, number> {
  const example = unit === 'day' ? '30' : '300';
  return argument(`a number of ${unit}s (${example}) or a duration ('30d', '12h', '5m', '90s')`, (given) => {
    if (typeof given === 'number') return Number.isFinite(given) && given >= 0 ? given * size : undefined;
    return durationInSeconds(given);
  });
}

/** A number of days, or a duration; `check` gets seconds. */
export const days = lengthOfTime('day', 86_400);

/** A number of seconds, or a duration; `check` gets seconds. */
export const seconds = lengthOfTime('second', 1);
