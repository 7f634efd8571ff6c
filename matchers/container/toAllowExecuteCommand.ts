import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toAllowExecuteCommand = defineMatcher({
  facet: 'executeCommand',
  summary: 'lets people run commands in its containers',
  check: ({ enabled }) => ({ pass: enabled, expected: 'enabled', received: enabled ? 'enabled' : 'disabled' }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when people can run commands in the containers (`enableExecuteCommand`). Production mostly wants `.not`.
     *
     * @example await expect(service).not.toAllowExecuteCommand();
     */
    toAllowExecuteCommand: Method<T, 'executeCommand'>;
  }
}
