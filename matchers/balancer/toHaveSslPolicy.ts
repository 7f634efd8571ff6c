import { argument, isRegExp } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { fits, shown } from '../value/value-match';
import { noTls, secureListeners } from './secure-listeners';

const policy = argument<string | RegExp>(
  "the name of a policy such as 'ELBSecurityPolicy-TLS13-1-2-2021-06', or a regular expression",
  (given) => ((typeof given === 'string' && given !== '') || isRegExp(given) ? given : undefined),
);

export const toHaveSslPolicy = defineMatcher({
  facet: 'listeners',
  summary: 'negotiates TLS by the given security policy',
  takes: [policy],
  check: ({ listeners }, expected: string | RegExp) => {
    const secure = secureListeners(listeners);
    const hits = secure.filter(({ sslPolicy }) => fits(expected, sslPolicy));
    return {
      pass: secure.length > 0 && hits.length === secure.length,
      expected: shown(expected),
      received: secure
        .map(({ protocol, port, sslPolicy }) => `${protocol}:${port} ${sslPolicy ?? 'no policy'}`)
        .join(', '),
      fault: hits.length > 0 && hits.length < secure.length ? 'only some of the listeners have it' : undefined,
      notApplicable: secure.length === 0 ? noTls : undefined,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when every HTTPS and TLS listener has this security policy. Not applicable where no listener ends TLS; fails in
     * both directions where only some have it. To ask for a version of TLS instead of a name, ask for the minimum TLS version.
     *
     * @param policy name, or RegExp.
     * @example await expect(loadBalancer).toHaveSslPolicy(/TLS13/);
     */
    toHaveSslPolicy: Method<T, 'listeners', [policy: string | RegExp]>;
  }
}
