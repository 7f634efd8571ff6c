import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import { isArn, refersTo } from '../reference/refers-to';

interface CallFacts {
  calls: string[];
  names: readonly string[];
}

export const toCall = defineMatcher({
  facet: 'workflow',
  summary: 'names the given resource in its definition',
  takes: [resourceLike],
  relate: async ({ calls }, ask, callee: ResourceLike): Promise<CallFacts> => ({
    calls,
    names: await ask.names(callee),
  }),
  check: ({ calls, names }: CallFacts, callee: ResourceLike) => ({
    pass: calls.some((arn) => refersTo(arn, names)),
    expected: names.find(isArn) ?? String(callee),
    received: calls.length === 0 ? 'no ARN in the definition' : calls,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the definition of the state machine names this resource by its ARN, as a task or in what a task is given.
     * A name without ARN, as some service integrations take it, is not looked for.
     *
     * @param callee the function, queue, topic, ... as a handle, an ARN or a name.
     * @example await expect(machine).toCall(resource('ChargeCardFunctionArn'));
     */
    toCall: Method<T, 'workflow', [callee: ResourceLike]>;
  }
}
