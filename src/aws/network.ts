import { readFileSync } from 'node:fs';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { rootCertificates } from 'node:tls';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { AccountSettings } from './options';

/** Requests one client has under way at a time; the rest wait in line, outside of their time limit. */
export const requestsAtATime = 40;

/** Sockets and time limits that all clients share. */
export class Network {
  readonly #http = new HttpAgent({ keepAlive: true, maxSockets: 2 * requestsAtATime });
  readonly #https = new HttpsAgent({ keepAlive: true, maxSockets: 2 * requestsAtATime, ca: authorities() });

  constructor(readonly settings: AccountSettings) {}

  /**
   * A request handler for one client.
   *
   * @param seconds that one request may take; the option unless told.
   */
  handler(seconds = this.settings.requestTimeoutInSeconds): NodeHttpHandler {
    const milliseconds = seconds * 1_000;
    // Always HTTP/1.1: AWS-compatible servers rarely speak HTTP/2.
    return new NodeHttpHandler({
      connectionTimeout: milliseconds,
      requestTimeout: milliseconds,
      // The request timeout ends with the headers; this one covers a body that stops half-way.
      socketTimeout: milliseconds,
      throwOnRequestTimeout: true,
      httpAgent: this.#http,
      httpsAgent: this.#https,
    });
  }

  destroy(): void {
    this.#http.destroy();
    this.#https.destroy();
  }
}

/** Who is trusted beside whom Node trusts: `NODE_EXTRA_CA_CERTS` is Node's own affair; `AWS_CA_BUNDLE` is what the AWS CLI reads. */
export function authorities(): string[] | undefined {
  const bundle = process.env.AWS_CA_BUNDLE;
  return bundle ? [...rootCertificates, readFileSync(bundle, 'utf8')] : undefined;
}
