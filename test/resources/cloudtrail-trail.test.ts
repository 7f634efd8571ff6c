import {
  CloudTrailClient,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
  ListTagsCommand,
  type Trail,
} from '@aws-sdk/client-cloudtrail';
import { mockClient } from 'aws-sdk-client-mock';
import { cloudtrailTrail } from '../../src/resources/cloudtrail-trail';
import { asking } from './answers';

const cloudtrail = mockClient(CloudTrailClient);
const { ask, exists } = asking('AWS::CloudTrail::Trail', [cloudtrailTrail]);
const arn = 'arn:aws:cloudtrail:eu-west-1:123456789012:trail/audit';
const typical: Trail = {
  Name: 'audit',
  TrailARN: arn,
  S3BucketName: 'audit-logs',
  S3KeyPrefix: 'trail',
  CloudWatchLogsLogGroupArn: 'arn:aws:logs:eu-west-1:123456789012:log-group:audit:*',
  IncludeGlobalServiceEvents: true,
  IsMultiRegionTrail: true,
  IsOrganizationTrail: false,
  HomeRegion: 'eu-west-1',
  LogFileValidationEnabled: true,
  KmsKeyId: 'arn:aws:kms:eu-west-1:123456789012:key/1',
};
const plain: Trail = {
  Name: 'plain',
  TrailARN: 'arn:aws:cloudtrail:us-east-1:123456789012:trail/plain',
  S3BucketName: 'logs',
  HomeRegion: 'us-east-1',
  IsMultiRegionTrail: false,
};

beforeEach(() => {
  cloudtrail.reset();
  cloudtrail.on(DescribeTrailsCommand, { includeShadowTrails: true }).resolves({ trailList: [plain, typical] });
  cloudtrail.on(GetTrailStatusCommand, { Name: arn }).resolves({ IsLogging: true });
});

test.each(['audit', arn])('%s', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'audit' });
  expect(await ask(id, 'lifecycle')).toEqual({ available: true });
  expect(await exists('other')).toBe(false);
});

test('encryption', async () => {
  expect(await ask('audit', 'encryption')).toMatchObject({ kind: 'kms', key: { id: typical.KmsKeyId } });
  expect(await ask('plain', 'encryption')).toEqual({ kind: 'service-owned', mode: 'default encryption of the bucket' });
});

test('how it is set up', async () => {
  expect(await ask('audit', 'regionalReach')).toEqual({
    multiRegion: true,
    detail: 'IsMultiRegionTrail true, home region eu-west-1',
  });
  expect(await ask('audit', 'trailSettings')).toEqual({
    logFileValidation: true,
    globalServiceEvents: true,
    organization: false,
    homeRegion: 'eu-west-1',
  });
  await expect(ask('plain', 'trailSettings')).rejects.toMatchObject({ data: { cause: 'broken answer' } });
  expect(await ask('audit', 'logDelivery')).toEqual({
    destinations: [
      { kind: 'bucket', target: 'audit-logs', prefix: 'trail' },
      { kind: 'log group', target: typical.CloudWatchLogsLogGroupArn },
    ],
  });
});

test('a trail that was switched off', async () => {
  cloudtrail
    .on(GetTrailStatusCommand)
    .resolves({ IsLogging: false, LatestDeliveryError: 'NoSuchBucket', StopLoggingTime: new Date(0) });
  expect(await ask('audit', 'trailStatus')).toEqual({
    logging: false,
    deliveryError: 'NoSuchBucket',
    stoppedAt: '1970-01-01T00:00:00.000Z',
  });
  expect(await ask('audit', 'lifecycle')).toMatchObject({ available: false });
});

test('what it records, by selectors of either kind', async () => {
  cloudtrail.on(GetEventSelectorsCommand, { TrailName: arn }).resolves({
    EventSelectors: [
      {
        ReadWriteType: 'All',
        IncludeManagementEvents: true,
        DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] }],
      },
    ],
  });
  expect(await ask('audit', 'eventSelection')).toEqual({ management: 'All', dataResources: ['AWS::S3::Object'] });
  const field = (Field: string, ...Equals: string[]) => ({ Field, Equals });
  cloudtrail.on(GetEventSelectorsCommand).resolves({
    AdvancedEventSelectors: [
      { FieldSelectors: [field('eventCategory', 'Management'), field('readOnly', 'false')] },
      { FieldSelectors: [field('eventCategory', 'Data'), field('resources.type', 'AWS::Lambda::Function')] },
    ],
  });
  expect(await ask('audit', 'eventSelection')).toEqual({
    management: 'WriteOnly',
    dataResources: ['AWS::Lambda::Function'],
  });
});

test('tags, which a trail of another region has at home', async () => {
  cloudtrail
    .on(ListTagsCommand, { ResourceIdList: [arn] })
    .resolves({ ResourceTagList: [{ ResourceId: arn, TagsList: [{ Key: 'team', Value: 'security' }] }] });
  cloudtrail
    .on(ListTagsCommand, { ResourceIdList: [String(plain.TrailARN)] })
    .resolves({ ResourceTagList: [{ ResourceId: plain.TrailARN }] });
  expect(await ask('audit', 'tags')).toEqual({ team: 'security' });
  expect(await ask('plain', 'tags')).toEqual({});
  const regions = await Promise.all(
    cloudtrail.commandCalls(ListTagsCommand).map((call) => (call.thisValue as CloudTrailClient).config.region()),
  );
  expect(regions).toEqual(['eu-west-1', 'us-east-1']);
});
