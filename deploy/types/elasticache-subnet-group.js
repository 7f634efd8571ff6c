// @ts-check

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::ElastiCache::SubnetGroup',
  create: async ({ CacheSubnetGroupName, Description, ...create }, aws) => {
    const name = String(CacheSubnetGroupName ?? aws.generatedName).toLowerCase();
    await aws.call('elasticache', 'CreateCacheSubnetGroup', {
      ...create,
      CacheSubnetGroupName: name,
      CacheSubnetGroupDescription: Description,
    });
    return { physicalId: name };
  },
};
