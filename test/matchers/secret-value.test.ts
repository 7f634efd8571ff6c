import { toBeSecureString } from '../../matchers/parameter/toBeSecureString';
import { toHaveValue } from '../../matchers/parameter/toHaveValue';
import { toHaveSecretKeys } from '../../matchers/secret/toHaveSecretKeys';
import type { SecretContent } from '../../src/facets';
import { FakeSource, said, table, verdict } from './fake-source';

const refused = 'wrong argument wrong argument';

describe('toHaveSecretKeys', () => {
  const has = (keys: string[], more: Partial<SecretContent> = {}) => ({
    secretContent: { kind: 'json' as const, keys, emptyKeys: [], ...more },
  });
  table(toHaveSecretKeys, [
    ['one key', has(['username', 'password']), ['password'], 'pass fail'],
    ['several keys', has(['username', 'password']), [['username', 'password']], 'pass fail'],
    ['letter case', has(['Password']), ['password'], 'fail pass', /case-sensitive/],
    ['only some', has(['username']), [['username', 'password']], 'fail fail', /username yes, password no/],
    [
      'an empty value',
      has(['password'], { emptyKeys: ['password'] }),
      ['password'],
      'fail fail',
      /value of password is empty/,
    ],
    ['a plain text', has([], { kind: 'text' }), ['password'], 'fail pass', /text value without keys/],
    ['no key asked', has([]), [[]], refused],
  ]);
});

describe('toHaveValue', () => {
  const holds = (value: string, secure = false) => ({ parameterValue: { value, secure } });
  table(toHaveValue, [
    ['the whole value', holds('prod'), ['prod'], 'pass fail'],
    ['a RegExp', holds('prod-1'), [/^prod/], 'pass fail'],
    ['another', holds('dev'), ['prod'], 'fail pass', /"expected":"prod","received":"dev"/],
    ['any', holds('dev'), [], 'pass fail'],
    ['empty', holds(''), [], 'fail pass'],
    ['a number', holds('1'), [1], refused],
  ]);

  test.each(['hunter2', 'other'])('a secret is masked: %s', async (value) => {
    const source = new FakeSource({ parameter: holds('hunter2', true) });
    const told = await verdict(toHaveValue, source.one('parameter'), [value]);
    expect(told.outcome).toBe(value === 'hunter2' ? 'pass' : 'fail');
    expect(said(told)).toMatch(/masked/);
    expect(said(told)).not.toMatch(/hunter2|other"/);
  });

  test('the handle of a resource', async () => {
    const source = new FakeSource({
      name: holds('orders'),
      arn: holds('arn:aws:dynamodb:eu-west-1:1:table/orders'),
      other: holds('customers'),
      table: { identity: { id: 'orders', arn: 'arn:aws:dynamodb:eu-west-1:1:table/orders' } },
    });
    const outcomes = ['name', 'arn', 'other'].map(
      async (id) => (await verdict(toHaveValue, source.one(id), [source.one('table')])).outcome,
    );
    expect(await Promise.all(outcomes)).toEqual(['pass', 'pass', 'fail']);
  });
});

describe('toBeSecureString', () => {
  const is = (type: string) => ({ parameterKind: { type, tier: 'Standard', dataType: 'text', version: 1 } });
  table(toBeSecureString, [
    ['secure', is('SecureString'), [], 'pass fail'],
    ['plain', is('String'), [], 'fail pass', /"received":"String"/],
  ]);
});
