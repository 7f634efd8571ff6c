// @ts-check

const { addToBucketPolicy } = require('./policy');

/** @typedef {import('../../failure.js').Mistake} Mistake */

const versions = (/** @type {string} */ title) => `the ${title} bucket keeps the versions of its objects`;
const closed = (/** @type {string} */ title) => `the ${title} bucket is closed to the public`;

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
      const Policy = JSON.stringify({
        Version: '2012-10-17',
        Statement: [statement(accountId), statement('999999999999')],
      });
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
];

/** @type {Mistake[]} */
const tables = [
  {
    name: 'the orders table goes back to the key of AWS',
    output: 'orders-table-name',
    test: 'the orders table is encrypted with the data key',
    expected: 'managed by CUSTOMER',
    received: /AWS-owned|alias\/aws\/dynamodb|not/,
    on: { moto: 'moto 5.2.5 ignores SSESpecification of UpdateTable' },
    apply: ({ aws, outputs }) =>
      aws.call('dynamodb', 'UpdateTable', {
        TableName: outputs['orders-table-name'],
        SSESpecification: { Enabled: false },
      }),
  },
  {
    name: 'the idempotency table is encrypted with another key',
    output: 'idempotency-table-name',
    test: 'the idempotency table is encrypted with the data key',
    expected: 'managed by CUSTOMER',
    received: /key\/[0-9a-f]{8}-/,
    on: { moto: 'moto 5.2.5 ignores SSESpecification of UpdateTable' },
    apply: async ({ aws, outputs }) => {
      const { KeyMetadata } = await aws.call('kms', 'CreateKey', { KeyUsage: 'ENCRYPT_DECRYPT' });
      const { Arn } = /** @type {{ Arn: string }} */ (KeyMetadata);
      await aws.call('dynamodb', 'UpdateTable', {
        TableName: outputs['idempotency-table-name'],
        SSESpecification: { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: Arn },
      });
    },
  },
  {
    name: 'point-in-time recovery of the orders is off',
    output: 'orders-table-name',
    test: 'the orders table can be restored to any second, and is not deleted by mistake',
    expected: 'on',
    received: 'off',
    apply: ({ aws, outputs }) =>
      aws.call('dynamodb', 'UpdateContinuousBackups', {
        TableName: outputs['orders-table-name'],
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: false },
      }),
  },
  {
    name: 'the orders table can be deleted',
    output: 'orders-table-name',
    test: 'the orders table can be restored to any second, and is not deleted by mistake',
    expected: 'on',
    received: 'off',
    apply: ({ aws, outputs }) =>
      aws.call('dynamodb', 'UpdateTable', {
        TableName: outputs['orders-table-name'],
        DeletionProtectionEnabled: false,
      }),
  },
  {
    name: 'idempotency keys are kept for ever',
    output: 'idempotency-table-name',
    test: 'the idempotency table forgets what has expired (PCI DSS 3.2.1)',
    expected: 'expiresAt',
    received: 'off',
    apply: ({ aws, outputs }) =>
      aws.call('dynamodb', 'UpdateTimeToLive', {
        TableName: outputs['idempotency-table-name'],
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: false },
      }),
  },
  {
    name: 'the orders table is paid for by provisioned capacity',
    output: 'orders-table-name',
    test: 'the orders table is paid by request',
    expected: 'PAY_PER_REQUEST',
    received: 'PROVISIONED',
    apply: ({ aws, outputs }) =>
      aws.call('dynamodb', 'UpdateTable', {
        TableName: outputs['orders-table-name'],
        BillingMode: 'PROVISIONED',
        ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 },
        GlobalSecondaryIndexUpdates: [
          {
            Update: {
              IndexName: 'by-account',
              ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 },
            },
          },
        ],
      }),
  },
  {
    name: 'orders can no longer be found by their account',
    output: 'orders-table-name',
    test: 'orders are found by their id and by their account, and each change of them is streamed',
    expected: 'by-account',
    received: /no|none/,
    apply: ({ aws, outputs }) =>
      aws.call('dynamodb', 'UpdateTable', {
        TableName: outputs['orders-table-name'],
        GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: 'by-account' } }],
      }),
  },
  {
    name: 'changes of orders are no longer streamed',
    output: 'orders-table-name',
    test: 'orders are found by their id and by their account, and each change of them is streamed',
    expected: 'NEW_AND_OLD_IMAGES',
    received: /off|no stream/,
    apply: ({ aws, outputs }) =>
      aws.call('dynamodb', 'UpdateTable', {
        TableName: outputs['orders-table-name'],
        StreamSpecification: { StreamEnabled: false },
      }),
  },
  {
    name: 'somebody looks up idempotency keys by another attribute',
    output: 'idempotency-table-name',
    test: 'idempotency keys are found by themselves alone',
    expected: 'AttributeDefinitions',
    received: 'a list of 2',
    apply: ({ aws, outputs }) =>
      aws.call('dynamodb', 'UpdateTable', {
        TableName: outputs['idempotency-table-name'],
        AttributeDefinitions: [
          { AttributeName: 'idempotencyKey', AttributeType: 'S' },
          { AttributeName: 'customer', AttributeType: 'S' },
        ],
        GlobalSecondaryIndexUpdates: [
          {
            Create: {
              IndexName: 'by-customer',
              KeySchema: [{ AttributeName: 'customer', KeyType: 'HASH' }],
              Projection: { ProjectionType: 'ALL' },
            },
          },
        ],
      }),
  },
  {
    name: 'somebody deleted the idempotency table',
    output: 'idempotency-table-name',
    test: 'the idempotency table is encrypted with the data key',
    expected: 'exists',
    received: 'does not exist',
    apply: async ({ aws, outputs }) => {
      const TableName = outputs['idempotency-table-name'];
      await aws.call('dynamodb', 'UpdateTable', { TableName, DeletionProtectionEnabled: false });
      await aws.call('dynamodb', 'DeleteTable', { TableName });
    },
  },
];

