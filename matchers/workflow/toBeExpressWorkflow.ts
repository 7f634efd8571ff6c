import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toBeExpressWorkflow = defineMatcher({
  facet: 'workflow',
  summary: 'is an express workflow',
  check: ({ type }) => ({ pass: type === 'EXPRESS', expected: 'EXPRESS', received: type }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the state machine is an express workflow, which runs for five minutes at most and keeps no history.
     *
     * @example await expect(machine).not.toBeExpressWorkflow();
     */
    toBeExpressWorkflow: Method<T, 'workflow'>;
  }
}
