import { GetCrawlerCommand, GetTagsCommand, GlueClient } from '@aws-sdk/client-glue';
import { mockClient } from 'aws-sdk-client-mock';
import { glueCrawler } from '../../src/resources/glue-crawler';
import { asking } from './answers';
import { refusal } from './refusal';

const glue = mockClient(GlueClient);
const { ask, exists } = asking('AWS::Glue::Crawler', [glueCrawler]);
const arn = 'arn:aws:glue:eu-west-1:123456789012:crawler/orders';
const minimal = {
  Name: 'orders',
  Role: 'glue',
  State: 'READY' as const,
  Targets: { S3Targets: [{ Path: 's3://lake/orders/' }] },
};

beforeEach(() => {
  glue.reset();
  glue.on(GetCrawlerCommand, { Name: 'orders' }).resolves({ Crawler: minimal });
  glue.on(GetTagsCommand, { ResourceArn: arn }).resolves({ Tags: {} });
});

test.each(['orders', arn])('%s', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'orders' });
  expect(await ask(id, 'lifecycle')).toEqual({ state: 'READY', available: true });
  expect(await ask(id, 'tags')).toEqual({});
  expect(await ask(id, 'description')).toEqual({});
  expect(await ask(id, 'executionRole')).toEqual({ arn: 'glue' });
  expect(await ask(id, 'scheduleExpression')).toEqual({});
  expect(await ask(id, 'crawlTargets')).toEqual({ targets: [{ kind: 's3', path: 's3://lake/orders/' }] });
});

test('a crawler with targets of other kinds, whose last crawl failed', async () => {
  glue.on(GetCrawlerCommand).resolves({
    Crawler: {
      ...minimal,
      DatabaseName: 'lake',
      State: 'RUNNING',
      LastCrawl: { Status: 'FAILED', ErrorMessage: 'no access' },
      Schedule: { ScheduleExpression: 'cron(0 1 * * ? *)', State: 'SCHEDULED' },
      Targets: {
        DynamoDBTargets: [{ Path: 'orders' }],
        JdbcTargets: [{ ConnectionName: 'db', Path: 'shop/%' }],
        CatalogTargets: [{ DatabaseName: 'raw', Tables: ['orders'] }],
        DeltaTargets: [{ DeltaTables: ['s3://lake/delta/'] }],
      },
    },
  });
  expect(await ask('orders', 'lifecycle')).toEqual({
    state: 'RUNNING',
    available: true,
    reason: 'the last crawl failed: no access',
  });
  expect(await ask('orders', 'scheduleExpression')).toEqual({ expression: 'cron(0 1 * * ? *)' });
  expect(await ask('orders', 'crawlTargets')).toEqual({
    targets: [
      { kind: 'jdbc', path: 'shop/%' },
      { kind: 'dynamodb', path: 'orders' },
      { kind: 'delta', path: 's3://lake/delta/' },
      { kind: 'catalog', path: 'raw.orders' },
    ],
    database: 'lake',
  });
});

test('a schedule that is switched off is none', async () => {
  const Schedule = { ScheduleExpression: 'cron(0 1 * * ? *)', State: 'NOT_SCHEDULED' as const };
  glue.on(GetCrawlerCommand).resolves({ Crawler: { ...minimal, Schedule } });
  expect(await ask('orders', 'scheduleExpression')).toEqual({});
});

test('not found', async () => {
  glue.on(GetCrawlerCommand).rejects(refusal('EntityNotFoundException'));
  expect(await exists('orders')).toBe(false);
});
