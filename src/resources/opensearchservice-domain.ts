import type { DomainStatus } from '@aws-sdk/client-opensearch';
import { opensearch } from '../aws/sdk';
import { defineResource, type Target } from '../engine/resource';
import { notApplicable, told } from '../engine/unjudged';
import type { Encryption } from '../facets';
import { resourceName } from './shared/arn';
import { kmsReference } from './shared/kms-reference';
import { attachedPolicy } from './shared/policy';
import { subnetPlacement, zonesOfSubnets } from './shared/subnet-placement';
import { tagMap } from './shared/tags';
import { ascending } from './shared/version-order';

export const opensearchserviceDomain = defineResource({
  type: 'AWS::OpenSearchService::Domain',
  label: 'OpenSearch domain',
  sdk: opensearch,
  reads: ['es:DescribeDomain'],
  notFound: ['ResourceNotFoundException'],
  facts: async (aws, target) => {
    const { DomainStatus: status } = await aws.call('DescribeDomain', { DomainName: domainName(target) });
    return told(status, 'DomainStatus');
  },
  facets: {
    identity: {
      fields: 'DomainStatus.{ARN, DomainName}',
      read: (domain) => ({ arn: told(domain.ARN, 'ARN'), id: told(domain.DomainName, 'DomainName') }),
    },
    lifecycle: {
      fields: 'DomainStatus.{Created, Deleted, Processing, UpgradeProcessing, DomainProcessingStatus}',
      read: (domain) => {
        const created = told(domain.Created, 'Created');
        const deleted = domain.Deleted === true;
        const working = domain.Processing === true || domain.UpgradeProcessing === true;
        const state = domain.DomainProcessingStatus ?? (deleted ? 'Deleting' : working ? 'Modifying' : 'Active');
        return {
          state,
          // A domain serves while AWS changes it, and not before it has an endpoint.
          available: created && !deleted && endpointOf(domain) !== undefined,
          reason: working ? 'AWS is changing the domain' : undefined,
        };
      },
    },
    tags: {
      fields: 'TagList',
      reads: ['es:ListTags'],
      read: async (domain, aws) =>
        tagMap(told((await aws.call('ListTags', { ARN: told(domain.ARN, 'ARN') })).TagList, 'TagList')),
    },
    encryption: { fields: 'DomainStatus.EncryptionAtRestOptions', read: encryption },
    transitEncryption: {
      fields: 'DomainStatus.{DomainEndpointOptions.EnforceHTTPS, NodeToNodeEncryptionOptions.Enabled}',
      read: (domain) => {
        const https = told(domain.DomainEndpointOptions?.EnforceHTTPS, 'DomainEndpointOptions.EnforceHTTPS');
        const nodes = told(domain.NodeToNodeEncryptionOptions?.Enabled, 'NodeToNodeEncryptionOptions.Enabled');
        const policy = domain.DomainEndpointOptions?.TLSSecurityPolicy;
        return {
          enforced: https && nodes,
          offered: true,
          detail: `EnforceHTTPS ${https}${policy ? ` with ${policy}` : ''}, node-to-node encryption ${nodes}`,
        };
      },
    },
    clientAuthentication: {
      fields: 'DomainStatus.AdvancedSecurityOptions, DomainStatus.CognitoOptions',
      read: (domain) => {
        const security = domain.AdvancedSecurityOptions;
        const enabled = told(security?.Enabled, 'AdvancedSecurityOptions.Enabled');
        const methods = [
          ...(enabled ? ['fine-grained access control'] : []),
          ...(security?.InternalUserDatabaseEnabled ? ['internal users'] : []),
          ...(security?.SAMLOptions?.Enabled ? ['SAML'] : []),
          ...(domain.CognitoOptions?.Enabled ? ['Cognito'] : []),
        ];
        return { required: enabled && security?.AnonymousAuthEnabled !== true, methods };
      },
    },
    engine: {
      fields: 'DomainStatus.EngineVersion',
      read: (domain) => {
        const [name = '', version = ''] = told(domain.EngineVersion, 'EngineVersion').split('_');
        return { name, version, alsoKnownAs: [] };
      },
    },
    engineOffer: {
      fields: 'DomainStatus.EngineVersion, Versions',
      reads: ['es:ListVersions'],
      read: async (domain, aws) => {
        const [name = '', version = ''] = told(domain.EngineVersion, 'EngineVersion').split('_');
        const all = await aws.list('ListVersions', {}, (page) => page.Versions);
        const offered = all.filter((each) => each.startsWith(`${name}_`)).map((each) => each.slice(name.length + 1));
        return { name, version, region: aws.region, offered: offered.sort(ascending) };
      },
    },
    nodes: {
      fields: 'DomainStatus.ClusterConfig.{InstanceType, InstanceCount}',
      read: (domain) => ({
        types: [told(domain.ClusterConfig?.InstanceType, 'ClusterConfig.InstanceType')],
        count: told(domain.ClusterConfig?.InstanceCount, 'ClusterConfig.InstanceCount'),
      }),
    },
    storage: {
      fields: 'DomainStatus.EBSOptions',
      read: (domain) => {
        const volume = told(domain.EBSOptions, 'EBSOptions');
        if (!volume.EBSEnabled)
          throw notApplicable(`${domain.DomainName} keeps its data on the disks of its instances.`);
        return {
          sizeInGibibytes: told(volume.VolumeSize, 'EBSOptions.VolumeSize'),
          type: told(volume.VolumeType, 'EBSOptions.VolumeType'),
          ...(volume.Iops && { iops: volume.Iops }),
        };
      },
    },
    availability: {
      fields: 'DomainStatus.ClusterConfig.{ZoneAwarenessEnabled, ZoneAwarenessConfig, MultiAZWithStandbyEnabled}',
      read: (domain) => {
        const cluster = told(domain.ClusterConfig, 'ClusterConfig');
        const aware = told(cluster.ZoneAwarenessEnabled, 'ClusterConfig.ZoneAwarenessEnabled');
        // Two zones are the default of a domain that is aware of them.
        const zones = aware ? (cluster.ZoneAwarenessConfig?.AvailabilityZoneCount ?? 2) : 1;
        const nodes = told(cluster.InstanceCount, 'ClusterConfig.InstanceCount');
        const standby = cluster.MultiAZWithStandbyEnabled ? ', with standby' : '';
        return {
          multiAz: zones > 1 && nodes > 1,
          detail: `${nodes} data node(s) in ${zones} zone(s)${standby}`,
          pending: domain.Processing ? 'AWS is changing the domain' : undefined,
        };
      },
    },
    publicAccess: {
      fields: 'DomainStatus.VPCOptions',
      read: (domain) => {
        told(domain.ARN, 'ARN');
        const vpc = domain.VPCOptions?.VPCId;
        return vpc
          ? { public: false, because: `the domain is in ${vpc}` }
          : { public: true, because: 'the domain is in no VPC, and its endpoint is on the internet' };
      },
    },
    networkPlacement: {
      fields: 'DomainStatus.VPCOptions',
      read: (domain, aws) => {
        told(domain.ARN, 'ARN');
        const { VPCId, SubnetIds = [], SecurityGroupIds = [] } = domain.VPCOptions ?? {};
        return subnetPlacement({ vpcId: VPCId, subnetIds: SubnetIds, securityGroupIds: SecurityGroupIds }, aws);
      },
    },
    zones: {
      fields: 'AvailabilityZone of DomainStatus.VPCOptions.SubnetIds',
      reads: ['ec2:DescribeSubnets'],
      read: async (domain, aws) => {
        const subnets = domain.VPCOptions?.SubnetIds;
        if (!subnets?.length)
          throw notApplicable(`${domain.DomainName} is in no VPC, and AWS does not tell its zones.`);
        return { zones: await zonesOfSubnets(subnets, aws) };
      },
    },
    resourcePolicy: {
      fields: 'DomainStatus.AccessPolicies',
      read: (domain) => attachedPolicy(told(domain.ARN, 'ARN'), domain.AccessPolicies || undefined),
    },
    logExports: {
      fields: 'DomainStatus.LogPublishingOptions',
      read: (domain) => {
        told(domain.ARN, 'ARN');
        const options = Object.entries(domain.LogPublishingOptions ?? {});
        return {
          exported: options.filter(([, option]) => option?.Enabled).map(([name]) => name),
          detail: 'CloudWatch Logs',
        };
      },
    },
    serviceEndpoint: {
      fields: 'DomainStatus.{Endpoint, Endpoints.vpc}',
      read: (domain) => ({ address: told(endpointOf(domain), 'Endpoint'), port: 443 }),
    },
  },
});

/** The name in an ARN, or in a host name such as `search-logs-a1b2c3.eu-west-1.es.amazonaws.com`. */
function domainName({ id }: Target): string {
  const host = /^(?:https?:\/\/)?(?:search|vpc)-(.+)-[a-z0-9]{26}\./.exec(id);
  return host?.[1] ?? resourceName(id);
}

function endpointOf({ Endpoint, Endpoints, EndpointV2 }: DomainStatus): string | undefined {
  return Endpoint ?? Endpoints?.vpc ?? EndpointV2;
}

function encryption({ EncryptionAtRestOptions: options }: DomainStatus): Encryption {
  const { Enabled, KmsKeyId } = told(options, 'EncryptionAtRestOptions');
  if (!told(Enabled, 'EncryptionAtRestOptions.Enabled')) return { kind: 'none', mode: 'EncryptionAtRestOptions off' };
  return { kind: 'kms', mode: 'KMS', key: kmsReference(told(KmsKeyId, 'EncryptionAtRestOptions.KmsKeyId')) };
}
