import type { Json } from '../acts';
import { sns } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import type { Encryption, Subscription } from '../facets';
import { resourcePart } from './shared/arn';
import { attributeValues } from './shared/attributes';
import type { AwsOf } from './shared/aws-of';
import { contentText, isRequest, textField } from './shared/content';
import { kmsReference } from './shared/kms-reference';
import { messageAttributes } from './shared/message-attributes';
import { attachedPolicy } from './shared/policy';
import { tagMap } from './shared/tags';

type Attributes = Readonly<Record<string, string | undefined>>;

export const snsTopic = defineResource({
  type: 'AWS::SNS::Topic',
  label: 'SNS topic',
  sdk: sns,
  reads: ['sns:GetTopicAttributes'],
  notFound: ['NotFound', 'NotFoundException'],
  facts: async (aws, { id }): Promise<Attributes> =>
    told((await aws.call('GetTopicAttributes', { TopicArn: await topicArn(aws, id) })).Attributes, 'Attributes'),
  config: {
    read: (topic) => ({
      TopicName: resourcePart(arnOf(topic)),
      ...attributeValues(topic, ['TopicArn', 'Owner', 'DisplayName', 'KmsMasterKeyId', 'SignatureVersion']),
    }),
  },
  facets: {
    identity: {
      fields: 'Attributes.TopicArn',
      read: (topic) => ({ arn: arnOf(topic), id: arnOf(topic), name: resourcePart(arnOf(topic)) }),
    },
    lifecycle: { fields: 'Attributes', read: () => ({ available: true }) },
    tags: {
      fields: 'Tags',
      reads: ['sns:ListTagsForResource'],
      read: async (topic, aws) =>
        tagMap(told((await aws.call('ListTagsForResource', { ResourceArn: arnOf(topic) })).Tags, 'Tags')),
    },
    encryption: {
      fields: 'Attributes.KmsMasterKeyId',
      // A topic without a key has no server-side encryption of its own, and AWS leaves the attribute out.
      read: ({ KmsMasterKeyId: key }): Encryption =>
        key ? { kind: 'kms', mode: 'SSE-KMS', key: kmsReference(key) } : { kind: 'none', mode: 'no KmsMasterKeyId' },
    },
    resourcePolicy: {
      fields: 'Attributes.Policy',
      // Every topic has a policy: SNS writes a default one.
      read: (topic) => attachedPolicy(arnOf(topic), told(topic.Policy, 'Attributes.Policy')),
    },
    tracing: {
      fields: 'Attributes.TracingConfig',
      // PassThrough is the default, for which AWS leaves the attribute out.
      read: ({ TracingConfig: mode = 'PassThrough' }) => ({ enabled: mode === 'Active', mode }),
    },
    displayName: {
      fields: 'Attributes.DisplayName',
      read: ({ DisplayName: text = '' }) => ({ text }),
    },
    fifoOrdering: {
      fields: 'Attributes.{FifoTopic, ContentBasedDeduplication}',
      // SNS leaves FifoTopic out for a standard topic.
      read: (topic) => ({
        enabled: topic.FifoTopic === 'true',
        contentBasedDeduplication: topic.ContentBasedDeduplication === 'true',
      }),
    },
    subscriptions: {
      fields: 'Subscriptions[].{Protocol, Endpoint, SubscriptionArn}',
      reads: ['sns:ListSubscriptionsByTopic'],
      read: async (topic, aws) => ({ subscriptions: await subscriptionsOf(topic, aws) }),
    },
    topicDeliveries: {
      fields: 'Subscriptions[].{Protocol, Endpoint, SubscriptionArn}',
      reads: ['sns:ListSubscriptionsByTopic'],
      read: async (topic, aws) => ({
        from: arnOf(topic),
        service: 'sns',
        destinations: (await subscriptionsOf(topic, aws)).map(({ endpoint: to, ...rest }) => ({ to, ...rest })),
      }),
    },
    intake: { fields: 'Attributes.TopicArn', read: () => ({ takes: 'message' }) },
  },
  acts: {
    deliver: {
      calls: ['sns:Publish'],
      perform: async (topic, aws, { content, marker }) => {
        const fifo = topic.FifoTopic === 'true' ? { MessageGroupId: marker, MessageDeduplicationId: marker } : {};
        const input = { TopicArn: arnOf(topic), ...fifo, ...publication(content) };
        const { MessageId } = await aws.act('Publish', input, { idempotent: topic.FifoTopic === 'true' });
        return { id: told(MessageId, 'MessageId') };
      },
    },
  },
});

async function subscriptionsOf(topic: Attributes, aws: AwsOf<typeof sns>): Promise<Subscription[]> {
  const listed = await aws.list('ListSubscriptionsByTopic', { TopicArn: arnOf(topic) }, (page) => page.Subscriptions);
  return (
    listed
      // SNS keeps subscriptions that are gone in the list for a while, with this word for an ARN.
      .filter((subscription) => subscription.SubscriptionArn !== 'Deleted')
      .map((subscription) => ({
        protocol: told(subscription.Protocol, 'Subscriptions[].Protocol'),
        endpoint: told(subscription.Endpoint, 'Subscriptions[].Endpoint'),
        confirmed: told(subscription.SubscriptionArn, 'Subscriptions[].SubscriptionArn').startsWith('arn:'),
      }))
  );
}

async function topicArn(aws: AwsOf<typeof sns>, id: string): Promise<string> {
  return id.startsWith('arn:') ? id : `arn:${aws.partition}:sns:${aws.region}:${await aws.account()}:${id}`;
}

function publication(content: Json) {
  if (!isRequest(content, 'Message', ['Subject', 'MessageAttributes', 'MessageGroupId'])) {
    return { Message: contentText(content) };
  }
  return {
    Message: contentText(content.Message ?? null),
    MessageAttributes: messageAttributes(content.MessageAttributes),
    ...(content.Subject !== undefined && { Subject: textField(content, 'Subject') }),
    ...(content.MessageGroupId !== undefined && { MessageGroupId: textField(content, 'MessageGroupId') }),
  };
}

function arnOf(topic: Attributes): string {
  return told(topic.TopicArn, 'Attributes.TopicArn');
}
