import { kinesis } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { resourcePart } from './shared/arn';
import { contentText, isRequest } from './shared/content';
import { kmsReference } from './shared/kms-reference';
import { attachedPolicy } from './shared/policy';
import { tagMap } from './shared/tags';

export const kinesisStream = defineResource({
  type: 'AWS::Kinesis::Stream',
  label: 'Kinesis stream',
  sdk: kinesis,
  reads: ['kinesis:DescribeStreamSummary'],
  notFound: ['ResourceNotFoundException'],
  facts: async (aws, { id }) =>
    told(
      (await aws.call('DescribeStreamSummary', { StreamName: streamName(id) })).StreamDescriptionSummary,
      'StreamDescriptionSummary',
    ),
  facets: {
    identity: {
      fields: 'StreamDescriptionSummary.{StreamARN, StreamName}',
      read: (stream) => ({ arn: told(stream.StreamARN, 'StreamARN'), id: told(stream.StreamName, 'StreamName') }),
    },
    lifecycle: {
      fields: 'StreamDescriptionSummary.StreamStatus',
      read: (stream) => {
        const state = told(stream.StreamStatus, 'StreamStatus');
        // Kinesis serves reads and writes in both states.
        const reason = state === 'UPDATING' ? 'AWS is changing the stream, which can be used meanwhile' : undefined;
        return { state, available: state === 'ACTIVE' || state === 'UPDATING', reason };
      },
    },
    tags: {
      fields: 'Tags',
      reads: ['kinesis:ListTagsForStream'],
      read: async (stream, aws) => {
        const StreamName = told(stream.StreamName, 'StreamName');
        return tagMap(await aws.list('ListTagsForStream', { StreamName }, (page) => page.Tags));
      },
    },
    encryption: {
      fields: 'StreamDescriptionSummary.{EncryptionType, KeyId}',
      read: (stream) => {
        const mode = told(stream.EncryptionType, 'EncryptionType');
        return mode === 'KMS'
          ? { kind: 'kms', mode, key: kmsReference(told(stream.KeyId, 'KeyId')) }
          : { kind: 'none', mode };
      },
    },
    resourcePolicy: {
      fields: 'Policy',
      reads: ['kinesis:GetResourcePolicy'],
      read: async (stream, aws) => {
        const ResourceARN = told(stream.StreamARN, 'StreamARN');
        // The stream itself has answered by now, so what was not found is its policy.
        const answer = await aws.callOrAbsent(['ResourceNotFoundException'], 'GetResourcePolicy', { ResourceARN });
        return attachedPolicy(ResourceARN, answer && told(answer.Policy, 'Policy'));
      },
    },
    retention: {
      fields: 'StreamDescriptionSummary.RetentionPeriodHours',
      read: (stream) => {
        const hours = told(stream.RetentionPeriodHours, 'RetentionPeriodHours');
        return { seconds: hours * 3600, detail: `RetentionPeriodHours ${hours}` };
      },
    },
    shards: {
      fields: 'StreamDescriptionSummary.{OpenShardCount, StreamModeDetails.StreamMode}',
      read: (stream) => ({
        count: told(stream.OpenShardCount, 'OpenShardCount'),
        mode: stream.StreamModeDetails?.StreamMode,
      }),
    },
    intake: { fields: 'StreamDescriptionSummary.StreamName', read: () => ({ takes: 'record' }) },
  },
  acts: {
    deliver: {
      calls: ['kinesis:PutRecord'],
      perform: async (stream, aws, { content, marker }) => {
        const StreamName = told(stream.StreamName, 'StreamName');
        const others = ['PartitionKey', 'ExplicitHashKey'];
        const { Data = null, PartitionKey = marker } = isRequest(content, 'Data', others) ? content : { Data: content };
        const record = { Data: Buffer.from(contentText(Data), 'utf8'), PartitionKey: contentText(PartitionKey) };
        const { SequenceNumber } = await aws.act('PutRecord', { StreamName, ...record });
        return { id: told(SequenceNumber, 'SequenceNumber') };
      },
    },
  },
});

function streamName(id: string): string {
  const resource = resourcePart(id);
  return resource.startsWith('stream/') ? (resource.split('/')[1] ?? resource) : resource;
}
