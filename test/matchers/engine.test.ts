import fc from 'fast-check';
import { compareVersion, expectedVersion } from '../../matchers/engine/expected-version';
import { toHaveAvailableEngineVersion } from '../../matchers/engine/toHaveAvailableEngineVersion';
import { toHaveEngine } from '../../matchers/engine/toHaveEngine';
import { toHaveEngineVersion } from '../../matchers/engine/toHaveEngineVersion';
import { hasPrefix, orderAgainst } from '../../matchers/engine/version-number';
import { isRefusal } from '../../src/engine/argument';
import { type Case, FakeSource, table, verdict } from './fake-source';

const runs = (version: string, alsoKnownAs: string[] = []) => ({ engine: { name: 'postgres', version, alsoKnownAs } });
const aurora = runs('8.0.mysql_aurora.3.04.0', ['8.0', '3.04.0']);

const rows: [version: string, asked: unknown, outcome: 'pass' | 'fail'][] = [
  ['15.8', '15', 'pass'],
  ['15.8', '15.8', 'pass'],
  ['15.8', '1', 'fail'],
  ['150.1', '15', 'fail'],
  ['8.0.39', '8.0', 'pass'],
  ['15.8', '15.x', 'pass'],
  ['15.8', '15.8.0', 'fail'],
  ['19.0.0.0.ru-2023-01.rur-2023-01.r1', '19', 'pass'],
  ['15.00.4073.23.v1', '15.00.4073', 'pass'],
  ['10.21-R1', '10.21', 'pass'],
  ['15.10', '>=15.4', 'pass'],
  ['15.3', '>=15.4', 'fail'],
  ['16.9', '>=15.4 <17', 'pass'],
  ['17.0', '>=15.4 <17', 'fail'],
  ['16.9', '<=16', 'pass'],
  ['16.9', '>16', 'fail'],
  ['15.10', '^15.4', 'pass'],
  ['16.0', '^15.4', 'fail'],
  ['8.0.39', '~8.0.36', 'pass'],
  ['8.1.0', '~8.0.36', 'fail'],
  ['14.2', '14 || 16', 'pass'],
  ['15.2', '14 || 16', 'fail'],
  ['16.9', { from: '15.4', to: '16' }, 'pass'],
  ['17.1', { from: '15.4', to: '16' }, 'fail'],
  ['17.0', { before: '17' }, 'fail'],
  ['15.8', /^15\./, 'pass'],
  ['15.8', /^15\./g, 'pass'],
  ['16.8', /^15\./, 'fail'],
];

describe('toHaveEngineVersion', () => {
  table(
    toHaveEngineVersion,
    rows.map(
      ([version, asked, outcome]): Case => [
        `${version} asked for ${asked instanceof RegExp ? asked : JSON.stringify(asked)}`,
        runs(version),
        [asked],
        outcome === 'pass' ? 'pass fail' : 'fail pass',
      ],
    ),
  );

  table(toHaveEngineVersion, [
    ['Aurora by its community number', aurora, ['8.0'], 'pass fail'],
    ['Aurora by its own number', aurora, ['3.04'], 'pass fail', /also 8\.0, 3\.04\.0/],
    ['Aurora by the number that a closed range means', aurora, ['>=3.04 <4'], 'pass fail'],
    ['an Aurora number that is too low is not saved by the community number', aurora, ['>=3.05'], 'fail pass'],
    ['a range that means either number', aurora, ['>=5'], 'fail fail', /compare differently/],
    [
      'a range that cannot be compared',
      runs('8.0.mysql_aurora.3.04.0'),
      ['>=8.0.35'],
      'fail fail',
      /cannot be compared/,
    ],
    ['an exact pin broken by an upgrade', runs('15.9'), ['15.8'], 'fail pass', /pin '15'/],
    ['another major version gets no such advice', runs('16.1'), ['15.8'], 'fail pass', /^(?!.*pin)/],
    [
      'a pending upgrade is said',
      { engine: { name: 'postgres', version: '15.8', alsoKnownAs: [], pendingVersion: '16.1' } },
      ['15'],
      'pass fail',
      /16\.1 waits/,
    ],
    ['a number', runs('15.8'), [15.1], 'wrong argument wrong argument', /'15\.1'/],
    ['a word', runs('15.8'), ['latest'], 'wrong argument wrong argument', /takes a version/],
    ['a range of which a part is none', runs('15.8'), ['15 || newest'], 'wrong argument wrong argument'],
    ['a range in words', runs('17.0'), [{ from: '15.4', before: '17' }], 'fail pass', /"from 15\.4 before 17"/],
    ['an empty range', runs('15.8'), [{}], 'wrong argument wrong argument', /neither/],
    ['an unknown option', runs('15.8'), [{ min: '15' }], 'wrong argument wrong argument', /from, to, before/],
  ]);

  test('segments, not characters', () => {
    const segment = fc.integer({ min: 0, max: 99 });
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 4 }), (all, length) => {
        const version = all.join('.');
        expect(hasPrefix(version, all.slice(0, length).join('.'))).toBe(true);
        expect(hasPrefix(`${version}7`, version)).toBe(false);
        expect(hasPrefix(version, `${version}.1`)).toBe(false);
      }),
    );
  });

  test('every version is below, within or above a bound, and only one of them', () => {
    const version = fc
      .array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 4 })
      .map((all) => all.join('.'));
    fc.assert(
      fc.property(version, version, (one, bound) => {
        const order = orderAgainst(one, bound) ?? Number.NaN;
        const is = (range: string) => {
          const read = expectedVersion.read(range);
          return !isRefusal(read) && compareVersion(read, one, []).fits;
        };
        expect([is(`<${bound}`), is(`>${bound}`), is(`>=${bound} <=${bound}`)]).toEqual([
          order < 0,
          order > 0,
          order === 0,
        ]);
        expect(is(`>=${bound}`)).toBe(!is(`<${bound}`));
        expect(is(`<=${bound}`)).toBe(!is(`>${bound}`));
      }),
    );
  });
});

describe('toHaveEngine', () => {
  table(toHaveEngine, [
    ['the name', runs('15.8'), ['postgres'], 'pass fail'],
    ['another engine of the family', runs('15.8'), ['aurora-postgresql'], 'fail pass', /postgres 15\.8/],
    ['a family', runs('15.8'), [/postgres/], 'pass fail'],
    ['no argument', runs('15.8'), [], 'wrong argument wrong argument', /a text or a regular expression/],
  ]);
});

describe('toHaveAvailableEngineVersion', () => {
  const offer = (version: string, offered: string[]) => ({
    engineOffer: { name: 'postgres', version, region: 'eu-west-1', offered },
  });
  table(toHaveAvailableEngineVersion, [
    ['offered', offer('15.8', ['15.7', '15.8']), [], 'pass fail'],
    [
      'not offered',
      offer('15.5', ['14.9', '15.3', '15.4', '15.10', '16.1', '16.2', '16.3']),
      [],
      'fail pass',
      /14\.9, 15\.3, 15\.4, 15\.10, 16\.1, 16\.2".*upgrade it/,
    ],
    ['an empty list of offers', offer('15.5', []), [], 'fail fail', /lists no version of postgres in eu-west-1/],
    ['an argument', offer('15.5', ['15.5']), ['15.5'], 'wrong argument wrong argument', /takes no argument/],
  ]);
});

test('a RegExp of another realm is read as one', async () => {
  const { runInNewContext } = await import('node:vm');
  const handle = new FakeSource({ db: runs('15.8') }).one('db');
  expect((await verdict(toHaveEngineVersion, handle, [runInNewContext('/^15/')])).outcome).toBe('pass');
});
