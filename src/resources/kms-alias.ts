import { kms } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { notFound, told } from '../engine/unjudged';
import type { Reference } from '../facets';
import { resourcePart } from './shared/arn';
import { kmsReference } from './shared/kms-reference';

export const kmsAlias = defineResource({
  type: 'AWS::KMS::Alias',
  label: 'KMS alias',
  sdk: kms,
  reads: ['kms:ListAliases'],
  factsOf: async (aws, targets) => {
    const aliases = await aws.list('ListAliases', {}, (page) => page.Aliases);
    return targets.map(({ id }) => aliases.find((alias) => alias.AliasName === resourcePart(id)));
  },
  facets: {
    identity: {
      fields: 'Aliases[].{AliasArn, AliasName}',
      read: (alias) => ({
        arn: told(alias.AliasArn, 'Aliases[].AliasArn'),
        id: told(alias.AliasName, 'Aliases[].AliasName'),
      }),
    },
    lifecycle: {
      fields: 'Aliases[].TargetKeyId',
      // An alias of AWS's own names no key until KMS has made that key on its first use.
      read: ({ TargetKeyId }) =>
        TargetKeyId ? { available: true } : { available: false, reason: 'it points to no key yet' },
    },
    key: {
      fields: 'Aliases[].TargetKeyId, then KeyMetadata of that key',
      reads: ['kms:DescribeKey'],
      read: (alias, aws) => aws.facet(keyBehind(alias), 'key'),
    },
    keyRotation: {
      fields: 'Aliases[].TargetKeyId, then KeyRotationEnabled of that key',
      reads: ['kms:DescribeKey', 'kms:GetKeyRotationStatus'],
      read: (alias, aws) => aws.facet(keyBehind(alias), 'keyRotation'),
    },
    resourcePolicy: {
      fields: 'Aliases[].TargetKeyId, then Policy of that key',
      reads: ['kms:DescribeKey', 'kms:GetKeyPolicy'],
      read: (alias, aws) => aws.facet(keyBehind(alias), 'resourcePolicy'),
    },
  },
});

function keyBehind({ AliasName, TargetKeyId }: { AliasName?: string; TargetKeyId?: string }): Reference {
  if (TargetKeyId) return kmsReference(TargetKeyId);
  throw notFound(
    `The KMS alias ${AliasName} points to no key`,
    'KMS creates the key of an alias/aws/... alias when something is first encrypted with it.',
  );
}
