import * as matchers from '../matchers';
import { answers } from './aws/locate';
import type { MatcherDefinition } from './engine/matcher';
import type { ResourceDefinition } from './engine/resource';
import * as resources from './resources';

/** A type and a matcher that can judge it. */
export interface MatrixPair {
  type: string;
  matcher: string;
}

/** Every type of the catalog, by its CloudFormation name. */
export function typesOfCatalog(): ResourceDefinition[] {
  return (Object.values(resources) as ResourceDefinition[]).sort((a, b) => (a.type < b.type ? -1 : 1));
}

/** Every matcher of the catalog with its name. */
export function matchersOfCatalog(): (MatcherDefinition & { name: string })[] {
  return (Object.entries(matchers) as [string, MatcherDefinition][])
    .map(([name, definition]) => ({ ...definition, name }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Which matcher can judge which type. */
export function matrix(): MatrixPair[] {
  return typesOfCatalog().flatMap((definition) =>
    matchersOfCatalog()
      .filter(({ facet }) => answers(definition, facet))
      .map(({ name }) => ({ type: definition.type, matcher: name })),
  );
}
