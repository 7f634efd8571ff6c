// @ts-check

const { textAt } = require('../aws.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::Backup::BackupSelection',
  create: async (properties, aws) => {
    const answer = await aws.call('backup', 'CreateBackupSelection', properties);
    const SelectionId = textAt(answer, 'SelectionId');
    return { physicalId: SelectionId, attributes: { SelectionId } };
  },
};
