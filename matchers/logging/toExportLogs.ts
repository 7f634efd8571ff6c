import { oneOrMany, optional, text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toExportLogs = defineMatcher({
  facet: 'logExports',
  summary: 'sends out its logs',
  takes: [optional(oneOrMany(text))],
  check: ({ exported, detail }, wanted?: string[]) => {
    const has = (name: string) => exported.some((each) => each.toLowerCase() === name.toLowerCase());
    const missing = (wanted ?? []).filter((name) => !has(name));
    const some = wanted !== undefined && missing.length > 0 && missing.length < wanted.length;
    return {
      pass: exported.length > 0 && missing.length === 0,
      expected: wanted ?? 'any log',
      received: exported.length > 0 ? `${exported.join(', ')}${detail ? ` to ${detail}` : ''}` : 'no log',
      fault: some ? `only some of the logs are exported: ${missing.join(', ')} missing` : undefined,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when these logs are sent out: `EnabledCloudwatchLogsExports` of databases, the control plane logs of a
     * Kubernetes cluster, broker, search and cache logs. Others may be sent too. Some of them and some not fails with `.not` as well.
     *
     * @param logs one or several, in the words of the API; any log when left out.
     * @example await expect(db).toExportLogs(['postgresql', 'upgrade']);
     */
    toExportLogs: Method<T, 'logExports', [logs?: string | string[]]>;
  }
}
