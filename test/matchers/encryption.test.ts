import { toBeMultiAz } from '../../matchers/availability/toBeMultiAz';
import { toSpanAvailabilityZones } from '../../matchers/availability/toSpanAvailabilityZones';
import { toBeEncryptedAtRest } from '../../matchers/encryption/toBeEncryptedAtRest';
import { toBeKmsEncrypted } from '../../matchers/encryption/toBeKmsEncrypted';
import { toHaveKeyRotation } from '../../matchers/rotation/toHaveKeyRotation';
import { toHaveRotation } from '../../matchers/rotation/toHaveRotation';
import { undetermined } from '../../src/engine/unjudged';
import type { Encryption, Key } from '../../src/facets';
import { both, FakeSource, said, table, verdict } from './fake-source';

const key = (id: string, more: Partial<Key> = {}): { key: Key } => ({
  key: {
    arn: `arn:aws:kms:eu-west-1:111122223333:key/${id}`,
    id,
    manager: 'CUSTOMER',
    state: 'Enabled',
    spec: 'SYMMETRIC_DEFAULT',
    usage: 'ENCRYPT_DECRYPT',
    ...more,
  },
});
const withKey = (id: string): { encryption: Encryption } => ({
  encryption: { kind: 'kms', mode: 'aws:kms', key: { type: 'key', id } },
});
const none: { encryption: Encryption } = { encryption: { kind: 'none', mode: 'NONE' } };
const owned: { encryption: Encryption } = { encryption: { kind: 'service-owned', mode: 'AES256' } };
const mrkArn = 'arn:aws:kms:us-east-1:111122223333:key/mrk-1';
const keys = {
  k1: key('k1'),
  'alias/one': key('k1'),
  k2: key('k2'),
  aws: key('aws', { manager: 'AWS' }),
  off: key('off', { state: 'Disabled' }),
  dying: key('dying', { state: 'PendingDeletion' }),
  denied: { key: undetermined('access denied', 'kms:DescribeKey was denied', { action: 'kms:DescribeKey' }) },
  'mrk-1': key('mrk-1'),
  mrkElsewhere: key('mrk-1', { arn: mrkArn }),
  mrkOfOthers: key('mrk-1', { arn: mrkArn.replace('111122223333', '999900001111') }),
};
const refused = 'wrong argument wrong argument';

