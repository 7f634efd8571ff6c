import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHavePrivilegedContainer = defineMatcher({
  facet: 'containers',
  summary: 'has a container with the rights of its host',
  check: ({ containers }) => {
    const privileged = containers.filter((each) => each.privileged).map(({ name }) => name);
    return {
      pass: privileged.length > 0,
      expected: 'a privileged container',
      received: privileged.length > 0 ? `privileged: ${privileged.join(', ')}` : 'no privileged container',
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when a container has the rights of its host (`privileged`). Mostly asked with `.not`.
     *
     * @example await expect(task).not.toHavePrivilegedContainer();
     */
    toHavePrivilegedContainer: Method<T, 'containers'>;
  }
}
