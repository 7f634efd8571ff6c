/** Part of the vocabulary in `../facets`: what flows need to know of a resource before they act on it. Types only. */

/** What can be handed over to a resource. */
export interface Intake {
  takes: 'record' | 'message' | 'event' | 'object' | 'item' | 'payload';
}

/** What can be looked for in a resource. */
export interface Contents {
  /** What it holds; objects and items are looked for by their keys, all else by its content. */
  holds: 'message' | 'object' | 'item' | 'log event';
}

/** A resource that gives back what it was given, until that is removed. */
export interface Keeping {
  holds: 'message' | 'object' | 'item';
  /** Names of the attributes that make up the key of an item. */
  keys: string[];
  /** Something it would keep, with `{marker}` where each time must differ; absent where the key is no text. */
  sample?: Record<string, string>;
}

/** Code that can be called. */
export interface Invocable {
  /** Seconds after which AWS stops it. */
  timeoutInSeconds: number;
}

/** The events of a log. */
export interface LogEvents {
  /** Name of the log. */
  name: string;
}

/** A resource that answers HTTP requests. */
export interface WebAddress {
  /** Address below which it answers, such as `https://abc.execute-api.eu-west-1.amazonaws.com/prod`. */
  address: string;
}

/** The facets of this file by their names. */
export interface FlowFacets {
  intake: Intake;
  contents: Contents;
  keeping: Keeping;
  invocable: Invocable;
  logEvents: LogEvents;
  webAddress: WebAddress;
}
