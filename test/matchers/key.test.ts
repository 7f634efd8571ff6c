import { toBeMultiRegion } from '../../matchers/audit/toBeMultiRegion';
import { toHaveDescription } from '../../matchers/description/toHaveDescription';
import { toBeCustomerManaged } from '../../matchers/key/toBeCustomerManaged';
import { toHaveAlias } from '../../matchers/key/toHaveAlias';
import { toHaveGrantsOnlyFor } from '../../matchers/key/toHaveGrantsOnlyFor';
import { toHaveKeySpec } from '../../matchers/key/toHaveKeySpec';
import { toHaveKeyUsage } from '../../matchers/key/toHaveKeyUsage';
import { FakeSource, table, verdict } from './fake-source';

const refused = 'wrong argument wrong argument';
const key = (manager: 'AWS' | 'CUSTOMER' = 'CUSTOMER') => ({
  key: { arn: 'arn', id: 'id', manager, state: 'Enabled', spec: 'SYMMETRIC_DEFAULT', usage: 'ENCRYPT_DECRYPT' },
});

describe('toHaveAlias', () => {
  const has = (...names: string[]) => ({ keyAliases: { names } });
  const arn = 'arn:aws:kms:eu-west-1:1:alias/orders';
  table(toHaveAlias, [
    ['with alias/', has('alias/x', 'alias/orders'), ['alias/orders'], 'pass fail'],
    ['without alias/', has('alias/orders'), ['orders'], 'pass fail'],
    ['by ARN', has('alias/orders'), [arn], 'pass fail'],
    ['a part of another', has('alias/orders-2'), ['alias/orders'], 'fail pass', /alias\/orders-2/],
    ['none', has(), ['orders'], 'fail pass', /no alias/],
    ['a number', has(), [7], refused],
  ]);
  test('the handle of an alias', async () => {
    const source = new FakeSource({ key: has('alias/orders'), alias: { identity: { id: 'alias/orders', arn } } });
    expect((await verdict(toHaveAlias, source.one('key'), [source.one('alias')])).outcome).toBe('pass');
  });
});

describe('toHaveGrantsOnlyFor', () => {
  const role = 'arn:aws:iam::1:role/processor';
  const granted = (...grantees: string[]) => ({
    keyGrants: { grants: grantees.map((grantee, index) => ({ id: `g-${index}`, grantee, operations: ['Decrypt'] })) },
  });
  table(toHaveGrantsOnlyFor, [
    ['no grant', granted(), [[]], 'pass fail'],
    ['the one who may have one has none', granted(), [[role]], 'pass fail'],
    ['the one who may', granted(role), [role], 'pass fail'],
    [
      'somebody else too',
      granted(role, 'arn:aws:iam::2:root'),
      [[role]],
      'fail pass',
      /Decrypt for arn:aws:iam::2:root/,
    ],
    ['anybody where nobody may', granted(role), [[]], 'fail pass', /"expected":"no grant"/],
    ['a number', granted(), [7], refused],
  ]);
});

describe('what a key is', () => {
  table(toHaveKeyUsage, [
    ['the usage', key(), ['ENCRYPT_DECRYPT'], 'pass fail'],
    ['one of two', key(), [['SIGN_VERIFY', 'ENCRYPT_DECRYPT']], 'pass fail'],
    ['another', key(), ['SIGN_VERIFY'], 'fail pass', /ENCRYPT_DECRYPT/],
    [
      'none told',
      { key: { ...key().key, usage: undefined } },
      ['SIGN_VERIFY'],
      'undetermined undetermined',
      /without the field KeyMetadata\.KeyUsage/,
    ],
  ]);
  table(toHaveKeySpec, [
    ['the spec', key(), ['SYMMETRIC_DEFAULT'], 'pass fail'],
    ['another', key(), ['RSA_2048'], 'fail pass', /SYMMETRIC_DEFAULT/],
  ]);
  table(toBeCustomerManaged, [
    ["the account's own", key(), [], 'pass fail'],
    ["AWS's", key('AWS'), [], 'fail pass', /KeyManager AWS/],
  ]);
  table(toBeMultiRegion, [
    ['many regions', { regionalReach: { multiRegion: true, detail: 'MultiRegion true' } }, [], 'pass fail'],
    [
      'one region',
      { regionalReach: { multiRegion: false, detail: 'MultiRegion false' } },
      [],
      'fail pass',
      /MultiRegion false/,
    ],
  ]);
});

describe('toHaveDescription', () => {
  table(toHaveDescription, [
    ['the whole text', { description: { text: 'key of orders' } }, ['key of orders'], 'pass fail'],
    ['a part', { description: { text: 'key of orders' } }, [/orders/], 'pass fail'],
    ['a part as text', { description: { text: 'key of orders' } }, ['orders'], 'fail pass'],
    ['any', { description: { text: 'x' } }, [], 'pass fail'],
    ['none', { description: {} }, [], 'fail pass', /no description/],
    ['none against a RegExp', { description: {} }, [/.*/], 'fail pass'],
    ['null', { description: {} }, [null], refused],
  ]);
});
