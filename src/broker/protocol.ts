import { Unjudged, type UnjudgedData } from '../engine/unjudged';

/** One question on the wire: a line of JSON. */
export interface Request {
  id: number;
  project: string;
  method:
    | 'knows'
    | 'deployment'
    | 'accepted'
    | 'facet'
    | 'forget'
    | 'locate'
    | 'prepare'
    | 'act'
    | 'firstToMeet'
    | 'record';
  params: unknown[];
}

/** Its answer: a value, a reason why nothing can be judged, or a fault of ours. */
export type Response =
  | { id: number; value: unknown }
  | { id: number; unjudged: UnjudgedData }
  | { id: number; fault: string };

/** Turns what was thrown into an answer that another process can throw again. */
export function failure(id: number, error: unknown): Response {
  if (Unjudged.is(error)) return { id, unjudged: error.data };
  return { id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

/** Returns the value of an answer, or throws what the other process threw. */
export function contentOf(response: Response): unknown {
  if ('unjudged' in response) throw new Unjudged(response.unjudged);
  if ('fault' in response) throw new Error(response.fault);
  return response.value;
}

/** Splits a stream of bytes into lines of JSON. */
export function lineReader(onLine: (message: unknown) => void): (chunk: string) => void {
  let rest = '';
  return (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(JSON.parse(line));
  };
}
