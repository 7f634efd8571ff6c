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
}
