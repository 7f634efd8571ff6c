import { eks } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { notApplicable, told } from '../engine/unjudged';
import { resourceName } from './shared/arn';
import { kmsReference } from './shared/kms-reference';
import { subnetPlacement, zonesOfSubnets } from './shared/subnet-placement';
import { ascending } from './shared/version-order';

export const eksCluster = defineResource({
  type: 'AWS::EKS::Cluster',
  label: 'EKS cluster',
  sdk: eks,
  reads: ['eks:DescribeCluster', 'eks:ListClusters'],
  notFound: ['ResourceNotFoundException'],
  facts: async (aws, { id }) => {
    if (!/^https:/.test(id)) {
      return told((await aws.call('DescribeCluster', { name: resourceName(id) })).cluster, 'cluster');
    }
    // The address of the API server holds an id that the API does not take.
    const names = await aws.list('ListClusters', {}, (page) => page.clusters);
    const answers = await Promise.all(names.map((name) => aws.call('DescribeCluster', { name })));
    return answers.map(({ cluster }) => cluster).find((cluster) => cluster?.endpoint === id);
  },
  facets: {
    identity: {
      fields: 'cluster.{arn, name}',
      read: (cluster) => ({ arn: told(cluster.arn, 'cluster.arn'), id: told(cluster.name, 'cluster.name') }),
    },
    lifecycle: {
      fields: 'cluster.{status, health}',
      read: (cluster) => {
        const state = told(cluster.status, 'cluster.status');
        const issues = cluster.health?.issues?.map(({ code, message }) => `${code}: ${message}`);
        // The API server answers while AWS changes the cluster.
        return {
          state,
          available: state === 'ACTIVE' || state === 'UPDATING',
          reason: issues?.join('; ') || undefined,
        };
      },
    },
    tags: {
      fields: 'cluster.tags',
      // EKS leaves the map out for a cluster without tags.
      read: (cluster) => {
        told(cluster.arn, 'cluster.arn');
        return cluster.tags ?? {};
      },
    },
    encryption: {
      fields: 'cluster.encryptionConfig[].provider.keyArn',
      read: (cluster) => {
        told(cluster.arn, 'cluster.arn');
        const ours = cluster.encryptionConfig?.find(({ resources }) => resources?.includes('secrets'));
        const key = ours?.provider?.keyArn;
        return key
          ? { kind: 'kms', mode: 'envelope encryption of secrets', key: kmsReference(key) }
          : { kind: 'service-owned', mode: 'no key of the account for secrets' };
      },
    },
    engine: {
      fields: 'cluster.{version, platformVersion}',
      read: (cluster) => ({
        name: 'kubernetes',
        version: told(cluster.version, 'cluster.version'),
        alsoKnownAs: [],
      }),
    },
    engineOffer: {
      fields: 'cluster.version, clusterVersions[].clusterVersion',
      reads: ['eks:DescribeClusterVersions'],
      read: async (cluster, aws) => {
        const versions = await aws.list('DescribeClusterVersions', {}, (page) => page.clusterVersions);
        const offered = versions.map((each) => told(each.clusterVersion, 'clusterVersions[].clusterVersion'));
        return {
          name: 'kubernetes',
          version: told(cluster.version, 'cluster.version'),
          region: aws.region,
          offered: [...new Set(offered)].sort(ascending),
        };
      },
    },
    versionSupport: {
      fields: 'cluster.version, clusterVersions[].{versionStatus, endOfStandardSupportDate}',
      reads: ['eks:DescribeClusterVersions'],
      read: async (cluster, aws) => {
        const version = told(cluster.version, 'cluster.version');
        const input = { clusterVersions: [version], includeAll: true };
        const versions = await aws.list('DescribeClusterVersions', input, (page) => page.clusterVersions);
        const found = told(
          versions.find((each) => each.clusterVersion === version),
          'clusterVersions[]',
        );
        const end = found.endOfStandardSupportDate;
        return {
          version,
          status: told(found.versionStatus, 'clusterVersions[].versionStatus'),
          ...(end && { endOfStandardSupport: new Date(end).toISOString().slice(0, 10) }),
        };
      },
    },
    publicAccess: {
      fields: 'cluster.resourcesVpcConfig.{endpointPublicAccess, publicAccessCidrs}',
      read: (cluster) => {
        const config = told(cluster.resourcesVpcConfig, 'cluster.resourcesVpcConfig');
        if (!told(config.endpointPublicAccess, 'endpointPublicAccess')) {
          return { public: false, because: 'endpointPublicAccess is false' };
        }
        const ranges = told(config.publicAccessCidrs, 'publicAccessCidrs');
        const open = ranges.some((range) => range === '0.0.0.0/0' || range === '::/0');
        return { public: open, because: `endpointPublicAccess is true for ${ranges.join(', ')}` };
      },
    },
    networkPlacement: {
      fields: 'cluster.resourcesVpcConfig.{vpcId, subnetIds, securityGroupIds, clusterSecurityGroupId}',
      read: (cluster, aws) => {
        const config = told(cluster.resourcesVpcConfig, 'cluster.resourcesVpcConfig');
        const own = config.clusterSecurityGroupId;
        return subnetPlacement(
          {
            vpcId: told(config.vpcId, 'resourcesVpcConfig.vpcId'),
            subnetIds: told(config.subnetIds, 'resourcesVpcConfig.subnetIds'),
            securityGroupIds: [...(config.securityGroupIds ?? []), ...(own ? [own] : [])],
          },
          aws,
        );
      },
    },
    zones: {
      fields: 'AvailabilityZone of cluster.resourcesVpcConfig.subnetIds',
      reads: ['ec2:DescribeSubnets'],
      read: async (cluster, aws) => ({
        zones: await zonesOfSubnets(told(cluster.resourcesVpcConfig?.subnetIds, 'resourcesVpcConfig.subnetIds'), aws),
      }),
    },
    logExports: {
      fields: 'cluster.logging.clusterLogging[].{types, enabled}',
      read: (cluster) => {
        const logging = told(cluster.logging?.clusterLogging, 'cluster.logging.clusterLogging');
        return {
          exported: logging.filter(({ enabled }) => enabled).flatMap(({ types }) => types ?? []),
          detail: 'CloudWatch Logs',
        };
      },
    },
    serviceEndpoint: {
      fields: 'cluster.endpoint',
      read: (cluster) => {
        const address = told(cluster.endpoint, 'cluster.endpoint');
        return { address, port: Number(new URL(address).port || 443) };
      },
    },
    deletionProtection: {
      fields: 'cluster.deletionProtection',
      read: (cluster) => {
        if (cluster.outpostConfig)
          throw notApplicable(`${cluster.name} is on an Outpost, which has no such protection.`);
        return { enabled: told(cluster.deletionProtection, 'cluster.deletionProtection') };
      },
    },
  },
});
