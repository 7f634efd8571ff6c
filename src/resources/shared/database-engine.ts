import type { rds } from '../../aws/sdk';
import { told } from '../../engine/unjudged';
import type { Engine, EngineOffer } from '../../facets';
import type { AwsOf } from './aws-of';
import { ascending } from './version-order';

/** Fields about the engine that an RDS DB instance and a DB cluster share. */
export interface DatabaseEngineFields {
  Engine?: string;
  EngineVersion?: string;
  PendingModifiedValues?: { EngineVersion?: string };
}

export const databaseEngineFields = 'Engine, EngineVersion, PendingModifiedValues.EngineVersion';

/** Engine that runs now. */
export function databaseEngine(database: DatabaseEngineFields): Engine {
  const version = told(database.EngineVersion, 'EngineVersion');
  const aurora = /^([\d.]+)\.mysql_aurora\.([\d.]+)$/.exec(version);
  return {
    name: told(database.Engine, 'Engine'),
    version,
    alsoKnownAs: aurora ? aurora.slice(1) : [],
    pendingVersion: database.PendingModifiedValues?.EngineVersion,
  };
}

/** Versions of the engine that RDS offers in the region of the database. */
export async function databaseEngineOffer(
  database: DatabaseEngineFields,
  aws: AwsOf<typeof rds>,
): Promise<EngineOffer> {
  const { name, version } = databaseEngine(database);
  const versions = await aws.list('DescribeDBEngineVersions', { Engine: name }, (page) => page.DBEngineVersions);
  const offered = new Set(versions.map((offer) => told(offer.EngineVersion, 'EngineVersion')));
  return { name, version, region: aws.region, offered: [...offered].sort(ascending) };
}
