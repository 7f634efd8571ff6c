import { toHaveBucketKey } from '../../matchers/bucket/toHaveBucketKey';
import { toHaveCors } from '../../matchers/bucket/toHaveCors';
import { toHaveObjectLock } from '../../matchers/bucket/toHaveObjectLock';
import { toHaveObjectOwnership } from '../../matchers/bucket/toHaveObjectOwnership';
import { toHavePrivateAcl } from '../../matchers/bucket/toHavePrivateAcl';
import { toHaveReplication } from '../../matchers/bucket/toHaveReplication';
import { toHaveAutomaticBackups } from '../../matchers/file/toHaveAutomaticBackups';
import { toHaveMountTargets } from '../../matchers/file/toHaveMountTargets';
import { toHaveThroughput } from '../../matchers/file/toHaveThroughput';
import { toHaveAccessLogging } from '../../matchers/logging/toHaveAccessLogging';
import { toDeliverRecordsTo } from '../../matchers/stream/toDeliverRecordsTo';
import { toHaveStreamMode } from '../../matchers/stream/toHaveStreamMode';
import { toReadFrom } from '../../matchers/stream/toReadFrom';
import { toHaveGlobalSecondaryIndex } from '../../matchers/table/toHaveGlobalSecondaryIndex';
import { toHaveLocalSecondaryIndex } from '../../matchers/table/toHaveLocalSecondaryIndex';
import { toHaveReplicaIn } from '../../matchers/table/toHaveReplicaIn';
import { table } from './fake-source';

const refused = 'wrong argument wrong argument';
const unasked = 'not applicable not applicable';
const others = {
  logs: { identity: { id: 'logs', arn: 'arn:aws:s3:::logs' } },
  archive: { identity: { id: 'archive', arn: 'arn:aws:s3:::archive' } },
};

describe('indexes', () => {
  const index = {
    name: 'byStatus',
    partitionKey: { name: 'status', type: 'S' },
    projection: 'ALL',
    nonKeyAttributes: [],
    state: 'ACTIVE',
  };
  const items = (state = 'ACTIVE') => ({ secondaryIndexes: { global: [{ ...index, state }], local: [] } });
  table(toHaveGlobalSecondaryIndex, [
    ['by name', items(), ['byStatus'], 'pass fail'],
    ['as given', items(), ['byStatus', { partitionKey: 'status', projection: 'ALL' }], 'pass fail'],
    ['another key', items(), ['byStatus', { sortKey: 'at' }], 'fail pass', /sortKey none/],
    ['another name', items(), ['byDate'], 'fail pass', /byStatus/],
    ['still being made', items('CREATING'), ['byStatus'], 'fail fail', /is CREATING/],
    ['a wrong projection', items(), ['byStatus', { projection: 'SOME' }], refused, /KEYS_ONLY/],
  ]);
  table(toHaveLocalSecondaryIndex, [['a global one is none', items(), ['byStatus'], 'fail pass', /no such index/]]);
});

describe('toHaveReplicaIn', () => {
  const replicas = (state: string) => ({
    regionalReplicas: { replicas: [{ region: 'us-west-2', state, ready: state === 'ACTIVE' }] },
  });
  table(toHaveReplicaIn, [
    ['there', replicas('ACTIVE'), ['us-west-2'], 'pass fail'],
    ['elsewhere', replicas('ACTIVE'), ['eu-west-1'], 'fail pass', /us-west-2 \(ACTIVE\)/],
    ['not ready', replicas('CREATING'), ['us-west-2'], 'fail fail', /us-west-2 is CREATING/],
    ['one of two', replicas('ACTIVE'), [['us-west-2', 'eu-west-1']], 'fail fail', /eu-west-1 missing/],
    ['none', { regionalReplicas: { replicas: [] } }, ['us-west-2'], 'fail pass', /no replica/],
  ]);
});

