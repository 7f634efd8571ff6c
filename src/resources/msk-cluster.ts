import type { Cluster } from '@aws-sdk/client-kafka';
import { kafka } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { notApplicable, told } from '../engine/unjudged';
import type { AwsOf } from './shared/aws-of';
import { kmsReference } from './shared/kms-reference';
import { attachedPolicy } from './shared/policy';
import { subnetPlacement, zonesOfSubnets } from './shared/subnet-placement';
import { ascending } from './shared/version-order';

export const mskCluster = defineResource({
  type: 'AWS::MSK::Cluster',
  label: 'MSK cluster',
  sdk: kafka,
  reads: ['kafka:DescribeClusterV2', 'kafka:ListClustersV2'],
  notFound: ['NotFoundException'],
  facts: async (aws, { id }) => {
    if (id.startsWith('arn:')) {
      return told((await aws.call('DescribeClusterV2', { ClusterArn: id })).ClusterInfo, 'ClusterInfo');
    }
    // The filter of the API is a prefix.
    const input = { ClusterNameFilter: id };
    const found = await aws.list('ListClustersV2', input, (page) => page.ClusterInfoList);
    return found.find((cluster) => cluster.ClusterName === id);
  },
  facets: {
    identity: {
      fields: 'ClusterInfo.{ClusterArn, ClusterName}',
      read: (cluster) => ({
        arn: arnOf(cluster),
        id: arnOf(cluster),
        name: told(cluster.ClusterName, 'ClusterName'),
      }),
    },
    lifecycle: {
      fields: 'ClusterInfo.{State, StateInfo.Message}',
      read: (cluster) => {
        const state = told(cluster.State, 'State');
        // Brokers serve while AWS maintains or changes the cluster.
        const serving = ['ACTIVE', 'UPDATING', 'MAINTENANCE', 'HEALING', 'REBOOTING_BROKER'];
        return { state, available: serving.includes(state), reason: cluster.StateInfo?.Message };
      },
    },
    tags: {
      fields: 'ClusterInfo.Tags',
      // AWS leaves the map out for a cluster without tags.
      read: (cluster) => {
        told(cluster.ClusterArn, 'ClusterArn');
        return cluster.Tags ?? {};
      },
    },
    encryption: {
      fields: 'ClusterInfo.Provisioned.EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId',
      read: (cluster) => {
        if (cluster.Serverless) return { kind: 'service-owned', mode: 'serverless' };
        const key = cluster.Provisioned?.EncryptionInfo?.EncryptionAtRest?.DataVolumeKMSKeyId;
        return { kind: 'kms', mode: 'KMS', key: kmsReference(told(key, 'DataVolumeKMSKeyId')) };
      },
    },
    transitEncryption: {
      fields: 'ClusterInfo.Provisioned.EncryptionInfo.EncryptionInTransit.{ClientBroker, InCluster}',
      read: (cluster) => {
        if (cluster.Serverless) {
          return { enforced: true, offered: true, detail: 'a serverless cluster takes nothing but TLS' };
        }
        const transit = told(cluster.Provisioned?.EncryptionInfo?.EncryptionInTransit, 'EncryptionInTransit');
        const clients = told(transit.ClientBroker, 'EncryptionInTransit.ClientBroker');
        const brokers = told(transit.InCluster, 'EncryptionInTransit.InCluster');
        return {
          enforced: clients === 'TLS' && brokers,
          offered: clients !== 'PLAINTEXT',
          detail: `ClientBroker ${clients}, InCluster ${brokers}`,
        };
      },
    },
    clientAuthentication: {
      fields: 'ClusterInfo.{Provisioned, Serverless}.ClientAuthentication',
      read: (cluster) => {
        const methods = methodsOf(cluster);
        const open = cluster.Provisioned?.ClientAuthentication?.Unauthenticated?.Enabled === true;
        return { required: methods.length > 0 && !open, methods: open ? [...methods, 'none'] : methods };
      },
    },
    iamAuthentication: {
      fields: 'ClusterInfo.{Provisioned, Serverless}.ClientAuthentication.Sasl.Iam.Enabled',
      read: (cluster) => {
        const methods = methodsOf(cluster);
        return { enabled: methods.includes('SASL/IAM'), detail: methods.join(', ') || 'no authentication' };
      },
    },
    engine: {
      fields: 'ClusterInfo.Provisioned.CurrentBrokerSoftwareInfo.KafkaVersion',
      read: (cluster) => ({ name: 'kafka', version: versionOf(cluster), alsoKnownAs: [] }),
    },
    engineOffer: {
      fields: 'KafkaVersions[].{Version, Status}',
      reads: ['kafka:ListKafkaVersions'],
      read: async (cluster, aws) => {
        const versions = await aws.list('ListKafkaVersions', {}, (page) => page.KafkaVersions);
        const offered = versions
          .filter(({ Status }) => Status === 'ACTIVE')
          .map(({ Version }) => told(Version, 'KafkaVersions[].Version'));
        return { name: 'kafka', version: versionOf(cluster), region: aws.region, offered: offered.sort(ascending) };
      },
    },
    nodes: {
      fields: 'ClusterInfo.Provisioned.{BrokerNodeGroupInfo.InstanceType, NumberOfBrokerNodes}',
      read: (cluster) => ({
        types: [told(provisioned(cluster).BrokerNodeGroupInfo?.InstanceType, 'BrokerNodeGroupInfo.InstanceType')],
        count: told(provisioned(cluster).NumberOfBrokerNodes, 'NumberOfBrokerNodes'),
      }),
    },
    storage: {
      fields: 'ClusterInfo.Provisioned.BrokerNodeGroupInfo.StorageInfo.EbsStorageInfo.VolumeSize',
      read: (cluster) => {
        const volume = provisioned(cluster).BrokerNodeGroupInfo?.StorageInfo?.EbsStorageInfo;
        if (!volume) throw notApplicable(`The brokers of ${cluster.ClusterName} have storage that grows by itself.`);
        return { sizeInGibibytes: told(volume.VolumeSize, 'EbsStorageInfo.VolumeSize') };
      },
    },
    networkPlacement: {
      fields: 'BrokerNodeGroupInfo.{ClientSubnets, SecurityGroups}, or Serverless.VpcConfigs',
      reads: ['ec2:DescribeSubnets'],
      read: (cluster, aws) => {
        const securityGroupIds =
          cluster.Serverless?.VpcConfigs?.flatMap(({ SecurityGroupIds }) => SecurityGroupIds ?? []) ??
          told(cluster.Provisioned?.BrokerNodeGroupInfo?.SecurityGroups, 'BrokerNodeGroupInfo.SecurityGroups');
        return subnetPlacement({ subnetIds: subnetsOf(cluster), securityGroupIds }, aws);
      },
    },
    zones: {
      fields: 'AvailabilityZone of ClientSubnets',
      reads: ['ec2:DescribeSubnets'],
      read: async (cluster, aws) => ({ zones: await zonesOfSubnets(subnetsOf(cluster), aws) }),
    },
    availability: {
      fields: 'AvailabilityZone of ClientSubnets',
      reads: ['ec2:DescribeSubnets'],
      read: async (cluster, aws) => {
        const zones = await zonesOfSubnets(subnetsOf(cluster), aws);
        return { multiAz: zones.length > 1, detail: `brokers in ${zones.join(', ')}` };
      },
    },
    publicAccess: {
      fields: 'BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type',
      read: (cluster) => {
        if (cluster.Serverless)
          return { public: false, because: 'a serverless cluster is reached from its VPCs alone' };
        const { ConnectivityInfo } = told(provisioned(cluster).BrokerNodeGroupInfo, 'BrokerNodeGroupInfo');
        // AWS leaves it out for clusters from before public access existed.
        const type = ConnectivityInfo?.PublicAccess?.Type ?? 'DISABLED';
        return { public: type !== 'DISABLED', because: `PublicAccess.Type is ${type}` };
      },
    },
    resourcePolicy: {
      fields: 'Policy',
      reads: ['kafka:GetClusterPolicy'],
      read: async (cluster, aws) => {
        const ClusterArn = arnOf(cluster);
        const answer = await aws.callOrAbsent(['NotFoundException'], 'GetClusterPolicy', { ClusterArn });
        return attachedPolicy(ClusterArn, answer && told(answer.Policy, 'Policy'));
      },
    },
    logExports: {
      fields: 'ClusterInfo.Provisioned.LoggingInfo.BrokerLogs',
      read: (cluster) => {
        const { CloudWatchLogs, Firehose, S3 } = provisioned(cluster).LoggingInfo?.BrokerLogs ?? {};
        const places = [
          ...(CloudWatchLogs?.Enabled ? ['CloudWatch Logs'] : []),
          ...(Firehose?.Enabled ? ['Firehose'] : []),
          ...(S3?.Enabled ? ['S3'] : []),
        ];
        return { exported: places.length > 0 ? ['broker'] : [], detail: places.join(', ') || undefined };
      },
    },
    serviceEndpoint: {
      fields: 'BootstrapBrokerString..., by the way clients sign in',
      reads: ['kafka:GetBootstrapBrokers'],
      read: (cluster, aws) => bootstrap(arnOf(cluster), aws),
    },
  },
});

