// @ts-check

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::RDS::DBSubnetGroup',
  create: async ({ DBSubnetGroupName, ...create }, aws) => {
    // RDS keeps these names in lower case.
    const name = String(DBSubnetGroupName ?? aws.generatedName).toLowerCase();
    await aws.call('rds', 'CreateDBSubnetGroup', { ...create, DBSubnetGroupName: name });
    return { physicalId: name };
  },
};
