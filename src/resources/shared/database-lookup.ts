import { wrongArgument } from '../../engine/unjudged';

/** How a kind of database is named and found. */
export interface DatabaseKind<Database> {
  /** Host name that AWS gives out; its first group is the identifier. */
  host: RegExp;
  /** Immutable id, which Terraform uses as the id of an instance. */
  resourceId: RegExp;
  filters: { identifier: string; resourceId: string };
  identifierOf(database: Database): string | undefined;
  resourceIdOf(database: Database): string | undefined;
  /** Host names it answers at, each without and with its port. */
  addressesOf(database: Database): string[];
}

/** Which databases the RDS API shows; all of them without filters. */
export interface DatabaseFilters {
  Filters?: { Name: string; Values: string[] }[];
}

/**
 * Finds databases by identifier, ARN, resource id or host name, in at most one read for each of these.
 *
 * @param read lists the databases that pass the filters.
 * @returns one entry for each id, in their order; `undefined` where there is no such database.
 * @throws {Unjudged} wrong argument, when several databases answer at one host name.
 */
export async function findDatabases<Database>(
  ids: readonly string[],
  kind: DatabaseKind<Database>,
  read: (filters: DatabaseFilters) => Promise<Database[]>,
): Promise<(Database | undefined)[]> {
  const names = ids.map((id) => nameOf(id, kind));
  const named = async (by: Name['by']): Promise<Database[]> => {
    const values = [...new Set(names.filter((name) => name.by === by).map((name) => name.value))];
    if (values.length === 0) return [];
    return read(by === 'address' ? {} : { Filters: [{ Name: kind.filters[by], Values: values }] });
  };
  const [byIdentifier, byResourceId, byAddress] = await Promise.all([
    named('identifier'),
    named('resourceId'),
    named('address'),
  ]);
  return names.map(({ by, value }) => {
    if (by === 'identifier') return byIdentifier.find((database) => kind.identifierOf(database) === value);
    if (by === 'resourceId') return byResourceId.find((database) => kind.resourceIdOf(database) === value);
    const found = byAddress.filter((database) => kind.addressesOf(database).includes(value));
    if (found.length > 1) {
      throw wrongArgument(
        `The host name ${value} is shared by ${found.map((database) => kind.identifierOf(database)).join(', ')}.`,
        'Let the outputs file hold the identifier or the ARN of the database.',
      );
    }
    return found[0];
  });
}

/** Host names in lower case, each without and with the port. */
export function addresses(hosts: readonly (string | undefined)[], port: number | undefined): string[] {
  return hosts
    .filter((host) => host !== undefined)
    .flatMap((host) => [host.toLowerCase(), `${host.toLowerCase()}:${port}`]);
}

interface Name {
  by: 'identifier' | 'resourceId' | 'address';
  value: string;
}

function nameOf<Database>(id: string, { host, resourceId }: DatabaseKind<Database>): Name {
  if (resourceId.test(id)) return { by: 'resourceId', value: id };
  // AWS keeps identifiers in lower case whatever the case they were created in.
  const value = id.toLowerCase();
  if (value.startsWith('arn:')) return { by: 'identifier', value: value.slice(value.lastIndexOf(':') + 1) };
  const identifier = host.exec(value)?.[1];
  if (identifier !== undefined) return { by: 'identifier', value: identifier };
  return { by: /[.:]|^localhost$/.test(value) ? 'address' : 'identifier', value };
}
