import { pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { fits, shown } from '../value/value-match';

export const toHaveWorkflowState = defineMatcher({
  facet: 'workflow',
  summary: 'has the given state in its definition',
  takes: [pattern],
  check: ({ states }, expected: string | RegExp) => ({
    pass: states.some((state) => fits(expected, state)),
    expected: shown(expected),
    received: states.join(', ') || 'no state',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the definition of the state machine has a state of this name, those inside of Map and Parallel included.
     *
     * @param name name of the state, or a RegExp.
     * @example await expect(machine).toHaveWorkflowState('ChargeCard');
     */
    toHaveWorkflowState: Method<T, 'workflow', [name: string | RegExp]>;
  }
}
