import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toBeInAlarm = defineMatcher({
  facet: 'alarmState',
  summary: 'is in alarm',
  check: ({ state, reason, since }) => ({
    pass: state === 'ALARM',
    expected: 'ALARM',
    received: [state, since && `since ${since}`, reason && `(${reason})`].filter(Boolean).join(' '),
    fault: state === 'INSUFFICIENT_DATA' ? 'the alarm has no data to judge by' : undefined,
    advice:
      state === 'INSUFFICIENT_DATA'
        ? "An alarm without data says neither that all is well nor that it is not; ask toHaveAlarmState('INSUFFICIENT_DATA')."
        : undefined,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the alarm is in the state `ALARM` now. An alarm without data (`INSUFFICIENT_DATA`) fails in both
     * directions.
     *
     * @example await expect(alarm).not.toBeInAlarm();
     */
    toBeInAlarm: Method<T, 'alarmState'>;
  }
}
