import { toHaveBackupRetention } from '../../matchers/backup/toHaveBackupRetention';
import { toHavePointInTimeRecovery } from '../../matchers/backup/toHavePointInTimeRecovery';
import { toBlockPublicAccess } from '../../matchers/bucket/toBlockPublicAccess';
import { toHaveLifecycleRule } from '../../matchers/bucket/toHaveLifecycleRule';
import { toHaveVersioning } from '../../matchers/bucket/toHaveVersioning';
import { toHaveDeletionProtection } from '../../matchers/deletion/toHaveDeletionProtection';
import { toHaveBillingMode } from '../../matchers/table/toHaveBillingMode';
import { toHaveKeySchema } from '../../matchers/table/toHaveKeySchema';
import { toHaveStream } from '../../matchers/table/toHaveStream';
import { toHaveTimeToLive } from '../../matchers/table/toHaveTimeToLive';
import type { LifecycleRule } from '../../src/facets';
import { table } from './fake-source';

const refused = 'wrong argument wrong argument';

describe('toHaveVersioning', () => {
  const bucket = (status: 'Enabled' | 'Suspended' | 'Unversioned', mfaDelete = false) => ({
    versioning: { status, mfaDelete },
  });
  table(toHaveVersioning, [
    ['on', bucket('Enabled'), [], 'pass fail'],
    ['suspended', bucket('Suspended'), [], 'fail pass', /new ones are not made/],
    ['never on', bucket('Unversioned'), [], 'fail pass', /Unversioned/],
    ['without MFA', bucket('Enabled'), [{ mfaDelete: true }], 'fail pass', /MFA delete on.*MFA delete off/],
    ['with MFA', bucket('Enabled', true), [{ mfaDelete: true }], 'pass fail'],
    ['a word', bucket('Enabled'), [{ mfaDelete: 'yes' }], refused, /true or false/],
  ]);
});

describe('toBlockPublicAccess', () => {
  const block = (...on: string[]) => ({
    publicAccessBlock: {
      BlockPublicAcls: on.includes('BlockPublicAcls'),
      IgnorePublicAcls: on.includes('IgnorePublicAcls'),
      BlockPublicPolicy: on.includes('BlockPublicPolicy'),
      RestrictPublicBuckets: on.includes('RestrictPublicBuckets'),
    },
  });
  table(toBlockPublicAccess, [
    [
      'all',
      block('BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'),
      [],
      'pass fail',
    ],
    ['none', block(), [], 'fail pass', /all four off/],
    [
      'three',
      block('BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy'),
      [],
      'fail fail',
      /only in part: RestrictPublicBuckets off/,
    ],
  ]);
});

describe('toHaveLifecycleRule', () => {
  const rule = (more: Partial<LifecycleRule> = {}): LifecycleRule => ({
    id: 'old-logs',
    enabled: true,
    prefix: 'logs/',
    expirationInDays: 90,
    transitions: [{ storageClass: 'GLACIER', days: 30 }],
    ...more,
  });
  const bucket = (...rules: LifecycleRule[]) => ({ lifecycleRules: { rules } });
  table(toHaveLifecycleRule, [
    ['any', bucket(rule()), [], 'pass fail'],
    ['none', bucket(), [], 'fail pass', /no lifecycle rule/],
    [
      'all of it',
      bucket(rule()),
      [{ id: /logs/, prefix: 'logs/', expirationInDays: 90, transition: { storageClass: 'GLACIER', days: '30d' } }],
      'pass fail',
    ],
    ['limits', bucket(rule()), [{ expirationInDays: { atMost: 365 } }], 'pass fail'],
    [
      'other days',
      bucket(rule()),
      [{ expirationInDays: 30 }],
      'fail pass',
      /expirationInDays 30 days.*expirationInDays 90 days/,
    ],
    ['another prefix', bucket(rule()), [{ prefix: '' }], 'fail pass', /with prefix ''.*prefix 'logs\/'/],
    [
      'another class',
      bucket(rule()),
      [{ transition: { storageClass: 'DEEP_ARCHIVE' } }],
      'fail pass',
      /transition to GLACIER after 30 days/,
    ],
    [
      'two rules that say it only together',
      bucket(rule({ prefix: '' }), rule({ expirationInDays: 7 })),
      [{ prefix: '', expirationInDays: 7 }],
      'fail pass',
    ],
    ['a disabled rule', bucket(rule({ enabled: false })), [{ expirationInDays: 90 }], 'fail fail', /\(disabled\)/],
    [
      'a limited rule',
      bucket(rule({ filter: 'objects tagged a=b' })),
      [{ expirationInDays: 90 }],
      'fail fail',
      /only objects tagged a=b/,
    ],
    ['a limited rule by its id', bucket(rule({ filter: 'objects tagged a=b' })), [{ id: 'old-logs' }], 'pass fail'],
    ['a wrong option', bucket(), [{ expiration: 30 }], refused, /expirationInDays/],
    ['a wrong option within', bucket(), [{ transition: { days: 30 } }], refused, /transition: storageClass is missing/],
  ]);
});

