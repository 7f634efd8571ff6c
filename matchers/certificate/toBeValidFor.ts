import { type Duration, days, inWords } from '../../src/engine/duration';
import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toBeValidFor = defineMatcher({
  facet: 'certificate',
  summary: 'is valid for at least the given time',
  takes: [days],
  check: ({ status, notAfter, secondsLeft }, expected: number) => ({
    pass: status === 'ISSUED' && secondsLeft !== undefined && secondsLeft >= expected,
    expected: `valid for at least ${inWords(expected)} from now`,
    received:
      secondsLeft === undefined
        ? `no end of validity (${status})`
        : `until ${notAfter}, ${left(secondsLeft)} (${status})`,
    fault: status === 'ISSUED' ? undefined : `the certificate is ${status}`,
  }),
});

function left(seconds: number): string {
  const whole = Math.floor(Math.abs(seconds) / 86_400);
  return seconds < 0 ? `${whole} days ago` : `${whole} days from now`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the certificate is issued and stays valid for at least this time from now.
     *
     * A certificate that is not issued fails in both directions.
     *
     * @param time days (`30`) or a duration (`'30d'`).
     * @example await expect(certificate).toBeValidFor(30);
     */
    toBeValidFor: Method<T, 'certificate', [time: number | Duration]>;
  }
}
