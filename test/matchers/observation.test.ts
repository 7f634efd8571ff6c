import { toBeInAlarm } from '../../matchers/alarm/toBeInAlarm';
import { toHaveAlarmState } from '../../matchers/alarm/toHaveAlarmState';
import { toWatchAlarm } from '../../matchers/alarm/toWatchAlarm';
import { toHaveWidget } from '../../matchers/dashboard/toHaveWidget';
import { toHaveWidgets } from '../../matchers/dashboard/toHaveWidgets';
import { toDeliverLogsTo } from '../../matchers/log/toDeliverLogsTo';
import { toHaveLogEvents } from '../../matchers/log/toHaveLogEvents';
import { toHaveMetricFilter } from '../../matchers/log/toHaveMetricFilter';
import { toHaveSubscriptionFilter } from '../../matchers/log/toHaveSubscriptionFilter';
import { table } from './fake-source';

const refused = 'wrong argument wrong argument';

describe('the state of an alarm', () => {
  const is = (state: string) => ({ alarmState: { state, reason: 'why', since: '2026-01-01T00:00:00.000Z' } });
  table(toBeInAlarm, [
    ['in alarm', is('ALARM'), [], 'pass fail'],
    ['well', is('OK'), [], 'fail pass', /OK since 2026-01-01T00:00:00.000Z \(why\)/],
    ['without data', is('INSUFFICIENT_DATA'), [], 'fail fail', /no data to judge by/],
  ]);
  table(toHaveAlarmState, [
    ['the state', is('OK'), ['OK'], 'pass fail'],
    ['one of two', is('INSUFFICIENT_DATA'), [['OK', 'INSUFFICIENT_DATA']], 'pass fail'],
    ['another', is('ALARM'), ['OK'], 'fail pass', /ALARM/],
    ['no such state', is('OK'), ['ok'], refused, /'OK', 'ALARM' or 'INSUFFICIENT_DATA'/],
  ]);
});

describe('toWatchAlarm', () => {
  const made = { compositeRule: { rule: 'ALARM(cpu) AND ALARM(latency)', alarms: ['cpu', 'latency'] } };
  table(toWatchAlarm, [
    ['by name', made, ['cpu'], 'pass fail'],
    ['by ARN', made, ['arn:aws:cloudwatch:eu-west-1:1:alarm:latency'], 'pass fail'],
    ['another', made, ['errors'], 'fail pass', /ALARM\(cpu\)/],
  ]);
});

describe('a dashboard', () => {
  const shows = {
    widgets: {
      widgets: [
        { type: 'metric', title: 'Errors', metrics: ['AWS/Lambda Errors'] },
        { type: 'text', metrics: [] },
      ],
    },
  };
  table(toHaveWidgets, [
    ['exactly', shows, [2], 'pass fail'],
    ['at least', shows, [{ atLeast: 3 }], 'fail pass', /2 widgets: Errors, text/],
    ['any', shows, [], 'pass fail'],
    ['none', { widgets: { widgets: [] } }, [], 'fail pass', /at least 1 widget"/],
    ['a text', shows, ['two'], refused],
  ]);
  table(toHaveWidget, [
    ['by its title', shows, [{ title: 'Errors' }], 'pass fail'],
    ['by a metric', shows, [{ metric: 'Errors' }], 'pass fail'],
    ['by namespace and metric', shows, [{ type: 'metric', metric: 'AWS/Lambda Errors' }], 'pass fail'],
    ['of another type', shows, [{ type: 'text', title: 'Errors' }], 'fail pass', /The nearest widget is/],
    ['another option', shows, [{ name: 'Errors' }], refused, /'name' is no option/],
  ]);
});

describe('toHaveMetricFilter', () => {
  const filter = {
    name: 'errors',
    logGroup: '/orders',
    pattern: '?ERROR ?WARN',
    metrics: [{ namespace: 'Orders', name: 'Errors', value: '1' }],
  };
  const other = { ...filter, name: 'slow', metrics: [{ namespace: 'Speed', name: 'Slow', value: '1' }] };
  const has = { metricFilters: { filters: [filter, other] } };
  table(toHaveMetricFilter, [
    ['any', has, [], 'pass fail'],
    ['none', { metricFilters: { filters: [] } }, [], 'fail pass', /no metric filter/],
    ['all of it', has, [{ name: 'errors', pattern: /ERROR/, metric: 'Errors', namespace: 'Orders' }], 'pass fail'],
    ['name and namespace of different metrics', has, [{ metric: 'Errors', namespace: 'Speed' }], 'fail pass'],
    ['another pattern', has, [{ metric: 'Errors', pattern: 'ERROR' }], 'fail pass', /nearest metric filter is errors/],
  ]);
});

describe('toHaveSubscriptionFilter', () => {
  const destination = 'arn:aws:lambda:eu-west-1:1:function:forward';
  const has = { subscriptionFilters: { filters: [{ name: 'all', pattern: '', destination }] } };
  table(toHaveSubscriptionFilter, [
    ['any', has, [], 'pass fail'],
    ['by name of the function', has, ['forward'], 'pass fail'],
    ['by its ARN and the name of the filter', has, [destination, { name: 'all' }], 'pass fail'],
    ['another function', has, ['other'], 'fail pass', /all \(all events\) to arn/],
    ['another pattern', has, ['forward', { pattern: 'ERROR' }], 'fail pass'],
    ['none', { subscriptionFilters: { filters: [] } }, [], 'fail pass', /no subscription filter/],
  ]);
});

describe('toHaveLogEvents', () => {
  const latest = (secondsAgo: number) => ({
    logActivity: { streams: 1, lastEventAt: new Date(Date.now() - secondsAgo * 1000).toISOString() },
  });
  table(toHaveLogEvents, [
    ['an event', latest(9_999), [], 'pass fail'],
    ['none', { logActivity: { streams: 2 } }, [], 'fail pass', /no event \(2 log streams\)/],
    ['a fresh one', latest(60), [{ within: '1h' }], 'pass fail'],
    ['an old one', latest(7_200), [{ within: 3600 }], 'fail pass', /with a delay/],
    ['none that is fresh', { logActivity: { streams: 0 } }, [{ within: '1h' }], 'fail pass'],
    ['no time', latest(1), [{ within: 'soon' }], refused],
  ]);
});

describe('toDeliverLogsTo', () => {
  const delivers = {
    logDelivery: {
      destinations: [
        { kind: 'bucket' as const, target: 'audit', prefix: 'trail' },
        { kind: 'log group' as const, target: 'arn:aws:logs:eu-west-1:1:log-group:/audit:*' },
      ],
    },
  };
  table(toDeliverLogsTo, [
    ['a bucket by name', delivers, ['audit'], 'pass fail'],
    ['a bucket by ARN', delivers, ['arn:aws:s3:::audit'], 'pass fail'],
    ['a log group', delivers, ['/audit'], 'pass fail'],
    ['with the prefix', delivers, ['audit', { prefix: 'trail' }], 'pass fail'],
    ['with another prefix', delivers, ['audit', { prefix: 'x' }], 'fail pass', /bucket audit \(prefix trail\)/],
    ['nowhere', { logDelivery: { destinations: [] } }, ['audit'], 'fail pass', /no destination/],
  ]);
});
