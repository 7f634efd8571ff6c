import { defineMatcher, type Method } from '../../src/engine/matcher';
import { told } from '../../src/engine/unjudged';
import { type ExpectedText, expectedText, fits, shown } from '../value/value-match';

export const toHaveEndpoint = defineMatcher({
  facet: 'serviceEndpoint',
  summary: 'is reached at the given address',
  takes: [expectedText],
  check: ({ address, port }, expected: ExpectedText) => {
    const host = told(address, 'Endpoint.Address');
    const ways = [host, `${host}:${port}`, host.replace(/^https?:\/\//, '')];
    const wanted = typeof expected === 'string' ? expected.toLowerCase().replace(/\/$/, '') : expected;
    return { pass: ways.some((way) => fits(wanted, way.toLowerCase())), expected: shown(wanted), received: host };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when clients reach the resource at this address. A text may be the host name, the host name with its port, or
     * the URL where AWS gives one; case does not matter.
     *
     * @param address text (such as an output's value), RegExp or asymmetric matcher.
     * @example await expect(db).toHaveEndpoint(await outputs.get('DatabaseEndpoint'));
     */
    toHaveEndpoint: Method<T, 'serviceEndpoint', [address: ExpectedText]>;
  }
}
