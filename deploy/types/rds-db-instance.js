// @ts-check

const { valueAt, textAt } = require('../aws.js');
const { endpointAddress } = require('../endpoint-address.js');
const { noMore, number, object, objects } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::RDS::DBInstance',
  create: async (properties, aws) => {
    const {
      DBInstanceIdentifier = aws.generatedName.toLowerCase(),
      SourceDBInstanceIdentifier,
      VPCSecurityGroups,
      MasterUserSecret,
      AssociatedRoles,
      AllocatedStorage,
      Port,
      ...create
    } = properties;
    const { KmsKeyId, ...restOfSecret } = object(MasterUserSecret);
    noMore(restOfSecret, 'MasterUserSecret');
    const input = {
      ...create,
      DBInstanceIdentifier,
      VpcSecurityGroupIds: VPCSecurityGroups,
      AllocatedStorage: number(AllocatedStorage),
      Port: number(Port),
    };
    if (SourceDBInstanceIdentifier === undefined) {
      await aws.call('rds', 'CreateDBInstance', { ...input, MasterUserSecretKmsKeyId: KmsKeyId });
    } else {
      await aws.call('rds', 'CreateDBInstanceReadReplica', { ...input, SourceDBInstanceIdentifier });
    }
    for (const role of objects(AssociatedRoles)) {
      await aws.call('rds', 'AddRoleToDBInstance', { DBInstanceIdentifier, ...role });
    }
    const answer = await aws.until(
      () => aws.call('rds', 'DescribeDBInstances', { DBInstanceIdentifier }),
      (described) => valueAt(described, 'DBInstances.0.DBInstanceStatus') === 'available',
    );
    return {
      physicalId: String(DBInstanceIdentifier),
      attributes: {
        DBInstanceArn: textAt(answer, 'DBInstances.0.DBInstanceArn'),
        DbiResourceId: valueAt(answer, 'DBInstances.0.DbiResourceId'),
        'Endpoint.Address': endpointAddress(
          valueAt(answer, 'DBInstances.0.Endpoint.Address'),
          `${DBInstanceIdentifier}.c9akciq32rgx`,
          'rds',
          aws.region,
        ),
        'Endpoint.Port': valueAt(answer, 'DBInstances.0.Endpoint.Port'),
        'Endpoint.HostedZoneId': valueAt(answer, 'DBInstances.0.Endpoint.HostedZoneId'),
        'MasterUserSecret.SecretArn': valueAt(answer, 'DBInstances.0.MasterUserSecret.SecretArn'),
      },
    };
  },
};
