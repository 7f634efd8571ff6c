import { inWords } from '../../src/engine/duration';
import { type Handle, isHandle } from '../../src/engine/handle';
import { type Ask, defineMatcher, type Method } from '../../src/engine/matcher';
import type { AlarmRule } from '../../src/facets';
import { refersTo } from '../reference/refers-to';
import { type Bounds, boundsInWords, isWithin } from '../value/bounds';
import { type ExpectedText, fits, shown } from '../value/value-match';
import { operatorInWords } from './comparison-operator';
import { expectedMonitor, type Monitor, type MonitorExpectation } from './monitor-expectation';

interface MonitorFacts {
  rule: AlarmRule;
  /** ARN, id and name of the handles among the dimensions. */
  names: ReadonlyMap<unknown, readonly string[]>;
}

export const toMonitor = defineMatcher({
  facet: 'alarmRule',
  summary: 'watches the given metric',
  takes: [expectedMonitor],
  relate: async (rule, ask, expected: Monitor): Promise<MonitorFacts> => ({
    rule,
    names: await namesIn(expected, ask),
  }),
  check: ({ rule, names }: MonitorFacts, expected: Monitor) => {
    const rows = compare(rule, names, expected);
    const wrong = rows.filter(({ pass }) => !pass);
    const told = wrong.length > 0 ? wrong : rows;
    return {
      pass: wrong.length === 0,
      expected: Object.fromEntries(told.map((row) => [row.name, row.expected])),
      received: Object.fromEntries(told.map((row) => [row.name, row.received])),
      notApplicable:
        rule.metric === undefined ? 'the alarm watches an expression over several metrics, not one metric' : undefined,
    };
  },
});

async function namesIn({ dimensions: wanted = {} }: Monitor, ask: Ask): Promise<MonitorFacts['names']> {
  const handles = Object.values(wanted).filter(isHandle);
  return new Map(await Promise.all(handles.map(async (handle) => [handle, await ask.names(handle)] as const)));
}

interface Row {
  name: string;
  pass: boolean;
  expected: unknown;
  received: unknown;
}

function compare(rule: AlarmRule, names: MonitorFacts['names'], expected: Monitor): Row[] {
  return [
    textRow('metric', expected.metric, rule.metric),
    textRow('namespace', expected.namespace, rule.namespace),
    ...Object.entries(expected.dimensions ?? {}).map(([name, wanted]) => dimensionRow(name, wanted, rule, names)),
    textRow('statistic', expected.statistic, rule.statistic),
    amountRow('threshold', expected.threshold, rule.threshold, String),
    wordRow('operator', expected.operator, rule.operator),
    amountRow('period', expected.period, rule.periodInSeconds, inWords),
    amountRow('evaluationPeriods', expected.evaluationPeriods, rule.evaluationPeriods, String),
    textRow('treatMissingData', expected.treatMissingData, rule.treatMissingData),
  ].filter((row) => row !== undefined);
}

function textRow(name: string, expected: string | RegExp | undefined, received: string | undefined): Row | undefined {
  if (expected === undefined) return undefined;
  return { name, pass: fits(expected, received), expected: shown(expected), received: received ?? 'none' };
}

function wordRow(name: string, expected: string | undefined, received: string): Row | undefined {
  if (expected === undefined) return undefined;
  return {
    name,
    pass: expected === received,
    expected: operatorInWords(expected),
    received: operatorInWords(received),
  };
}

function amountRow(
  name: string,
  expected: Bounds | undefined,
  received: number | undefined,
  say: (amount: number) => string,
): Row | undefined {
  if (expected === undefined) return undefined;
  const pass = received !== undefined && isWithin(expected, received);
  return {
    name,
    pass,
    expected: boundsInWords(expected, say),
    received: received === undefined ? 'none' : say(received),
  };
}

function dimensionRow(
  name: string,
  expected: ExpectedText | Handle,
  rule: AlarmRule,
  names: MonitorFacts['names'],
): Row {
  const received = Object.hasOwn(rule.dimensions, name) ? rule.dimensions[name] : undefined;
  const known = names.get(expected);
  const pass = known ? received !== undefined && namesIt(name, received, known) : fits(expected, received);
  const wanted = known ? `${expected} (${known.join(' or ')})` : shown(expected);
  return { name: `dimension ${name}`, pass, expected: wanted, received: received ?? 'no such dimension' };
}

/** CloudWatch knows resources by name: under an ARN or a URL there is no metric, unless the dimension asks for one. */
function namesIt(dimension: string, received: string, known: readonly string[]): boolean {
  const isName = !/^(?:arn:|https?:)/.test(received);
  return (isName || dimension.endsWith('Arn')) && refersTo(received, known);
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the alarm watches this metric and goes off under these conditions; what is left out may be anything.
     *
     * Not applicable to an alarm over a metric expression and to a composite alarm, which watch no single metric.
     *
     * @param expected name of the metric, or an object with `metric` and what else must hold; numbers are exact, or
     *   `{ atLeast, atMost }`; `period` in seconds or as a duration; `operator` as `'>'` or in the words of the API.
     * @example await expect(alarm).toMonitor({ metric: 'CPUUtilization', operator: '>=', threshold: 80, period: '5m' });
     */
    toMonitor: Method<T, 'alarmRule', [expected: string | RegExp | MonitorExpectation]>;
  }
}