describe('backups and protection', () => {
  const backups = (retentionInDays: number) => ({ backups: { retentionInDays } });
  table(toHaveBackupRetention, [
    ['days', backups(7), [7], 'pass fail'],
    ['a duration', backups(7), ['7d'], 'pass fail'],
    ['a plain value is exact', backups(14), [7], 'fail pass', /"7 days","received":"14 days"/],
    ['at least', backups(14), [{ atLeast: 7 }], 'pass fail'],
    ['off', backups(0), [{ atLeast: 1 }], 'fail pass', /automated backups are off/],
    ['a word', backups(7), ['seven'], refused, /takes a number of days \(30\) or a duration.*received \\"seven\\"/],
    ['nothing', backups(7), [], refused],
  ]);
  table(toHaveDeletionProtection, [
    ['on', { deletionProtection: { enabled: true } }, [], 'pass fail'],
    ['off', { deletionProtection: { enabled: false } }, [], 'fail pass', /deletion protection off/],
  ]);
  const recovery = (enabled: boolean, periodInDays?: number) => ({ pointInTimeRecovery: { enabled, periodInDays } });
  table(toHavePointInTimeRecovery, [
    ['on', recovery(true, 35), [], 'pass fail'],
    ['off', recovery(false), [], 'fail pass', /"off"/],
    ['far enough', recovery(true, 35), [{ periodInDays: { atLeast: 14 } }], 'pass fail'],
    [
      'not far enough',
      recovery(true, 7),
      [{ periodInDays: { atLeast: 14 } }],
      'fail pass',
      /at least 14 days.*going back 7 days/,
    ],
    ['a period AWS does not tell', recovery(true), [{ periodInDays: 7 }], 'undetermined undetermined'],
    ['off, asked for a period', recovery(false), [{ periodInDays: 7 }], 'fail pass'],
  ]);
});

describe('tables', () => {
  const billing = (mode: string, units?: number) => ({
    billing: { mode, readCapacityUnits: units, writeCapacityUnits: units },
  });
  table(toHaveBillingMode, [
    ['on demand', billing('PAY_PER_REQUEST'), ['PAY_PER_REQUEST'], 'pass fail'],
    ['provisioned', billing('PROVISIONED', 5), ['PAY_PER_REQUEST'], 'fail pass', /PROVISIONED/],
    ['capacity', billing('PROVISIONED', 5), ['PROVISIONED', { readCapacityUnits: { atLeast: 5 } }], 'pass fail'],
    [
      'too little',
      billing('PROVISIONED', 5),
      ['PROVISIONED', { writeCapacityUnits: 10 }],
      'fail pass',
      /writeCapacityUnits 10.*writeCapacityUnits 5/,
    ],
    [
      'capacity of what has none',
      billing('PAY_PER_REQUEST'),
      ['PAY_PER_REQUEST', { readCapacityUnits: 1 }],
      'fail fail',
      /no capacity units/,
    ],
    ['another word', billing('PROVISIONED'), ['on demand'], refused, /'PAY_PER_REQUEST', 'PROVISIONED'/],
  ]);
  const keySchema = {
    partitionKey: { name: 'id', type: 'S' },
    sortKey: { name: 'at', type: 'N' },
    indexes: { byStatus: { partitionKey: { name: 'status', type: 'S' } } },
  };
  table(toHaveKeySchema, [
    ['names', { keySchema }, [{ partitionKey: 'id', sortKey: 'at' }], 'pass fail'],
    [
      'names and types',
      { keySchema },
      [{ partitionKey: { name: 'id', type: 'S' }, sortKey: { name: 'at', type: 'N' } }],
      'pass fail',
    ],
    [
      'another type',
      { keySchema },
      [{ partitionKey: 'id', sortKey: { name: 'at', type: 'S' } }],
      'fail pass',
      /sort key at \(S\).*sort key at \(N\)/,
    ],
    ['without the sort key', { keySchema }, [{ partitionKey: 'id' }], 'fail pass', /no sort key.*sort key at/],
    ['an index', { keySchema }, [{ index: 'byStatus', partitionKey: 'status' }], 'pass fail'],
    [
      'a missing index',
      { keySchema },
      [{ index: 'byOwner', partitionKey: 'owner' }],
      'fail fail',
      /no index 'byOwner'; its indexes: byStatus/,
    ],
    ['an inherited name', { keySchema }, [{ index: 'constructor', partitionKey: 'owner' }], 'fail fail'],
    ['no partition key', { keySchema }, [{ sortKey: 'at' }], refused, /partitionKey is missing/],
    [
      'a wrong type',
      { keySchema },
      [{ partitionKey: { name: 'id', type: 'string' } }],
      refused,
      /partitionKey: type takes one of 'S'/,
    ],
  ]);
  table(toHaveTimeToLive, [
    ['on', { timeToLive: { enabled: true, attribute: 'expiresAt' } }, [], 'pass fail'],
    ['the attribute', { timeToLive: { enabled: true, attribute: 'expiresAt' } }, ['expiresAt'], 'pass fail'],
    [
      'another attribute',
      { timeToLive: { enabled: true, attribute: 'ttl' } },
      ['expiresAt'],
      'fail pass',
      /expiresAt.*ttl/,
    ],
    ['off', { timeToLive: { enabled: false } }, [], 'fail pass', /"off"/],
  ]);
  table(toHaveStream, [
    ['on', { stream: { enabled: true, viewType: 'KEYS_ONLY' } }, [], 'pass fail'],
    ['the view', { stream: { enabled: true, viewType: 'KEYS_ONLY' } }, ['KEYS_ONLY'], 'pass fail'],
    [
      'another view',
      { stream: { enabled: true, viewType: 'KEYS_ONLY' } },
      ['NEW_IMAGE'],
      'fail pass',
      /NEW_IMAGE.*KEYS_ONLY/,
    ],
    ['off', { stream: { enabled: false } }, [], 'fail pass'],
    ['no view', { stream: { enabled: false } }, ['ALL'], refused],
  ]);
});
