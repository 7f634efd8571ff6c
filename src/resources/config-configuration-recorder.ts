import { config } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { resourcePart } from './shared/arn';
import type { AwsOf } from './shared/aws-of';
import { tagMap } from './shared/tags';

type Config = AwsOf<typeof config>;

export const configConfigurationRecorder = defineResource({
  type: 'AWS::Config::ConfigurationRecorder',
  label: 'AWS Config recorder',
  sdk: config,
  reads: ['config:DescribeConfigurationRecorders'],
  notFound: ['NoSuchConfigurationRecorderException'],
  facts: async (aws, { id }) => {
    const name = recorderName(id);
    const answer = await aws.call('DescribeConfigurationRecorders', { ConfigurationRecorderNames: [name] });
    return told(answer.ConfigurationRecorders, 'ConfigurationRecorders').find((recorder) => recorder.name === name);
  },
  config: {
    reads: ['config:DescribeConfigurationRecorderStatus'],
    read: async (recorder, aws) => ({ ...recorder, ...(await statusOf(recorder, aws)) }),
  },
  facets: {
    identity: {
      fields: 'ConfigurationRecorders[].{arn, name}',
      read: (recorder) => ({ ...(recorder.arn && { arn: recorder.arn }), id: nameOf(recorder) }),
    },
    lifecycle: {
      fields: 'ConfigurationRecordersStatus[].{recording, lastStatus}',
      reads: ['config:DescribeConfigurationRecorderStatus'],
      read: async (recorder, aws) => {
        const { recording, lastStatus, lastErrorMessage } = await statusOf(recorder, aws);
        const reason = told(recording, 'recording') ? lastErrorMessage : 'it is stopped';
        return { ...(lastStatus && { state: lastStatus }), available: recording === true, ...(reason && { reason }) };
      },
    },
    tags: {
      fields: 'Tags',
      reads: ['config:ListTagsForResource'],
      read: async (recorder, aws) =>
        tagMap(await aws.list('ListTagsForResource', { ResourceArn: told(recorder.arn, 'arn') }, (page) => page.Tags)),
    },
    executionRole: {
      fields: 'ConfigurationRecorders[].roleARN',
      read: ({ roleARN: arn }) => ({ ...(arn && { arn }) }),
    },
    recording: {
      fields: 'ConfigurationRecordersStatus[].{recording, lastStatus, lastErrorMessage}',
      reads: ['config:DescribeConfigurationRecorderStatus'],
      read: async (recorder, aws) => {
        const { recording, lastStatus, lastErrorCode, lastErrorMessage } = await statusOf(recorder, aws);
        const error = lastErrorMessage ?? lastErrorCode;
        return { recording: told(recording, 'recording'), ...(lastStatus && { lastStatus }), ...(error && { error }) };
      },
    },
    recordingScope: {
      fields: 'ConfigurationRecorders[].recordingGroup',
      read: ({ recordingGroup }) => {
        const group = told(recordingGroup, 'ConfigurationRecorders[].recordingGroup');
        return {
          allSupported: told(group.allSupported, 'recordingGroup.allSupported'),
          includesGlobalTypes: group.includeGlobalResourceTypes ?? false,
          types: group.resourceTypes ?? [],
          excluded: group.exclusionByResourceTypes?.resourceTypes ?? [],
        };
      },
    },
    logDelivery: {
      fields: 'DeliveryChannels[].{s3BucketName, s3KeyPrefix, snsTopicARN}',
      reads: ['config:DescribeDeliveryChannels'],
      // A region has one delivery channel at most, and its recorder uses it.
      read: async (_recorder, aws) => {
        const channels = told((await aws.call('DescribeDeliveryChannels', {})).DeliveryChannels, 'DeliveryChannels');
        return {
          destinations: channels.flatMap(({ s3BucketName: bucket, s3KeyPrefix: prefix, snsTopicARN: topic }) => [
            ...(bucket ? [{ kind: 'bucket' as const, target: bucket, ...(prefix && { prefix }) }] : []),
            ...(topic ? [{ kind: 'topic' as const, target: topic }] : []),
          ]),
        };
      },
    },
  },
});

function nameOf(recorder: { name?: string | undefined }): string {
  return told(recorder.name, 'ConfigurationRecorders[].name');
}

/** An ARN ends with an id after the name: `configuration-recorder/default/kzc1rgfkdqhw1qyz`. */
function recorderName(id: string): string {
  const resource = resourcePart(id);
  return resource === id ? id : (resource.split('/')[1] ?? id);
}

async function statusOf(recorder: { name?: string | undefined }, aws: Config) {
  const ConfigurationRecorderNames = [nameOf(recorder)];
  const answer = await aws.call('DescribeConfigurationRecorderStatus', { ConfigurationRecorderNames });
  const statuses = told(answer.ConfigurationRecordersStatus, 'ConfigurationRecordersStatus');
  return told(
    statuses.find(({ name }) => name === recorder.name),
    'ConfigurationRecordersStatus[]',
  );
}
