import { oneOf } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toSpeak = defineMatcher({
  facet: 'apiEndpoint',
  summary: 'is an API of the given kind',
  takes: [oneOf('REST', 'HTTP', 'WEBSOCKET', 'GRAPHQL')],
  check: ({ protocol }, expected: string) => ({ pass: protocol === expected, expected, received: protocol }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the API is of this kind.
     *
     * @param protocol `'REST'`, `'HTTP'`, `'WEBSOCKET'` or `'GRAPHQL'`.
     * @example await expect(api).toSpeak('WEBSOCKET');
     */
    toSpeak: Method<T, 'apiEndpoint', [protocol: 'REST' | 'HTTP' | 'WEBSOCKET' | 'GRAPHQL']>;
  }
}
