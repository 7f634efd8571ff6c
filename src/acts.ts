/**
 * The vocabulary of acts: what may be done to a resource where the option `allowActs` is on. Types only.
 *
 * An act is one step. A matcher puts steps together, waits for their effect, and undoes them: see `Flow`.
 */

/** A value as JSON carries it, which is all that crosses from a test to the account. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** How something that an act left behind is taken away. Made and understood by the resource type alone. */
export interface Undo {
  /** What is left, in words, such as `object orders/1.json`. */
  what: string;
  /** What the acts `remove` and `release` take. */
  token: Json;
}

/** Something to hand over: a record, a message, an event, an object, an item, a payload. */
export interface Delivery {
  /**
   * What is handed over. A text goes as it is and other JSON as its text, unless the type needs more than that: an object
   * is `{ key, body }`, an item its attributes, an event `{ source, 'detail-type', detail }`.
   */
  content: Json;
  /** Text that is found nowhere else: for a partition key, a message group, the name of an execution. */
  marker: string;
}

/** What AWS said when it took something. */
export interface Delivered {
  /** Id that AWS gave to it, where it gives one. */
  id?: string;
  /** What AWS said where it answered, and did not take it. */
  refused?: string;
}

/** What to look for in a place. */
export interface Search {
  /** Key of an object or of an item; only where things have keys. */
  key?: Json;
  /** Start of the flow, ISO 8601: what is older need not be shown. */
  since: string;
  /** Whether what a key once held counts as well, such as former versions of an object. Asked before an act. */
  former?: boolean;
  /** Seconds for which a message that was received is kept from others. */
  holdInSeconds?: number;
}

/** Something that was found. */
export interface FoundThing {
  /** Tells it from others in the same place. */
  id: string;
  /** Its content, such as the body of a message or of an object; an item as JSON. */
  text: string;
  /** How it is taken away; absent where nothing can be, as in a log. */
  undo?: Undo;
}

/** What is in a place now. */
export interface Found {
  things: FoundThing[];
  /** Whether that is all; what is not there in a part of the whole may be in the rest. */
  complete: boolean;
  /** How whatever there is or will be under the key is taken away; only where things have keys. */
  undo?: Undo;
}

/** A call of a function. */
export interface Invocation {
  payload?: Json;
  /** Seconds to wait for the answer; the function's own time-out and a little more unless told. */
  withinSeconds?: number;
}

/** What a function answered. */
export interface InvocationAnswer {
  /** Text of the returned value, or of the error. */
  payload: string;
  /** `Handled` or `Unhandled` when the function failed. */
  error?: string;
  /** Last lines of its log. */
  log?: string;
  milliseconds: number;
}

/** The start of a workflow. */
export interface ExecutionStart {
  input?: Json;
  /** Name of the execution, which makes it one and the same however often it is asked for. */
  name: string;
  /** Seconds to wait, where the answer comes with the start. */
  withinSeconds: number;
}

/** An execution of a workflow. */
export interface Execution {
  id: string;
  /** `RUNNING`, `SUCCEEDED`, `FAILED`, `TIMED_OUT`, `ABORTED`, ... */
  status: string;
  /** Text of its output. */
  output?: string;
  error?: string;
  cause?: string;
}

/** An HTTP request. */
export interface WebRequest {
  method: string;
  /** Path below the address of the resource, with the query. */
  path: string;
  headers: { [name: string]: string };
  body?: string;
  withinSeconds: number;
}

/** What came back. */
export interface WebResponse {
  /** Address that was asked. */
  url: string;
  status: number;
  headers: { [name: string]: string };
  body: string;
  /** From the start of the request to the last byte of the answer. */
  milliseconds: number;
}

/** Every act by its name: what it takes and what it gives. */
export interface Acts {
  /** Hands something over. */
  deliver: { input: Delivery; output: Delivered };
  /** Looks for what arrived. */
  find: { input: Search; output: Found };
  /** Takes away what `deliver` or `find` showed. */
  remove: { input: Json; output: Record<string, never> };
  /** Gives back what `find` took into its hands and is not ours. */
  release: { input: Json; output: Record<string, never> };
  /** Calls a function and waits for its answer. */
  invoke: { input: Invocation; output: InvocationAnswer };
  /** Starts a workflow. */
  execute: { input: ExecutionStart; output: Execution };
  /** Looks how far an execution is. */
  follow: { input: { id: string }; output: Execution };
  /** Sends an HTTP request. */
  request: { input: WebRequest; output: WebResponse };
}

export type ActName = keyof Acts;

/** One call that an act made, as verdicts show it. */
export interface ActRecord {
  act: ActName;
  /** The call, such as `kinesis:PutRecord`; the method and address of an HTTP request. */
  call: string;
  /** What was sent with it. */
  sent: Json;
  /** Resource it was made on. */
  on: string;
  /** How often, where it was made again in the same words. */
  times?: number;
}
