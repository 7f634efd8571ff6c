import { StopDBInstanceCommand } from '@aws-sdk/client-rds';
import { ref } from '../../../deploy';
import { type Area, rowsOf } from '../area';
import { tags } from '../declarations';

const master = { MasterUsername: 'orders_admin', MasterUserPassword: 'not-a-secret-1' };

/** RDS DB instances and DB subnet groups. */
export const database: Area = {
  healthy: {
    resources: {
      SubnetGroup: {
        type: 'AWS::RDS::DBSubnetGroup',
        properties: {
          DBSubnetGroupDescription: 'two zones',
          SubnetIds: [ref('PrivateSubnetA'), ref('PrivateSubnetB')],
          Tags: tags,
        },
      },
      Database: {
        type: 'AWS::RDS::DBInstance',
        properties: {
          ...master,
          DBInstanceClass: 'db.m6g.large',
          Engine: 'postgres',
          EngineVersion: '15.3',
          AllocatedStorage: '100',
          StorageEncrypted: true,
          KmsKeyId: ref('DataKey.Arn'),
          MultiAZ: true,
          PubliclyAccessible: false,
          BackupRetentionPeriod: 14,
          DeletionProtection: true,
          DBSubnetGroupName: ref('SubnetGroup'),
          VPCSecurityGroups: [ref('DatabaseSecurityGroup')],
          Tags: tags,
        },
      },
    },
    outputs: {
      SubnetGroupName: ref('SubnetGroup'),
      DatabaseEndpoint: ref('Database.Endpoint.Address'),
      DatabaseIdentifier: ref('Database'),
      DatabaseArn: ref('Database.DBInstanceArn'),
    },
  },
  broken: {
    resources: {
      SubnetGroup: {
        type: 'AWS::RDS::DBSubnetGroup',
        properties: { DBSubnetGroupDescription: 'one zone', SubnetIds: [ref('PrivateSubnetA')] },
      },
      Database: {
        type: 'AWS::RDS::DBInstance',
        properties: {
          ...master,
          DBInstanceClass: 'db.t3.micro',
          Engine: 'postgres',
          EngineVersion: '14.7',
          AllocatedStorage: '20',
          StorageEncrypted: false,
          MultiAZ: false,
          PubliclyAccessible: true,
          BackupRetentionPeriod: 0,
          DBSubnetGroupName: ref('SubnetGroup'),
        },
      },
    },
    outputs: {
      SubnetGroupName: ref('SubnetGroup'),
      DatabaseEndpoint: ref('Database.Endpoint.Address'),
      DatabaseIdentifier: ref('Database'),
      DatabaseArn: ref('Database.DBInstanceArn'),
    },
  },
  afterwards: (_healthy, broken) =>
    broken
      .client('rds')
      .send(new StopDBInstanceCommand({ DBInstanceIdentifier: String(broken.outputs.DatabaseIdentifier) })),
  rows: [
    ...rowsOf('AWS::RDS::DBInstance', 'DatabaseIdentifier', [
      ['toBeAvailable', [], ['pass', /Received: {2}available/], ['fail', /Received: {2}stopped/]],
      ['toBeInState', [['available', 'backing-up']], 'pass', ['fail', /Received: {2}stopped/]],
      ['toHaveTags', [['Team', 'Environment']], 'pass', 'fail'],
      ['toHaveConfig', [{ DBInstanceClass: 'db.m6g.large' }], 'pass', ['fail', /db\.t3\.micro/]],
      ['toHaveConfig', [{ AllocatedStorage: 20 }], ['fail', /100/], 'pass'],
      ['toBeEncryptedAtRest', [], 'pass', ['fail', /none/]],
      ['toBeKmsEncrypted', ({ resource }) => [{ key: resource('DataKeyId') }], 'pass', 'fail'],
      [
        'toBeMultiAz',
        [],
        ['pass', /primary in us-east-1\w, standby in/],
        ['fail', /one instance in us-east-1\w, no standby/],
      ],
      ['toSpanAvailabilityZones', [1], undefined, 'pass'],
      ['toSpanAvailabilityZones', [2], undefined, ['fail', /1: us-east-1/]],
      ['toSpanAvailabilityZones', [2], 'pass', undefined, { gaps: ['databaseWithoutSecondaryZone'] }],
      ['toHaveEngine', ['postgres'], 'pass', 'pass'],
      ['toHaveEngine', [/mysql|mariadb/], ['fail', /Received: {2}postgres/], 'fail'],
      ['toHaveEngineVersion', ['15'], ['pass', /15\.3 of postgres/], ['fail', /14\.7 of postgres/]],
      ['toHaveEngineVersion', ['>=15.3 <17'], 'pass', 'fail'],
      ['toHaveEngineVersion', ['1'], 'fail', 'fail'],
      [
        'toHaveAvailableEngineVersion',
        [],
        ['pass', /postgres 15\.3 offered in us-east-1/],
        'fail',
        { gaps: ['engineVersionsNotImplemented'] },
      ],
      ['toHaveBackupRetention', [{ atLeast: '7d' }], ['pass', /14 days/], ['fail', /off|0 days/]],
      ['toHavePointInTimeRecovery', [{ periodInDays: 14 }], 'pass', ['fail', /Received: {2}off/]],
      ['toHaveDeletionProtection', [], 'pass', ['fail', /deletion protection off/]],
      ['toBePubliclyAccessible', [], ['fail', /PubliclyAccessible is false/], ['pass', /PubliclyAccessible is true/]],
      ['toBeInVpc', ({ resource }) => [resource('VpcId')], 'pass', 'pass'],
      ['toBeInVpc', ['vpc-0123456789abcdef0'], 'fail', 'fail'],
    ]),
    ...rowsOf('AWS::RDS::DBInstance', 'DatabaseArn', [['toHaveEngineVersion', ['15'], 'pass', 'fail']]),
    ...rowsOf('AWS::RDS::DBInstance', 'DatabaseEndpoint', [['toBeMultiAz', [], 'pass', 'fail']]),
    ...rowsOf('AWS::RDS::DBSubnetGroup', 'SubnetGroupName', [
      ['toBeAvailable', [], 'pass', 'pass'],
      ['toBeInState', ['Complete'], 'pass', 'pass'],
      ['toBeInState', ['Incomplete'], ['fail', /Received: {2}Complete/], 'fail'],
      ['toHaveTags', [{ Team: 'orders' }], 'pass', 'fail'],
      ['toHaveConfig', [{ DBSubnetGroupDescription: 'two zones' }], 'pass', ['fail', /one zone/]],
      ['toSpanAvailabilityZones', [2], ['pass', /2: us-east-1a, us-east-1b/], ['fail', /1: us-east-1a/]],
      ['toBeInVpc', ({ resource }) => [resource('VpcId')], 'pass', 'pass'],
      ['toBeInVpc', ['vpc-0123456789abcdef0'], 'fail', 'fail'],
    ]),
  ],
};
