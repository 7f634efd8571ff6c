import { inWords } from '../../src/engine/duration';
import type { Judgement } from '../../src/engine/matcher';
import { type Bounds, boundsInWords, isWithin } from '../value/bounds';

const secondsInDay = 86_400;

/** Judges a rotation: whether it is on and, where a test asks, how often it happens. */
export function judgeRotation(
  enabled: boolean,
  period: Bounds | undefined,
  periodInDays: number | undefined,
): Judgement {
  const seconds = periodInDays === undefined ? undefined : periodInDays * secondsInDay;
  const inTime = period === undefined || (seconds !== undefined && isWithin(period, seconds));
  return {
    pass: enabled && inTime,
    expected: period === undefined ? 'rotation on' : `rotation on, ${boundsInWords(period, apart)}`,
    received: enabled ? ['rotation on', seconds && apart(seconds)].filter(Boolean).join(', ') : 'rotation off',
  };
}

function apart(seconds: number): string {
  return `${inWords(seconds)} apart`;
}
