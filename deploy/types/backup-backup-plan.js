// @ts-check

const { textAt } = require('../aws.js');
const { object, objects } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::Backup::BackupPlan',
  create: async ({ BackupPlan, ...create }, aws) => {
    const { BackupPlanRule, ...plan } = object(BackupPlan);
    const Rules = objects(BackupPlanRule).map(({ TargetBackupVault, ...rule }) => ({
      ...rule,
      TargetBackupVaultName: TargetBackupVault,
    }));
    const answer = await aws.call('backup', 'CreateBackupPlan', { ...create, BackupPlan: { ...plan, Rules } });
    const BackupPlanId = textAt(answer, 'BackupPlanId');
    return {
      physicalId: BackupPlanId,
      attributes: {
        BackupPlanId,
        BackupPlanArn: textAt(answer, 'BackupPlanArn'),
        VersionId: textAt(answer, 'VersionId'),
      },
    };
  },
};
