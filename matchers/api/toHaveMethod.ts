import { argument, flag, optional, text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import type { ApiRoute } from '../../src/facets';

/** What stands before the method. */
export interface MethodExpectation {
  /** `NONE`, `AWS_IAM`, `CUSTOM`, `COGNITO_USER_POOLS`, `JWT`. */
  authorization?: string;
  /** Whether callers need an API key. */
  apiKey?: boolean;
}

const verbs = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY'] as const;

const verb = argument<string, string>(`one of ${verbs.join(', ')}`, (given) =>
  verbs.find((each) => typeof given === 'string' && each === given.toUpperCase()),
);

export const toHaveMethod = defineMatcher({
  facet: 'apiRoutes',
  summary: 'answers the given method on the given path',
  takes: [verb, text, optional(options<MethodExpectation>({ authorization: optional(text), apiKey: optional(flag) }))],
  check: ({ routes }, method: string, path: string, { authorization, apiKey }: MethodExpectation = {}) => {
    const route =
      routes.find((each) => each.path === path && each.method === method) ??
      routes.find((each) => each.path === path && each.method === 'ANY');
    return {
      pass:
        route !== undefined &&
        (authorization === undefined || authorization.toUpperCase() === route.authorization.toUpperCase()) &&
        (apiKey === undefined || apiKey === route.apiKeyRequired),
      expected: inWords({
        method,
        path,
        authorization,
        apiKeyRequired: apiKey,
      }),
      received: route ? inWords(route) : routes.map(({ method: each = 'message', path: at }) => `${each} ${at}`),
      fault: route && route.integration === undefined ? 'nothing is behind the method, so each call fails' : undefined,
    };
  },
});

function inWords({ method, path, authorization, apiKeyRequired }: Partial<ApiRoute>): string {
  const before = [
    authorization && `authorization ${authorization}`,
    apiKeyRequired !== undefined && `${apiKeyRequired ? 'with' : 'without'} API key`,
  ].filter(Boolean);
  return [`${method} ${path}`, ...before].join(', ');
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
     * @param expected how callers are let in: `authorization`, `apiKey`.
     * @example await expect(api).toHaveMethod('POST', '/orders', { authorization: 'COGNITO_USER_POOLS' });
     */
    toHaveMethod: Method<T, 'apiRoutes', [method: string, path: string, expected?: MethodExpectation]>;
  }
}