describe('bucket', () => {
  const logged = { accessLogging: { enabled: true, destination: 'logs', prefix: 's3/' } };
  table(
    toHaveAccessLogging,
    [
      ['on', logged, [], 'pass fail', /on, to logs, under 's3\/'/],
      ['to the bucket', logged, [{ destination: 'logs', prefix: 's3/' }], 'pass fail'],
      ['by ARN', logged, [{ destination: 'arn:aws:s3:::logs' }], 'pass fail'],
      ['to another', logged, [{ destination: 'archive' }], 'fail pass'],
      ['under another prefix', logged, [{ prefix: '' }], 'fail pass'],
      ['off', { accessLogging: { enabled: false } }, [], 'fail pass', /off/],
    ],
    others,
  );
  const rule = (enabled: boolean) => ({
    objectReplication: { rules: [{ id: 'all', enabled, destination: 'arn:aws:s3:::archive', prefix: '' }] },
  });
  table(
    toHaveReplication,
    [
      ['on', rule(true), [], 'pass fail'],
      ['to the bucket', rule(true), [{ destination: 'archive', prefix: '' }], 'pass fail'],
      ['to another', rule(true), [{ destination: 'logs' }], 'fail pass', /archive/],
      ['disabled', rule(false), [], 'fail fail', /disabled/],
      ['none', { objectReplication: { rules: [] } }, [], 'fail pass', /no replication/],
    ],
    others,
  );
  const lock = { objectLock: { enabled: true, mode: 'GOVERNANCE', retentionInDays: 30 } };
  table(toHaveObjectLock, [
    ['on', lock, [], 'pass fail', /GOVERNANCE, 30 days/],
    ['another mode', lock, [{ mode: 'COMPLIANCE' }], 'fail pass'],
    ['long enough', lock, [{ retentionInDays: { atLeast: '30d' } }], 'pass fail'],
    ['no default', { objectLock: { enabled: true } }, [{ retentionInDays: 30 }], 'fail pass', /no default/],
    ['off', { objectLock: { enabled: false } }, [], 'fail pass'],
  ]);
  const cors = (...origins: string[]) => ({ cors: { rules: [{ origins, methods: ['GET', 'PUT'], headers: [] }] } });
  table(toHaveCors, [
    ['any', cors('https://shop.example.com'), [], 'pass fail'],
    [
      'both in one rule',
      cors('https://shop.example.com'),
      [{ origin: 'https://shop.example.com', method: 'put' }],
      'pass fail',
    ],
    ['a pattern', cors('https://*.example.com'), [{ origin: 'https://shop.example.com' }], 'pass fail'],
    ['a pattern does not overlap itself', cors('https://a*a'), [{ origin: 'https://a' }], 'fail pass'],
    ['another origin', cors('https://shop.example.com'), [{ origin: '*' }], 'fail pass', /GET, PUT from/],
    ['another method', cors('*'), [{ method: 'DELETE' }], 'fail pass'],
    ['no rule', { cors: { rules: [] } }, [], 'fail pass', /no rule/],
  ]);
  table(toHaveBucketKey, [
    ['on', { bucketKey: { enabled: true } }, [], 'pass fail'],
    ['off', { bucketKey: { enabled: false } }, [], 'fail pass'],
  ]);
  table(toHaveObjectOwnership, [
    ['the rule', { objectOwnership: { rule: 'BucketOwnerEnforced' } }, ['BucketOwnerEnforced'], 'pass fail'],
    ['another', { objectOwnership: { rule: 'ObjectWriter' } }, ['BucketOwnerEnforced'], 'fail pass', /ObjectWriter/],
  ]);
  const own = { grantee: '75aa57f09aa0c8ca', permission: 'FULL_CONTROL', toOwner: true };
  const everybody = { grantee: 'AllUsers', permission: 'READ', toOwner: false };
  table(toHavePrivateAcl, [
    ['the owner alone', { accessControlList: { grants: [own] } }, [], 'pass fail'],
    ['nobody at all', { accessControlList: { grants: [] } }, [], 'pass fail'],
    ['everybody too', { accessControlList: { grants: [own, everybody] } }, [], 'fail pass', /READ for AllUsers/],
  ]);
});

describe('streams', () => {
  table(toHaveStreamMode, [
    ['the mode', { shards: { count: 4, mode: 'ON_DEMAND' } }, ['ON_DEMAND'], 'pass fail'],
    ['a cache', { shards: { count: 1 } }, ['ON_DEMAND'], unasked],
  ]);
  const delivery = {
    deliveries: {
      source: 'arn:aws:kinesis:eu-west-1:1:stream/events',
      destinations: [{ kind: 's3', arn: 'arn:aws:s3:::archive', prefix: 'raw/', compression: 'GZIP' }],
    },
  };
  table(
    toDeliverRecordsTo,
    [
      ['the bucket', delivery, ['archive'], 'pass fail'],
      ['as given', delivery, ['archive', { prefix: 'raw/', compression: 'GZIP' }], 'pass fail'],
      ['another prefix', delivery, ['archive', { prefix: '' }], 'fail pass', /prefix raw\//],
      ['another bucket', delivery, ['logs'], 'fail pass'],
    ],
    others,
  );
  const events = { events: { identity: { id: 'events', arn: 'arn:aws:kinesis:eu-west-1:1:stream/events' } } };
  table(
    toReadFrom,
    [
      ['the stream', delivery, ['events'], 'pass fail'],
      ['nothing', { deliveries: { destinations: [] } }, ['events'], 'fail pass', /put directly/],
    ],
    events,
  );
});

describe('file systems', () => {
  table(toHaveAutomaticBackups, [
    ['on', { automaticBackups: { enabled: true, state: 'ENABLED' } }, [], 'pass fail'],
    ['off', { automaticBackups: { enabled: false, state: 'DISABLED' } }, [], 'fail pass'],
  ]);
  const files = { fileSystemThroughput: { mode: 'provisioned', mebibytesPerSecond: 100 } };
  table(toHaveThroughput, [
    ['the mode', files, [{ mode: 'provisioned', mebibytesPerSecond: { atLeast: 100 } }], 'pass fail'],
    ['faster', files, [{ mebibytesPerSecond: 200 }], 'fail pass', /100 MiB\/s/],
    ['no speed', { fileSystemThroughput: { mode: 'elastic' } }, [{ mebibytesPerSecond: 1 }], 'fail pass', /elastic/],
  ]);
  const target = (state: string) => ({ subnetId: 'subnet-1', state, zone: 'eu-west-1a' });
  table(toHaveMountTargets, [
    ['ready ones count', { mountTargets: { targets: [target('available'), target('creating')] } }, [1], 'pass fail'],
    ['none', { mountTargets: { targets: [] } }, [{ atLeast: 1 }], 'fail pass'],
  ]);
});
