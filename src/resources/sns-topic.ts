import { sns } from '../aws/sdk';
import type { Aws } from '../engine/aws';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import type { Encryption } from '../facets';
import { resourcePart } from './shared/arn';
import { attributeValues } from './shared/attributes';
import { kmsReference } from './shared/kms-reference';
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
    subscriptions: {
      fields: 'Subscriptions[].{Protocol, Endpoint, SubscriptionArn}',
      reads: ['sns:ListSubscriptionsByTopic'],
      read: async (topic, aws) => {
        const subscriptions = await aws.list(
          'ListSubscriptionsByTopic',
          { TopicArn: arnOf(topic) },
          (page) => page.Subscriptions,
        );
        return {
          subscriptions: subscriptions
            // SNS keeps subscriptions that are gone in the list for a while, with this word for an ARN.
            .filter((subscription) => subscription.SubscriptionArn !== 'Deleted')
            .map((subscription) => ({
              protocol: told(subscription.Protocol, 'Subscriptions[].Protocol'),
              endpoint: told(subscription.Endpoint, 'Subscriptions[].Endpoint'),
              confirmed: told(subscription.SubscriptionArn, 'Subscriptions[].SubscriptionArn').startsWith('arn:'),
            })),
        };
      },
    },
  },
});

async function topicArn(aws: Aws<Awaited<ReturnType<typeof sns.load>>>, id: string): Promise<string> {
  return id.startsWith('arn:') ? id : `arn:${aws.partition}:sns:${aws.region}:${await aws.account()}:${id}`;
}

function arnOf(topic: Attributes): string {
  return told(topic.TopicArn, 'Attributes.TopicArn');
}
