import { sns } from '../aws/sdk';
import { isRecord } from '../engine/argument';
import { defineResource } from '../engine/resource';
import { told, undetermined } from '../engine/unjudged';
import { attributeValue, attributeValues } from './shared/attributes';

type Attributes = Readonly<Record<string, string | undefined>>;

export const snsSubscription = defineResource({
  type: 'AWS::SNS::Subscription',
  label: 'SNS subscription',
  sdk: sns,
  reads: ['sns:GetSubscriptionAttributes'],
  notFound: ['NotFound', 'NotFoundException'],
  facts: async (aws, { id }): Promise<Attributes> =>
    told((await aws.call('GetSubscriptionAttributes', { SubscriptionArn: id })).Attributes, 'Attributes'),
  config: { read: (subscription) => attributeValues(subscription, ['Endpoint', 'Owner', 'Protocol']) },
  facets: {
    identity: {
      fields: 'Attributes.SubscriptionArn',
      read: (subscription) => {
        const arn = told(subscription.SubscriptionArn, 'Attributes.SubscriptionArn');
        return { arn, id: arn };
      },
    },
    lifecycle: {
      fields: 'Attributes.PendingConfirmation',
      read: (subscription) => {
        const pending = told(subscription.PendingConfirmation, 'Attributes.PendingConfirmation') === 'true';
        return pending
          ? { state: 'PendingConfirmation', available: false, reason: 'the subscriber has not confirmed it' }
          : { state: 'Confirmed', available: true };
      },
    },
    subscriptionFilter: {
      fields: 'Attributes.{TopicArn, FilterPolicy, FilterPolicyScope, RawMessageDelivery}',
      read: (subscription) => ({
        topicArn: told(subscription.TopicArn, 'Attributes.TopicArn'),
        policy: objectIn(subscription, 'FilterPolicy'),
        scope: subscription.FilterPolicyScope,
        // SNS leaves the attribute out for protocols that know nothing but raw messages.
        rawMessageDelivery: subscription.RawMessageDelivery === 'true',
      }),
    },
    deadLetter: {
      fields: 'Attributes.RedrivePolicy',
      read: (subscription) => {
        const policy = objectIn(subscription, 'RedrivePolicy');
        if (!policy) return {};
        if (typeof policy.deadLetterTargetArn === 'string') return { target: policy.deadLetterTargetArn };
        throw undetermined('broken answer', 'AWS answered with a RedrivePolicy that names no queue');
      },
    },
  },
});

/** An attribute that holds JSON; absent and empty mean that it was never set. */
function objectIn(attributes: Attributes, name: string): Record<string, unknown> | undefined {
  const text = attributes[name];
  if (!text) return undefined;
  const value = attributeValue(name, text);
  if (isRecord(value)) return value;
  throw undetermined('broken answer', `AWS answered with an attribute ${name} that is no JSON object: ${text}`);
}
