import { ecs } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { resourceName } from './shared/arn';
import { lowerCaseTags } from './shared/lower-case-tags';

export const ecsCluster = defineResource({
  type: 'AWS::ECS::Cluster',
  label: 'ECS cluster',
  sdk: ecs,
  reads: ['ecs:DescribeClusters'],
  notFound: ['ClusterNotFoundException'],
  // Clusters that are missing come back in a list of failures, the others as asked.
  factsOf: async (aws, targets) => {
    const names = targets.map(({ id }) => resourceName(id));
    const { clusters } = await aws.call('DescribeClusters', {
      clusters: [...new Set(names)],
      include: ['ATTACHMENTS', 'CONFIGURATIONS', 'SETTINGS', 'STATISTICS', 'TAGS'],
    });
    const found = told(clusters, 'clusters');
    return names.map((name) =>
      // A deleted cluster stays for a while as INACTIVE.
      found.find((cluster) => cluster.clusterName === name && cluster.status !== 'INACTIVE'),
    );
  },
  facets: {
    identity: {
      fields: 'clusterArn, clusterName',
      read: (cluster) => ({
        arn: told(cluster.clusterArn, 'clusterArn'),
        id: told(cluster.clusterName, 'clusterName'),
      }),
    },
    lifecycle: {
      fields: 'status',
      read: (cluster) => {
        const state = told(cluster.status, 'status');
        return { state, available: state === 'ACTIVE' };
      },
    },
    tags: { fields: 'tags', read: (cluster) => lowerCaseTags(told(cluster.tags, 'tags')) },
    containerInsights: {
      fields: 'settings[containerInsights].value',
      read: (cluster) => {
        const settings = told(cluster.settings, 'settings');
        const setting = settings.find(({ name }) => name === 'containerInsights');
        return { mode: told(setting?.value, 'settings[containerInsights].value') };
      },
    },
    capacityProviders: {
      fields: 'capacityProviders, defaultCapacityProviderStrategy',
      read: (cluster) => ({
        names: told(cluster.capacityProviders, 'capacityProviders'),
        byDefault: told(cluster.defaultCapacityProviderStrategy, 'defaultCapacityProviderStrategy').map((item) =>
          told(item.capacityProvider, 'defaultCapacityProviderStrategy[].capacityProvider'),
        ),
      }),
    },
  },
});
