// @ts-check

const { object } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::RDS::DBClusterParameterGroup',
  create: async ({ DBClusterParameterGroupName, Family, Parameters, ...create }, aws) => {
    const name = String(DBClusterParameterGroupName ?? aws.generatedName).toLowerCase();
    await aws.call('rds', 'CreateDBClusterParameterGroup', {
      ...create,
      DBClusterParameterGroupName: name,
      DBParameterGroupFamily: Family,
    });
    const parameters = Object.entries(object(Parameters)).map(([ParameterName, value]) => ({
      ParameterName,
      ParameterValue: String(value),
      ApplyMethod: 'pending-reboot',
    }));
    if (parameters.length > 0) {
      await aws.call('rds', 'ModifyDBClusterParameterGroup', {
        DBClusterParameterGroupName: name,
        Parameters: parameters,
      });
    }
    return { physicalId: name, attributes: { DBClusterParameterGroupName: name } };
  },
};
