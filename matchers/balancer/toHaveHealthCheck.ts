import { argument, count, optional } from '../../src/engine/argument';
import { type Duration, seconds } from '../../src/engine/duration';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import type { TargetHealthCheck } from '../../src/facets';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';
import { type ExpectedText, expectedText, fits, shown } from '../value/value-match';
import { type BalancerProtocol, balancerProtocol } from './listener-port';

/** How targets must be checked; what is left out may be anything. */
export interface HealthCheckExpectation {
  path?: ExpectedText;
  protocol?: BalancerProtocol | Lowercase<BalancerProtocol>;
  /** A number, or `'traffic-port'`. */
  port?: number | 'traffic-port';
  /** Seconds, or a duration. */
  interval?: Bounded<number | Duration>;
  /** Seconds, or a duration. */
  timeout?: Bounded<number | Duration>;
  healthyThreshold?: Bounded<number>;
  unhealthyThreshold?: Bounded<number>;
  /** Codes of a healthy answer, such as `'200-299'`. */
  codes?: ExpectedText;
}

interface Wanted {
  path?: ExpectedText;
  protocol?: string;
  port?: string;
  interval?: Bounds;
  timeout?: Bounds;
  healthyThreshold?: Bounds;
  unhealthyThreshold?: Bounds;
  codes?: ExpectedText;
}

const checkPort = argument<number | 'traffic-port', string>("a port (8080) or 'traffic-port'", (given) =>
  given === 'traffic-port' || (typeof given === 'number' && Number.isInteger(given) && given > 0)
    ? String(given)
    : undefined,
);

const expectation = options<Wanted>({
  path: optional(expectedText),
  protocol: optional(balancerProtocol),
  port: optional(checkPort),
  interval: optional(bounded(seconds)),
  timeout: optional(bounded(seconds)),
  healthyThreshold: optional(bounded(count)),
  unhealthyThreshold: optional(bounded(count)),
  codes: optional(expectedText),
});

export const toHaveHealthCheck = defineMatcher({
  facet: 'targetHealthCheck',
  summary: 'checks the health of its targets',
  takes: [optional(expectation)],
  check: (received, wanted: Wanted = {}) => {
    const rows = rowsOf(received, wanted);
    const misses = rows.filter(({ holds }) => !holds);
    const told = misses.length > 0 ? misses : rows;
    return {
      pass: received.enabled && misses.length === 0,
      expected: { enabled: true, ...Object.fromEntries(told.map(({ name, expected }) => [name, expected])) },
      received: {
        enabled: received.enabled,
        ...Object.fromEntries(told.map(({ name, actual }) => [name, actual ?? 'not set'])),
      },
    };
  },
});

interface Row {
  name: string;
  expected: unknown;
  actual?: string | number;
  holds: boolean;
}

function rowsOf(check: TargetHealthCheck, wanted: Wanted): Row[] {
  const text = (name: string, expected: unknown, actual: string | undefined): Row[] =>
    expected === undefined ? [] : [{ name, expected: shown(expected), actual, holds: fits(expected, actual) }];
  const amount = (name: string, unit: string, expected: Bounds | undefined, actual: number | undefined): Row[] =>
    expected === undefined
      ? []
      : [
          {
            name,
            expected: boundsInWords(expected, (value) => `${value}${unit}`),
            actual: actual === undefined ? undefined : `${actual}${unit}`,
            holds: actual !== undefined && isWithin(expected, actual),
          },
        ];
  return [
    ...text('path', wanted.path, check.path),
    ...text('protocol', wanted.protocol, check.protocol),
    ...text('port', wanted.port, check.port),
    ...amount('interval', ' s', wanted.interval, check.intervalInSeconds),
    ...amount('timeout', ' s', wanted.timeout, check.timeoutInSeconds),
    ...amount('healthyThreshold', '', wanted.healthyThreshold, check.healthyThreshold),
    ...amount('unhealthyThreshold', '', wanted.unhealthyThreshold, check.unhealthyThreshold),
    ...text('codes', wanted.codes, check.codes),
  ];
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the health of targets is checked, and checked so. Plain amounts are exact; `{ atLeast, atMost }` are limits.
     *
     * @param expected any of `path`, `protocol`, `port` (number or `'traffic-port'`), `interval` and `timeout` (seconds or a
     *   duration such as `'30s'`), `healthyThreshold`, `unhealthyThreshold`, `codes` (such as `'200-299'`).
     * @example await expect(targetGroup).toHaveHealthCheck({ path: '/health', interval: { atMost: '30s' }, codes: '200' });
     */
    toHaveHealthCheck: Method<T, 'targetHealthCheck', [expected?: HealthCheckExpectation]>;
  }
}
