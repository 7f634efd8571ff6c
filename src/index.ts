import type * as matchers from '../matchers';
import { type Handle, internals, type Resource, type Resources } from './engine/handle';
import type { ResourceDefinition } from './engine/resource';
import './expect-types';
import type { FacetName } from './facets';
import { currentHost, type EventuallyOptions, type OutputsAccess } from './jest/host';
import type { Selector } from './outputs';
import type { FacetsOf, TypeName } from './resource-types';

export type * from './acts';
export { sdk } from './aws/define-sdk';
export { type Argument, argument, count, number, oneOf, optional, pattern, text } from './engine/argument';
export type { ActingAws, Aws, Sdk } from './engine/aws';
export { type Duration, days, seconds } from './engine/duration';
export type { Flow, Party } from './engine/flow';
export type { Handle, Resource, Resources } from './engine/handle';
export { type AwsMatchers, defineMatcher, type Judgement, type Method, type ResourceLike } from './engine/matcher';
export { defineResource, type ResourceDefinition, type Target } from './engine/resource';
export { resourceLike } from './engine/resource-like';
export { notApplicable, told, Unjudged, undetermined } from './engine/unjudged';
export type { Verdict } from './engine/verdict';
export type * from './facets';
export type { EventuallyOptions, OutputsAccess } from './jest/host';
export type { StackproofOptions } from './options';
export type { Output, Outputs, Selector } from './outputs';
export type { TypeName } from './resource-types';

/** Name of a matcher in the catalog. */
export type MatcherName = keyof typeof matchers;

/**
 * The resource behind an output. Never throws while the test file loads: what it stands for is settled when a matcher
 * or `describe()` asks.
 *
 * @param selector output key (case, separators and a CDK hash do not matter), several keys of which one exists, a
 *   RegExp, or `{ stack, key }`.
 * @param type CloudFormation type, or a definition of your own. With a type the compiler refuses what that type cannot
 *   answer; without one the type is recognised from the output and judged at run time.
 * @example const db = resource('DatabaseEndpoint', 'AWS::RDS::DBInstance');
 */
export function resource<Type extends TypeName>(selector: Selector, type: Type): Resource<FacetsOf<Type>>;
export function resource<Answered extends FacetName>(
  selector: Selector,
  type: ResourceDefinition<string, Answered>,
): Resource<Answered>;
export function resource(selector: Selector, type?: string): Resource;
export function resource(selector: Selector, type?: string | ResourceDefinition): Handle {
  return currentHost().resource(selector, type);
}

/**
 * Every resource behind one or several outputs: the members of a list, a comma list, several keys, or all keys that a
 * RegExp matches. A matcher judges every member, or the set where the question is about the set.
 *
 * @param selector as for {@link resource}; several matches are what it is for.
 * @param type as for {@link resource}.
 * @example const subnets = resources(/private.*subnet/i, 'AWS::EC2::Subnet');
 */
export function resources<Type extends TypeName>(selector: Selector, type: Type): Resources<FacetsOf<Type>>;
export function resources<Answered extends FacetName>(
  selector: Selector,
  type: ResourceDefinition<string, Answered>,
): Resources<Answered>;
export function resources(selector: Selector, type?: string): Resources;
export function resources(selector: Selector, type?: string | ResourceDefinition): Handle {
  return currentHost().resources(selector, type);
}

/**
 * The same resource, asked again with growing pauses and past the cache until the matcher passes or the time is up.
 * The time-out of the test is extended accordingly.
 *
 * @example await expect(eventually(db, { within: '5m' })).toBeAvailable();
 */
export function eventually<Some extends Handle>(handle: Some, options?: EventuallyOptions): Some {
  return currentHost().eventually(handle, options) as Some;
}

/**
 * The outputs themselves, for what is no resource: URLs, names, ports.
 *
 * @example await expect(outputs).toHaveOutputs(['VpcId', 'ApiUrl']);
 */
export const outputs: OutputsAccess = {
  get: (selector) => currentHost().outputs.get(selector),
  has: (selector) => currentHost().outputs.has(selector),
  all: () => currentHost().outputs.all(),
  get [internals]() {
    return currentHost().outputs[internals];
  },
};
