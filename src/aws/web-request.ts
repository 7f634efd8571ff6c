import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import type { WebRequest, WebResponse } from '../acts';
import { notImplementedHere, undetermined } from '../engine/unjudged';
import { authorities } from './network';

/** A longer answer is cut: what a test asks of it stands in its beginning. */
const longestBody = 1_000_000;

/**
 * Sends one request and reads the answer. Follows no redirect, and takes no certificate that does not check.
 *
 * @param url where the request goes in the eyes of the server that gets it.
 * @param endpoint custom endpoint: the connection is made to it, and the host of the URL becomes the `Host` header.
 * @throws {Unjudged} undetermined, when there is no answer in time or none at all.
 */
export async function sendRequest(url: string, request: WebRequest, endpoint?: string): Promise<WebResponse> {
  const response = await send(url, request, endpoint);
  if (endpoint) refuseStranger(response, endpoint);
  return response;
}

function send(url: string, request: WebRequest, endpoint?: string): Promise<WebResponse> {
  const { method, headers, body, withinSeconds } = request;
  const named = new URL(url);
  const via = endpoint ? new URL(endpoint) : named;
  const transport = via.protocol === 'https:' ? https : http;
  const started = process.hrtime.bigint();
  const abort = AbortSignal.timeout(withinSeconds * 1_000);
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(noAnswer(method, url, error, request, endpoint));
    const sent = transport.request(
      {
        protocol: via.protocol,
        hostname: via.hostname.replace(/^\[|\]$/g, ''),
        port: via.port || undefined,
        method,
        path: `${named.pathname}${named.search}`,
        headers: {
          host: hostAt(named, endpoint ? via : undefined),
          ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
          ...lowerCased(headers),
        },
        signal: abort,
        agent: false,
        ca: authorities(),
        // Without it the certificate of a custom endpoint would have to be that of the host which is asked for.
        ...(endpoint && { servername: isIP(via.hostname) ? '' : via.hostname }),
      },
      (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          if (size < longestBody) chunks.push(chunk);
          size += chunk.length;
        });
        response.on('error', fail);
        response.on('end', () =>
          resolve({
            url,
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(
              Object.entries(response.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
            ),
            body: Buffer.concat(chunks).toString('utf8').slice(0, longestBody),
            milliseconds: Math.round(Number(process.hrtime.bigint() - started) / 1e6),
          }),
        );
      },
    );
    sent.on('error', fail);
    sent.end(body);
  });
}

const apiHost = /^([a-z0-9]+)\.execute-api\./;

/** The host of an address as an AWS-compatible server knows it: one that serves APIs does so below its own name. */
function hostAt({ host }: URL, endpoint: URL | undefined): string {
  const api = endpoint && apiHost.exec(host)?.[1];
  if (!api) return host;
  const own = isIP(endpoint.hostname.replace(/^\[|\]$/g, '')) ? 'localhost' : endpoint.hostname;
  return `${api}.execute-api.${own}${endpoint.port && `:${endpoint.port}`}`;
}

function lowerCased(headers: { [name: string]: string }): { [name: string]: string } {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** What a server says that does not know the address, and takes it for one of a bucket or of nothing at all. */
const strangers = [
  /^\s*(?:<\?xml[^>]*>\s*)?<(?:Error>\s*<Code>(?:NoSuch|AccessDenied|MethodNotAllowed)|ListBucketResult)/,
  /"Unknown path: /,
];

/**
 * Whether a custom endpoint has served the address at all. One that does not know APIs answers as its storage would.
 *
 * @throws {Unjudged} not implemented here.
 */
function refuseStranger(response: WebResponse, endpoint: string): void {
  if (!strangers.some((said) => said.test(response.body))) return;
  throw notImplementedHere(
    `${endpoint} does not serve ${response.url} (it answered ${response.status} ${JSON.stringify(response.body.slice(0, 120))})`,
    'Run this test against AWS or against a server that serves it.',
  );
}

function noAnswer(method: string, url: string, error: Error, { withinSeconds }: WebRequest, endpoint?: string): Error {
  const through = endpoint ? ` through ${endpoint}` : '';
  const { code = error.name } = error as NodeJS.ErrnoException;
  if (code === 'ABORT_ERR' || error.name === 'AbortError' || error.name === 'TimeoutError') {
    return undetermined('timed out', `${method} ${url}${through} was not answered within ${withinSeconds} s`, {
      advice: 'Check that what is behind the address runs; within sets how long to wait.',
    });
  }
  return undetermined('endpoint unreachable', `${method} ${url}${through} got no answer: ${error.message}`, {
    code,
    advice: /CERT|TLS|SSL|ALTNAME/i.test(`${code} ${error.message}`)
      ? 'The certificate does not fit the address, and is never taken unchecked.'
      : 'Check the address, the network, and that the resource may be reached from here.',
  });
}
