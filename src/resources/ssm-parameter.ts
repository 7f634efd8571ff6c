import { ssm } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import type { Encryption } from '../facets';
import { resourcePart } from './shared/arn';
import { kmsReference } from './shared/kms-reference';
import { tagMap } from './shared/tags';

export const ssmParameter = defineResource({
  type: 'AWS::SSM::Parameter',
  label: 'SSM parameter',
  sdk: ssm,
  reads: ['ssm:DescribeParameters'],
  batch: 25,
  factsOf: async (aws, targets) => {
    const Values = [...new Set(targets.flatMap(({ id }) => namesOf(id)))];
    const parameters = await aws.list(
      'DescribeParameters',
      { ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values }] },
      (page) => page.Parameters,
    );
    return targets.map(({ id }) => parameters.find(({ Name: name }) => name && namesOf(id).includes(name)));
  },
  config: {
    reads: ['ssm:GetParameter'],
    read: async (parameter, aws) => {
      if (parameter.Type === 'SecureString') return { ...parameter };
      const { Parameter: read } = await aws.call('GetParameter', { Name: nameOf(parameter) });
      return { ...parameter, Value: told(read?.Value, 'Parameter.Value') };
    },
  },
  facets: {
    identity: {
      fields: 'Parameters[].{ARN, Name}',
      read: (parameter) => ({ ...(parameter.ARN && { arn: parameter.ARN }), id: nameOf(parameter) }),
    },
    lifecycle: { fields: 'Parameters[]', read: () => ({ available: true }) },
    tags: {
      fields: 'TagList',
      reads: ['ssm:ListTagsForResource'],
      read: async (parameter, aws) => {
        const ResourceId = nameOf(parameter);
        const { TagList } = await aws.call('ListTagsForResource', { ResourceType: 'Parameter', ResourceId });
        return tagMap(told(TagList, 'TagList'));
      },
    },
    description: { fields: 'Parameters[].Description', read: ({ Description: text }) => ({ ...(text && { text }) }) },
    encryption: {
      fields: 'Parameters[].{Type, KeyId}',
      read: ({ Type, KeyId = 'alias/aws/ssm' }): Encryption => {
        const mode = told(Type, 'Parameters[].Type');
        return mode === 'SecureString' ? { kind: 'kms', mode, key: kmsReference(KeyId) } : { kind: 'none', mode };
      },
    },
    parameterKind: {
      fields: 'Parameters[].{Type, Tier, DataType, Version}',
      read: (parameter) => ({
        type: told(parameter.Type, 'Parameters[].Type'),
        // The defaults that SSM documents, for which older answers leave the field out.
        tier: parameter.Tier ?? 'Standard',
        dataType: parameter.DataType ?? 'text',
        version: told(parameter.Version, 'Parameters[].Version'),
      }),
    },
    parameterValue: {
      fields: 'Parameter.Value',
      // The value of a SecureString needs kms:Decrypt on its key as well.
      reads: ['ssm:GetParameter'],
      read: async (parameter, aws) => {
        const { Parameter: read } = await aws.call('GetParameter', { Name: nameOf(parameter), WithDecryption: true });
        const secure = told(parameter.Type, 'Parameters[].Type') === 'SecureString';
        return { value: told(read?.Value, 'Parameter.Value'), secure };
      },
    },
  },
});

function nameOf(parameter: { Name?: string | undefined }): string {
  return told(parameter.Name, 'Parameters[].Name');
}

/** `parameter/stage` in an ARN may be the name `stage` or the name `/stage`; a deeper name always starts with a slash. */
function namesOf(id: string): string[] {
  const name = resourcePart(id);
  if (!name.startsWith('parameter/') || name === id) return [id];
  const bare = name.slice('parameter/'.length);
  return bare.includes('/') ? [`/${bare}`] : [bare, `/${bare}`];
}
