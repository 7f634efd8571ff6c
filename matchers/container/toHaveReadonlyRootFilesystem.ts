import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHaveReadonlyRootFilesystem = defineMatcher({
  facet: 'containers',
  summary: 'keeps containers from writing to their root file system',
  check: ({ containers }) => {
    const writing = containers.filter(({ readonlyRootFilesystem }) => !readonlyRootFilesystem).map(({ name }) => name);
    return {
      pass: writing.length === 0,
      expected: 'a root file system that is read only, in every container',
      received: writing.length === 0 ? 'read only in every container' : `can be written in ${writing.join(', ')}`,
      fault:
        writing.length > 0 && writing.length < containers.length ? 'only some containers are read only' : undefined,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when no container can write to its root file system (`readonlyRootFilesystem`). Some that can and some that
     * cannot fail in both directions.
     *
     * @example await expect(task).toHaveReadonlyRootFilesystem();
     */
    toHaveReadonlyRootFilesystem: Method<T, 'containers'>;
  }
}
