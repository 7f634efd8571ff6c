import { lambda } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { eventSourceOf } from './shared/event-source';
import { kmsReference } from './shared/kms-reference';

export const lambdaEventSourceMapping = defineResource({
  type: 'AWS::Lambda::EventSourceMapping',
  label: 'Lambda event source mapping',
  sdk: lambda,
  reads: ['lambda:GetEventSourceMapping'],
  notFound: ['ResourceNotFoundException'],
  facts: (aws, { id }) => aws.call('GetEventSourceMapping', { UUID: id.slice(id.lastIndexOf(':') + 1) }),
  facets: {
    identity: {
      fields: 'EventSourceMappingArn, UUID',
      read: (mapping) => ({ arn: mapping.EventSourceMappingArn, id: told(mapping.UUID, 'UUID') }),
    },
    lifecycle: {
      fields: 'State, StateTransitionReason',
      read: (mapping) => {
        const state = told(mapping.State, 'State');
        return { state, available: state === 'Enabled', reason: mapping.StateTransitionReason };
      },
    },
    tags: {
      fields: 'Tags',
      reads: ['lambda:ListTags'],
      read: async (mapping, aws) => {
        const Resource = told(mapping.EventSourceMappingArn, 'EventSourceMappingArn');
        return told((await aws.call('ListTags', { Resource })).Tags, 'Tags');
      },
    },
    // What a mapping stores is its filter criteria.
    encryption: {
      fields: 'KMSKeyArn',
      read: ({ KMSKeyArn }) =>
        KMSKeyArn
          ? { kind: 'kms', mode: 'KMSKeyArn', key: kmsReference(KMSKeyArn) }
          : { kind: 'service-owned', mode: 'Lambda default encryption (no KMSKeyArn)' },
    },
    eventSource: {
      fields: 'EventSourceArn, FunctionArn, State, BatchSize',
      read: (mapping) => ({
        source: eventSourceOf(mapping),
        functionArn: told(mapping.FunctionArn, 'FunctionArn'),
        enabled: told(mapping.State, 'State') === 'Enabled',
        batchSize: mapping.BatchSize,
      }),
    },
    activation: {
      fields: 'State',
      read: (mapping) => {
        const state = told(mapping.State, 'State');
        return { enabled: state === 'Enabled', state };
      },
    },
    deadLetter: {
      fields: 'DestinationConfig.OnFailure.Destination',
      read: (mapping) => ({ target: mapping.DestinationConfig?.OnFailure?.Destination || undefined }),
    },
  },
});
