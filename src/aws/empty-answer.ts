import { Readable } from 'node:stream';
import type { Pluggable } from './sdk-client';

const reading = /^(Get|List|Describe|BatchGet)[A-Z]/;

/** Operations that stream an object, which may well be empty. */
const streaming = new Set(['GetObject', 'GetObjectTorrent']);

/** A response with status 200 that is no answer: empty, cut off, or a page for people. */
export class BrokenAnswer extends Error {
  override readonly name = 'BrokenAnswer';
  /** Tells the SDK to try again. */
  readonly $retryable = {};
}

/**
 * Reads the body of every response in full and refuses what is no answer. Without it the SDK turns an empty body into an
 * answer without fields, which reads like "nothing configured".
 */
export const answerCheck: Pluggable = {
  applyToStack: (stack) => {
    stack.add(
      (next, context) => async (given) => {
        const result = await next(given);
        const operation = (context.commandName ?? '').replace(/Command$/, '');
        const { response } = result;
        if (streaming.has(operation) || !(response.body instanceof Readable)) return result;
        const bytes = await bytesOf(response.body);
        response.body = new Uint8Array(bytes);
        if (given.request?.method !== 'HEAD' && response.statusCode === 200 && reading.test(operation)) {
          refuseBroken(bytes);
        }
        return result;
      },
      { step: 'deserialize', priority: 'low', name: 'stackproofAnswerCheck' },
    );
  },
};

function refuseBroken(bytes: Buffer): void {
  if (bytes.length === 0) throw new BrokenAnswer('HTTP 200 with an empty body');
  if (/^\s*<(!doctype html|html)\b/i.test(bytes.subarray(0, 200).toString('latin1'))) {
    throw new BrokenAnswer('HTTP 200 with an HTML page');
  }
}

async function bytesOf(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of body) chunks.push(Buffer.from(chunk));
  } catch (error) {
    // Node says ECONNRESET both for a connection that never answered and for an answer that was cut off.
    if (String(Object(error).message) === 'aborted') throw new BrokenAnswer('the answer was cut off');
    throw error;
  }
  return Buffer.concat(chunks);
}
