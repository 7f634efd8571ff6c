import { eventbridge } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { eventEntry } from './shared/event-entry';
import { kmsReference } from './shared/kms-reference';
import { attachedPolicy } from './shared/policy';
import { tagMap } from './shared/tags';

export const eventsEventBus = defineResource({
  type: 'AWS::Events::EventBus',
  label: 'EventBridge event bus',
  sdk: eventbridge,
  reads: ['events:DescribeEventBus'],
  notFound: ['ResourceNotFoundException'],
  facts: (aws, { id }) => aws.call('DescribeEventBus', { Name: id }),
  facets: {
    identity: {
      fields: 'Arn, Name',
      read: (bus) => ({ arn: told(bus.Arn, 'Arn'), id: told(bus.Name, 'Name') }),
    },
    lifecycle: { fields: 'Name', read: () => ({ available: true }) },
    tags: {
      fields: 'Tags',
      reads: ['events:ListTagsForResource'],
      read: async (bus, aws) =>
        tagMap(told((await aws.call('ListTagsForResource', { ResourceARN: told(bus.Arn, 'Arn') })).Tags, 'Tags')),
    },
    encryption: {
      fields: 'KmsKeyIdentifier',
      // Without a key of the customer EventBridge encrypts with one that AWS owns.
      read: ({ KmsKeyIdentifier: key }) =>
        key
          ? { kind: 'kms', mode: 'KmsKeyIdentifier', key: kmsReference(key) }
          : { kind: 'service-owned', mode: 'AWS-owned key (no KmsKeyIdentifier)' },
    },
    resourcePolicy: { fields: 'Policy', read: (bus) => attachedPolicy(told(bus.Arn, 'Arn'), bus.Policy) },
    deadLetter: { fields: 'DeadLetterConfig.Arn', read: (bus) => ({ target: bus.DeadLetterConfig?.Arn || undefined }) },
    intake: { fields: 'Name', read: () => ({ takes: 'event' }) },
  },
  acts: {
    deliver: {
      calls: ['events:PutEvents'],
      perform: async (bus, aws, { content }) => {
        const entry = { EventBusName: told(bus.Name, 'Name'), ...eventEntry(content) };
        const answer = await aws.act('PutEvents', { Entries: [entry] });
        // EventBridge answers with success, and says for each event whether it took it.
        const [taken] = told(answer.Entries, 'Entries');
        if (told(answer.FailedEntryCount, 'FailedEntryCount') === 0) return { id: told(taken?.EventId, 'EventId') };
        return { refused: `${taken?.ErrorCode}: ${taken?.ErrorMessage}` };
      },
    },
  },
});
