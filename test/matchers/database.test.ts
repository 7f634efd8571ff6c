import { toHaveAutomaticFailover } from '../../matchers/cache/toHaveAutomaticFailover';
import { toHaveNodeCount } from '../../matchers/cache/toHaveNodeCount';
import { toHaveNodeType } from '../../matchers/cache/toHaveNodeType';
import { toHaveShards } from '../../matchers/cache/toHaveShards';
import { toHaveAllocatedStorage } from '../../matchers/database/toHaveAllocatedStorage';
import { toHaveAutoMinorVersionUpgrade } from '../../matchers/database/toHaveAutoMinorVersionUpgrade';
import { toHaveBackupWindow } from '../../matchers/database/toHaveBackupWindow';
import { toHaveClusterMembers } from '../../matchers/database/toHaveClusterMembers';
import { toHaveEndpoint } from '../../matchers/database/toHaveEndpoint';
import { toHaveEngineParameter } from '../../matchers/database/toHaveEngineParameter';
import { toHaveEnhancedMonitoring } from '../../matchers/database/toHaveEnhancedMonitoring';
import { toHaveInstanceClass } from '../../matchers/database/toHaveInstanceClass';
import { toHaveMaintenanceWindow } from '../../matchers/database/toHaveMaintenanceWindow';
import { toHaveManagedMasterPassword } from '../../matchers/database/toHaveManagedMasterPassword';
import { toHavePerformanceInsights } from '../../matchers/database/toHavePerformanceInsights';
import { toHaveReaderEndpoint } from '../../matchers/database/toHaveReaderEndpoint';
import { toHaveStorageAutoscaling } from '../../matchers/database/toHaveStorageAutoscaling';
import { toHaveStorageType } from '../../matchers/database/toHaveStorageType';
import { toListenOnPort } from '../../matchers/database/toListenOnPort';
import { toProxyTo } from '../../matchers/database/toProxyTo';
import { toRequireAuthentication } from '../../matchers/database/toRequireAuthentication';
import { toUseIamAuthentication } from '../../matchers/database/toUseIamAuthentication';
import { toEncryptInTransit } from '../../matchers/encryption/toEncryptInTransit';
import { toBeInStandardSupport } from '../../matchers/engine/toBeInStandardSupport';
import { toExportLogs } from '../../matchers/logging/toExportLogs';
import { table } from './fake-source';

const refused = 'wrong argument wrong argument';
const unasked = 'not applicable not applicable';
const unknown = 'undetermined undetermined';

describe('toHaveInstanceClass', () => {
  const db = (name: string, pending?: string) => ({ instanceClass: { name, pending } });
  table(toHaveInstanceClass, [
    ['the class', db('db.t4g.micro'), ['db.t4g.micro'], 'pass fail'],
    ['a family', db('db.t4g.micro'), [/^db\.t4g\./], 'pass fail'],
    ['a prefix is no class', db('db.t4g.micro'), ['db.t4g'], 'fail pass', /db\.t4g\.micro/],
    ['one that waits', db('db.t3.micro', 'db.t4g.micro'), ['db.t4g.micro'], 'fail pass', /waits for the maintenance/],
    ['a number', db('db.t3.micro'), [3], refused, /regular expression/],
  ]);
});

describe('toHaveAllocatedStorage', () => {
  const db = (sizeInGibibytes?: number, pending?: string) => ({ storage: { sizeInGibibytes, pending } });
  table(toHaveAllocatedStorage, [
    ['the size', db(100), [100], 'pass fail', /100 GiB/],
    ['at least', db(100), [{ atLeast: 50 }], 'pass fail', /at least 50 GiB/],
    ['less', db(20), [{ atLeast: 50 }], 'fail pass', /20 GiB/],
    ['a change that waits', db(20, 'AllocatedStorage 50'), [50], 'fail pass', /AllocatedStorage 50/],
    ['storage that grows by itself', db(), [50], unasked, /grows by itself/],
    ['a text', db(20), ['20'], refused],
  ]);
});

