import { PutResourcePolicyCommand } from '@aws-sdk/client-dynamodb';
import { ref } from '../../../deploy';
import { type Area, rowsOf } from '../area';
import { tags } from '../declarations';

const key = [
  { AttributeName: 'customerId', KeyType: 'HASH' },
  { AttributeName: 'at', KeyType: 'RANGE' },
];
const outputs = { TableName: ref('Table'), TableArn: ref('Table.Arn') };

/** DynamoDB tables. */
export const table: Area = {
  healthy: {
    resources: {
      Table: {
        type: 'AWS::DynamoDB::Table',
        properties: {
          BillingMode: 'PAY_PER_REQUEST',
          AttributeDefinitions: [
            { AttributeName: 'customerId', AttributeType: 'S' },
            { AttributeName: 'at', AttributeType: 'N' },
            { AttributeName: 'status', AttributeType: 'S' },
          ],
          KeySchema: key,
          GlobalSecondaryIndexes: [
            {
              IndexName: 'byStatus',
              KeySchema: [{ AttributeName: 'status', KeyType: 'HASH' }],
              Projection: { ProjectionType: 'ALL' },
            },
          ],
          SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: ref('DataKey.Arn') },
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
          StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
          DeletionProtectionEnabled: true,
          Tags: tags,
        },
      },
    },
    outputs,
  },
  broken: {
    resources: {
      Table: {
        type: 'AWS::DynamoDB::Table',
        properties: {
          ProvisionedThroughput: { ReadCapacityUnits: 2, WriteCapacityUnits: 1 },
          AttributeDefinitions: [{ AttributeName: 'customerId', AttributeType: 'S' }],
          KeySchema: key.slice(0, 1),
        },
      },
    },
    outputs,
  },
  afterwards: (healthy) => {
    const ResourceArn = String(healthy.outputs.TableArn);
    const Condition = { Bool: { 'aws:SecureTransport': 'false' } };
    const Statement = [
      {
        Effect: 'Allow',
        Principal: { Service: 'redshift.amazonaws.com' },
        Action: 'dynamodb:*',
        Resource: ResourceArn,
      },
      {
        Sid: 'TlsOnly',
        Effect: 'Deny',
        Principal: '*',
        Action: 'dynamodb:*',
        Resource: [ResourceArn, `${ResourceArn}/index/*`],
        Condition,
      },
    ];
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
    return healthy.client('dynamodb').send(new PutResourcePolicyCommand({ ResourceArn, Policy }));
  },
  rows: [
    ...rowsOf('AWS::DynamoDB::Table', 'TableName', [
      ['toBeAvailable', [], ['pass', /ACTIVE/], 'pass'],
      ['toBeInState', ['ACTIVE'], 'pass', 'pass'],
      ['toBeInState', ['ARCHIVED'], ['fail', /Received: {2}ACTIVE/], 'fail'],
      ['toHaveTags', [{ Team: 'orders' }], 'pass', 'fail'],
      ['toHaveConfig', [{ DeletionProtectionEnabled: true }], 'pass', 'fail'],
      ['toBeEncryptedAtRest', [], 'pass', ['pass', /AWS-owned key/]],
      ['toBeKmsEncrypted', ({ resource }) => [{ key: resource('DataKeyArn'), manager: 'CUSTOMER' }], 'pass', 'fail'],
      ['toHaveDeletionProtection', [], 'pass', 'fail'],
      ['toHavePointInTimeRecovery', [], 'pass', ['fail', /Received: {2}off/]],
      ['toHaveBillingMode', ['PAY_PER_REQUEST'], 'pass', ['fail', /PROVISIONED/]],
      ['toHaveBillingMode', ['PROVISIONED', { readCapacityUnits: { atLeast: 2 } }], 'fail', 'pass'],
      [
        'toHaveKeySchema',
        [{ partitionKey: 'customerId', sortKey: { name: 'at', type: 'N' } }],
        ['pass', /partition key customerId/],
        ['fail', /no sort key/],
      ],
      ['toHaveKeySchema', [{ partitionKey: 'customerId' }], 'fail', 'pass'],
      ['toHaveKeySchema', [{ index: 'byStatus', partitionKey: 'status' }], 'pass', ['fault', /no index 'byStatus'/]],
      ['toHaveTimeToLive', ['expiresAt'], 'pass', ['fail', /Received: {2}off/]],
      ['toHaveTimeToLive', ['ttl'], ['fail', /by the attribute expiresAt/], 'fail'],
      ['toHaveStream', ['NEW_AND_OLD_IMAGES'], 'pass', ['fail', /Received: {2}off/]],
      ['toHaveStream', ['KEYS_ONLY'], ['fail', /on, with NEW_AND_OLD_IMAGES/], 'fail'],
      ['toDenyInsecureTransport', [], 'pass', 'fail'],
      ['toGrantService', [{ service: 'redshift', actions: 'GetItem' }], 'pass', 'fail'],
    ]),
    ...rowsOf('AWS::DynamoDB::Table', 'TableArn', [['toHavePointInTimeRecovery', [], 'pass', 'fail']]),
  ],
};
