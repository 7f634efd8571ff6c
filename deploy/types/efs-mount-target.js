// @ts-check

const { textAt } = require('../aws.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::EFS::MountTarget',
  create: async (properties, aws) => {
    const Id = textAt(await aws.call('efs', 'CreateMountTarget', properties), 'MountTargetId');
    return { physicalId: Id, attributes: { Id } };
  },
};
