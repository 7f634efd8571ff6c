import { argument, refuse } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import type { ApiRoute } from '../../src/facets';
import { compareExactly, judgeExactly } from '../value/exact-set';

const routeForm = /^([A-Za-z]+) (\/\S*|\$\S+)$/;

const expectedRoutes = argument<string[]>("methods with their paths, such as ['GET /orders/{id}']", (given) => {
  if (!Array.isArray(given) || given.length === 0) return undefined;
  const wrong = given.find((each) => typeof each !== 'string' || !routeForm.test(each));
  if (wrong !== undefined) return refuse(`${JSON.stringify(wrong)} is no method with its path, such as 'GET /orders'`);
  return given.map((each) => each.replace(/^\S+/, (verb: string) => verb.toUpperCase()));
});

export const toHaveOnlyMethods = defineMatcher({
  facet: 'apiRoutes',
  summary: 'answers the given methods and no other',
  takes: [expectedRoutes],
  check: ({ routes }, expected: string[]) =>
    judgeExactly(
      compareExactly(routes.map(inWords), expected, (wanted: string, route: string) => wanted === route, {
        item: (route) => route,
        wish: (wanted) => wanted,
      }),
      'no method',
    ),
});

function inWords({ method = 'MESSAGE', path }: ApiRoute): string {
  return `${method} ${path}`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the API has exactly these methods: a forgotten one is missing, and one that somebody added is beyond. How
     * callers are let in is asked with `toHaveMethod`.
     *
     * What is judged is the API as it is defined; a stage serves the definition of its last deployment.
     *
     * @param methods each as `'GET /orders/{id}'`; `ANY` for all methods of a path, `MESSAGE $connect` for WebSocket routes.
     * @example await expect(api).toHaveOnlyMethods(['GET /orders', 'POST /orders']);
     */
    toHaveOnlyMethods: Method<T, 'apiRoutes', [methods: string[]]>;
  }
}
