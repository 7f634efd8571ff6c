// @ts-check

const { object } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::RDS::DBParameterGroup',
  create: async ({ DBParameterGroupName, Family, Parameters, ...create }, aws) => {
    const name = String(DBParameterGroupName ?? aws.generatedName).toLowerCase();
    await aws.call('rds', 'CreateDBParameterGroup', {
      ...create,
      DBParameterGroupName: name,
      DBParameterGroupFamily: Family,
    });
    const parameters = Object.entries(object(Parameters)).map(([ParameterName, value]) => ({
      ParameterName,
      ParameterValue: String(value),
      ApplyMethod: 'pending-reboot',
    }));
    if (parameters.length > 0) {
      await aws.call('rds', 'ModifyDBParameterGroup', { DBParameterGroupName: name, Parameters: parameters });
    }
    return { physicalId: name, attributes: { DBParameterGroupName: name } };
  },
};
