import { fromReference } from '../engine/ask';
import type { Sdk } from '../engine/aws';
import type { ResourceDefinition, Target } from '../engine/resource';
import { Unjudged } from '../engine/unjudged';
import type { Evidence } from '../engine/verdict';
import type { FacetName, Facets, Reference } from '../facets';
import { BoundAws, type Surroundings } from './bound-aws';
import type { Caller, CallRequest } from './caller';
import type { Connection } from './clients';
import type { SdkOutput } from './sdk-client';

/** What one read came to: the value and the calls it took. */
export interface Read<Value> {
  value: Value;
  evidence: Evidence;
  /** Keys of its calls in the cache. */
  keys: string[];
}

/** What a reading needs of its account. */
export interface ReadingHost {
  readonly caller: Caller;
  account(region: string): Promise<string>;
  /** Asks another resource. */
  ask<Name extends FacetName>(target: Target, facet: Name, since: number): Promise<Read<Facets[Name]>>;
  /** Remembers that the answers about a target rest on an answer in the cache. */
  uses(target: Target, key: string): void;
  usesTarget(target: Target, other: Target): void;
}

/** One reading of one resource, or of several in one call: keeps note of the calls that it takes. */
export class Reading implements Surroundings {
  readonly #calls = new Set<string>();
  readonly #keys = new Set<string>();
  endpoint?: string;

  constructor(
    readonly host: ReadingHost,
    readonly targets: readonly Target[],
    readonly region: string,
    readonly regionElsewhere: string,
    readonly since: number,
  ) {}

  aws({ sdk }: ResourceDefinition): BoundAws<unknown> {
    return new BoundAws<unknown>(sdk, this);
  }

  async read(request: CallRequest): Promise<SdkOutput> {
    const { caller } = this.host;
    await this.note(request);
    const key = caller.keyOf(request);
    this.#keys.add(key);
    for (const target of this.targets) this.host.uses(target, key);
    return caller.read(request, this.since);
  }

  /** Remembers a call, for the evidence. */
  protected async note({ sdk, operation, region }: CallRequest): Promise<void> {
    this.#calls.add(`${sdk.prefix}:${operation}`);
    this.endpoint = (await this.host.caller.connect(sdk, region)).endpoint;
  }

  connect(sdk: Sdk<unknown>, region: string): Promise<Connection> {
    return this.host.caller.connect(sdk, region);
  }

  account(): Promise<string> {
    return this.host.account(this.region);
  }

  async facet<Name extends FacetName>(resource: Reference, facet: Name): Promise<Facets[Name]> {
    const [near] = this.targets;
    if (!near) throw new TypeError('a reading without a target asked for another resource');
    const other = fromReference(resource, near);
    for (const target of this.targets) this.host.usesTarget(target, other);
    const read = await this.host.ask(other, facet, this.since);
    this.after(read);
    return read.value;
  }

  /** Carries on from an earlier reading: its calls come first. */
  after({ evidence, keys }: Read<unknown>): void {
    for (const call of evidence.calls) this.#calls.add(call);
    for (const key of keys) this.#keys.add(key);
    this.endpoint ??= evidence.endpoint;
  }

  /** Does the work; what cannot be judged for lack of a field is given the calls that lack it. */
  async explained<Value>(work: () => Value | Promise<Value>): Promise<Value> {
    try {
      return await work();
    } catch (error) {
      if (!Unjudged.is(error) || error.data.evidence) throw error;
      throw new Unjudged({ ...error.data, evidence: this.#evidence() });
    }
  }

  /** The value together with where and by which calls it was read. */
  came<Value>(value: Value, fields?: string): Read<Value> {
    return { value, evidence: this.#evidence(fields), keys: [...this.#keys] };
  }

  #evidence(fields?: string): Evidence {
    return { calls: [...this.#calls], fields, region: this.region, endpoint: this.endpoint };
  }
}
