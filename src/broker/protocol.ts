import { Unjudged, type UnjudgedData } from '../engine/unjudged';

/** What is asked of a source of facts, wherever it is. */
export type SourceMethod = 'facet' | 'forget' | 'locate' | 'prepare' | 'act';

/** What a worker asks the broker of its run. */
export type BrokerMethod = SourceMethod | 'accepted' | 'knows' | 'deployment' | 'firstToMeet' | 'record';

/** What a project asks the thread that reads its account. */
export type ThreadMethod = SourceMethod | 'accepted' | 'open' | 'missingPackages' | 'ledger' | 'close';

/** One question on the wire: a line of JSON. */
export interface Request<Method extends string> {
  id: number;
  project: string;
  method: Method;
  params: unknown[];
}

/** Its answer: a value, a reason why nothing can be judged, or a fault of ours. */
export type Response =
  | { id: number; value: unknown }
  | { id: number; unjudged: UnjudgedData }
  | { id: number; fault: string };

/** Turns what was thrown into an answer that another process can throw again. */
function failure(id: number, error: unknown): Response {
  if (Unjudged.is(error)) return { id, unjudged: error.data };
  return { id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

/** Returns the value of an answer, or throws what the other process threw. */
export function contentOf(response: Response): unknown {
  if ('unjudged' in response) throw new Unjudged(response.unjudged);
  if ('fault' in response) throw new Error(response.fault);
  return response.value;
}

/** Sends what came of a question. */
export function answer(id: number, found: Promise<unknown>, send: (response: Response) => void): void {
  found.then(
    (value) => send({ id, value }),
    (error: unknown) => send(failure(id, error)),
  );
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
