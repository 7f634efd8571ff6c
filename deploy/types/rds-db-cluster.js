// @ts-check

const { valueAt, textAt } = require('../aws.js');
const { endpointAddress } = require('../endpoint-address.js');
const { noMore, object, objects } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::RDS::DBCluster',
  create: async (properties, aws) => {
    const {
      DBClusterIdentifier = aws.generatedName.toLowerCase(),
      MasterUserSecret,
      AssociatedRoles,
      ...create
    } = properties;
    const { KmsKeyId, ...restOfSecret } = object(MasterUserSecret);
    noMore(restOfSecret, 'MasterUserSecret');
    await aws.call('rds', 'CreateDBCluster', { ...create, DBClusterIdentifier, MasterUserSecretKmsKeyId: KmsKeyId });
    for (const role of objects(AssociatedRoles)) {
      await aws.call('rds', 'AddRoleToDBCluster', { DBClusterIdentifier, ...role });
    }
    const answer = await aws.until(
      () => aws.call('rds', 'DescribeDBClusters', { DBClusterIdentifier }),
      (described) => valueAt(described, 'DBClusters.0.Status') === 'available',
    );
    /** @param {string} member @param {string} role */
    const address = (member, role) =>
      endpointAddress(
        valueAt(answer, `DBClusters.0.${member}`),
        `${DBClusterIdentifier}.${role}-c9akciq32rgx`,
        'rds',
        aws.region,
      );
    return {
      physicalId: String(DBClusterIdentifier),
      attributes: {
        DBClusterArn: textAt(answer, 'DBClusters.0.DBClusterArn'),
        DBClusterResourceId: valueAt(answer, 'DBClusters.0.DbClusterResourceId'),
        'Endpoint.Address': address('Endpoint', 'cluster'),
        'Endpoint.Port': valueAt(answer, 'DBClusters.0.Port'),
        'ReadEndpoint.Address': address('ReaderEndpoint', 'cluster-ro'),
        'MasterUserSecret.SecretArn': valueAt(answer, 'DBClusters.0.MasterUserSecret.SecretArn'),
      },
    };
  },
};
