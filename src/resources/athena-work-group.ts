import type { WorkGroupConfiguration } from '@aws-sdk/client-athena';
import { athena } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import type { Encryption } from '../facets';
import { resourcePart } from './shared/arn';
import type { AwsOf } from './shared/aws-of';
import { kmsReference } from './shared/kms-reference';
import { tagMap } from './shared/tags';

export const athenaWorkGroup = defineResource({
  type: 'AWS::Athena::WorkGroup',
  label: 'Athena workgroup',
  sdk: athena,
  reads: ['athena:GetWorkGroup'],
  // Athena has no code of its own for a workgroup that does not exist.
  notFound: ['InvalidRequestException'],
  facts: async (aws, { id }) => {
    const WorkGroup = resourcePart(id).replace(/^workgroup\//, '');
    return told((await aws.call('GetWorkGroup', { WorkGroup })).WorkGroup, 'WorkGroup');
  },
  facets: {
    identity: {
      fields: 'WorkGroup.Name, and the account',
      reads: ['sts:GetCallerIdentity'],
      read: async (group, aws) => ({ arn: await arnOf(group, aws), id: told(group.Name, 'WorkGroup.Name') }),
    },
    lifecycle: {
      fields: 'WorkGroup.State',
      read: (group) => {
        const state = told(group.State, 'WorkGroup.State');
        return { state, available: state === 'ENABLED' };
      },
    },
    tags: {
      fields: 'Tags',
      reads: ['athena:ListTagsForResource', 'sts:GetCallerIdentity'],
      read: async (group, aws) => {
        const ResourceARN = await arnOf(group, aws);
        return tagMap(await aws.list('ListTagsForResource', { ResourceARN }, (page) => page.Tags));
      },
    },
    description: { fields: 'WorkGroup.Description', read: ({ Description: text }) => ({ ...(text && { text }) }) },
    activation: {
      fields: 'WorkGroup.State',
      read: (group) => {
        const state = told(group.State, 'WorkGroup.State');
        return { enabled: state === 'ENABLED', state };
      },
    },
    encryption: {
      fields: 'WorkGroup.Configuration.{ResultConfiguration, ManagedQueryResultsConfiguration}.EncryptionConfiguration',
      read: ({ Configuration: configuration }) => encryption(told(configuration, 'WorkGroup.Configuration')),
    },
    engine: {
      fields: 'WorkGroup.Configuration.EngineVersion.EffectiveEngineVersion',
      read: ({ Configuration: configuration }) => {
        const { EffectiveEngineVersion } = configuration?.EngineVersion ?? {};
        const effective = told(EffectiveEngineVersion, 'WorkGroup.Configuration.EngineVersion.EffectiveEngineVersion');
        // `Athena engine version 3`, `PySpark engine version 3`.
        const [, name = 'athena', version = effective] = /^(\S+) engine version (\S+)$/.exec(effective) ?? [];
        return { name: name.toLowerCase(), version, alsoKnownAs: [effective] };
      },
    },
    queryResults: {
      fields: 'WorkGroup.Configuration.{ResultConfiguration.OutputLocation, EnforceWorkGroupConfiguration}',
      read: ({ Configuration }) => {
        const configuration = told(Configuration, 'WorkGroup.Configuration');
        const { OutputLocation: location } = configuration.ResultConfiguration ?? {};
        const { BytesScannedCutoffPerQuery: limit } = configuration;
        return {
          ...(location && { location }),
          enforced: told(configuration.EnforceWorkGroupConfiguration, 'Configuration.EnforceWorkGroupConfiguration'),
          ...(limit !== undefined && { scanLimitInBytes: limit }),
        };
      },
    },
  },
});

async function arnOf(group: { Name?: string | undefined }, aws: AwsOf<typeof athena>): Promise<string> {
  const name = told(group.Name, 'WorkGroup.Name');
  return `arn:${aws.partition}:athena:${aws.region}:${await aws.account()}:workgroup/${name}`;
}

/** How query results are encrypted: managed ones always are, those in a bucket as the workgroup says. */
function encryption(configuration: WorkGroupConfiguration): Encryption {
  const { ManagedQueryResultsConfiguration: managed, ResultConfiguration: own } = configuration;
  if (managed?.Enabled) {
    const key = managed.EncryptionConfiguration?.KmsKey;
    return key
      ? { kind: 'kms', mode: 'managed query results', key: kmsReference(key) }
      : { kind: 'service-owned', mode: 'managed query results' };
  }
  const { EncryptionOption: mode, KmsKey: key } = own?.EncryptionConfiguration ?? {};
  if (mode === undefined) return { kind: 'none', mode: 'no EncryptionConfiguration' };
  return key ? { kind: 'kms', mode, key: kmsReference(key) } : { kind: 'service-owned', mode };
}
