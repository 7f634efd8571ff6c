// @ts-check

const { policy } = require('../../policy');

/** @typedef {import('../../failure.js').Mistake} Mistake */

/** @type {Mistake[]} */
const key = [
  {
    name: 'somebody disabled the data key',
    output: 'data-key-arn',
    test: 'PCI DSS 3.6 and 3.7: the data key is in use, belongs to the team, and rotates',
    expected: 'can be used',
    received: 'Disabled',
    apply: ({ aws, resources }) => aws.call('kms', 'DisableKey', { KeyId: resources.DataKey?.physicalId }),
  },
  {
    name: 'somebody scheduled the data key for deletion',
    output: 'data-key-arn',
    test: 'PCI DSS 3.6 and 3.7: the data key is in use, belongs to the team, and rotates',
    expected: 'can be used',
    received: 'PendingDeletion',
    apply: ({ aws, resources }) =>
      aws.call('kms', 'ScheduleKeyDeletion', { KeyId: resources.DataKey?.physicalId, PendingWindowInDays: 7 }),
  },
  {
    name: 'the data key no longer rotates',
    output: 'data-key-arn',
    test: 'PCI DSS 3.6 and 3.7: the data key is in use, belongs to the team, and rotates',
    expected: 'on',
    received: 'off',
    apply: ({ aws, resources }) => aws.call('kms', 'DisableKeyRotation', { KeyId: resources.DataKey?.physicalId }),
  },
  {
    name: 'the key policy lets in another account',
    output: 'data-key-arn',
    test: 'PCI DSS 3.6 and 3.7: the data key may be used by the account, by alarms of this account, and by nobody else',
    expected: 'kms:*',
    received: '999999999999',
    apply: async ({ aws, resources, accountId }) => {
      const statement = (/** @type {string} */ account) => ({
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: 'kms:*',
        Resource: '*',
      });
      const Policy = policy(statement(accountId), statement('999999999999'));
      await aws.call('kms', 'PutKeyPolicy', { KeyId: resources.DataKey?.physicalId, PolicyName: 'default', Policy });
    },
  },
  {
    name: 'the key policy forgets the condition on alarms',
    output: 'data-key-arn',
    test: 'PCI DSS 3.6 and 3.7: the data key may be used by the account, by alarms of this account, and by nobody else',
    expected: 'aws:SourceAccount',
    received: 'cloudwatch.amazonaws.com',
    apply: async ({ aws, resources }) => {
      const KeyId = resources.DataKey?.physicalId;
      const { Policy } = await aws.call('kms', 'GetKeyPolicy', { KeyId, PolicyName: 'default' });
      const document = JSON.parse(String(Policy));
      for (const statement of document.Statement) delete statement.Condition;
      await aws.call('kms', 'PutKeyPolicy', { KeyId, PolicyName: 'default', Policy: JSON.stringify(document) });
    },
  },
  {
    name: 'another account was granted the data key',
    output: 'data-key-arn',
    test: 'PCI DSS 3.6 and 3.7: the data key is granted to the function and to services of AWS alone',
    expected: 'trading-orders-dev',
    received: '999999999999',
    apply: ({ aws, resources }) =>
      aws.call('kms', 'CreateGrant', {
        KeyId: resources.DataKey?.physicalId,
        GranteePrincipal: 'arn:aws:iam::999999999999:root',
        Operations: ['Decrypt'],
      }),
  },
  {
    name: 'the alias points to another key',
    output: 'data-key-alias',
    test: 'PCI DSS 3.6 and 3.7: the data key is the one behind the alias',
    expected: 'data-key-arn',
    received: /[0-9a-f]{8}-/,
    apply: async ({ aws, outputs }) => {
      const { KeyMetadata } = await aws.call('kms', 'CreateKey', {});
      const { KeyId } = /** @type {{ KeyId: string }} */ (KeyMetadata);
      await aws.call('kms', 'UpdateAlias', { AliasName: outputs['data-key-alias'], TargetKeyId: KeyId });
    },
  },
  {
    name: 'the data key rotates every seven years',
    output: 'data-key-alias',
    test: 'PCI DSS 3.6 and 3.7: the data key rotates every year',
    expected: '365',
    received: '2560',
    on: { moto: 'moto 5.2.5 leaves RotationPeriodInDays out of GetKeyRotationStatus' },
    apply: ({ aws, resources }) =>
      aws.call('kms', 'EnableKeyRotation', { KeyId: resources.DataKey?.physicalId, RotationPeriodInDays: 2560 }),
  },
];

module.exports = { key };
