import { backup } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { resourcePart } from './shared/arn';
import { backupRule, backupSelection } from './shared/backup-plan';

export const backupBackupPlan = defineResource({
  type: 'AWS::Backup::BackupPlan',
  label: 'Backup plan',
  sdk: backup,
  reads: ['backup:GetBackupPlan'],
  notFound: ['ResourceNotFoundException'],
  facts: async (aws, { id }) => {
    const plan = await aws.call('GetBackupPlan', { BackupPlanId: resourcePart(id).replace(/^backup-plan:/, '') });
    // A deleted plan answers for as long as it has recovery points.
    return plan.DeletionDate ? undefined : plan;
  },
  config: { read: ({ BackupPlan: plan, ...about }) => ({ ...about, ...plan }) },
  facets: {
    identity: {
      fields: 'BackupPlanArn, BackupPlanId, BackupPlan.BackupPlanName',
      read: (plan) => ({
        arn: told(plan.BackupPlanArn, 'BackupPlanArn'),
        id: told(plan.BackupPlanId, 'BackupPlanId'),
        name: told(plan.BackupPlan?.BackupPlanName, 'BackupPlan.BackupPlanName'),
      }),
    },
    lifecycle: {
      fields: 'BackupPlanId',
      read: (plan) => {
        told(plan.BackupPlanId, 'BackupPlanId');
        return { available: true };
      },
    },
    tags: {
      fields: 'Tags',
      reads: ['backup:ListTags'],
      read: async (plan, aws) => {
        const input = { ResourceArn: told(plan.BackupPlanArn, 'BackupPlanArn') };
        return Object.assign({}, ...(await aws.list('ListTags', input, ({ Tags }) => Tags && [Tags])));
      },
    },
    backupRules: {
      fields: 'BackupPlan.Rules[]',
      read: (plan) => ({ rules: told(plan.BackupPlan?.Rules, 'BackupPlan.Rules').map(backupRule) }),
    },
    backupSelections: {
      fields: 'BackupSelection of every selection',
      reads: ['backup:ListBackupSelections', 'backup:GetBackupSelection'],
      read: async (plan, aws) => {
        const BackupPlanId = told(plan.BackupPlanId, 'BackupPlanId');
        const listed = await aws.list('ListBackupSelections', { BackupPlanId }, (page) => page.BackupSelectionsList);
        const selections = await Promise.all(
          listed.map(async (each) => {
            const SelectionId = told(each.SelectionId, 'BackupSelectionsList[].SelectionId');
            const { BackupSelection: found } = await aws.call('GetBackupSelection', { BackupPlanId, SelectionId });
            return backupSelection(told(found, 'BackupSelection'));
          }),
        );
        return { selections };
      },
    },
  },
});
