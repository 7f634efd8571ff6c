import type { ResourceDefinition } from './engine/resource';
import type { CommonFacet, FacetName } from './facets';
import type * as catalog from './resources';

type Catalog = (typeof catalog)[keyof typeof catalog];

/** Facets of the types in the catalog, by type name. */
type CatalogTypes = {
  [Definition in Catalog as Definition['type']]: Definition extends ResourceDefinition<string, infer Answered>
    ? Answered
    : never;
};

/**
 * Facets by type name. A team adds its own types, so that `resource(key, 'Acme::Shop::Widget')` is typed:
 *
 * @example
 * declare module 'stackproof' {
 *   interface ResourceTypes { 'Acme::Shop::Widget': 'identity' | 'lifecycle' | 'tags' }
 * }
 */
export interface ResourceTypes extends CatalogTypes {}

/** A type that `resource` knows. */
export type TypeName = keyof ResourceTypes & string;

/** What a type answers. */
export type FacetsOf<Type extends TypeName> = Extract<ResourceTypes[Type], FacetName> | CommonFacet;
