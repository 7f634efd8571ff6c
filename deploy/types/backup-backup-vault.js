// @ts-check

const { textAt } = require('../aws.js');
const { policyText } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::Backup::BackupVault',
  create: async ({ AccessPolicy, ...create }, aws) => {
    const { BackupVaultName } = create;
    const answer = await aws.call('backup', 'CreateBackupVault', create);
    if (AccessPolicy !== undefined) {
      await aws.call('backup', 'PutBackupVaultAccessPolicy', { BackupVaultName, Policy: policyText(AccessPolicy) });
    }
    return {
      physicalId: String(BackupVaultName),
      attributes: { BackupVaultName, BackupVaultArn: textAt(answer, 'BackupVaultArn') },
    };
  },
};