describe('toBeKmsEncrypted', () => {
  table(
    toBeKmsEncrypted,
    [
      ['any key', withKey('k1'), [], 'pass fail'],
      ['this key', withKey('k1'), [{ key: 'k1' }], 'pass fail'],
      ['this key by its alias', withKey('k1'), [{ key: 'alias/one' }], 'pass fail'],
      ['another key', withKey('k1'), [{ key: 'k2' }], 'fail pass', /key\/k2.*key\/k1, managed by CUSTOMER/],
      ['the manager', withKey('k1'), [{ manager: 'CUSTOMER' }], 'pass fail'],
      [
        'another manager',
        withKey('aws'),
        [{ manager: 'CUSTOMER' }],
        'fail pass',
        /managed by CUSTOMER.*managed by AWS/,
      ],
      ['this key and its manager', withKey('k1'), [{ key: 'k1', manager: 'AWS' }], 'fail pass'],
      ['a replica in another region', withKey('mrk-1'), [{ key: 'mrkElsewhere' }], 'pass fail'],
      ['a key of the same name in another account', withKey('mrk-1'), [{ key: 'mrkOfOthers' }], 'fail pass'],
      ['a disabled key', withKey('off'), [], 'fail fail', /key\/off is Disabled/],
      ['a key that is to be deleted', withKey('dying'), [{ manager: 'AWS' }], 'fail fail', /PendingDeletion/],
      ['no KMS key', owned, [], 'fail pass', /AES256, which is no KMS key/],
      ['no encryption', none, [], 'fail pass', /NONE, which is no KMS key/],
      [
        'a key that AWS does not name',
        { encryption: { kind: 'kms', mode: 'KMS' } },
        [],
        'undetermined undetermined',
        /field key/,
      ],
      ['a denied key', withKey('denied'), [], 'undetermined undetermined', /denied/],
      ['a key that is gone', withKey('gone'), [{ key: 'k1' }], 'fail fail', /key\/k1.*gone, a key that does not exist/],
      ['a wanted key that is not there', owned, [{ key: 'gone' }], refused, /gone/],
      [
        'an unreachable key',
        {
          encryption: {
            kind: 'kms',
            mode: 'KMS',
            key: { type: 'key', id: 'k1' },
            problem: 'the key became inaccessible',
          },
        },
        [],
        'fail fail',
        /inaccessible/,
      ],
      [
        'an unknown option',
        withKey('k1'),
        [{ kmsKey: 'k1' }],
        refused,
        /'kmsKey' is no option; the options are key, manager/,
      ],
      ['a lost value', withKey('k1'), [{ key: undefined }], refused, /key is undefined/],
      ['a lost argument', withKey('k1'), [undefined], refused, /received undefined/],
      ['a wrong manager', withKey('k1'), [{ manager: 'customer' }], refused, /'CUSTOMER', 'AWS'/],
      ['a key alone', withKey('k1'), ['k1'], refused, /\{ key\?: a handle/],
    ],
    keys,
  );

  test('a key that is not deployed leaves nothing to judge, with .not too', async () => {
    const source = new FakeSource({ ...keys, subject: owned });
    expect(await both(toBeKmsEncrypted, source.one('subject'), [{ key: source.absent('KeyArn') }])).toBe(
      'not deployed not deployed',
    );
  });

  test('every member of a list', async () => {
    const source = new FakeSource({ ...keys, a: withKey('k1'), b: owned });
    const answer = await verdict(toBeKmsEncrypted, source.many('a', 'b'));
    expect(answer.outcome).toBe('fail');
    expect(answer.members?.map(({ outcome }) => outcome)).toEqual(['pass', 'fail']);
    expect(await both(toBeKmsEncrypted, source.many('a', 'b'))).toBe('fail fail');
  });

  test('names the reads it made', async () => {
    const source = new FakeSource({ ...keys, subject: withKey('k1') });
    expect((await verdict(toBeKmsEncrypted, source.one('subject'))).evidence?.calls).toEqual([
      'fake:encryption',
      'fake:key',
    ]);
  });
});

describe('toBeEncryptedAtRest', () => {
  table(
    toBeEncryptedAtRest,
    [
      ['a disabled key', withKey('off'), [], 'fail fail', /key\/off is Disabled/],
      ['a denied key', withKey('denied'), [], 'undetermined undetermined'],
      ['a key of AWS that was never used', withKey('alias/aws/s3'), [], 'pass fail'],
      ['a KMS key', withKey('k1'), [], 'pass fail'],
      ['a key of the service', owned, [], 'pass fail', /a key that AWS owns \(AES256\)/],
      ['nothing', none, [], 'fail pass', /no encryption \(NONE\)/],
      [
        'a problem',
        { encryption: { kind: 'kms', mode: 'KMS', problem: 'inaccessible since yesterday' } },
        [],
        'fail fail',
        /since yesterday/,
      ],
    ],
    keys,
  );
});

describe('toHaveKeyRotation', () => {
  const rotates = (periodInDays?: number, enabled = true) => ({ keyRotation: { enabled, periodInDays } });
  table(toHaveKeyRotation, [
    ['on', rotates(), [], 'pass fail'],
    ['off', rotates(undefined, false), [], 'fail pass', /rotation off/],
    [
      'off, asked for a period',
      rotates(undefined, false),
      [{ periodInDays: 365 }],
      'fail pass',
      /rotation on, 365 days apart/,
    ],
    ['the period', rotates(365), [{ periodInDays: 365 }], 'pass fail'],
    ['another period', rotates(90), [{ periodInDays: '365d' }], 'fail pass', /rotation on, 90 days apart/],
    ['limits', rotates(90), [{ periodInDays: { atMost: 365 } }], 'pass fail'],
    [
      'a period AWS does not tell',
      rotates(),
      [{ periodInDays: 365 }],
      'undetermined undetermined',
      /RotationPeriodInDays/,
    ],
    ['a word', rotates(), [{ periodInDays: 'year' }], refused, /periodInDays takes a number of days/],
    ['empty limits', rotates(), [{ periodInDays: {} }], refused, /neither atLeast nor atMost/],
    ['crossed limits', rotates(), [{ periodInDays: { atLeast: 9, atMost: 3 } }], refused, /atLeast is above atMost/],
  ]);
});

describe('toHaveRotation', () => {
  const rotates = (more: object) => ({ rotation: { enabled: true, ...more } });
  table(toHaveRotation, [
    ['on', rotates({ periodInDays: 30 }), [], 'pass fail'],
    ['off', rotates({ enabled: false }), [], 'fail pass'],
    ['in time', rotates({ periodInDays: 30 }), [{ periodInDays: { atMost: '30d' } }], 'pass fail'],
    ['a schedule', rotates({ schedule: 'cron(0 4 ? * SUN *)' }), [], 'pass fail', /cron/],
    [
      'a schedule asked for days',
      rotates({ schedule: 'cron(0 4 ? * SUN *)' }),
      [{ periodInDays: 7 }],
      'fail fail',
      /no period in days/,
    ],
  ]);
});

describe('zones', () => {
  const zones = (...names: string[]) => ({ zones: { zones: names } });
  table(toSpanAvailabilityZones, [
    ['enough', zones('eu-west-1a', 'eu-west-1b'), [2], 'pass fail', /2: eu-west-1a, eu-west-1b/],
    ['more', zones('eu-west-1a', 'eu-west-1b', 'eu-west-1c'), [2], 'pass fail', /or more/],
    ['too few', zones('eu-west-1a'), [2], 'fail pass', /1: eu-west-1a/],
    ['each once', zones('eu-west-1a', 'eu-west-1a'), [2], 'fail pass'],
    ['none', zones(), [1], 'fail fail', /names no Availability Zone/],
    ['no number', zones('a'), ['2'], refused, /whole number/],
    ['zero', zones('a'), [0], refused],
  ]);

  test('of a list, all members together', async () => {
    const source = new FakeSource({ a: zones('eu-west-1a'), b: zones('eu-west-1b'), c: zones('eu-west-1b') });
    expect(await both(toSpanAvailabilityZones, source.many('a', 'b', 'c'), [2])).toBe('pass fail');
    expect(await both(toSpanAvailabilityZones, source.many('b', 'c'), [2])).toBe('fail pass');
    expect(await both(toSpanAvailabilityZones, source.many('a', 'gone'), [1])).toBe('not found not found');
  });

  table(toBeMultiAz, [
    ['several', { availability: { multiAz: true, detail: 'a standby' } }, [], 'pass fail'],
    [
      'one',
      { availability: { multiAz: false, detail: 'one zone', pending: 'MultiAZ true' } },
      [],
      'fail pass',
      /not made yet: MultiAZ true/,
    ],
    ['no such notion', {}, [], 'not applicable not applicable'],
  ]);

  test('a question about an id that nothing has', async () => {
    expect(said(await verdict(toBeMultiAz, 'some-id'))).toContain("expect(resource('OutputKey'))");
  });
});
