import { toRunWithoutErrors } from '../../matchers/function/toRunWithoutErrors';
import { table } from './fake-source';

const refused = 'wrong argument wrong argument';
const minutes = (ago: number) => new Date(Date.now() - ago * 60_000).toISOString();
const runs = (...periods: [minutesAgo: number, invocations: number, errors: number][]) => ({
  functionRuns: {
    periods: periods.map(([ago, invocations, errors]) => ({
      startedAt: minutes(ago),
      lengthInSeconds: 300,
      invocations,
      errors,
    })),
  },
});

describe('toRunWithoutErrors', () => {
  table(toRunWithoutErrors, [
    ['calls that did not fail', runs([600, 2, 0], [10, 3, 0]), [], 'pass fail', /5 calls, 0 of them failed/],
    ['calls of which one failed', runs([600, 2, 1], [10, 3, 0]), [], 'fail pass', /5 calls, 1 of them failed/],
    ['a failure before the time', runs([600, 2, 1], [10, 3, 0]), [{ within: '1h' }], 'pass fail', /last 1 hour/],
    ['a period that reaches into the time', runs([62, 2, 1]), [{ within: 3600 }], 'fail pass'],
    ['nobody called', runs(), [], 'fail fail', /nobody called it in the last 1 day.*call the function first/],
    ['nobody called in the time', runs([600, 2, 0]), [{ within: '1h' }], 'fail fail', /nobody called it/],
    ['failures that CloudWatch tells before the calls', runs([10, 0, 1]), [], 'fail pass'],
    ['more than CloudWatch is asked for', runs(), [{ within: '2d' }], refused, /more than a day/],
    ['no duration', runs(), [{ within: 'long' }], refused],
  ]);
});
