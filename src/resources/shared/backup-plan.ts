import type { BackupRule as PlannedRule, BackupSelection as PlannedSelection } from '@aws-sdk/client-backup';
import { told } from '../../engine/unjudged';
import type { BackupRule, BackupSelection } from '../../facets';

/** A rule of a backup plan in the words of the facet. */
export function backupRule(rule: PlannedRule): BackupRule {
  const { ScheduleExpression: schedule, Lifecycle: lifecycle, CopyActions: copies = [] } = rule;
  const { DeleteAfterDays: deletion, MoveToColdStorageAfterDays: cold } = lifecycle ?? {};
  return {
    name: told(rule.RuleName, 'Rules[].RuleName'),
    vault: told(rule.TargetBackupVaultName, 'Rules[].TargetBackupVaultName'),
    ...(schedule && { schedule }),
    // -1 is a spelling of "never".
    ...(deletion !== undefined && deletion >= 0 && { deleteAfterDays: deletion }),
    ...(cold !== undefined && cold >= 0 && { coldStorageAfterDays: cold }),
    continuous: rule.EnableContinuousBackup ?? false,
    copiesTo: copies.map((copy) => told(copy.DestinationBackupVaultArn, 'CopyActions[].DestinationBackupVaultArn')),
  };
}

/** A selection of a backup plan in the words of the facet. */
export function backupSelection(selection: PlannedSelection): BackupSelection {
  return {
    name: told(selection.SelectionName, 'BackupSelection.SelectionName'),
    resources: selection.Resources ?? [],
    notResources: selection.NotResources ?? [],
    tags: (selection.ListOfTags ?? []).map((tag) => `${tag.ConditionKey}=${tag.ConditionValue}`),
    conditional: Object.values(selection.Conditions ?? {}).some((rows) => Array.isArray(rows) && rows.length > 0),
  };
}
