import type { ActName, ActRecord, Json, Undo, WebRequest, WebResponse } from '../acts';
import type { ActingAws, ActOptions, InputOf, Operation, OutputOf, Sdk } from '../engine/aws';
import type { ResourceDefinition, Target } from '../engine/resource';
import { Unjudged } from '../engine/unjudged';
import { BoundAws } from './bound-aws';
import { CallFailed, type CallRequest } from './caller';
import { isRead } from './guard';
import { plain } from './plain';
import { Reading, type ReadingHost } from './reading';
import type { SdkOutput } from './sdk-client';
import { sendRequest } from './web-request';

/** Longer texts are cut in the record of what was sent. */
const longestText = 300;

/** Failures after which nobody knows whether the call was made. */
const ambiguous = new Set(['timed out', 'endpoint unreachable', 'server error', 'broken answer']);

/** One act on one resource: keeps note of the calls that it makes and of what they leave behind. */
export class Acting extends Reading {
  readonly acts: ActRecord[] = [];
  readonly undo: Undo[] = [];

  constructor(
    host: ReadingHost,
    readonly target: Target,
    place: { region: string; elsewhere: string; since: number },
    readonly act: { name: ActName; calls: readonly string[] },
  ) {
    super(host, [target], place.region, place.elsewhere, place.since);
  }

  override aws({ sdk }: ResourceDefinition): ActingBoundAws<unknown> {
    return new ActingBoundAws<unknown>(sdk, this);
  }

  /** Makes one call. Throws a TypeError for one that the type does not declare. */
  async make(request: CallRequest, { undo, ...how }: ActOptions): Promise<SdkOutput> {
    const call = `${request.sdk.prefix}:${request.operation}`;
    this.#declared(call);
    await this.note(request);
    if (!isRead(request.operation)) this.#record(call, request.input);
    try {
      const output = await this.host.caller.act(request, how);
      if (undo) this.undo.push(undo);
      return output;
    } catch (error) {
      if (undo && Unjudged.is(error) && ambiguous.has(error.data.cause ?? '')) this.undo.push(undo);
      throw error;
    }
  }

  /** Sends one HTTP request. */
  async request(address: string, request: WebRequest, sdk: Sdk<unknown>, region: string): Promise<WebResponse> {
    this.#declared('http:Request');
    const { endpoint } = await this.connect(sdk, region);
    this.endpoint = endpoint;
    const url = `${address.replace(/\/$/, '')}${request.path}`;
    this.#record(`${request.method} ${url}`, { headers: request.headers, body: request.body });
    return sendRequest(url, request, endpoint);
  }

  #declared(call: string): void {
    if (this.act.calls.includes(call)) return;
    throw new TypeError(
      `${this.target.type}: the act ${this.act.name} makes the call ${call}, which it does not declare`,
    );
  }

  #record(call: string, input: unknown): void {
    const on = `${this.target.type} ${this.target.key ?? this.target.id}`;
    this.acts.push({ act: this.act.name, call, sent: shortened(plain(readable(input))) as Json, on });
  }
}

/** The `ActingAws` of one act. */
export class ActingBoundAws<Package> extends BoundAws<Package> implements ActingAws<Package> {
  constructor(
    sdk: Sdk<Package>,
    readonly acting: Acting,
    region = acting.region,
  ) {
    super(sdk, acting, region);
  }

  get endpoint(): string | undefined {
    return this.acting.endpoint;
  }

  act<Name extends Operation<Package>>(
    operation: Name,
    input: InputOf<Package, Name>,
    options: ActOptions = {},
  ): Promise<OutputOf<Package, Name>> {
    const { sdk, region } = this;
    return this.acting.make({ sdk, region, operation, input }, options) as Promise<OutputOf<Package, Name>>;
  }

  async actOrAbsent<Name extends Operation<Package>>(
    absentCodes: readonly string[],
    operation: Name,
    input: InputOf<Package, Name>,
    options: ActOptions = {},
  ): Promise<OutputOf<Package, Name> | undefined> {
    try {
      return await this.act(operation, input, options);
    } catch (error) {
      if (error instanceof CallFailed && error.codes.some((code) => absentCodes.includes(code))) return undefined;
      throw error;
    }
  }

  request(address: string, request: WebRequest): Promise<WebResponse> {
    return this.acting.request(address, request, this.sdk, this.region);
  }

  override through<Other>(sdk: Sdk<Other>): ActingBoundAws<Other> {
    return new ActingBoundAws(sdk, this.acting, this.regionFor(sdk));
  }
}

/** Bytes as the text they hold. */
function readable(input: unknown): unknown {
  if (input instanceof Uint8Array) return Buffer.from(input).toString('utf8');
  if (Array.isArray(input)) return input.map(readable);
  if (typeof input !== 'object' || input === null || input instanceof Date) return input;
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, readable(value)]));
}

function shortened(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.length > longestText ? `${value.slice(0, longestText)}... (${value.length} characters)` : value;
  }
  if (Array.isArray(value)) return value.map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shortened(each)]));
}