function arnOf(cluster: Cluster): string {
  return told(cluster.ClusterArn, 'ClusterArn');
}

function provisioned({ ClusterName, Provisioned, Serverless }: Cluster) {
  if (Serverless) throw notApplicable(`${ClusterName} is serverless and has no brokers to ask about.`);
  return told(Provisioned, 'Provisioned');
}

function versionOf(cluster: Cluster): string {
  return told(provisioned(cluster).CurrentBrokerSoftwareInfo?.KafkaVersion, 'CurrentBrokerSoftwareInfo.KafkaVersion');
}

function subnetsOf({ Provisioned, Serverless }: Cluster): string[] {
  const subnets =
    Serverless?.VpcConfigs?.flatMap(({ SubnetIds }) => SubnetIds ?? []) ??
    Provisioned?.BrokerNodeGroupInfo?.ClientSubnets;
  return told(subnets, 'BrokerNodeGroupInfo.ClientSubnets');
}

function methodsOf({ ClusterArn, Provisioned, Serverless }: Cluster): string[] {
  told(ClusterArn, 'ClusterArn');
  const authentication = Provisioned?.ClientAuthentication;
  const sasl = authentication?.Sasl;
  return [
    ...(sasl?.Iam?.Enabled || Serverless?.ClientAuthentication?.Sasl?.Iam?.Enabled ? ['SASL/IAM'] : []),
    ...(sasl?.Scram?.Enabled ? ['SASL/SCRAM'] : []),
    ...(authentication?.Tls?.Enabled ? ['TLS'] : []),
  ];
}

async function bootstrap(ClusterArn: string, aws: AwsOf<typeof kafka>) {
  const answer = await aws.call('GetBootstrapBrokers', { ClusterArn });
  const brokers =
    answer.BootstrapBrokerStringSaslIam ??
    answer.BootstrapBrokerStringSaslScram ??
    answer.BootstrapBrokerStringTls ??
    answer.BootstrapBrokerString;
  const address = told(brokers, 'BootstrapBrokerString');
  return { address, port: Number(/:(\d+)(?:,|$)/.exec(address)?.[1]) };
}
