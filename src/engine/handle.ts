import type { FacetName, ResourceFacet } from '../facets';
import type { Target } from './resource';
import type { FactSource } from './source';

/** What `expect` takes: one resource or a list. `Answered` are the facets its type answers. */
export interface Handle<Answered extends FacetName = ResourceFacet> {
  /** Selector and type as the test wrote them, for messages. */
  toString(): string;
  /**
   * Reads the resource again: answers of this run are forgotten.
   *
   * @throws {Unjudged} when the output is missing or AWS does not answer.
   * @example await db.refresh();
   */
  refresh(): Promise<void>;
  /** Only for types: the facets it answers. */
  readonly answered?: Answered;
}

/** One resource behind an output. */
export interface Resource<Answered extends FacetName = ResourceFacet> extends Handle<Answered> {
  /**
   * The resource as AWS describes it, in the words of its API.
   *
   * @throws {Unjudged} when the output is missing (the test is skipped), the resource does not exist or AWS does not answer.
   * @example const { Endpoint } = await resource('DatabaseEndpoint', 'AWS::RDS::DBInstance').describe();
   */
  describe(): Promise<Record<string, unknown>>;
}

/** Every resource behind one or several outputs. */
export interface Resources<Answered extends FacetName = ResourceFacet> extends Handle<Answered> {
  /** Each resource as AWS describes it; throws as {@link Resource.describe} does. */
  describe(): Promise<Record<string, unknown>[]>;
}

/** How long `eventually` keeps asking. */
export interface Patience {
  withinSeconds: number;
}

/** What the engine needs to know of a handle; set by whoever made it. */
export interface HandleInternals {
  readonly description: string;
  readonly many: boolean;
  readonly source: FactSource;
  readonly patience?: Patience;
  /** Makes an answer the test file's own, so that its arrays are arrays of its realm. */
  present?<T>(value: T): T;
  /** Settles what the handle stands for. Throws `Unjudged`. */
  targets(): Promise<Target[]>;
}

/** Where the engine finds what it needs to know of what `expect` is given. */
export const internals: unique symbol = Symbol.for('stackproof.handle');

/** What `expect` takes besides resources: the outputs themselves. */
export interface Judged<Answered extends FacetName> {
  /** The engine's own. */
  readonly [internals]: HandleInternals;
  /** Only for types: the facets it answers. */
  readonly answered?: Answered;
}

/** Lets `expect` take an object. The insides are not enumerable, so that Jest prints the object without them. */
export function withInternals<Some extends object>(object: Some, inner: HandleInternals): Some & Judged<never> {
  return Object.defineProperty(object, internals, { value: inner }) as Some & Judged<never>;
}

class BoundHandle implements Handle {
  declare readonly [internals]: HandleInternals;
  /** Tells handles of different outputs apart where `toEqual` compares them. */
  readonly output: string;

  constructor(inner: HandleInternals) {
    // Not enumerable, so that Jest prints a handle as its description and not as our insides.
    Object.defineProperty(this, internals, { value: inner });
    this.output = inner.description;
  }

  async describe(): Promise<unknown> {
    const { source, many, targets, present = (value) => value } = this[internals];
    const described = await Promise.all(
      (await targets()).map(async (target) => (await source.facet(target, 'config')).value),
    );
    return present(many ? described : described[0]);
  }

  async refresh(): Promise<void> {
    const { source, targets } = this[internals];
    await Promise.all((await targets()).map((target) => source.forget(target)));
  }

  toString(): string {
    return this[internals].description;
  }

  toJSON(): string {
    return this.toString();
  }
}

/** Makes a handle. Typed by the caller, who knows what the type answers. */
export function createHandle(inner: HandleInternals): Handle {
  return new BoundHandle(inner);
}

/** The insides of a handle, or `undefined` for anything else. */
export function internalsOf(value: unknown): HandleInternals | undefined {
  return typeof value === 'object' && value !== null && internals in value
    ? (value as BoundHandle)[internals]
    : undefined;
}

/** Whether a value is a handle made by `resource` or `resources`. */
export function isHandle(value: unknown): value is Handle {
  return internalsOf(value) !== undefined;
}
