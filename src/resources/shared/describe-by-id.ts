import type { Target } from '../../engine/resource';

/**
 * Describes many EC2 resources in one read and gives each target its own, by exact id.
 *
 * A filter leaves out what does not exist, where a list of ids would fail as a whole.
 *
 * @returns one entry for each target, in their order; `undefined` where there is no such resource.
 */
export async function describeById<Described>(
  targets: readonly Target[],
  { read, idOf }: { read(ids: string[]): Promise<Described[]>; idOf(described: Described): string | undefined },
): Promise<(Described | undefined)[]> {
  const ids = targets.map(({ id }) => id.slice(id.lastIndexOf('/') + 1));
  const described = await read([...new Set(ids)]);
  return ids.map((id) => described.find((one) => idOf(one) === id));
}
