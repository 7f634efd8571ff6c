import { told } from '../../engine/unjudged';
import type { EnhancedMonitoring, PerformanceInsights, ScalingBounds, Storage } from '../../facets/data';
import { kmsReference } from './kms-reference';

/** Fields about disks that an RDS DB instance and a DB cluster share. */
export interface DatabaseStorageFields {
  AllocatedStorage?: number;
  StorageType?: string;
  Iops?: number;
  MaxAllocatedStorage?: number;
  PendingModifiedValues?: { AllocatedStorage?: number; StorageType?: string };
}

/** Disk space of a database. Storage of Aurora grows by itself, and the API gives a number without a meaning. */
export function databaseStorage(database: DatabaseStorageFields, growsByItself: boolean): Storage {
  const { AllocatedStorage, StorageType, Iops, MaxAllocatedStorage, PendingModifiedValues: waiting } = database;
  const pending = [
    waiting?.AllocatedStorage && `AllocatedStorage ${waiting.AllocatedStorage}`,
    waiting?.StorageType && `StorageType ${waiting.StorageType}`,
  ].filter(Boolean);
  return {
    ...(!growsByItself && { sizeInGibibytes: told(AllocatedStorage, 'AllocatedStorage') }),
    type: StorageType,
    ...(Iops && { iops: Iops }),
    ...(MaxAllocatedStorage && { maximumInGibibytes: MaxAllocatedStorage }),
    ...(pending.length > 0 && { pending: pending.join(', ') }),
  };
}

/** Fields about observation that an RDS DB instance and a DB cluster share. */
export interface DatabaseObservationFields {
  PerformanceInsightsEnabled?: boolean;
  PerformanceInsightsRetentionPeriod?: number;
  PerformanceInsightsKMSKeyId?: string;
  MonitoringInterval?: number;
  MonitoringRoleArn?: string;
}

export function performanceInsights(database: DatabaseObservationFields): PerformanceInsights {
  if (!told(database.PerformanceInsightsEnabled, 'PerformanceInsightsEnabled')) return { enabled: false };
  const { PerformanceInsightsRetentionPeriod: retentionInDays, PerformanceInsightsKMSKeyId: key } = database;
  return { enabled: true, retentionInDays, ...(key && { key: kmsReference(key) }) };
}

export function enhancedMonitoring(database: DatabaseObservationFields): EnhancedMonitoring {
  const intervalInSeconds = told(database.MonitoringInterval, 'MonitoringInterval');
  return { enabled: intervalInSeconds > 0, intervalInSeconds, roleArn: database.MonitoringRoleArn };
}

/** Limits of serverless capacity, where the cluster has any. */
export function serverlessBounds(limits: { MinCapacity?: number; MaxCapacity?: number }, unit: string): ScalingBounds {
  return {
    minimum: told(limits.MinCapacity, 'MinCapacity'),
    maximum: told(limits.MaxCapacity, 'MaxCapacity'),
    unit,
  };
}
