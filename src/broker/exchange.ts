import type { ActName, Acts } from '../acts';
import type { Target } from '../engine/resource';
import type { AskOptions, FactSource, Step } from '../engine/source';
import type { FacetName } from '../facets';
import { contentOf, type Request, type Response, type SourceMethod } from './protocol';
import { remembering } from './remembering';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** How questions leave. */
export interface Line<Method extends string> {
  send(request: Request<Method>): void;
  /** Told when the first answer is waited for, and when the last has come: nothing else of ours keeps a process alive. */
  hold(waiting: boolean): void;
}

/** Questions to another thread or process, until their answers come. */
export class Exchange<Method extends string> {
  readonly #waiting = new Map<number, Waiting>();
  #next = 1;
  #broken?: Error;

  constructor(private readonly line: Line<Method>) {}

  /** @throws whatever the other side threw, or why there is no other side any more. */
  ask<Value>(project: string, method: Method, params: unknown[]): Promise<Value> {
    return new Promise<unknown>((resolve, reject) => {
      if (this.#broken) {
        reject(this.#broken);
        return;
      }
      const id = this.#next++;
      if (this.#waiting.size === 0) this.line.hold(true);
      this.#waiting.set(id, { resolve, reject });
      this.line.send({ id, project, method, params });
    }) as Promise<Value>;
  }

  settle(response: Response): void {
    const waiting = this.#waiting.get(response.id);
    this.#waiting.delete(response.id);
    if (this.#waiting.size === 0) this.line.hold(false);
    try {
      waiting?.resolve(contentOf(response));
    } catch (error) {
      waiting?.reject(error);
    }
  }

  /** The other side has gone: whatever waits, and whatever is asked from now on, gets the error. */
  break(error: Error): void {
    this.#broken ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#broken);
    this.#waiting.clear();
  }
}

/** The facts that the other side has, each asked for once. */
export function sourceThrough(ask: <Value>(method: SourceMethod, params: unknown[]) => Promise<Value>): FactSource {
  return remembering({
    facet: (...params) => ask('facet', params),
    forget: (...params) => ask('forget', params),
    locate: (...params) => ask('locate', params),
    prepare: (...params) => ask('prepare', params),
    act: (...params) => ask('act', params),
  });
}

/** Puts a question that came from another thread or process to the source that has the facts. */
export function askSource(source: FactSource, method: SourceMethod, params: readonly unknown[]): Promise<unknown> {
  switch (method) {
    case 'facet':
      return source.facet(params[0] as Target, params[1] as FacetName, params[2] as AskOptions | undefined);
    case 'forget':
      return source.forget(params[0] as Target);
    case 'locate':
      return source.locate(params[0] as string, params[1] as FacetName, params[2] as Target | undefined);
    case 'prepare':
      return source.prepare(params[0] as Step[]);
    case 'act':
      return source.act(params[0] as Target, params[1] as ActName, params[2] as Acts[ActName]['input']);
  }
}
