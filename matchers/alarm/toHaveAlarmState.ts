import { argument, oneOrMany } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

/** State of an alarm in the words of the API. */
export type AlarmStateName = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

const states: AlarmStateName[] = ['OK', 'ALARM', 'INSUFFICIENT_DATA'];

const alarmState = argument<AlarmStateName>("'OK', 'ALARM' or 'INSUFFICIENT_DATA'", (given) =>
  states.find((state) => state === given),
);

export const toHaveAlarmState = defineMatcher({
  facet: 'alarmState',
  summary: 'is in the given alarm state',
  takes: [oneOrMany(alarmState)],
  check: ({ state, reason, since }, expected: AlarmStateName[]) => ({
    pass: expected.some((each) => each === state),
    expected: expected.join(' or '),
    received: [state, since && `since ${since}`, reason && `(${reason})`].filter(Boolean).join(' '),
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the alarm is in this state now.
     *
     * @param states one state, or several of which one must be.
     * @example await expect(alarm).toHaveAlarmState(['OK', 'INSUFFICIENT_DATA']);
     */
    toHaveAlarmState: Method<T, 'alarmState', [states: AlarmStateName | AlarmStateName[]]>;
  }
}
