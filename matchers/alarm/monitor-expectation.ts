import {
  argument,
  count,
  isRecord,
  isRefusal,
  number,
  oneOf,
  optional,
  pattern,
  refuse,
  text,
} from '../../src/engine/argument';
import { type Duration, seconds } from '../../src/engine/duration';
import { type Handle, isHandle } from '../../src/engine/handle';
import { options } from '../../src/engine/options-argument';
import { type Bounded, type Bounds, bounded } from '../value/bounds';
import { type ExpectedText, expectedText } from '../value/value-match';
import { type ComparisonOperator, comparisonOperator } from './comparison-operator';

/** What an alarm must watch, and when it must go off. What is left out may be anything. */
export interface MonitorExpectation {
  metric: string | RegExp;
  namespace?: string | RegExp;
  /** Dimensions that must be there, others may be too; a handle stands for the resource's ARN, id or name. */
  dimensions?: Record<string, ExpectedText | Handle>;
  /** `Average`, `Sum`, `p99`, ... */
  statistic?: string;
  /** Exact, or `{ atLeast, atMost }`. */
  threshold?: Bounded<number>;
  /** `>`, `>=`, `<`, `<=` or the word of the API. */
  operator?: ComparisonOperator;
  /** Seconds, or a duration; exact, or `{ atLeast, atMost }`. */
  period?: Bounded<number | Duration>;
  /** Periods that are looked at; exact, or `{ atLeast, atMost }`. */
  evaluationPeriods?: Bounded<number>;
  treatMissingData?: 'breaching' | 'notBreaching' | 'ignore' | 'missing';
}

/** The same, read. */
export interface Monitor {
  metric: string | RegExp;
  namespace?: string | RegExp;
  dimensions?: Record<string, ExpectedText | Handle>;
  statistic?: string;
  threshold?: Bounds;
  operator?: string;
  period?: Bounds;
  evaluationPeriods?: Bounds;
  treatMissingData?: 'breaching' | 'notBreaching' | 'ignore' | 'missing';
}

const dimensions = argument<Record<string, ExpectedText | Handle>>('dimensions by their names', (given) => {
  if (!isRecord(given) || isHandle(given)) return undefined;
  const rows = Object.entries(given);
  if (rows.length === 0) return refuse('it names no dimension');
  const wrong = rows.find(([, value]) => !isHandle(value) && isRefusal(expectedText.read(value)));
  if (wrong) return refuse(`the dimension ${wrong[0]} must be a handle or ${expectedText.takes}`);
  return given as Record<string, ExpectedText | Handle>;
});

const monitor = options<Monitor>({
  metric: pattern,
  namespace: optional(pattern),
  dimensions: optional(dimensions),
  statistic: optional(text),
  threshold: optional(bounded(number)),
  operator: optional(comparisonOperator),
  period: optional(bounded(seconds)),
  evaluationPeriods: optional(bounded(count)),
  treatMissingData: optional(oneOf('breaching', 'notBreaching', 'ignore', 'missing')),
});

/** A metric, or an object that says what must be watched. */
export const expectedMonitor = argument<string | RegExp | MonitorExpectation, Monitor>(
  `a metric ('CPUUtilization'), or ${monitor.takes}`,
  (given) => {
    const metric = pattern.read(given);
    return isRefusal(metric) ? monitor.read(given) : { metric };
  },
);
