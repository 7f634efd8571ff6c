// @ts-check

const { valueAt } = require('../aws.js');
const { endpointAddress } = require('../endpoint-address.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::ElastiCache::ReplicationGroup',
  create: async (properties, aws) => {
    const { ReplicationGroupId = aws.generatedName.toLowerCase(), Port = 6379, ...create } = properties;
    await aws.call('elasticache', 'CreateReplicationGroup', { ...create, Port, ReplicationGroupId });
    const answer = await aws.until(
      () => aws.call('elasticache', 'DescribeReplicationGroups', { ReplicationGroupId }),
      (described) => valueAt(described, 'ReplicationGroups.0.Status') === 'available',
    );
    /** @param {string} member @param {string} label */
    const address = (member, label) =>
      endpointAddress(
        valueAt(answer, `ReplicationGroups.0.${member}.Address`),
        `${label}.${ReplicationGroupId}.a1b2c3`,
        'cache',
        aws.region,
      );
    const primary = 'NodeGroups.0.PrimaryEndpoint';
    return {
      physicalId: String(ReplicationGroupId),
      attributes: {
        'PrimaryEndPoint.Address': address(primary, 'master'),
        'PrimaryEndPoint.Port': valueAt(answer, `ReplicationGroups.0.${primary}.Port`) ?? Port,
        'ReaderEndPoint.Address': address('NodeGroups.0.ReaderEndpoint', 'replica'),
        'ConfigurationEndPoint.Address': address('ConfigurationEndpoint', 'clustercfg'),
      },
    };
  },
};
