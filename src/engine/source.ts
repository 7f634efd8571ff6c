import type { ActName, ActRecord, Acts, Undo } from '../acts';
import type { FacetName, Facets } from '../facets';
import type { Target } from './resource';
import type { Evidence, Subject } from './verdict';

/** An answer together with whom it is about and where it was read. */
export interface Answer<Value> {
  value: Value;
  subject: Subject;
  evidence: Evidence;
}

/** How a question is to be asked. */
export interface AskOptions {
  /** Ask AWS again instead of using an answer of this run. */
  fresh?: boolean;
  /** Nobody waits for the answer yet, so it may come after others. */
  ahead?: boolean;
}

/** What an act came to. */
export interface ActAnswer<Value> extends Answer<Value> {
  /** Calls it made that do more than read, in order. */
  acts: ActRecord[];
  /** What it left behind. */
  undo: Undo[];
}

/** One act on one resource. */
export interface Step {
  target: Target;
  act: ActName;
}

/** What an output of the deployment holds, and the resource it names. */
export interface OutputReference {
  value: unknown;
  /** Absent where it names no resource, such as a URL or a name of a stage. */
  target?: Target;
}

/**
 * Where facts come from. Today the live account; a synthesized template or a plan can fill the same facets.
 */
export interface FactSource {
  /**
   * Asks a resource for one facet.
   *
   * @throws {Unjudged} not found, undetermined, not applicable, not implemented here.
   */
  facet<Name extends FacetName>(target: Target, name: Name, options?: AskOptions): Promise<Answer<Facets[Name]>>;

  /** Forgets every answer about a resource, so that the next question reads it again. */
  forget(target: Target): Promise<void>;

  /**
   * Finds the resource that a person named by id, name, alias or ARN.
   *
   * @param facet a facet it must answer, which decides the type where the text alone does not.
   * @throws {Unjudged} wrong argument, when no type or several fit.
   */
  locate(name: string, facet: FacetName, near?: Target): Promise<Target>;

  /**
   * Checks that all steps of a flow could be taken, before the first one is. Sends nothing.
   *
   * @throws {Unjudged} undetermined, when acts are not allowed; not applicable, when a type has no such act.
   */
  prepare(steps: readonly Step[]): Promise<void>;

  /**
   * Acts on a resource. Never answered from what is known, and what is known of the resource is forgotten.
   *
   * @throws {Unjudged} as {@link facet} and {@link prepare} do, with the calls that were made before.
   */
  act<Name extends ActName>(
    target: Target,
    name: Name,
    input: Acts[Name]['input'],
  ): Promise<ActAnswer<Acts[Name]['output']>>;

  /**
   * Looks an output of the same deployment up. Absent where facts come without outputs.
   *
   * @throws {Unjudged} not deployed, when there is none; wrong argument, when several fit.
   */
  output?(key: string): Promise<OutputReference>;
}
