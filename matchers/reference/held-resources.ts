import type { Ask, ResourceLike } from '../../src/engine/matcher';
import { wrongArgument } from '../../src/engine/unjudged';
import { refersTo } from './refers-to';

/** A resource that is asked for, with every name it is known by. */
export interface WantedResource {
  /** As a message shows it: its id where that is known. */
  shown: string;
  names: readonly string[];
}

/** Which kind of resource an argument must be. */
export interface WantedKind {
  /** Such as `a subnet (subnet-...)`. */
  what: string;
  /** What one of its names must look like. */
  pattern: RegExp;
}

/**
 * Names of the resources that a person gave.
 *
 * @throws {Unjudged} wrong argument, when one is of another kind.
 */
export async function wantedResources(
  ask: Ask,
  given: readonly ResourceLike[],
  kind: WantedKind,
): Promise<WantedResource[]> {
  const named = await Promise.all(given.map((resource) => ask.namesOfEach(resource)));
  return named.flat().map((names) => wantedResource(names, kind));
}

function wantedResource(names: string[], { what, pattern }: WantedKind): WantedResource {
  const own = names.filter((name) => pattern.test(name));
  // The shortest one is the id; an ARN ends in it.
  const [shown] = own.sort((one, other) => one.length - other.length);
  if (shown === undefined) throw wrongArgument(`it takes ${what}; ${names.join(', ')} is none`);
  return { shown, names };
}

/** Whether one of these ids means the resource. */
export function isHeld(ids: readonly string[], { names }: WantedResource): boolean {
  return ids.some((id) => refersTo(id, names));
}

/** The resources in words. */
export function wantedInWords(wanted: readonly WantedResource[]): string {
  return wanted.map(({ shown }) => shown).join(', ');
}
