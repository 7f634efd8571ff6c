import { toCrawl } from '../../matchers/catalog/toCrawl';
import { toEnforceSettings } from '../../matchers/catalog/toEnforceSettings';
import { toHaveCatalogTable } from '../../matchers/catalog/toHaveCatalogTable';
import { toHaveScanLimit } from '../../matchers/catalog/toHaveScanLimit';
import { toHaveWorkers } from '../../matchers/catalog/toHaveWorkers';
import { toRunScript } from '../../matchers/catalog/toRunScript';
import { toStoreResultsIn } from '../../matchers/catalog/toStoreResultsIn';
import type { QueryResults } from '../../src/facets';
import { FakeSource, table, verdict } from './fake-source';

const refused = 'wrong argument wrong argument';

describe('a Glue catalog', () => {
  table(toHaveCatalogTable, [
    ['a table', { catalogTables: { names: ['orders'] } }, ['orders'], 'pass fail'],
    ['none', { catalogTables: { names: [] } }, ['orders'], 'fail pass', /no table/],
  ]);
  const crawler = { crawlTargets: { targets: [{ kind: 's3', path: 's3://lake/orders/' }], database: 'lake' } };
  table(toCrawl, [
    ['a path', crawler, ['s3://lake/orders/'], 'pass fail'],
    ['a RegExp and the database', crawler, [/orders/, { database: 'lake' }], 'pass fail'],
    ['another path', crawler, ['s3://lake/'], 'fail pass', /s3 s3:\/\/lake\/orders/],
    [
      'another database',
      crawler,
      [/orders/, { database: 'raw' }],
      'fail fail',
      /writes to the database lake, not to raw/,
    ],
    ['a number', crawler, [1], refused],
  ]);
  test('the handle of a bucket', async () => {
    const source = new FakeSource({ crawler, lake: { identity: { id: 'lake', arn: 'arn:aws:s3:::lake' } } });
    expect((await verdict(toCrawl, source.one('crawler'), [source.one('lake')])).outcome).toBe('pass');
  });
});

describe('a Glue job', () => {
  const job = { glueRun: { command: 'glueetl', script: 's3://code/etl.py', workerType: 'G.1X', workers: 4 } };
  const shell = { glueRun: { command: 'pythonshell', script: 's3://code/etl.py' } };
  table(toRunScript, [
    ['the script', job, [/etl\.py$/], 'pass fail'],
    ['another', job, ['s3://code/x.py'], 'fail pass', /glueetl/],
  ]);
  table(toHaveWorkers, [
    ['type and count', job, [{ type: 'G.1X', count: { atMost: 10 } }], 'pass fail'],
    ['another count', job, [{ count: 2 }], 'fail pass'],
    ['one of both', job, [{ type: 'G.2X', count: 4 }], 'fail fail'],
    ['no workers', shell, [{ count: 2 }], 'not applicable not applicable', /plain capacity/],
  ]);
});

describe('an Athena workgroup', () => {
  const is = (more: Partial<QueryResults> = {}) => ({
    queryResults: { location: 's3://results/athena/', enforced: true, ...more },
  });
  table(toStoreResultsIn, [
    ['the address', is(), ['s3://results/athena/'], 'pass fail'],
    ['without its last slash', is(), ['s3://results/athena'], 'pass fail'],
    ['the bucket', is(), ['results'], 'pass fail'],
    ['another bucket', is(), ['result'], 'fail pass', /s3:\/\/results\/athena\/ \(enforced\)/],
    ['nowhere', is({ location: undefined, enforced: false }), [/./], 'fail pass', /clients may choose/],
  ]);
  test('the handle of a bucket', async () => {
    const source = new FakeSource({
      group: is(),
      bucket: { identity: { id: 'results', arn: 'arn:aws:s3:::results' } },
    });
    expect((await verdict(toStoreResultsIn, source.one('group'), [source.one('bucket')])).outcome).toBe('pass');
  });
  table(toEnforceSettings, [
    ['enforced', is(), [], 'pass fail'],
    ['not', is({ enforced: false }), [], 'fail pass'],
  ]);
  table(toHaveScanLimit, [
    ['a limit', is({ scanLimitInBytes: 10 }), [], 'pass fail'],
    ['at most', is({ scanLimitInBytes: 100 }), [{ atMost: 10 }], 'fail pass', /100 bytes/],
    ['none', is(), [], 'fail pass', /no limit/],
  ]);
});
