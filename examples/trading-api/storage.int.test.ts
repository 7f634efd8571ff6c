// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policies take placeholders as CloudFormation spells them

import { resource } from 'stackproof';

const key = resource('data-key-arn', 'AWS::KMS::Key');
const keyAlias = resource('data-key-alias', 'AWS::KMS::Alias');
const functionRole = resource('orders-function-role-arn', 'AWS::IAM::Role');
const orders = resource('orders-table-name', 'AWS::DynamoDB::Table');
const idempotency = resource('idempotency-table-name', 'AWS::DynamoDB::Table');
const archive = resource('trade-archive-bucket', 'AWS::S3::Bucket');
const accessLogs = resource('access-logs-bucket', 'AWS::S3::Bucket');
const terraformState = resource('terraform-state-bucket', 'AWS::S3::Bucket');

describe('PCI DSS 3.6 and 3.7: the data key', () => {
  test('is in use, belongs to the team, and rotates', async () => {
    await expect(key).toBeAvailable();
    await expect(key).toBeCustomerManaged();
    await expect(key).toHaveKeySpec('SYMMETRIC_DEFAULT');
    await expect(key).toHaveKeyUsage('ENCRYPT_DECRYPT');
    await expect(key).toHaveKeyRotation();
    await expect(key).toHaveDescription('Encrypts what the trading API keeps');
  });

  test('rotates every year', async () => {
    await expect(keyAlias).toHaveKeyRotation({ periodInDays: 365 });
  });

  test('is the one behind the alias', async () => {
    await expect(keyAlias).toHaveConfig({ TargetKeyId: key });
    await expect(key).toHaveAlias('alias/trading-data-dev');
  });

  test('is granted to the function and to services of AWS alone', async () => {
    await expect(key).toHaveGrantsOnlyFor([
      functionRole,
      'rds.us-east-1.amazonaws.com',
      'dynamodb.us-east-1.amazonaws.com',
    ]);
  });

  test('may be used by the account, by alarms of this account, and by nobody else', async () => {
    await expect(key).toHavePolicyDocument({
      Statement: [
        { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::${AWS::AccountId}:root' }, Action: 'kms:*', Resource: '*' },
        {
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
          Resource: '*',
          Condition: { StringEquals: { 'aws:SourceAccount': '${AWS::AccountId}' } },
        },
      ],
    });
  });
});

describe.each([
  ['orders', orders],
  ['idempotency', idempotency],
] as const)('the %s table', (_name, table) => {
  test('is encrypted with the data key', async () => {
    await expect(table).toBeAvailable();
    await expect(table).toBeKmsEncrypted({ key, manager: 'CUSTOMER' });
  });

  test('is paid by request, at the price of data that is in use, and takes as many as come', async () => {
    await expect(table).toHaveBillingMode('PAY_PER_REQUEST');
    await expect(table).toHaveConfig({ TableClassSummary: null, OnDemandThroughput: null });
  });

  test('can be restored to any second, and is not deleted by mistake', async () => {
    await expect(table).toHavePointInTimeRecovery();
    await expect(table).toHaveDeletionProtection();
  });

  test('forgets what has expired (PCI DSS 3.2.1)', async () => {
    await expect(table).toHaveTimeToLive('expiresAt');
  });

  test('is kept in one region, and opened by no policy of its own', async () => {
    await expect(table).not.toHaveReplicaIn('eu-west-1');
    await expect(table).toHaveConfig({ Replicas: null });
    await expect(table).toHavePolicyDocument({ Statement: [] });
  });
});

test('orders are found by their id and by their account, and each change of them is streamed', async () => {
  await expect(orders).toHaveKeySchema({ partitionKey: { name: 'orderId', type: 'S' } });
  await expect(orders).toHaveGlobalSecondaryIndex('by-account', {
    partitionKey: 'accountId',
    sortKey: 'placedAt',
    projection: 'ALL',
  });
  await expect(orders).toHaveConfig({ GlobalSecondaryIndexes: [{ IndexName: 'by-account' }] });
  await expect(orders).toHaveStream('NEW_AND_OLD_IMAGES');
});

test('idempotency keys are found by themselves alone', async () => {
  await expect(idempotency).toHaveKeySchema({ partitionKey: { name: 'idempotencyKey', type: 'S' } });
  await expect(idempotency).toHaveConfig({ AttributeDefinitions: [{ AttributeName: 'idempotencyKey' }] });
  await expect(idempotency).not.toHaveStream();
});

describe.each([
  ['trade archive', archive],
  ['access logs', accessLogs],
  ['Terraform state', terraformState],
] as const)('the %s bucket', (_name, bucket) => {
  test('is there, and these credentials reach it', async () => {
    await expect(bucket).toExist();
    await expect(bucket).toBeAvailable();
  });

  test('keeps the versions of its objects', async () => {
    await expect(bucket).toHaveVersioning();
  });

  test('is closed to the public', async () => {
    await expect(bucket).toBlockPublicAccess();
    await expect(bucket).toHaveObjectOwnership('BucketOwnerEnforced');
    await expect(bucket).toHavePrivateAcl();
    await expect(bucket).not.toBePubliclyAccessible();
  });

  test('is no web site, answers no other origin, and sends no copies and no events', async () => {
    await expect(bucket).toHaveConfig({ WebsiteConfiguration: null, NotificationConfiguration: null });
    await expect(bucket).not.toHaveCors();
    await expect(bucket).not.toHaveReplication();
  });

  test('locks no object', async () => {
    await expect(bucket).not.toHaveObjectLock();
  });
});

test.each([
  ['trade-archive-bucket', archive],
  ['terraform-state-bucket', terraformState],
] as const)('the %s takes requests over TLS alone, and has no other policy', async (output, bucket) => {
  await expect(bucket).toDenyInsecureTransport();
  await expect(bucket).toHavePolicyDocument({
    Statement: [
      {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [`\${${output}}`, `\${${output}}/*`],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  });
});

describe('the trade archive bucket', () => {
  test('is encrypted with the data key', async () => {
    await expect(archive).toBeKmsEncrypted({ key, manager: 'CUSTOMER' });
    await expect(archive).toHaveBucketKey();
  });

  test('moves old trades to Glacier, and keeps what was overwritten for a year', async () => {
    await expect(archive).toHaveLifecycleRule({
      id: 'archive-trades',
      prefix: '',
      transition: { storageClass: 'GLACIER', days: 90 },
      noncurrentExpirationInDays: 365,
      abortIncompleteMultipartUploadInDays: 7,
    });
    await expect(archive).toHaveConfig({
      LifecycleConfiguration: {
        Rules: [
          {
            ID: 'archive-trades',
            Status: 'Enabled',
            Filter: { Prefix: '' },
            Transitions: [{ Days: 90, StorageClass: 'GLACIER' }],
            Expiration: null,
            NoncurrentVersionTransitions: null,
            NoncurrentVersionExpiration: { NoncurrentDays: 365, NewerNoncurrentVersions: null },
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
          },
        ],
      },
    });
  });

  test('logs each request (PCI DSS 10.2)', async () => {
    await expect(archive).toHaveAccessLogging({ destination: accessLogs, prefix: 'archive/' });
  });
});

describe('the access logs bucket', () => {
  test('is encrypted by S3, which delivers its logs to no other', async () => {
    await expect(accessLogs).toBeEncryptedAtRest();
    await expect(accessLogs).not.toBeKmsEncrypted();
  });

  test('takes the logs of this account from S3, and anything over TLS alone', async () => {
    await expect(accessLogs).toHavePolicyDocument({
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'logging.s3.amazonaws.com' },
          Action: 's3:PutObject',
          Resource: '${access-logs-bucket}/*',
          Condition: { StringEquals: { 'aws:SourceAccount': '${AWS::AccountId}' } },
        },
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Resource: ['${access-logs-bucket}', '${access-logs-bucket}/*'],
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
    });
  });

  test('keeps logs for a year (PCI DSS 10.5.1)', async () => {
    await expect(accessLogs).toHaveLifecycleRule({ id: 'keep-a-year', prefix: '', expirationInDays: 365 });
    await expect(accessLogs).toHaveConfig({
      LifecycleConfiguration: {
        Rules: [
          {
            ID: 'keep-a-year',
            Status: 'Enabled',
            Filter: { Prefix: '' },
            Transitions: null,
            Expiration: { Days: 365 },
            NoncurrentVersionTransitions: null,
            NoncurrentVersionExpiration: null,
          },
        ],
      },
    });
  });

  test('does not log into itself', async () => {
    await expect(accessLogs).not.toHaveAccessLogging();
  });
});

describe('the Terraform state bucket', () => {
  test('is encrypted with the data key', async () => {
    await expect(terraformState).toBeKmsEncrypted({ key, manager: 'CUSTOMER' });
    await expect(terraformState).toHaveBucketKey();
  });

  test('keeps every state there ever was', async () => {
    await expect(terraformState).not.toHaveLifecycleRule();
    await expect(terraformState).toHaveConfig({ LifecycleConfiguration: null });
  });

  test('logs each request (PCI DSS 10.2)', async () => {
    await expect(terraformState).toHaveAccessLogging({ destination: accessLogs, prefix: 'terraform-state/' });
  });
});
