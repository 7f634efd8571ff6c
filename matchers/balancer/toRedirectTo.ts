import { argument, isRecord, oneOf, optional, refuse, text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import type { ListenerAction } from '../../src/facets';
import { actionsFor, actionsInWords, type RequestExpectation, requests } from './listener-action';
import { port } from './listener-port';

/** Where requests must be sent; what is left out may be anything. */
export interface RedirectExpectation {
  protocol?: 'HTTP' | 'HTTPS';
  port?: number;
  host?: string;
  path?: string;
  statusCode?: 301 | 302;
}

const statusCode = argument<301 | 302>('301 or 302', (given) => (given === 301 || given === 302 ? given : undefined));

const expectation = options<RedirectExpectation>({
  protocol: optional(oneOf('HTTP', 'HTTPS')),
  port: optional(port),
  host: optional(text),
  path: optional(text),
  statusCode: optional(statusCode),
});

const place = argument<'HTTPS' | RedirectExpectation, RedirectExpectation>(
  `'HTTPS' or ${expectation.takes}`,
  (given) => {
    if (!isRecord(given)) return given === 'HTTPS' ? { protocol: 'HTTPS' } : undefined;
    return Object.keys(given).length === 0 ? refuse('it names no part of the address') : expectation.read(given);
  },
);

export const toRedirectTo = defineMatcher({
  facet: 'listenerActions',
  summary: 'redirects requests to the given address',
  takes: [place, requests],
  check: ({ actions }, to: RedirectExpectation, expected?: RequestExpectation) => {
    const meant = actionsFor(actions, expected);
    const hits = meant.filter((action) => isMeant(action, to));
    const byDefault = hits.some((action) => action.byDefault);
    return {
      pass: byDefault,
      expected: `redirect${expected?.from === undefined ? '' : ` from port ${expected.from}`} to ${inWords(to)}`,
      received: actionsInWords(expected?.from === undefined || meant.length > 0 ? meant : actions),
      fault: hits.length > 0 && !byDefault ? 'only some requests are redirected, by a rule' : undefined,
    };
  },
});

function isMeant({ redirect, protocol, port: from }: ListenerAction, to: RedirectExpectation): boolean {
  if (!redirect) return false;
  const received = {
    protocol: redirect.protocol === '#{protocol}' ? protocol : redirect.protocol,
    port: Number(redirect.port === '#{port}' ? from : redirect.port),
    host: redirect.host,
    path: redirect.path,
    statusCode: Number(redirect.statusCode.replace(/^HTTP_/, '')),
  };
  return (Object.keys(to) as (keyof RedirectExpectation)[]).every((part) => to[part] === received[part]);
}

function inWords(to: RedirectExpectation): string {
  return Object.entries(to)
    .map(([part, value]) => `${part} ${value}`)
    .join(', ');
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when a listener redirects requests so by default. Parts that the redirect takes over from the request
     * (`#{protocol}`, `#{port}`) count as those of the listener.
     *
     * A redirect by a rule alone, beside a default that does something else, fails in both directions.
     *
     * @param to `'HTTPS'`, or any of `protocol`, `port`, `host`, `path` and `statusCode` (301 or 302).
     * @param expected `from`, the port that requests come in on; any when left out.
     * @example await expect(loadBalancer).toRedirectTo({ protocol: 'HTTPS', statusCode: 301 }, { from: 80 });
     */
    toRedirectTo: Method<T, 'listenerActions', [to: 'HTTPS' | RedirectExpectation, expected?: RequestExpectation]>;
  }
}
