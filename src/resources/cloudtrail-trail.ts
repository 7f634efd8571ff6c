import { cloudtrail } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import type { Encryption, LogDelivery, Reference } from '../facets';
import { eventSelection } from './shared/event-selection';
import { kmsReference } from './shared/kms-reference';
import { tagMap } from './shared/tags';

export const cloudtrailTrail = defineResource({
  type: 'AWS::CloudTrail::Trail',
  label: 'CloudTrail trail',
  sdk: cloudtrail,
  reads: ['cloudtrail:DescribeTrails'],
  factsOf: async (aws, targets) => {
    // Without names the call answers with all trails of the region, those that live in another region included.
    const trails = told((await aws.call('DescribeTrails', { includeShadowTrails: true })).trailList, 'trailList');
    return targets.map(({ id }) => trails.find(({ Name, TrailARN }) => (isArn(id) ? TrailARN : Name) === id));
  },
  facets: {
    identity: {
      fields: 'trailList[].{TrailARN, Name}',
      read: (trail) => ({ arn: arnOf(trail), id: told(trail.Name, 'trailList[].Name') }),
    },
    lifecycle: {
      fields: 'IsLogging',
      reads: ['cloudtrail:GetTrailStatus'],
      read: async (trail, aws) => {
        const logging = told((await aws.call('GetTrailStatus', { Name: arnOf(trail) })).IsLogging, 'IsLogging');
        return logging ? { available: true } : { available: false, reason: 'its logging is switched off' };
      },
    },
    tags: {
      fields: 'ResourceTagList[].TagsList',
      reads: ['cloudtrail:ListTags'],
      // A trail is tagged in its home region alone.
      read: async (trail, aws) => {
        if (trail.HomeRegion !== aws.region) return aws.facet(atHome(trail), 'tags');
        const lists = await aws.list('ListTags', { ResourceIdList: [arnOf(trail)] }, (page) => page.ResourceTagList);
        return tagMap(lists.flatMap(({ TagsList }) => TagsList ?? []));
      },
    },
    encryption: {
      fields: 'trailList[].KmsKeyId',
      // Without a key the files are encrypted as the bucket encrypts everything.
      read: ({ KmsKeyId: key }): Encryption =>
        key
          ? { kind: 'kms', mode: 'KmsKeyId', key: kmsReference(key) }
          : { kind: 'service-owned', mode: 'default encryption of the bucket' },
    },
    regionalReach: {
      fields: 'trailList[].{IsMultiRegionTrail, HomeRegion}',
      read: (trail) => {
        const multiRegion = told(trail.IsMultiRegionTrail, 'trailList[].IsMultiRegionTrail');
        return { multiRegion, detail: `IsMultiRegionTrail ${multiRegion}, home region ${trail.HomeRegion}` };
      },
    },
    trailStatus: {
      fields: 'IsLogging, LatestDeliveryError, StopLoggingTime',
      reads: ['cloudtrail:GetTrailStatus'],
      read: async (trail, aws) => {
        const status = await aws.call('GetTrailStatus', { Name: arnOf(trail) });
        const { LatestDeliveryError: error, StopLoggingTime: stopped } = status;
        return {
          logging: told(status.IsLogging, 'IsLogging'),
          ...(error && { deliveryError: error }),
          ...(stopped && { stoppedAt: new Date(stopped).toISOString() }),
        };
      },
    },
    trailSettings: {
      fields: 'trailList[].{LogFileValidationEnabled, IncludeGlobalServiceEvents, IsOrganizationTrail, HomeRegion}',
      read: (trail) => ({
        logFileValidation: told(trail.LogFileValidationEnabled, 'trailList[].LogFileValidationEnabled'),
        globalServiceEvents: told(trail.IncludeGlobalServiceEvents, 'trailList[].IncludeGlobalServiceEvents'),
        organization: told(trail.IsOrganizationTrail, 'trailList[].IsOrganizationTrail'),
        homeRegion: told(trail.HomeRegion, 'trailList[].HomeRegion'),
      }),
    },
    eventSelection: {
      fields: 'EventSelectors, AdvancedEventSelectors',
      reads: ['cloudtrail:GetEventSelectors'],
      read: async (trail, aws) =>
        trail.HomeRegion === aws.region
          ? eventSelection(await aws.call('GetEventSelectors', { TrailName: arnOf(trail) }))
          : aws.facet(atHome(trail), 'eventSelection'),
    },
    logDelivery: {
      fields: 'trailList[].{S3BucketName, S3KeyPrefix, CloudWatchLogsLogGroupArn, SnsTopicARN}',
      read: (trail): LogDelivery => {
        const { S3KeyPrefix: prefix, CloudWatchLogsLogGroupArn: group, SnsTopicARN: topic } = trail;
        const bucket = told(trail.S3BucketName, 'trailList[].S3BucketName');
        return {
          destinations: [
            { kind: 'bucket', target: bucket, ...(prefix && { prefix }) },
            ...(group ? [{ kind: 'log group' as const, target: group }] : []),
            ...(topic ? [{ kind: 'topic' as const, target: topic }] : []),
          ],
        };
      },
    },
  },
});

function isArn(id: string): boolean {
  return id.startsWith('arn:');
}

function arnOf(trail: { TrailARN?: string | undefined }): string {
  return told(trail.TrailARN, 'trailList[].TrailARN');
}

function atHome(trail: { TrailARN?: string | undefined; HomeRegion?: string | undefined }): Reference {
  return {
    type: 'AWS::CloudTrail::Trail',
    id: arnOf(trail),
    region: told(trail.HomeRegion, 'trailList[].HomeRegion'),
  };
}
