// @ts-check

/** @typedef {import('../../failure.js').Mistake} Mistake */

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
    test: 'the orders table is paid by request, at the price of data that is in use, and takes as many as come',
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
  {
    name: 'orders are copied to another region',
    output: 'orders-table-name',
    test: 'the orders table is kept in one region, and opened by no policy of its own',
    expected: 'Replicas',
    received: 'a list of 1',
    on: { moto: 'moto 5.2.5 ignores ReplicaUpdates of UpdateTable' },
    apply: ({ aws, outputs }) =>
      aws.call('dynamodb', 'UpdateTable', {
        TableName: outputs['orders-table-name'],
        ReplicaUpdates: [{ Create: { RegionName: 'us-west-2' } }],
      }),
  },
  {
    name: 'the orders table takes one request per second',
    output: 'orders-table-name',
    test: 'the orders table is paid by request, at the price of data that is in use, and takes as many as come',
    expected: 'OnDemandThroughput',
    received: 'MaxWriteRequestUnits',
    on: { moto: 'moto 5.2.5 ignores OnDemandThroughput of UpdateTable' },
    apply: ({ aws, outputs }) =>
      aws.call('dynamodb', 'UpdateTable', {
        TableName: outputs['orders-table-name'],
        OnDemandThroughput: { MaxReadRequestUnits: 1, MaxWriteRequestUnits: 1 },
      }),
  },
  {
    name: 'idempotency keys are kept at the price of data that nobody reads',
    output: 'idempotency-table-name',
    test: 'the idempotency table is paid by request, at the price of data that is in use, and takes as many as come',
    expected: 'TableClassSummary',
    received: 'TableClass',
    on: { moto: 'moto 5.2.5 ignores TableClass of UpdateTable' },
    apply: ({ aws, outputs }) =>
      aws.call('dynamodb', 'UpdateTable', {
        TableName: outputs['idempotency-table-name'],
        TableClass: 'STANDARD_INFREQUENT_ACCESS',
      }),
  },
];

module.exports = { tables };
