import type { ActName, Acts } from '../acts';
import type { CommonFacet, FacetName, Facets, ResourceFacet } from '../facets';
import type { ActingAws, Aws, Sdk } from './aws';
import { type DerivedFacet, withDerived } from './derived-facets';

/** The resource behind an output, as the catalog is asked for it. */
export interface Target {
  type: string;
  /** In the form its API takes: a name, an id, an ARN or a URL. */
  id: string;
  /** How the output names it: `name`, `arn`, `id`, `url`, `endpoint`, `dns-name`, ... */
  identifier: string;
  /** Output value as it is written. */
  value: string;
  key?: string;
  stack?: string;
  region?: string;
  account?: string;
}

/** How one facet is filled. */
export interface FacetReader<Package, Facts, Name extends FacetName> {
  /** Fields of the API that decide it, as messages and docs name them. */
  fields: string;
  /** IAM actions it needs beyond the resource's own `reads`. */
  reads?: readonly string[];
  read(facts: Facts, aws: Aws<Package>, target: Target): Facets[Name] | Promise<Facets[Name]>;
}

/** How one act is done. */
export interface ActDeclaration<Package, Facts, Name extends ActName> {
  /** Every call it may make, such as `kinesis:PutRecord`; it needs leave where one of them does more than read. */
  calls: readonly string[];
  perform(
    facts: Facts,
    aws: ActingAws<Package>,
    input: Acts[Name]['input'],
    target: Target,
  ): Promise<Acts[Name]['output']>;
}

/** Facets a resource may declare: all but those the engine fills. */
export type DeclaredFacet = Exclude<ResourceFacet, 'existence' | 'config'>;

/** A rule that recognises a type of a team's own in an outputs file. */
export interface RecognitionRule {
  /** Matches the whole value; its named group `id` is the identifier. */
  value?: RegExp;
  /** Matches the output key. */
  key?: RegExp;
  /** How the value names the resource; `name` unless told. */
  identifier?: string;
}

/** What `defineResource` takes. */
export interface ResourceDeclaration<Type extends string, Package, Facts, Name extends DeclaredFacet> {
  /** CloudFormation type name, or `Company::Service::Thing` for a type of your own. */
  type: Type;
  /** What people call it in a sentence, such as `RDS DB instance`. */
  label: string;
  /** SDK package it is read through. */
  sdk: Sdk<Package>;
  /** IAM actions of the main read. */
  reads: readonly string[];
  /** Error codes with which the main read says that the resource does not exist. */
  notFound?: readonly string[];
  /** Recognition rules, for types that stackproof does not recognise by itself. */
  identify?: readonly RecognitionRule[];
  /** Other types whose identifiers this type's API takes too, such as an alias where a key is wanted. */
  accepts?: readonly string[];
  /** Main read of one resource; `undefined` when it does not exist. */
  facts?(aws: Aws<Package>, target: Target): Promise<Facts | undefined>;
  /** Main read of many at once, where the API takes many ids; one entry for each target, in their order. */
  factsOf?(aws: Aws<Package>, targets: readonly Target[]): Promise<(Facts | undefined)[]>;
  /** How many targets `factsOf` takes; 100 unless told. */
  batch?: number;
  /** Described state for `toHaveConfig` where the main read alone is too little; the facts unless told. */
  config?: {
    reads?: readonly string[];
    read(facts: Facts, aws: Aws<Package>, target: Target): Record<string, unknown> | Promise<Record<string, unknown>>;
  };
  /** What it answers. */
  facets: { [Facet in Name]: FacetReader<Package, Facts, Facet> };
  /** What can be done to it, where the option `allowActs` is on. */
  acts?: { [Act in ActName]?: ActDeclaration<Package, NoInfer<Facts>, Act> };
}

/** A resource type in the catalog. */
export interface ResourceDefinition<Type extends string = string, Answered extends FacetName = FacetName> {
  readonly type: Type;
  readonly label: string;
  readonly sdk: Sdk;
  readonly reads: readonly string[];
  readonly notFound: readonly string[];
  readonly identify: readonly RecognitionRule[];
  readonly accepts: readonly string[];
  readonly batch: number;
  readonly facts?: (aws: Aws<unknown>, target: Target) => Promise<unknown>;
  readonly factsOf?: (aws: Aws<unknown>, targets: readonly Target[]) => Promise<unknown[]>;
  readonly config?: {
    reads?: readonly string[];
    read(facts: unknown, aws: Aws<unknown>, target: Target): unknown;
  };
  readonly facets: Partial<Record<DeclaredFacet, FacetReader<unknown, unknown, DeclaredFacet>>>;
  readonly acts: { [Act in ActName]?: ActDeclaration<unknown, unknown, Act> };
  /** Only for types: the facets it answers. */
  readonly answered?: Answered;
}

/** Types by their names. */
export type TypesByName = Pick<ReadonlyMap<string, ResourceDefinition>, 'get' | 'values'>;

/** Types by their names; the last of those with one name counts. */
export function typesByName(definitions: readonly ResourceDefinition[]): Map<string, ResourceDefinition> {
  return new Map(definitions.map((definition) => [definition.type, definition]));
}

/**
 * Declares a resource type: how it is read and what it answers.
 *
 * @example
 * export const widget = defineResource({
 *   type: 'Acme::Shop::Widget',
 *   label: 'widget',
 *   sdk: dynamodb,
 *   reads: ['dynamodb:GetItem'],
 *   identify: [{ key: /widget/i }],
 *   facts: async (aws, { id }) => (await aws.call('GetItem', { TableName: 'widgets', Key: { id: { S: id } } })).Item,
 *   facets: {
 *     identity: { fields: 'id', read: (item, aws, { id }) => ({ id }) },
 *     lifecycle: { fields: 'state', read: (item) => ({ state: item.state?.S, available: item.state?.S === 'ready' }) },
 *     tags: { fields: 'tags', read: () => ({}) },
 *   },
 * });
 */
export function defineResource<Type extends string, Package, Facts, Name extends DeclaredFacet>(
  declaration: ResourceDeclaration<Type, Package, Facts, Name>,
): ResourceDefinition<Type, Name | DerivedFacet<Name> | CommonFacet> {
  if (!declaration.facts === !declaration.factsOf) {
    throw new TypeError(`${declaration.type}: declare either facts (one resource a call) or factsOf (many a call).`);
  }
  return {
    notFound: [],
    identify: [],
    accepts: [],
    batch: 100,
    acts: {},
    ...declaration,
    facets: withDerived(declaration.facets),
  } as unknown as ResourceDefinition<Type, Name | DerivedFacet<Name> | CommonFacet>;
}
