import { argument, flag, optional, text } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { resourceLike } from '../../src/engine/resource-like';
import type { ApiRoute, ApiRoutes } from '../../src/facets';
import { refersTo } from '../reference/refers-to';
import { type ExpectedText, expectedText, fits, shown } from '../value/value-match';
import { routePath } from './route-path';

/** What stands before the method, and what is behind it. */
export interface MethodExpectation {
  /** `NONE`, `AWS_IAM`, `CUSTOM`, `COGNITO_USER_POOLS`, `JWT`. */
  authorization?: string;
  /** Whether callers need an API key. */
  apiKey?: boolean;
  /** URI, ARN or kind (`MOCK`) of what answers. */
  integration?: ExpectedText;
  /** Role with which the API calls it. */
  role?: ResourceLike;
}

interface MethodFacts extends ApiRoutes {
  /** Names of the role that is asked for. */
  roleNames?: string[];
}

const verbs = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY'] as const;

const verb = argument<string, string>(`one of ${verbs.join(', ')}`, (given) =>
  verbs.find((each) => typeof given === 'string' && each === given.toUpperCase()),
);

const expectation = options<MethodExpectation>({
  authorization: optional(text),
  apiKey: optional(flag),
  integration: optional(expectedText),
  role: optional(resourceLike),
});

export const toHaveMethod = defineMatcher({
  facet: 'apiRoutes',
  summary: 'answers the given method on the given path',
  takes: [verb, routePath, optional(expectation)],
  relate: async (
    facts,
    ask,
    _method: string,
    _path: string,
    { role }: MethodExpectation = {},
  ): Promise<MethodFacts> => ({
    ...facts,
    ...(role !== undefined && { roleNames: await ask.names(role) }),
  }),
  check: ({ routes, roleNames }: MethodFacts, method: string, path: string, expected: MethodExpectation = {}) => {
    const { authorization, apiKey, integration } = expected;
    const route =
      routes.find((each) => each.path === path && each.method === method) ??
      routes.find((each) => each.path === path && each.method === 'ANY');
    const wanted = {
      method,
      path,
      authorization,
      apiKeyRequired: apiKey,
      ...(integration !== undefined && { integration: String(shown(integration)) }),
      ...(roleNames && { role: roleNames[0] }),
    };
    return {
      pass:
        route !== undefined &&
        (authorization === undefined || authorization.toUpperCase() === route.authorization.toUpperCase()) &&
        (apiKey === undefined || apiKey === route.apiKeyRequired) &&
        (integration === undefined || fits(integration, route.integration)) &&
        (roleNames === undefined || (route.role !== undefined && refersTo(route.role, roleNames))),
      expected: inWords(wanted),
      received: route
        ? inWords({ ...onlyAsked(route, wanted), method: route.method, path: route.path })
        : routes.map(({ method: each = 'message', path: at }) => `${each} ${at}`),
      fault: route && route.integration === undefined ? 'nothing is behind the method, so each call fails' : undefined,
    };
  },
});

/** What is behind a method is only told where a test asks; who may call it always is. */
function onlyAsked(route: ApiRoute, wanted: Partial<ApiRoute>): Partial<ApiRoute> {
  const { integration, role, ...before } = route;
  return {
    ...before,
    ...(wanted.integration !== undefined && { integration: integration ?? 'nothing' }),
    ...(wanted.role !== undefined && { role: role ?? 'no role' }),
  };
}

function inWords({ method, path, authorization, apiKeyRequired, integration, role }: Partial<ApiRoute>): string {
  const parts = [
    authorization && `authorization ${authorization}`,
    apiKeyRequired !== undefined && `${apiKeyRequired ? 'with' : 'without'} API key`,
    integration && `leads to ${integration}`,
    role && `as ${role}`,
  ].filter(Boolean);
  return [`${method} ${path}`, ...parts].join(', ');
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the API answers this method on this path; `ANY` on the path answers every method.
     *
     * A method without integration fails in both directions.
     *
     * @param method `'GET'`, `'POST'`, ...
     * @param path the path as it is declared, such as `/orders/{id}`.
     * @param expected how callers are let in (`authorization`, `apiKey`), what answers (`integration`: URI, ARN or kind) and
     *   the `role` with which the API calls it.
     * @example await expect(api).toHaveMethod('POST', '/orders', { authorization: 'COGNITO_USER_POOLS' });
     */
    toHaveMethod: Method<T, 'apiRoutes', [method: string, path: string, expected?: MethodExpectation]>;
  }
}
