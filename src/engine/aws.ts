import type { Undo, WebRequest, WebResponse } from '../acts';
import type { FacetName, Facets, Reference } from '../facets';

/**
 * An SDK package as resources name it: the IAM prefix of its actions and a loader, so that the package is loaded only
 * when a resource needs it.
 */
export interface Sdk<Package = Record<string, unknown>> {
  /** IAM prefix of the actions, such as `rds`. */
  readonly prefix: string;
  /** Package name, such as `@aws-sdk/client-rds`. */
  readonly package: string;
  readonly load: () => Promise<Package>;
}

/** Names of the operations in an SDK package, such as `DescribeDBInstances`. */
export type Operation<Package> = {
  [K in keyof Package]: K extends `${infer Name}Command` ? (Name extends '' | '$' | '_' ? never : Name) : never;
}[keyof Package] &
  string;

type CommandOf<Package, Name extends string> = `${Name}Command` extends keyof Package
  ? Package[`${Name}Command`] extends abstract new (
      ...args: never[]
    ) => infer Command
    ? Command
    : never
  : never;

/** Input of an operation. */
export type InputOf<Package, Name extends string> =
  CommandOf<Package, Name> extends { readonly input: infer Input } ? Input : never;

/** Output of an operation. */
export type OutputOf<Package, Name extends string> =
  CommandOf<Package, Name> extends {
    resolveMiddleware(...args: never[]): (...args: never[]) => Promise<{ output: infer Output }>;
  }
    ? Output
    : never;

/**
 * What a resource reads through. Every call goes to the resource's own account and region, is answered from the cache
 * of the run where it was asked before, and throws an `Unjudged` where AWS did not answer.
 */
export interface Aws<Package> {
  /** Region of the resource. */
  readonly region: string;
  /** `aws`, `aws-cn`, `aws-us-gov`, ... */
  readonly partition: string;
  /** Account of the credentials, from `sts:GetCallerIdentity`, asked once. */
  account(): Promise<string>;

  /**
   * Makes one read.
   *
   * @throws {Unjudged} undetermined, not implemented here; an error code in the resource's `notFound` becomes not found.
   * @example aws.call('GetKeyRotationStatus', { KeyId: id })
   */
  call<Name extends Operation<Package>>(
    operation: Name,
    input: InputOf<Package, Name>,
  ): Promise<OutputOf<Package, Name>>;

  /**
   * Makes one read where AWS answers "not configured" with an error: the listed codes give `undefined`.
   *
   * @example aws.callOrAbsent(['NoSuchBucketPolicy'], 'GetBucketPolicy', { Bucket: name })
   */
  callOrAbsent<Name extends Operation<Package>>(
    absentCodes: readonly string[],
    operation: Name,
    input: InputOf<Package, Name>,
  ): Promise<OutputOf<Package, Name> | undefined>;

  /**
   * Reads every page of a list to its end and returns the pages' items.
   *
   * @param items picks the items of a page; a page without the field is a broken answer.
   * @example aws.list('ListSubscriptionsByTopic', { TopicArn }, (page) => page.Subscriptions)
   */
  list<Name extends Operation<Package>, Item>(
    operation: Name,
    input: InputOf<Package, Name>,
    items: (page: OutputOf<Package, Name>) => Item[] | undefined,
  ): Promise<Item[]>;

  /** The same account and region through another service. */
  through<Other>(sdk: Sdk<Other>): Aws<Other>;

  /**
   * Asks another resource, so that a DB instance can speak of its cluster.
   *
   * @throws {Unjudged} whatever that resource cannot answer.
   */
  facet<Name extends FacetName>(resource: Reference, facet: Name): Promise<Facets[Name]>;
}

/** How a call that does more than read is made. */
export interface ActOptions {
  /** What the call may leave behind: kept when it was made, and when nobody knows whether it was. */
  undo?: Undo;
  /**
   * Whether the call may be made twice and count once, so that it is made again after a failure of the network. Any other
   * act is made again only where AWS said that it was throttled, which means that it was not done.
   */
  idempotent?: boolean;
  /** Seconds to wait for the answer; the option `requestTimeoutInSeconds` unless told. */
  withinSeconds?: number;
}

/** What an act calls through. Beside reads, which are asked anew, it has calls that do more. */
export interface ActingAws<Package> extends Aws<Package> {
  /** Custom endpoint, where one is in use. */
  readonly endpoint?: string;

  /**
   * Makes one call, never answered from what is known.
   *
   * @throws {Unjudged} undetermined, not implemented here.
   * @example aws.act('PutRecord', { StreamName, PartitionKey, Data })
   */
  act<Name extends Operation<Package>>(
    operation: Name,
    input: InputOf<Package, Name>,
    options?: ActOptions,
  ): Promise<OutputOf<Package, Name>>;

  /** The same where AWS answers with one of these error codes: they give `undefined`. */
  actOrAbsent<Name extends Operation<Package>>(
    absentCodes: readonly string[],
    operation: Name,
    input: InputOf<Package, Name>,
    options?: ActOptions,
  ): Promise<OutputOf<Package, Name> | undefined>;

  /**
   * Sends an HTTP request to an address that AWS told. With a custom endpoint it goes there, with the address as `Host`.
   *
   * @throws {Unjudged} undetermined, when there is no answer.
   */
  request(address: string, request: WebRequest): Promise<WebResponse>;

  through<Other>(sdk: Sdk<Other>): ActingAws<Other>;
}
