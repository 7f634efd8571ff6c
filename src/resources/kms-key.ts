import { kms } from '../aws/sdk';
import type { Aws } from '../engine/aws';
import { defineResource } from '../engine/resource';
import { notFound, told } from '../engine/unjudged';
import { resourcePart } from './shared/arn';
import { attachedPolicy } from './shared/policy';
import { tagMap } from './shared/tags';

export const kmsKey = defineResource({
  type: 'AWS::KMS::Key',
  label: 'KMS key',
  sdk: kms,
  reads: ['kms:DescribeKey', 'kms:ListAliases'],
  notFound: ['NotFoundException'],
  accepts: ['AWS::KMS::Alias'],
  facts: async (aws, { id }) => {
    const key = resourcePart(id).startsWith('alias/aws/') ? await keyOfAwsAlias(aws, resourcePart(id)) : id;
    return told((await aws.call('DescribeKey', { KeyId: key })).KeyMetadata, 'KeyMetadata');
  },
  facets: {
    identity: {
      fields: 'KeyMetadata.{Arn, KeyId}',
      read: (key) => ({ arn: told(key.Arn, 'KeyMetadata.Arn'), id: told(key.KeyId, 'KeyMetadata.KeyId') }),
    },
    lifecycle: {
      fields: 'KeyMetadata.{KeyState, DeletionDate}',
      read: (key) => {
        const state = told(key.KeyState, 'KeyMetadata.KeyState');
        const reason = key.DeletionDate && `it is deleted on ${new Date(key.DeletionDate).toISOString()}`;
        return { state, available: state === 'Enabled', reason };
      },
    },
    tags: {
      fields: 'Tags',
      reads: ['kms:ListResourceTags'],
      read: async (key, aws) =>
        tagMap(await aws.list('ListResourceTags', { KeyId: told(key.Arn, 'KeyMetadata.Arn') }, (page) => page.Tags)),
    },
    key: {
      fields: 'KeyMetadata.{Arn, KeyManager, KeyState, KeySpec, KeyUsage}',
      read: (key) => ({
        arn: told(key.Arn, 'KeyMetadata.Arn'),
        id: told(key.KeyId, 'KeyMetadata.KeyId'),
        manager: told(key.KeyManager, 'KeyMetadata.KeyManager'),
        state: told(key.KeyState, 'KeyMetadata.KeyState'),
        spec: told(key.KeySpec, 'KeyMetadata.KeySpec'),
        usage: key.KeyUsage,
      }),
    },
    keyAliases: {
      fields: 'Aliases[].AliasName',
      read: async (key, aws) => {
        const KeyId = told(key.Arn, 'KeyMetadata.Arn');
        const aliases = await aws.list('ListAliases', { KeyId }, (page) => page.Aliases);
        return { names: aliases.map(({ AliasName }) => told(AliasName, 'Aliases[].AliasName')) };
      },
    },
    keyGrants: {
      fields: 'Grants[].{GrantId, GranteePrincipal, Operations}',
      reads: ['kms:ListGrants'],
      read: async (key, aws) => {
        const KeyId = told(key.Arn, 'KeyMetadata.Arn');
        const grants = await aws.list('ListGrants', { KeyId }, (page) => page.Grants);
        return {
          grants: grants.map(({ GrantId, GranteePrincipal, Operations }) => ({
            id: told(GrantId, 'Grants[].GrantId'),
            grantee: told(GranteePrincipal, 'Grants[].GranteePrincipal'),
            operations: told(Operations, 'Grants[].Operations'),
          })),
        };
      },
    },
    description: { fields: 'KeyMetadata.Description', read: ({ Description: text }) => ({ ...(text && { text }) }) },
    regionalReach: {
      fields: 'KeyMetadata.{MultiRegion, MultiRegionConfiguration}',
      read: (key) => {
        const multiRegion = told(key.MultiRegion, 'KeyMetadata.MultiRegion');
        const kind = key.MultiRegionConfiguration?.MultiRegionKeyType;
        return { multiRegion, detail: `MultiRegion ${multiRegion}${kind ? `, ${kind} key` : ''}` };
      },
    },
    keyRotation: {
      fields: 'KeyRotationEnabled, RotationPeriodInDays',
      reads: ['kms:GetKeyRotationStatus'],
      read: async (key, aws) => {
        const status = await aws.call('GetKeyRotationStatus', { KeyId: told(key.Arn, 'KeyMetadata.Arn') });
        return {
          enabled: told(status.KeyRotationEnabled, 'KeyRotationEnabled'),
          periodInDays: status.RotationPeriodInDays,
        };
      },
    },
    resourcePolicy: {
      fields: 'Policy',
      reads: ['kms:GetKeyPolicy'],
      read: async (key, aws) => {
        const arn = told(key.Arn, 'KeyMetadata.Arn');
        // `default` is the only name a key policy can have, and every key has one.
        const { Policy } = await aws.call('GetKeyPolicy', { KeyId: arn, PolicyName: 'default' });
        return attachedPolicy(arn, told(Policy, 'Policy'));
      },
    },
  },
});

/**
 * KMS makes the key behind an alias of AWS's own when it is first used, and `DescribeKey` on such an alias counts as a
 * use. A read must not create a key, so the alias is looked up first.
 */
async function keyOfAwsAlias(aws: Aws<Awaited<ReturnType<typeof kms.load>>>, name: string): Promise<string> {
  const aliases = await aws.list('ListAliases', {}, (page) => page.Aliases);
  const target = aliases.find((alias) => alias.AliasName === name)?.TargetKeyId;
  if (target) return target;
  throw notFound(
    `KMS has not created the AWS-managed key ${name} in ${aws.region} yet`,
    'KMS creates it when something is first encrypted with it; asking kms:DescribeKey now would create it. ' +
      'Use the resource once and run the test again, or name a key of your own.',
  );
}
