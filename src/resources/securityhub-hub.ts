import { securityhub } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';

export const securityhubHub = defineResource({
  type: 'AWS::SecurityHub::Hub',
  label: 'Security Hub',
  sdk: securityhub,
  reads: ['securityhub:DescribeHub'],
  // An account that has not switched Security Hub on gets the second one.
  notFound: ['ResourceNotFoundException', 'InvalidAccessException'],
  facts: async (aws, { id }) => {
    // An account has one hub in a region, so the call needs no name.
    const hub = await aws.call('DescribeHub', id.startsWith('arn:') ? { HubArn: id } : {});
    return told(hub.HubArn, 'HubArn').endsWith(id) ? hub : undefined;
  },
  facets: {
    identity: {
      fields: 'HubArn',
      read: ({ HubArn }) => {
        const arn = told(HubArn, 'HubArn');
        return { arn, id: arn };
      },
    },
    lifecycle: {
      fields: 'HubArn, SubscribedAt',
      read: ({ HubArn }) => {
        told(HubArn, 'HubArn');
        return { available: true };
      },
    },
    tags: {
      fields: 'Tags',
      reads: ['securityhub:ListTagsForResource'],
      read: async (hub, aws) => {
        const ResourceArn = told(hub.HubArn, 'HubArn');
        return told((await aws.call('ListTagsForResource', { ResourceArn })).Tags, 'Tags');
      },
    },
    securityStandards: {
      fields: 'StandardsSubscriptions[].{StandardsArn, StandardsStatus}, AutoEnableControls',
      reads: ['securityhub:GetEnabledStandards'],
      read: async (hub, aws) => {
        const standards = await aws.list('GetEnabledStandards', {}, (page) => page.StandardsSubscriptions);
        return {
          standards: standards.map((standard) => ({
            arn: told(standard.StandardsArn, 'StandardsSubscriptions[].StandardsArn'),
            status: told(standard.StandardsStatus, 'StandardsSubscriptions[].StandardsStatus'),
          })),
          autoEnableControls: told(hub.AutoEnableControls, 'AutoEnableControls'),
        };
      },
    },
  },
});
