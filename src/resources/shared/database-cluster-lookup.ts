import type { Aws } from '../../engine/aws';
import { told } from '../../engine/unjudged';
import { addresses, type DatabaseFilters, type DatabaseKind, findDatabases } from './database-lookup';

/** Fields by which a cluster of RDS, DocumentDB or Neptune is found. */
interface Cluster {
  DBClusterIdentifier?: string;
  DbClusterResourceId?: string;
  Endpoint?: string;
  ReaderEndpoint?: string;
  CustomEndpoints?: string[];
  Port?: number;
  Engine?: string;
}

const kind: DatabaseKind<Cluster> = {
  // A custom endpoint (`cluster-custom-`) begins with its own name, so it is looked up as an address.
  host: /^([a-z][a-z0-9-]*)\.cluster-(?:ro-)?[a-z0-9]+\.[a-z0-9-]+\.(?:rds|docdb|neptune)\.amazonaws\.com(?:\.cn)?(?::\d+)?$/,
  resourceId: /^cluster-[A-Z0-9]{20,}$/,
  filters: { identifier: 'db-cluster-id', resourceId: 'db-cluster-resource-id' },
  identifierOf: (cluster) => cluster.DBClusterIdentifier,
  resourceIdOf: (cluster) => cluster.DbClusterResourceId,
  addressesOf: (cluster) =>
    addresses([cluster.Endpoint, cluster.ReaderEndpoint, ...(cluster.CustomEndpoints ?? [])], cluster.Port),
};

/**
 * `factsOf` of a type of cluster: by identifier, ARN, resource id or host name.
 *
 * @param list lists the clusters that pass the filters, through the package of the service.
 * @param engine the only engine of the type. The API is that of RDS in all three services and shows the clusters of every
 *   engine; any of them when left out.
 */
export function clustersBy<Package, Facts extends Cluster>(
  list: (aws: Aws<Package>, filters: DatabaseFilters) => Promise<Facts[]>,
  engine?: string,
) {
  return async (aws: Aws<Package>, targets: readonly { id: string }[]): Promise<(Facts | undefined)[]> => {
    const found = await findDatabases<Facts>(
      targets.map(({ id }) => id),
      kind,
      (filters) => list(aws, filters),
    );
    if (engine === undefined) return found;
    return found.map((cluster) => (cluster && told(cluster.Engine, 'Engine') === engine ? cluster : undefined));
  };
}
