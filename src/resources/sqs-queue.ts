import { parse, validate } from '@aws-sdk/util-arn-parser';
import { sqs } from '../aws/sdk';
import { isRecord } from '../engine/argument';
import type { Aws } from '../engine/aws';
import { defineResource } from '../engine/resource';
import { told, undetermined } from '../engine/unjudged';
import type { DeadLetter, Encryption } from '../facets';
import { attributeValue, attributeValues } from './shared/attributes';
import { kmsReference } from './shared/kms-reference';
import { attachedPolicy } from './shared/policy';
import { queueActs } from './shared/queue-acts';

/** What GetQueueAttributes answers, and the URL that was asked. */
interface QueueFacts {
  QueueUrl: string;
  Attributes: Readonly<Record<string, string | undefined>>;
}

export const sqsQueue = defineResource({
  type: 'AWS::SQS::Queue',
  label: 'SQS queue',
  sdk: sqs,
  reads: ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl'],
  notFound: ['QueueDoesNotExist', 'AWS.SimpleQueueService.NonExistentQueue'],
  facts: async (aws, { id }): Promise<QueueFacts> => {
    const QueueUrl = await queueUrl(aws, id);
    // SQS tells nothing at all unless the names are asked for.
    const { Attributes } = await aws.call('GetQueueAttributes', { QueueUrl, AttributeNames: ['All'] });
    return { QueueUrl, Attributes: told(Attributes, 'Attributes') };
  },
  config: {
    read: ({ QueueUrl, Attributes }) => {
      const { QueueArn, ...rest } = Attributes;
      return {
        QueueUrl,
        QueueName: queueName(Attributes),
        Arn: QueueArn,
        ...attributeValues(rest, ['KmsMasterKeyId']),
      };
    },
  },
  facets: {
    identity: {
      fields: 'Attributes.QueueArn',
      read: ({ QueueUrl, Attributes }) => ({ arn: queueArn(Attributes), id: QueueUrl, name: queueName(Attributes) }),
    },
    lifecycle: { fields: 'Attributes', read: () => ({ available: true }) },
    tags: {
      fields: 'Tags',
      reads: ['sqs:ListQueueTags'],
      // SQS leaves the map out for a queue without tags.
      read: async ({ QueueUrl }, aws) => (await aws.call('ListQueueTags', { QueueUrl })).Tags ?? {},
    },
    encryption: {
      fields: 'Attributes.{KmsMasterKeyId, SqsManagedSseEnabled}',
      read: ({ Attributes }): Encryption => {
        if (Attributes.KmsMasterKeyId) {
          return { kind: 'kms', mode: 'SSE-KMS', key: kmsReference(Attributes.KmsMasterKeyId) };
        }
        return told(Attributes.SqsManagedSseEnabled, 'Attributes.SqsManagedSseEnabled') === 'true'
          ? { kind: 'service-owned', mode: 'SSE-SQS' }
          : { kind: 'none', mode: 'SqsManagedSseEnabled false' };
      },
    },
    resourcePolicy: {
      fields: 'Attributes.Policy',
      read: ({ Attributes }) => attachedPolicy(queueArn(Attributes), Attributes.Policy),
    },
    deadLetter: { fields: 'Attributes.RedrivePolicy', read: ({ Attributes }) => deadLetter(Attributes.RedrivePolicy) },
    fifoOrdering: {
      fields: 'Attributes.{FifoQueue, ContentBasedDeduplication}',
      // SQS leaves both out for a standard queue.
      read: ({ Attributes }) => ({
        enabled: Attributes.FifoQueue === 'true',
        contentBasedDeduplication: Attributes.ContentBasedDeduplication === 'true',
      }),
    },
    queueDelivery: {
      fields: 'Attributes.{VisibilityTimeout, DelaySeconds, ReceiveMessageWaitTimeSeconds, MaximumMessageSize}',
      read: ({ Attributes }) => {
        const numberOf = (name: string) => Number(told(Attributes[name], `Attributes.${name}`));
        return {
          visibilityTimeoutInSeconds: numberOf('VisibilityTimeout'),
          delayInSeconds: numberOf('DelaySeconds'),
          receiveWaitTimeInSeconds: numberOf('ReceiveMessageWaitTimeSeconds'),
          maximumMessageSizeInBytes: numberOf('MaximumMessageSize'),
        };
      },
    },
    retention: {
      fields: 'Attributes.MessageRetentionPeriod',
      read: ({ Attributes }) => {
        const seconds = Number(told(Attributes.MessageRetentionPeriod, 'Attributes.MessageRetentionPeriod'));
        return { seconds, detail: `MessageRetentionPeriod ${seconds}` };
      },
    },
    intake: { fields: 'Attributes', read: () => ({ takes: 'message' }) },
    contents: { fields: 'Attributes', read: () => ({ holds: 'message' }) },
    keeping: {
      fields: 'Attributes',
      read: () => ({ holds: 'message', keys: [], sample: { stackproof: '{marker}' } }),
    },
  },
  acts: queueActs,
});

async function queueUrl(aws: Aws<Awaited<ReturnType<typeof sqs.load>>>, id: string): Promise<string> {
  if (/^https?:/i.test(id)) return id;
  const input = validate(id)
    ? { QueueName: parse(id).resource, QueueOwnerAWSAccountId: parse(id).accountId }
    : { QueueName: id };
  return told((await aws.call('GetQueueUrl', input)).QueueUrl, 'QueueUrl');
}

function queueArn(attributes: QueueFacts['Attributes']): string {
  return told(attributes.QueueArn, 'Attributes.QueueArn');
}

function queueName(attributes: QueueFacts['Attributes']): string {
  return parse(queueArn(attributes)).resource;
}

function deadLetter(policy: string | undefined): DeadLetter {
  // Removing the policy of a queue leaves an empty text at times.
  if (!policy) return {};
  const read = attributeValue('RedrivePolicy', policy);
  if (!isRecord(read) || typeof read.deadLetterTargetArn !== 'string') {
    throw undetermined('broken answer', `AWS answered with a RedrivePolicy that names no queue: ${policy}`);
  }
  // The number comes as text from some tools that set it, and AWS keeps it so.
  const maxReceiveCount = read.maxReceiveCount === undefined ? undefined : Number(read.maxReceiveCount);
  return { target: read.deadLetterTargetArn, maxReceiveCount };
}
