import { toBackUp } from '../../matchers/backup/toBackUp';
import { toHaveBackupRule } from '../../matchers/backup/toHaveBackupRule';
import { toHaveVaultLock } from '../../matchers/backup/toHaveVaultLock';
import type { BackupRule, BackupSelection, VaultLock } from '../../src/facets';
import { both, FakeSource, table } from './fake-source';

const refused = 'wrong argument wrong argument';

describe('toHaveBackupRule', () => {
  const rule = (more: Partial<BackupRule> = {}): BackupRule => ({
    name: 'daily',
    vault: 'orders',
    schedule: 'cron(0 5 * * ? *)',
    deleteAfterDays: 35,
    continuous: false,
    copiesTo: ['arn:aws:backup:eu-central-1:1:backup-vault:copy'],
    ...more,
  });
  const has = (...rules: BackupRule[]) => ({ backupRules: { rules } });
  table(toHaveBackupRule, [
    ['any', has(rule()), [], 'pass fail'],
    ['none', has(), [], 'fail pass', /no backup rule/],
    ['all of it', has(rule()), [{ name: 'daily', schedule: /^cron/, vault: 'orders', deleteAfter: 35 }], 'pass fail'],
    ['a vault by ARN', has(rule()), [{ vault: 'arn:aws:backup:eu-west-1:1:backup-vault:orders' }], 'pass fail'],
    ['a copy', has(rule()), [{ copyTo: 'copy', continuous: false }], 'pass fail'],
    ['kept too short', has(rule()), [{ deleteAfter: { atLeast: 90 } }], 'fail pass', /deleted after 35 days/],
    [
      'kept for ever',
      has(rule({ deleteAfterDays: undefined })),
      [{ deleteAfter: { atLeast: 1 } }],
      'fail pass',
      /for ever/,
    ],
    ['never to cold storage', has(rule()), [{ coldStorageAfter: 7 }], 'fail pass'],
    [
      'of two rules each a half',
      has(rule(), rule({ name: 'weekly', vault: 'x' })),
      [{ name: 'weekly', vault: 'orders' }],
      'fail pass',
      /nearest/,
    ],
    ['another option', has(rule()), [{ retention: 7 }], refused, /'retention' is no option/],
  ]);
});

describe('toBackUp', () => {
  const arn = 'arn:aws:dynamodb:eu-west-1:1:table/orders';
  const selection = (more: Partial<BackupSelection>): BackupSelection => ({
    name: 'tables',
    resources: [],
    notResources: [],
    tags: [],
    conditional: false,
    ...more,
  });
  const takes = (...selections: BackupSelection[]) => ({ backupSelections: { selections } });
  const everything = selection({ resources: ['*'] });
  const tagged = selection({ tags: ['backup=daily'] });
  const answers = {
    'by ARN': [takes(selection({ resources: [arn] })), 'pass fail'],
    'by a pattern': [takes(selection({ resources: ['arn:aws:dynamodb:*:*:table/*'] })), 'pass fail'],
    'by tag': [takes(tagged), 'pass fail'],
    'by another tag': [takes(selection({ tags: ['backup=weekly'] })), 'fail pass'],
    'by ARN and tag': [takes(selection({ resources: [arn], tags: ['backup=daily'] })), 'pass fail'],
    'by ARN, and another tag': [takes(selection({ resources: [arn], tags: ['backup=weekly'] })), 'fail pass'],
    'left out': [takes(selection({ resources: ['*'], notResources: [arn] })), 'fail pass'],
    'under conditions': [takes(selection({ resources: ['*'], conditional: true })), 'fail fail'],
    'under conditions, and without them': [
      takes(selection({ resources: ['*'], conditional: true }), everything),
      'pass fail',
    ],
    'no selection': [takes(), 'fail pass'],
  } as const;
  test.each(Object.entries(answers))('%s', async (_title, [plan, outcomes]) => {
    const orders = { identity: { id: 'orders', arn }, tags: { backup: 'daily' } };
    const source = new FakeSource({ plan, orders, [arn]: orders });
    expect(await both(toBackUp, source.one('plan'), [source.one('orders')])).toBe(outcomes);
    expect(await both(toBackUp, source.one('plan'), [arn])).toBe(outcomes);
  });
  table(toBackUp, [['a name', takes(everything), ['orders'], refused, /no ARN/]]);
});

describe('toHaveVaultLock', () => {
  const is = (more: Partial<VaultLock>) => ({ vaultLock: { locked: true, recoveryPoints: 1, ...more } });
  const final = is({ minRetentionInDays: 7, maxRetentionInDays: 35, finalAt: '2026-01-01' });
  table(toHaveVaultLock, [
    ['any lock', is({}), [], 'pass fail'],
    ['none', is({ locked: false }), [], 'fail pass', /no lock/],
    ['all of it', final, [{ minRetention: 7, maxRetention: { atMost: '35d' }, compliance: true }], 'pass fail'],
    [
      'a lock that can be taken off',
      is({ minRetentionInDays: 7 }),
      [{ compliance: true }],
      'fail pass',
      /governance mode/,
    ],
    ['without a maximum', is({}), [{ maxRetention: { atMost: 35 } }], 'fail pass'],
  ]);
});
