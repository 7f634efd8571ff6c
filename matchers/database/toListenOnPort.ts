import { argument } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { notApplicable } from '../../src/engine/unjudged';

const portNumber = argument<number>('a port number from 1 to 65535, such as 5432', (given) =>
  typeof given === 'number' && Number.isInteger(given) && given >= 1 && given <= 65_535 ? given : undefined,
);

export const toListenOnPort = defineMatcher({
  facet: 'serviceEndpoint',
  summary: 'listens on the given port',
  takes: [portNumber],
  check: ({ address, port }, expected: number) => {
    if (port === undefined) throw notApplicable('AWS does not tell its port.');
    return {
      pass: port === expected,
      expected: `port ${expected}`,
      received: `port ${port} of ${address ?? 'its endpoint'}`,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when clients connect on this port (`Endpoint.Port`, `Port` of a cluster). A proxy, whose port AWS does not
     * tell, does not answer.
     *
     * @param port port number.
     * @example await expect(db).toListenOnPort(5432);
     */
    toListenOnPort: Method<T, 'serviceEndpoint', [port: number]>;
  }
}
