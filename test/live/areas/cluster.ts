import { ref } from '../../../deploy';
import { type Area, rowsOf } from '../area';
import { tags } from '../declarations';

const master = { MasterUsername: 'orders_admin', MasterUserPassword: 'not-a-secret-1' };
const engine = { Engine: 'aurora-postgresql', EngineVersion: '15.12' };
const member = (zone: string, more: object = {}) => ({
  type: 'AWS::RDS::DBInstance',
  properties: {
    DBClusterIdentifier: ref('Cluster'),
    DBInstanceClass: 'db.r6g.large',
    Engine: engine.Engine,
    AvailabilityZone: zone,
    ...more,
  },
});

/** RDS DB clusters and their members. */
export const cluster: Area = {
  healthy: {
    resources: {
      Cluster: {
        type: 'AWS::RDS::DBCluster',
        properties: {
          ...master,
          ...engine,
          StorageEncrypted: true,
          KmsKeyId: ref('DataKey.Arn'),
          BackupRetentionPeriod: 14,
          DeletionProtection: true,
          DBSubnetGroupName: ref('SubnetGroup'),
          VpcSecurityGroupIds: [ref('DatabaseSecurityGroup')],
          Tags: tags,
        },
      },
      Writer: member('us-east-1a', { PubliclyAccessible: false }),
      Reader: { ...member('us-east-1b', { PubliclyAccessible: false }), dependsOn: ['Writer'] },
    },
    outputs: { ClusterIdentifier: ref('Cluster'), WriterIdentifier: ref('Writer') },
  },
  broken: {
    resources: {
      Cluster: {
        type: 'AWS::RDS::DBCluster',
        properties: {
          ...master,
          Engine: 'aurora-mysql',
          EngineVersion: '8.0.mysql_aurora.3.04.0',
          BackupRetentionPeriod: 1,
          DBSubnetGroupName: ref('SubnetGroup'),
        },
      },
      Writer: member('us-east-1a', { Engine: 'aurora-mysql', PubliclyAccessible: true }),
    },
    outputs: { ClusterIdentifier: ref('Cluster'), WriterIdentifier: ref('Writer') },
  },
  rows: [
    ...rowsOf('AWS::RDS::DBCluster', 'ClusterIdentifier', [
      ['toBeAvailable', [], 'pass', 'pass'],
      ['toBeInState', ['available'], 'pass', 'pass'],
      ['toBeInState', ['stopped'], ['fail', /Received: {2}available/], 'fail'],
      ['toHaveTags', [{ Team: 'orders' }], 'pass', 'fail'],
      ['toHaveConfig', [{ Engine: 'aurora-postgresql' }], 'pass', ['fail', /aurora-mysql/]],
      ['toBeEncryptedAtRest', [], 'pass', 'fail'],
      ['toBeKmsEncrypted', ({ resource }) => [{ key: resource('DataKeyAlias') }], 'pass', 'fail'],
      [
        'toBeMultiAz',
        [],
        ['pass', /one writer and one reader in us-east-1a, us-east-1b/],
        ['fail', /one writer and no reader/],
      ],
      ['toSpanAvailabilityZones', [2], 'pass', ['fail', /1: us-east-1a/]],
      ['toHaveEngine', ['aurora-postgresql'], 'pass', ['fail', /aurora-mysql/]],
      ['toHaveEngineVersion', ['15'], 'pass', ['fail', /also 8\.0, 3\.04\.0/]],
      ['toHaveEngineVersion', ['3.04'], 'fail', 'pass'],
      ['toHaveAvailableEngineVersion', [], 'pass', undefined, { gaps: ['engineVersionsNotImplemented'] }],
      ['toHaveBackupRetention', [14], 'pass', ['fail', /Received: {2}1 day/]],
      ['toHavePointInTimeRecovery', [{ periodInDays: { atLeast: 7 } }], 'pass', ['fail', /going back 1 day/]],
      ['toHaveDeletionProtection', [], 'pass', 'fail'],
      ['toBePubliclyAccessible', [], 'fail', ['pass', /PubliclyAccessible is true on/]],
      ['toBeInVpc', ({ resource }) => [resource('VpcId')], 'pass', 'pass'],
      ['toBeInVpc', ['vpc-0123456789abcdef0'], 'fail', 'fail'],
    ]),
    // A member of a cluster answers with the cluster where the cluster decides.
    ...rowsOf('AWS::RDS::DBInstance', 'WriterIdentifier', [
      ['toBeMultiAz', [], ['pass', /one writer and one reader/], 'fail'],
      ['toSpanAvailabilityZones', [2], 'pass', 'fail'],
      ['toBeKmsEncrypted', [], 'pass', 'fail'],
      ['toHaveBackupRetention', [14], 'pass', 'fail'],
      ['toBeInVpc', ({ resource }) => [resource('VpcId')], 'pass', 'pass', { gaps: ['clusterMemberInOtherVpc'] }],
    ]),
  ],
};
