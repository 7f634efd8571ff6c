import type { Cluster } from '@aws-sdk/client-redshift';
import { redshift } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { resourceName } from './shared/arn';
import type { AwsOf } from './shared/aws-of';
import { setValues } from './shared/engine-parameter';
import { kmsReference } from './shared/kms-reference';
import { tagMap } from './shared/tags';

export const redshiftCluster = defineResource({
  type: 'AWS::Redshift::Cluster',
  label: 'Redshift cluster',
  sdk: redshift,
  reads: ['redshift:DescribeClusters'],
  notFound: ['ClusterNotFound', 'ClusterNotFoundFault'],
  // The API takes one identifier and no filter.
  facts: async (aws, { id }) => {
    const ClusterIdentifier = resourceName(id).toLowerCase().split('.')[0];
    const { Clusters } = await aws.call('DescribeClusters', { ClusterIdentifier });
    return told(Clusters, 'Clusters').find((cluster) => cluster.ClusterIdentifier === ClusterIdentifier);
  },
  facets: {
    identity: {
      fields: 'ClusterIdentifier',
      // The answer holds the ARN of the namespace alone.
      read: async (cluster, aws, { account }) => {
        const id = identifier(cluster);
        const place = `${aws.region}:${account ?? (await aws.account())}`;
        return { arn: `arn:${aws.partition}:redshift:${place}:cluster:${id}`, id };
      },
    },
    lifecycle: {
      fields: 'ClusterStatus, ClusterAvailabilityStatus',
      read: (cluster) => {
        const state = told(cluster.ClusterStatus, 'ClusterStatus');
        const reachable = cluster.ClusterAvailabilityStatus;
        // The second field says whether queries are answered while the first tells of work in the background.
        const available = reachable ? /^available$/i.test(reachable) : state === 'available';
        return { state, available, reason: reachable && `ClusterAvailabilityStatus is ${reachable}` };
      },
    },
    tags: { fields: 'Tags', read: (cluster) => tagMap(told(cluster.Tags, 'Tags')) },
    encryption: {
      fields: 'Encrypted, KmsKeyId',
      read: ({ Encrypted, KmsKeyId }) => {
        if (!told(Encrypted, 'Encrypted')) return { kind: 'none', mode: 'Encrypted false' };
        return KmsKeyId
          ? { kind: 'kms', mode: 'KMS', key: kmsReference(KmsKeyId) }
          : { kind: 'service-owned', mode: 'Encrypted true' };
      },
    },
    transitEncryption: {
      fields: 'the parameter require_ssl of ClusterParameterGroups[0]',
      reads: ['redshift:DescribeClusterParameters'],
      read: async (cluster, aws) => {
        const { group, values } = await parameters(cluster, aws);
        const value = told(values.require_ssl, 'Parameters[require_ssl]');
        return { enforced: value === 'true', offered: true, detail: `require_ssl is ${value} in ${group}` };
      },
    },
    engineParameters: {
      fields: 'ClusterParameterGroups[0].ParameterGroupName, Parameters[].ParameterValue',
      reads: ['redshift:DescribeClusterParameters'],
      read: (cluster, aws) => parameters(cluster, aws),
    },
    engine: {
      fields: 'ClusterVersion, ClusterRevisionNumber, PendingModifiedValues.ClusterVersion',
      read: (cluster) => ({
        name: 'redshift',
        version: told(cluster.ClusterVersion, 'ClusterVersion'),
        alsoKnownAs: cluster.ClusterRevisionNumber ? [cluster.ClusterRevisionNumber] : [],
        pendingVersion: cluster.PendingModifiedValues?.ClusterVersion,
      }),
    },
    nodes: {
      fields: 'NodeType, NumberOfNodes, PendingModifiedValues',
      read: (cluster) => ({
        types: [told(cluster.NodeType, 'NodeType')],
        count: told(cluster.NumberOfNodes, 'NumberOfNodes'),
        pending: cluster.PendingModifiedValues?.NodeType,
      }),
    },
    zones: {
      fields: 'AvailabilityZone, MultiAZSecondary.AvailabilityZone',
      read: (cluster) => {
        const first = told(cluster.AvailabilityZone, 'AvailabilityZone');
        const second = cluster.MultiAZSecondary?.AvailabilityZone;
        return { zones: [...new Set([first, ...(second ? [second] : [])])].sort() };
      },
    },
    availability: {
      fields: 'MultiAZ, MultiAZSecondary',
      read: (cluster) => {
        told(cluster.ClusterStatus, 'ClusterStatus');
        // AWS leaves the field out for node types that cannot be in two zones, and writes it as text.
        const setting = cluster.MultiAZ ?? 'Disabled';
        const multiAz = /^(?:enabled|true)$/i.test(setting);
        const places = [cluster.AvailabilityZone, multiAz && cluster.MultiAZSecondary?.AvailabilityZone].filter(
          Boolean,
        );
        return { multiAz, detail: `MultiAZ ${setting}, in ${places.join(' and ') || 'a zone that AWS does not tell'}` };
      },
    },
    backups: {
      fields: 'AutomatedSnapshotRetentionPeriod',
      read: (cluster) => ({
        retentionInDays: told(cluster.AutomatedSnapshotRetentionPeriod, 'AutomatedSnapshotRetentionPeriod'),
      }),
    },
    maintenance: {
      fields: 'PreferredMaintenanceWindow, AllowVersionUpgrade',
      read: (cluster) => ({
        window: told(cluster.PreferredMaintenanceWindow, 'PreferredMaintenanceWindow'),
        autoMinorVersionUpgrade: told(cluster.AllowVersionUpgrade, 'AllowVersionUpgrade'),
      }),
    },
    publicAccess: {
      fields: 'PubliclyAccessible',
      read: (cluster) => {
        const open = told(cluster.PubliclyAccessible, 'PubliclyAccessible');
        return { public: open, because: `PubliclyAccessible is ${open}` };
      },
    },
    serviceEndpoint: {
      fields: 'Endpoint.{Address, Port}',
      read: (cluster) => ({
        address: told(cluster.Endpoint?.Address, 'Endpoint.Address'),
        port: told(cluster.Endpoint?.Port, 'Endpoint.Port'),
      }),
    },
    networkPlacement: {
      fields: 'VpcId, VpcSecurityGroups, Subnets of ClusterSubnetGroupName',
      reads: ['redshift:DescribeClusterSubnetGroups'],
      read: async (cluster, aws) => {
        const ClusterSubnetGroupName = told(cluster.ClusterSubnetGroupName, 'ClusterSubnetGroupName');
        const answer = await aws.call('DescribeClusterSubnetGroups', { ClusterSubnetGroupName });
        const subnets = told(answer.ClusterSubnetGroups?.[0]?.Subnets, 'ClusterSubnetGroups[0].Subnets');
        return {
          vpcId: told(cluster.VpcId, 'VpcId'),
          subnetIds: subnets.map((subnet) => told(subnet.SubnetIdentifier, 'Subnets[].SubnetIdentifier')),
          securityGroupIds: told(cluster.VpcSecurityGroups, 'VpcSecurityGroups').map((group) =>
            told(group.VpcSecurityGroupId, 'VpcSecurityGroups[].VpcSecurityGroupId'),
          ),
        };
      },
    },
    logExports: {
      fields: 'LoggingEnabled, LogExports, LogDestinationType',
      reads: ['redshift:DescribeLoggingStatus'],
      read: async (cluster, aws) => {
        const status = await aws.call('DescribeLoggingStatus', { ClusterIdentifier: identifier(cluster) });
        if (!told(status.LoggingEnabled, 'LoggingEnabled')) return { exported: [] };
        const where = status.LogDestinationType ?? 's3';
        // A bucket gets the logs of connections and users whole, without a list.
        const exported = status.LogExports?.length ? status.LogExports : ['connectionlog', 'userlog'];
        return { exported, detail: status.BucketName ? `${where} ${status.BucketName}` : where };
      },
    },
    masterPassword: {
      fields: 'MasterPasswordSecretArn',
      read: (cluster) => {
        told(cluster.ClusterStatus, 'ClusterStatus');
        const id = cluster.MasterPasswordSecretArn;
        return id ? { secret: { type: 'AWS::SecretsManager::Secret', id } } : {};
      },
    },
  },
});

function identifier(cluster: Cluster): string {
  return told(cluster.ClusterIdentifier, 'ClusterIdentifier');
}

async function parameters(cluster: Cluster, aws: AwsOf<typeof redshift>) {
  const group = told(cluster.ClusterParameterGroups?.[0]?.ParameterGroupName, 'ClusterParameterGroups[0]');
  const read = { ParameterGroupName: group };
  return { group, values: setValues(await aws.list('DescribeClusterParameters', read, (page) => page.Parameters)) };
}
