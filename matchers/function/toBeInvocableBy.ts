import { argument, optional } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { resourceLike } from '../../src/engine/resource-like';
import type { InvokePermission } from '../../src/facets';
import { judgePermission } from '../delivery/permission';
import { parseService, principalsOf, type ServiceName } from '../policy/service-principal';
import { isArn } from '../reference/refers-to';

/** On whose behalf the service calls. */
export interface InvocationExpectation {
  /** The rule, topic, bucket or API, as a handle or an ARN. */
  source?: ResourceLike;
}

interface InvocationFacts {
  permission: InvokePermission;
  source?: string;
}

const service = argument<string, ServiceName>("a service such as 'events' or 's3.amazonaws.com'", (given) =>
  typeof given === 'string' && !isArn(given) ? parseService(given) : undefined,
);

export const toBeInvocableBy = defineMatcher({
  facet: 'invokePermission',
  summary: 'may be invoked by the given service',
  takes: [service, optional(options<InvocationExpectation>({ source: optional(resourceLike) }))],
  relate: async (
    permission,
    ask,
    _service: ServiceName,
    { source }: InvocationExpectation = {},
  ): Promise<InvocationFacts> => {
    const names = source === undefined ? [] : await ask.names(source);
    return { permission, source: names.find(isArn) ?? names[0] };
  },
  check: ({ permission, source }: InvocationFacts, expected: ServiceName, _behalf?: InvocationExpectation) => {
    const { answer, because } = judgePermission(permission, permission.action, {
      principals: principalsOf(expected, permission.region),
      source,
    });
    const services = [...new Set(permission.statements.flatMap(({ principals }) => principals.Service ?? []))];
    return {
      pass: answer === 'granted',
      expected: `${expected.name}.amazonaws.com may invoke it${source ? ` on behalf of ${source}` : ''}`,
      received: [
        answer === 'granted' ? 'it may' : because,
        `services that the policy names: ${services.join(', ') || 'none'}`,
      ]
        .filter(Boolean)
        .join('; '),
      fault: answer === 'undecided' ? because : undefined,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the function's own policy lets an AWS service invoke it. Deny statements are looked at first.
     *
     * API Gateway calls on behalf of a method, so an API or a stage as the source passes where one of its methods may.
     *
     * A permission that hangs on a condition which cannot be judged fails in both directions. Services that call with a role
     * (Step Functions, the Scheduler, API Gateway with credentials) need no such permission.
     *
     * @param service `'events'`, `'sns'`, `'s3'`, `'apigateway'`, or the whole principal.
     * @param expected the resource on whose behalf the service calls; any when left out.
     * @example await expect(fn).toBeInvocableBy('events', { source: resource('NightlyRuleArn') });
     */
    toBeInvocableBy: Method<T, 'invokePermission', [service: string, expected?: InvocationExpectation]>;
  }
}