describe('toHaveStorageType', () => {
  table(toHaveStorageType, [
    ['the type', { storage: { type: 'gp3' } }, ['gp3'], 'pass fail'],
    ['another', { storage: { type: 'gp2' } }, ['gp3'], 'fail pass', /gp2/],
    ['no type', { storage: {} }, ['gp3'], unknown, /StorageType/],
  ]);
});

describe('toHaveStorageAutoscaling', () => {
  const db = (sizeInGibibytes?: number, maximumInGibibytes?: number) => ({
    storage: { sizeInGibibytes, maximumInGibibytes },
  });
  table(toHaveStorageAutoscaling, [
    ['on', db(20, 100), [], 'pass fail', /up to 100 GiB/],
    ['far enough', db(20, 100), [{ atLeast: 500 }], 'fail pass'],
    ['off', db(20), [], 'fail pass', /off/],
    ['a limit that is the size', db(20, 20), [], 'fail pass', /off/],
    ['storage without a size', db(), [], 'pass fail'],
  ]);
});

describe('toHavePerformanceInsights', () => {
  const db = (enabled: boolean, retentionInDays?: number) => ({ performanceInsights: { enabled, retentionInDays } });
  table(toHavePerformanceInsights, [
    ['on', db(true, 7), [], 'pass fail', /7 days/],
    ['off', db(false), [], 'fail pass', /off/],
    ['kept long enough', db(true, 7), [{ retentionInDays: { atLeast: 31 } }], 'fail pass', /at least 31 days/],
    ['kept for an unknown time', db(true), [{ retentionInDays: 7 }], unknown],
    ['an unknown option', db(true), [{ days: 7 }], refused, /retentionInDays/],
  ]);
});

describe('toHaveEnhancedMonitoring', () => {
  const db = (intervalInSeconds: number) => ({
    enhancedMonitoring: { enabled: intervalInSeconds > 0, intervalInSeconds },
  });
  table(toHaveEnhancedMonitoring, [
    ['on', db(60), [], 'pass fail', /every 1 minute/],
    ['off', db(0), [], 'fail pass', /off/],
    ['off is not often', db(0), [{ atMost: 60 }], 'fail pass'],
    ['too seldom', db(60), [{ atMost: '30s' }], 'fail pass', /at most 30 seconds/],
  ]);
});

describe('windows', () => {
  const db = { maintenance: { window: 'sun:05:00-sun:06:00' }, backups: { retentionInDays: 7, window: '03:00-04:00' } };
  table(toHaveMaintenanceWindow, [
    ['the window, in any case', db, ['Sun:05:00-Sun:06:00'], 'pass fail', /UTC/],
    ['another day', db, [/^mon/], 'fail pass'],
    ['no window', { maintenance: {} }, [/^mon/], unknown],
  ]);
  table(toHaveBackupWindow, [
    ['the window', db, ['03:00-04:00'], 'pass fail'],
    ['another', db, ['04:00-05:00'], 'fail pass', /03:00-04:00/],
  ]);
});

describe('toHaveAutoMinorVersionUpgrade', () => {
  table(toHaveAutoMinorVersionUpgrade, [
    ['on', { maintenance: { autoMinorVersionUpgrade: true } }, [], 'pass fail'],
    ['off', { maintenance: { autoMinorVersionUpgrade: false } }, [], 'fail pass'],
    ['left to the members', { maintenance: { window: 'sun' } }, [], unasked, /ask its members/],
  ]);
});

