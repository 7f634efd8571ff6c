import type { Json, WebRequest, WebResponse } from '../../src/acts';
import { argument, isRecord, oneOrMany, optional, refuse } from '../../src/engine/argument';
import { type Duration, seconds } from '../../src/engine/duration';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { wrongArgument } from '../../src/engine/unjudged';
import { type Content, content, withMarker } from './content';
import { type Resemblance, resemblance, resemblanceInWords, resembles } from './resemblance';
import { shortText } from './short-text';

/** A request, and what must come back. */
export interface ResponseExpectation {
  /** Path below the address, with a query where there is one; `/` when left out. */
  path?: string;
  /** `GET` when left out. */
  method?: string;
  headers?: Record<string, string>;
  /** A text as it is; anything else as JSON. */
  body?: Content;
  /** The status, or several of them; any from 200 to 299 when left out. */
  status?: number | number[];
  /** What the body must be like: a text in it, a RegExp, part of its JSON. */
  containing?: Resemblance;
  /** Longest time from the request to the end of the answer. */
  latency?: number | Duration;
  /** How long to ask again, where the first answer is not as expected; only GET, HEAD and OPTIONS. */
  within?: number | Duration;
}

interface Expected {
  path?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: Json;
  status?: number[];
  containing?: Resemblance;
  latency?: number;
  within?: number;
}

/** The longest that API Gateway waits for what is behind it, and one more. */
const longestInSeconds = 30;
const repeatable = ['GET', 'HEAD', 'OPTIONS'];

const path = argument<string>("a path that starts with a slash, such as '/orders?limit=1'", (given) =>
  typeof given === 'string' && /^\/[\x21-\x7e]*$/.test(given) ? given : undefined,
);

const method = argument<string>('a method such as GET', (given) =>
  typeof given === 'string' && /^[A-Z]+$/.test(given) ? given : undefined,
);

const headers = argument<Record<string, string>>("headers such as { accept: 'application/json' }", (given) => {
  if (!isRecord(given)) return undefined;
  const wrong = Object.entries(given).find(
    ([name, value]) => !/^[\w-]+$/.test(name) || typeof value !== 'string' || /[\r\n]/.test(value),
  );
  return wrong ? refuse(`the header ${wrong[0]} must be a text on one line`) : (given as Record<string, string>);
});

const status = argument<number>('a status such as 200', (given) =>
  typeof given === 'number' && Number.isInteger(given) && given >= 100 && given <= 599 ? given : undefined,
);

export const toRespond = defineMatcher({
  facet: 'webAddress',
  summary: 'responds as expected',
  takes: [
    optional(
      options<Expected>({
        path: optional(path),
        method: optional(method),
        headers: optional(headers),
        body: optional(content),
        status: optional(oneOrMany(status)),
        containing: optional(resemblance),
        latency: optional(seconds),
        within: optional(seconds),
      }),
    ),
  ],
  perform: async (_address, flow, expected: Expected = {}): Promise<WebResponse> => {
    const { method: verb = 'GET', within } = expected;
    if (within !== undefined && !repeatable.includes(verb)) {
      throw wrongArgument(
        `a ${verb} may do something, so it is sent once and not repeated`,
        `Leave out within, which is for ${repeatable.join(', ')}.`,
      );
    }
    const { subject, marker } = flow;
    await flow.prepare([subject, 'request']);
    flow.takesTime((within ?? 0) + 2 * longestInSeconds);
    const request = withMarker(requestOf(expected), marker);
    let response = await flow.act(subject, 'request', request);
    if (within === undefined || isExpected(response, expected)) return response;
    await flow.until(within, async () => {
      response = await flow.act(subject, 'request', request);
      return { done: isExpected(response, expected), seen: inWords(response) };
    });
    return response;
  },
  check: (response: WebResponse, expected: Expected = {}) => {
    const misses = wishesOf(expected).filter(({ holds }) => !holds(response));
    const all = wishesOf(expected);
    return {
      pass: misses.length === 0,
      expected: all.map(({ words }) => words).join(', '),
      received: inWords(response),
      fault:
        misses.length > 0 && misses.length < all.length
          ? `only some of it is as expected, and not: ${misses.map(({ words }) => words).join(', ')}`
          : undefined,
    };
  },
});

interface Wish {
  words: string;
  holds(response: WebResponse): boolean;
}

function wishesOf({ status: allowed, containing, latency }: Expected): Wish[] {
  return [
    allowed
      ? { words: `status ${allowed.join(' or ')}`, holds: ({ status: got }) => allowed.includes(got) }
      : { words: 'a status from 200 to 299', holds: ({ status: got }) => got >= 200 && got <= 299 },
    ...(containing === undefined
      ? []
      : [
          {
            words: `a body with ${resemblanceInWords(containing)}`,
            holds: ({ body }: WebResponse) => resembles(containing, body),
          },
        ]),
    ...(latency === undefined
      ? []
      : [
          {
            words: `an answer within ${latency * 1_000} ms`,
            holds: ({ milliseconds }: WebResponse) => milliseconds <= latency * 1_000,
          },
        ]),
  ];
}

function isExpected(response: WebResponse, expected: Expected): boolean {
  return wishesOf(expected).every(({ holds }) => holds(response));
}

function inWords({ status: got, milliseconds, body }: WebResponse): string {
  return `status ${got} after ${milliseconds} ms, body: ${shortText(body)}`;
}

function requestOf({ path: below = '/', method: verb = 'GET', headers: given = {}, body }: Expected): WebRequest {
  const isText = typeof body === 'string';
  const named = Object.keys(given).some((name) => name.toLowerCase() === 'content-type');
  return {
    method: verb,
    path: below,
    headers: { ...(body !== undefined && !isText && !named && { 'content-type': 'application/json' }), ...given },
    ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
    withinSeconds: longestInSeconds,
  };
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when an HTTP request is answered as expected: status, body and time. It acts: it needs `allowActs`.
     *
     * The request goes to the address that AWS tells for the resource, without a signature, follows no redirect, and takes
     * no certificate unchecked. It is sent once; with `within`, and only where it reads, again until it is answered as
     * expected. Where some of it is as expected and some is not, `.not` fails as well. No answer at all is undetermined.
     *
     * @param expected what to ask, and what must come back; a GET of `/` with any 2xx when left out.
     * @example await expect(stage).toRespond({ path: '/orders/7', status: 200, containing: { id: 7 }, latency: '2s' });
     */
    toRespond: Method<T, 'webAddress', [expected?: ResponseExpectation]>;
  }
}
