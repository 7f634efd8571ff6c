import type { FacetName, Facets, Reference } from '../facets';
import type { Argument } from './argument';
import type { Flow } from './flow';
import type { Handle, Judged } from './handle';
import type { Subject } from './verdict';

/** What a matcher found out. */
export interface Judgement {
  pass: boolean;
  /** What must be, as a value or a phrase. */
  expected: unknown;
  /** What is, as a value or a phrase. */
  received: unknown;
  /** Set when the resource is in a state that passes in neither direction, such as a key that is disabled. */
  fault?: string;
  /** What to do next, where the matcher knows better than the reader. */
  advice?: string;
  /** Set when the question makes no sense for this resource; nothing is judged then. */
  notApplicable?: string;
  /** What exactly was judged, where that is several things: each output that was named. */
  judged?: Subject[];
}

/** A resource as a person has it at hand: a handle, or an id, name, alias or ARN. */
export type ResourceLike = Handle | string;

/** How a matcher asks about resources other than its subject. */
export interface Ask {
  /**
   * Asks another resource for a facet.
   *
   * @param resource a reference from a facet, a handle, or an id, name, alias or ARN.
   * @throws {Unjudged} whatever keeps that resource from answering.
   */
  facet<Name extends FacetName>(resource: Reference | ResourceLike, facet: Name): Promise<Facets[Name]>;
  /** Every ARN, id and name by which a resource is known, to compare with what the subject refers to. */
  names(resource: ResourceLike): Promise<string[]>;
  /** The same of every resource that a handle stands for, one list each. */
  namesOfEach(resource: ResourceLike): Promise<string[][]>;
  /**
   * Every text that an output of the same deployment stands for: ARN, id and name of its resource, then its value.
   *
   * @throws {Unjudged} not deployed, when there is no such output.
   */
  output(key: string): Promise<string[]>;
}

interface MatcherBase<Name extends FacetName, Args extends unknown[]> {
  /** The facet it asks for. */
  facet: Name;
  /** What it says of a resource, such as `runs in more than one Availability Zone`. */
  summary: string;
  /** How its arguments are read, in their order. */
  takes?: { [Index in keyof Args]-?: Argument<unknown, Args[Index]> };
}

/** A matcher that judges one resource by its facet. */
export interface MatcherDeclaration<Name extends FacetName, Args extends unknown[], Facts>
  extends MatcherBase<Name, Args> {
  /** Gathers what `check` needs to know of other resources. */
  relate?(facet: Facets[Name], ask: Ask, ...args: Args): Promise<Facts>;
  /** Acts and waits for the effect, in place of `relate`; what it did is undone when it has ended, however it ended. */
  perform?(facet: Facets[Name], flow: Flow, ...args: Args): Promise<Facts>;
  /** Judges. Pure: facts in, judgement out. */
  check(facts: Facts, ...args: Args): Judgement;
  /** Judges a list as one thing, such as the zones of all subnets together; each member alone unless told. */
  checkAll?(facts: Facts[], ...args: Args): Judgement;
}

/** A matcher in the catalog. */
export interface MatcherDefinition<Name extends FacetName = FacetName> {
  readonly facet: Name;
  readonly summary: string;
  readonly takes: readonly Argument<unknown, unknown>[];
  readonly relate?: (facet: unknown, ask: Ask, ...args: unknown[]) => Promise<unknown>;
  readonly perform?: (facet: unknown, flow: Flow, ...args: unknown[]) => Promise<unknown>;
  readonly check: (facts: unknown, ...args: unknown[]) => Judgement;
  readonly checkAll?: (facts: unknown[], ...args: unknown[]) => Judgement;
}

/**
 * Declares a matcher: the facet it asks for and how it judges it.
 *
 * @example
 * export const toHaveDeletionProtection = defineMatcher({
 *   facet: 'deletionProtection',
 *   summary: 'is protected against deletion',
 *   check: ({ enabled }) => ({ pass: enabled, expected: 'enabled', received: enabled ? 'enabled' : 'disabled' }),
 * });
 */
export function defineMatcher<Name extends FacetName, Args extends unknown[] = [], Facts = Facets[Name]>(
  declaration: MatcherDeclaration<Name, Args, Facts>,
): MatcherDefinition<Name> {
  return { takes: [], ...declaration } as unknown as MatcherDefinition<Name>;
}

/** What a compile error shows where a type has no such concept. */
export interface NotAnsweredBy<Name extends FacetName> {
  readonly missingFacet: Name;
}

type IsAny<T> = 0 extends 1 & T ? true : false;

type Answers<T, Name extends FacetName> =
  IsAny<T> extends true
    ? true
    : T extends Handle<infer Answered> | Judged<infer Answered>
      ? Name extends Answered
        ? true
        : false
      : false;

/**
 * A matcher as a method of `expect(...)`: callable where the resource answers the facet, a compile error elsewhere.
 *
 * @example toHaveDeletionProtection: Method<T, 'deletionProtection'>;
 * @example toHaveTimeout: Method<T, 'function', [time: number | Duration]>;
 */
export type Method<T, Name extends FacetName, Args extends unknown[] = []> =
  Answers<T, Name> extends true ? (...args: Args) => Promise<void> : NotAnsweredBy<Name>;

/** Every matcher of the catalog; each matcher file adds its own. */
// biome-ignore lint/correctness/noUnusedVariables lint/suspicious/noEmptyInterface: augmented by every matcher file.
export interface AwsMatchers<T> {}
