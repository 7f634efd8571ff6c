import type { Backups, PointInTimeRecovery } from '../../facets';

/** RDS can restore to any second of the time for which it keeps automated backups, and to none when it keeps none. */
export function recoveryWindow({ retentionInDays }: Backups): PointInTimeRecovery {
  return retentionInDays > 0 ? { enabled: true, periodInDays: retentionInDays } : { enabled: false };
}