describe('endpoints', () => {
  const db = { serviceEndpoint: { address: 'orders.c9.rds.amazonaws.com', port: 5432 } };
  const listening = { listening: { ports: [{ port: 5432, address: 'orders.c9.rds.amazonaws.com' }] } };
  table(toListenOnPort, [
    ['the port', listening, [5432], 'pass fail'],
    ['another', listening, [3306], 'fail pass', /port 5432 of orders/],
    ['no port number', listening, [70_000], refused, /65535/],
  ]);
  table(toHaveEndpoint, [
    ['the host', db, ['Orders.c9.rds.amazonaws.com'], 'pass fail'],
    ['the host with its port', db, ['orders.c9.rds.amazonaws.com:5432'], 'pass fail'],
    ['another port', db, ['orders.c9.rds.amazonaws.com:3306'], 'fail pass'],
    ['a URL without its scheme', { serviceEndpoint: { address: 'https://a.eks' } }, ['a.eks'], 'pass fail'],
    ['no address', { serviceEndpoint: {} }, ['x'], unknown],
  ]);
  table(toHaveReaderEndpoint, [
    ['one', { serviceEndpoint: { reader: 'orders.cluster-ro-c9' } }, [], 'pass fail'],
    ['one that is as given', { serviceEndpoint: { reader: 'orders.cluster-ro-c9' } }, [/cluster-ro-/], 'pass fail'],
    ['none', db, [], 'fail pass', /no address for readers/],
  ]);
});

describe('toHaveClusterMembers', () => {
  const cluster = {
    clusterMembers: {
      members: [
        { id: 'shop-1', writer: true },
        { id: 'shop-2', writer: false },
      ],
    },
  };
  const silent = { clusterMembers: { members: [{ id: 'cache-1' }, { id: 'cache-2' }] } };
  table(toHaveClusterMembers, [
    ['how many', cluster, [2], 'pass fail', /members: 2/],
    ['at least', cluster, [{ atLeast: 3 }], 'fail pass', /shop-1, shop-2/],
    ['by role', cluster, [{ writers: 1, readers: { atLeast: 1 } }], 'pass fail'],
    ['one role short', cluster, [{ writers: 1, readers: 2 }], 'fail pass', /readers: 1/],
    ['roles that AWS does not tell', silent, [{ writers: 1 }], unknown],
    ['a count without roles', silent, [2], 'pass fail'],
    ['nothing', cluster, [{}], refused, /neither atLeast nor atMost/],
  ]);
});

describe('authentication', () => {
  table(toUseIamAuthentication, [
    ['on', { iamAuthentication: { enabled: true, detail: 'SASL/IAM' } }, [], 'pass fail'],
    ['off', { iamAuthentication: { enabled: false, detail: 'IAMAuth is DISABLED' } }, [], 'fail pass', /DISABLED/],
  ]);
  const open = { clientAuthentication: { required: false, methods: [] } };
  const token = { clientAuthentication: { required: true, methods: ['auth token'] } };
  table(toRequireAuthentication, [
    ['a token', token, ['auth token'], 'pass fail'],
    ['another way', token, [/user group/], 'fail pass', /auth token/],
    ['none', open, [], 'fail pass', /anybody who can connect/],
    ['optional', { clientAuthentication: { required: false, methods: ['SASL/IAM'] } }, ['SASL/IAM'], 'fail pass'],
  ]);
});

describe('toHaveEngineParameter', () => {
  const group = { engineParameters: { group: 'orders-pg15', values: { 'rds.force_ssl': '1', work_mem: '4096' } } };
  table(toHaveEngineParameter, [
    ['a number for its text', group, ['rds.force_ssl', 1], 'pass fail'],
    ['another value', group, ['rds.force_ssl', '0'], 'fail pass'],
    ['any value', group, ['work_mem'], 'pass fail'],
    ['no value', group, ['max_connections'], 'fail pass', /no value for max_connections in orders-pg15/],
    ['a name of every object', group, ['constructor'], 'fail pass'],
  ]);
});

describe('toHaveManagedMasterPassword', () => {
  const secret = { type: 'Secret', id: 'arn:aws:secretsmanager:eu-west-1:1:secret:rds!db-1' };
  table(toHaveManagedMasterPassword, [
    ['kept by AWS', { masterPassword: { secret } }, [], 'pass fail', /rds!db-1/],
    ['kept by the team', { masterPassword: {} }, [], 'fail pass'],
  ]);
});

