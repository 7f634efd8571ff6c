import { defineMatcher, type Method } from '../../src/engine/matcher';
import { fits, shown } from '../value/value-match';
import { routePathOrPattern } from './route-path';

export const toHaveResource = defineMatcher({
  facet: 'apiRoutes',
  summary: 'has the given path',
  takes: [routePathOrPattern],
  check: ({ paths }, expected: string | RegExp) => ({
    pass: paths.some((path) => fits(expected, path)),
    expected: shown(expected),
    received: paths.join(', ') || 'no path',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the API has this path, with or without methods.
     *
     * @param path the path as it is declared, such as `/orders/{id}`, or a RegExp.
     * @example await expect(api).toHaveResource('/orders/{id}');
     */
    toHaveResource: Method<T, 'apiRoutes', [path: string | RegExp]>;
  }
}
