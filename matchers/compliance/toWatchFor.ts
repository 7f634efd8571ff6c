import { oneOrMany, text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toWatchFor = defineMatcher({
  facet: 'threatDetection',
  summary: 'has the given protections switched on',
  takes: [oneOrMany(text)],
  check: ({ enabled, features }, wanted: string[]) => {
    const on = wanted.filter((name) => features[name] === true);
    const off = wanted.filter((name) => features[name] !== true);
    const unknown = wanted.filter((name) => !Object.hasOwn(features, name));
    return {
      pass: off.length === 0,
      expected: wanted.map((name) => `${name} on`).join(', '),
      received: wanted.map((name) => `${name} ${state(features[name])}`).join(', '),
      fault: !enabled
        ? 'the detector itself is switched off'
        : on.length > 0 && off.length > 0
          ? `only some of them are on: ${on.join(', ')} yes, ${off.join(', ')} no`
          : undefined,
      advice: unknown.length > 0 ? `The features are ${Object.keys(features).join(', ') || 'none'}.` : undefined,
    };
  },
});

function state(on: boolean | undefined): string {
  if (on === undefined) return 'unknown';
  return on ? 'on' : 'off';
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when these features of the GuardDuty detector are switched on. A detector that is off fails in both
     * directions.
     *
     * @param features in the words of the API, such as `S3_DATA_EVENTS`, `EKS_AUDIT_LOGS`, `RUNTIME_MONITORING`.
     * @example await expect(detector).toWatchFor(['S3_DATA_EVENTS', 'RDS_LOGIN_EVENTS']);
     */
    toWatchFor: Method<T, 'threatDetection', [features: string | string[]]>;
  }
}
