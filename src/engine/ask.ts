import type { FacetName, Facets, Reference } from '../facets';
import { internalsOf } from './handle';
import type { Ask, ResourceLike } from './matcher';
import type { Target } from './resource';
import type { FactSource } from './source';
import { wrongArgument } from './unjudged';
import type { Evidence, Subject } from './verdict';

/** What is known of a target without asking AWS. */
export function subjectOf(target: Target): Subject {
  const { type, key, stack, id, region } = target;
  return { type, key, stack, id, region };
}

/**
 * The resource that a handle, a reference or a text stands for, seen from another one.
 *
 * @throws {Unjudged} wrong argument, when it stands for several.
 */
export async function targetThrough(
  source: FactSource,
  near: Target,
  resource: Reference | ResourceLike,
  facet: FacetName,
): Promise<Target> {
  if (typeof resource === 'string') return source.locate(resource, facet, near);
  const inner = internalsOf(resource);
  if (!inner) return fromReference(resource as Reference, near);
  const [target, ...others] = await inner.targets();
  if (!target || others.length > 0) {
    throw wrongArgument(`${inner.description} names ${others.length + 1} resources where one is wanted`);
  }
  return target;
}

/** The way a matcher asks about other resources, seen from its subject. */
export function askThrough(source: FactSource, near: Target, fresh: boolean, note: (evidence: Evidence) => void): Ask {
  const askTarget = async <Name extends FacetName>(target: Target, name: Name): Promise<Facets[Name]> => {
    const answer = await source.facet(target, name, { fresh });
    note(answer.evidence);
    return answer.value;
  };
  const namesOf = async (target: Target): Promise<string[]> => {
    const { arn, id, name } = await askTarget(target, 'identity');
    return [arn, id, name].filter((each) => each !== undefined);
  };
  return {
    facet: async (resource, name) => askTarget(await targetThrough(source, near, resource, name), name),
    names: async (resource) =>
      typeof resource === 'string' ? [resource] : namesOf(await targetThrough(source, near, resource, 'identity')),
    namesOfEach: async (resource) => {
      if (typeof resource === 'string') return [[resource]];
      const targets = await internalsOf(resource)?.targets();
      return Promise.all((targets ?? []).map(namesOf));
    },
    output: async (key) => {
      if (!source.output) throw wrongArgument(`there are no outputs to look ${key} up in`);
      const { value, target } = await source.output(key);
      if (typeof value !== 'string' && typeof value !== 'number') {
        throw wrongArgument(`output ${key} is no single text`, 'Name an output that holds one id, name, ARN or URL.');
      }
      if (!target) return [String(value)];
      return [...new Set([...(await namesOf(target)), String(value)])];
    },
  };
}

/** The target that one resource's answer refers to. */
export function fromReference(reference: Reference, near: Target): Target {
  const { type, id, region } = reference;
  const identifier = id.startsWith('arn:') ? 'arn' : 'id';
  return { type, id, identifier, value: id, region: region ?? near.region, account: near.account };
}