/** @type {Mistake[]} */
const buckets = [
  {
    name: 'the trade archive is encrypted with the key of S3',
    output: 'trade-archive-bucket',
    test: 'the trade archive bucket is encrypted with the data key',
    expected: 'managed by CUSTOMER',
    received: 'AES256',
    apply: ({ aws, outputs }) =>
      aws.call('s3', 'PutBucketEncryption', {
        Bucket: outputs['trade-archive-bucket'],
        ServerSideEncryptionConfiguration: {
          Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
      }),
  },
  {
    name: 'the Terraform state is encrypted with the key of S3',
    output: 'terraform-state-bucket',
    test: 'the Terraform state bucket is encrypted with the data key',
    expected: 'managed by CUSTOMER',
    received: 'AES256',
    apply: ({ aws, outputs }) =>
      aws.call('s3', 'PutBucketEncryption', {
        Bucket: outputs['terraform-state-bucket'],
        ServerSideEncryptionConfiguration: {
          Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
      }),
  },
  {
    name: 'the trade archive is encrypted with the key of AWS',
    output: 'trade-archive-bucket',
    test: 'the trade archive bucket is encrypted with the data key',
    expected: 'managed by CUSTOMER',
    received: 'alias/aws/s3',
    apply: ({ aws, outputs }) =>
      aws.call('s3', 'PutBucketEncryption', {
        Bucket: outputs['trade-archive-bucket'],
        ServerSideEncryptionConfiguration: {
          Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }],
        },
      }),
  },
  {
    name: 'the Terraform state bucket is gone',
    output: 'terraform-state-bucket',
    test: 'the Terraform state bucket is there, and these credentials reach it',
    expected: 'exists',
    received: 'does not exist',
    apply: ({ aws, outputs }) => aws.call('s3', 'DeleteBucket', { Bucket: outputs['terraform-state-bucket'] }),
  },
  {
    name: 'versions of the Terraform state are no longer kept',
    output: 'terraform-state-bucket',
    test: versions('Terraform state'),
    expected: 'Enabled',
    received: 'Suspended',
    apply: ({ aws, outputs }) =>
      aws.call('s3', 'PutBucketVersioning', {
        Bucket: outputs['terraform-state-bucket'],
        VersioningConfiguration: { Status: 'Suspended' },
      }),
  },
  {
    name: 'the public access block of the trade archive is gone',
    output: 'trade-archive-bucket',
    test: closed('trade archive'),
    expected: 'BlockPublicAcls',
    received: 'all four off',
    apply: ({ aws, outputs }) => aws.call('s3', 'DeletePublicAccessBlock', { Bucket: outputs['trade-archive-bucket'] }),
  },
  {
    name: 'one switch of the public access block of the access logs is off',
    output: 'access-logs-bucket',
    test: closed('access logs'),
    expected: 'RestrictPublicBuckets',
    received: 'RestrictPublicBuckets',
    apply: ({ aws, outputs }) =>
      aws.call('s3', 'PutPublicAccessBlock', {
        Bucket: outputs['access-logs-bucket'],
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: false,
        },
      }),
  },
  {
    name: 'the access control list of the trade archive lets others write',
    output: 'trade-archive-bucket',
    test: closed('trade archive'),
    expected: 'owner',
    received: 'for LogDelivery',
    on: { ministack: 'ministack 1.5.33 refuses access control lists under BucketOwnerEnforced, as AWS does' },
    apply: ({ aws, outputs }) =>
      aws.call('s3', 'PutBucketAcl', { Bucket: outputs['trade-archive-bucket'], ACL: 'log-delivery-write' }),
  },
  {
    name: 'the trade archive takes plain HTTP',
    output: 'trade-archive-bucket',
    test: 'the trade-archive-bucket takes requests over TLS alone, and has no other policy',
    expected: 'aws:SecureTransport',
    received: /no|none/,
    apply: ({ aws, outputs }) => aws.call('s3', 'DeleteBucketPolicy', { Bucket: outputs['trade-archive-bucket'] }),
  },
  {
    name: 'the policy of the trade archive lets in another account',
    output: 'trade-archive-bucket',
    test: 'the trade-archive-bucket takes requests over TLS alone, and has no other policy',
    expected: 'aws:SecureTransport',
    received: '999999999999',
    apply: (stack) =>
      addToBucketPolicy(stack, 'trade-archive-bucket', (bucket) => ({
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::999999999999:root' },
        Action: 's3:GetObject',
        Resource: `arn:aws:s3:::${bucket}/*`,
      })),
  },
  {
    name: 'old trades are deleted instead of archived',
    output: 'trade-archive-bucket',
    test: 'the trade archive bucket moves old trades to Glacier, and keeps what was overwritten for a year',
    expected: 'GLACIER',
    received: 'expirationInDays',
    apply: ({ aws, outputs }) =>
      aws.call('s3', 'PutBucketLifecycleConfiguration', {
        Bucket: outputs['trade-archive-bucket'],
        LifecycleConfiguration: {
          Rules: [{ ID: 'archive-trades', Status: 'Enabled', Filter: { Prefix: '' }, Expiration: { Days: 90 } }],
        },
      }),
  },
  {
    name: 'access logs are kept for a month alone',
    output: 'access-logs-bucket',
    test: 'the access logs bucket keeps logs for a year (PCI DSS 10.5.1)',
    expected: /365/,
    received: /30/,
    apply: ({ aws, outputs }) =>
      aws.call('s3', 'PutBucketLifecycleConfiguration', {
        Bucket: outputs['access-logs-bucket'],
        LifecycleConfiguration: {
          Rules: [{ ID: 'keep-a-year', Status: 'Enabled', Filter: { Prefix: '' }, Expiration: { Days: 30 } }],
        },
      }),
  },
  {
    name: 'somebody lets old Terraform states expire',
    output: 'terraform-state-bucket',
    test: 'the Terraform state bucket keeps every state there ever was',
    expected: 'rule',
    received: 'tidy',
    apply: ({ aws, outputs }) =>
      aws.call('s3', 'PutBucketLifecycleConfiguration', {
        Bucket: outputs['terraform-state-bucket'],
        LifecycleConfiguration: {
          Rules: [{ ID: 'tidy', Status: 'Enabled', Filter: { Prefix: '' }, Expiration: { Days: 30 } }],
        },
      }),
  },
  {
    name: 'requests to the trade archive are no longer logged',
    output: 'trade-archive-bucket',
    test: 'the trade archive bucket logs each request (PCI DSS 10.2)',
    expected: 'on',
    received: 'off',
    apply: ({ aws, outputs }) =>
      aws.call('s3', 'PutBucketLogging', { Bucket: outputs['trade-archive-bucket'], BucketLoggingStatus: {} }),
  },
  {
    name: 'the trade archive became a web site',
    output: 'trade-archive-bucket',
    test: 'the trade archive bucket is no web site, answers no other origin, and sends no copies and no events',
    expected: 'WebsiteConfiguration',
    received: 'IndexDocument',
    apply: ({ aws, outputs }) =>
      aws.call('s3', 'PutBucketWebsite', {
        Bucket: outputs['trade-archive-bucket'],
        WebsiteConfiguration: { IndexDocument: { Suffix: 'index.html' } },
      }),
  },
];

module.exports = { storage: [...key, ...tables, ...buckets] };
