import type { CrawlerTargets } from '@aws-sdk/client-glue';
import { glue } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import type { CrawlTargets } from '../facets';
import { glueArn, glueName, glueTags } from './shared/glue';

export const glueCrawler = defineResource({
  type: 'AWS::Glue::Crawler',
  label: 'Glue crawler',
  sdk: glue,
  reads: ['glue:GetCrawler'],
  notFound: ['EntityNotFoundException'],
  facts: async (aws, { id }) =>
    told((await aws.call('GetCrawler', { Name: glueName(id, 'crawler') })).Crawler, 'Crawler'),
  facets: {
    identity: {
      fields: 'Crawler.Name, and the account',
      reads: ['sts:GetCallerIdentity'],
      read: async (crawler, aws) => ({ arn: await glueArn(aws, 'crawler', nameOf(crawler)), id: nameOf(crawler) }),
    },
    lifecycle: {
      fields: 'Crawler.{State, LastCrawl}',
      // RUNNING and STOPPING are work in progress; the crawler itself is fine.
      read: (crawler) => {
        const state = told(crawler.State, 'Crawler.State');
        const { Status: status, ErrorMessage: message } = crawler.LastCrawl ?? {};
        const reason = status === 'FAILED' ? `the last crawl failed: ${message ?? 'no message'}` : undefined;
        return { state, available: true, ...(reason && { reason }) };
      },
    },
    tags: {
      fields: 'Tags',
      reads: ['glue:GetTags', 'sts:GetCallerIdentity'],
      read: (crawler, aws) => glueTags(aws, 'crawler', nameOf(crawler)),
    },
    description: { fields: 'Crawler.Description', read: ({ Description: text }) => ({ ...(text && { text }) }) },
    executionRole: { fields: 'Crawler.Role', read: (crawler) => ({ arn: told(crawler.Role, 'Crawler.Role') }) },
    scheduleExpression: {
      fields: 'Crawler.Schedule.{ScheduleExpression, State}',
      read: ({ Schedule: schedule }) =>
        schedule?.ScheduleExpression && schedule.State !== 'NOT_SCHEDULED'
          ? { expression: schedule.ScheduleExpression }
          : {},
    },
    crawlTargets: {
      fields: 'Crawler.{Targets, DatabaseName}',
      read: ({ Targets: targets, DatabaseName: database }) => ({
        targets: crawled(told(targets, 'Crawler.Targets')),
        ...(database && { database }),
      }),
    },
  },
});

function nameOf(crawler: { Name?: string | undefined }): string {
  return told(crawler.Name, 'Crawler.Name');
}

function crawled(targets: CrawlerTargets): CrawlTargets['targets'] {
  const paths = (kind: string, found: (string | undefined)[]) =>
    found.flatMap((path) => (path === undefined ? [] : [{ kind, path }]));
  return [
    ...paths('s3', targets.S3Targets?.map(({ Path }) => Path) ?? []),
    ...paths('jdbc', targets.JdbcTargets?.map(({ Path }) => Path) ?? []),
    ...paths('mongodb', targets.MongoDBTargets?.map(({ Path }) => Path) ?? []),
    ...paths('dynamodb', targets.DynamoDBTargets?.map(({ Path }) => Path) ?? []),
    ...paths('delta', targets.DeltaTargets?.flatMap(({ DeltaTables = [] }) => DeltaTables) ?? []),
    ...paths('iceberg', targets.IcebergTargets?.flatMap(({ Paths = [] }) => Paths) ?? []),
    ...paths('hudi', targets.HudiTargets?.flatMap(({ Paths = [] }) => Paths) ?? []),
    ...paths(
      'catalog',
      targets.CatalogTargets?.flatMap(({ DatabaseName, Tables = [] }) =>
        Tables.map((table) => `${DatabaseName}.${table}`),
      ) ?? [],
    ),
  ];
}