describe('toProxyTo', () => {
  const proxy = (state: string) => ({ proxyTargets: { targets: [{ id: 'orders', state, reason: 'no credentials' }] } });
  const others = { orders: { identity: { id: 'orders', arn: 'arn:aws:rds:eu-west-1:1:db:orders' } } };
  table(
    toProxyTo,
    [
      ['the database', proxy('AVAILABLE'), ['orders'], 'pass fail'],
      ['by ARN', proxy('AVAILABLE'), ['arn:aws:rds:eu-west-1:1:db:orders'], 'pass fail'],
      ['another', proxy('AVAILABLE'), ['billing'], 'fail pass', /orders \(AVAILABLE\)/],
      ['one it does not reach', proxy('UNAVAILABLE'), ['orders'], 'fail fail', /orders is UNAVAILABLE: no credentials/],
    ],
    others,
  );
});

describe('toBeInStandardSupport', () => {
  const cluster = (status: string) => ({
    versionSupport: { version: '1.31', status, endOfStandardSupport: '2026-11-26' },
  });
  table(toBeInStandardSupport, [
    ['yes', cluster('STANDARD_SUPPORT'), [], 'pass fail'],
    ['charged for', cluster('EXTENDED_SUPPORT'), [], 'fail pass', /until 2026-11-26/],
  ]);
});

describe('toExportLogs', () => {
  const db = (...exported: string[]) => ({ logExports: { exported, detail: 'CloudWatch Logs' } });
  table(toExportLogs, [
    ['one', db('postgresql', 'upgrade'), ['postgresql'], 'pass fail', /to CloudWatch Logs/],
    ['several, in any case', db('postgresql', 'upgrade'), [['POSTGRESQL', 'upgrade']], 'pass fail'],
    ['only some', db('postgresql'), [['postgresql', 'upgrade']], 'fail fail', /upgrade missing/],
    ['none', db(), [], 'fail pass', /no log/],
    ['an empty list', db(), [[]], refused],
  ]);
});

describe('toEncryptInTransit', () => {
  const cache = (enforced: boolean, offered: boolean) => ({
    transitEncryption: { enforced, offered, detail: 'TransitEncryptionMode preferred' },
  });
  table(toEncryptInTransit, [
    ['enforced', cache(true, true), [], 'pass fail'],
    ['possible', cache(false, true), [], 'fail pass', /connections in the clear are taken as well/],
    ['impossible', cache(false, false), [], 'fail pass', /no encryption in transit/],
  ]);
});

describe('nodes', () => {
  const nodes = (types: string[], count?: number) => ({ nodes: { types, count } });
  table(toHaveNodeType, [
    ['the type', nodes(['cache.t4g.micro'], 2), ['cache.t4g.micro'], 'pass fail'],
    ['a family', nodes(['t3.large', 't3a.large'], 2), [/^t3/], 'pass fail'],
    ['a mix', nodes(['t3.large', 'm5.large'], 2), [/^t3/], 'fail fail', /m5\.large not/],
    ['no type', nodes([]), [/^t3/], 'fail pass'],
  ]);
  table(toHaveNodeCount, [
    ['the number', nodes(['ra3.large'], 2), [2], 'pass fail', /2 nodes/],
    ['fewer', nodes(['ra3.large'], 1), [{ atLeast: 2 }], 'fail pass', /1 node \(ra3/],
    ['no number', nodes(['ra3.large']), [1], unknown],
  ]);
});

describe('toHaveAutomaticFailover', () => {
  table(toHaveAutomaticFailover, [
    ['on', { failover: { automatic: true, state: 'enabled' } }, [], 'pass fail'],
    ['off', { failover: { automatic: false, state: 'disabled' } }, [], 'fail pass'],
    ['changing', { failover: { automatic: false, state: 'disabling' } }, [], 'fail fail', /AWS is changing it/],
  ]);
});

describe('toHaveShards', () => {
  table(toHaveShards, [
    ['the number', { shards: { count: 2 } }, [2], 'pass fail'],
    ['with replicas', { shards: { count: 3, replicas: 1 } }, [3, { replicas: { atLeast: 1 } }], 'pass fail'],
    ['too few replicas', { shards: { count: 3, replicas: 0 } }, [3, { replicas: 1 }], 'fail pass', /of each: 0/],
    ['replicas of a stream', { shards: { count: 2 } }, [2, { replicas: 1 }], unknown],
  ]);
});
