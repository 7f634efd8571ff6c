import type { Server } from '../live-account';
import type { World } from './world';

type ServerName = Server['name'];

/** One type of the catalog: how one resource of it comes to be on a server, and what nothing of it is called. */
export interface Kind {
  type: string;
  /** Makes one, and gives what an output would say of it. */
  make(world: World): Promise<string>;
  /** What an output would say of one that is not there. */
  gone: string;
  /** Why a server cannot hold one. */
  cannot?: Partial<Record<ServerName, string>>;
}

/** A resource that the deploy library makes. */
export function deployed(
  type: string,
  properties: (world: World) => object,
  gone: string,
  { output, ...more }: { output?: string } & Pick<Kind, 'cannot'> = {},
): Kind {
  return {
    type,
    gone,
    ...more,
    make: async (world) => {
      const { physicalId, attributes } = await world.deployOne(type, properties(world));
      return String(output === undefined ? physicalId : attributes[output]);
    },
  };
}

/** A resource that one call makes; `names` is the path of its name in the answer, or the name itself after `$named.`. */
export function called(
  type: string,
  [service, operation]: [service: string, operation: string],
  input: (world: World) => object,
  names: string,
  gone: string,
  more: Pick<Kind, 'cannot'> = {},
): Kind {
  const make = async (world: World) => {
    const answer = await world.call(service, operation, input(world));
    return names.startsWith('$named.') ? names.slice('$named.'.length) : world.text(answer, names);
  };
  return { type, gone, ...more, make };
}
