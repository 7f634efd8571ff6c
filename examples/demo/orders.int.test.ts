import { resource, resources } from 'stackproof';

const key = resource('DataKeyArn', 'AWS::KMS::Key');
const bucket = resource('DataBucketName', 'AWS::S3::Bucket');
const db = resource('DatabaseEndpoint', 'AWS::RDS::DBInstance');
const processor = resource('ProcessorFunctionArn', 'AWS::Lambda::Function');
const mapping = resource('ProcessorEventSourceMappingId', 'AWS::Lambda::EventSourceMapping');
const stream = resource('OrdersStreamName', 'AWS::Kinesis::Stream');
const table = resource('OrdersTableName', 'AWS::DynamoDB::Table');
const topic = resource('AlarmTopicArn', 'AWS::SNS::Topic');
const alarm = resource('ProcessorErrorsAlarmName', 'AWS::CloudWatch::Alarm');
const logGroup = resource('ProcessorLogGroupName', 'AWS::Logs::LogGroup');
const vpc = resource('VpcId', 'AWS::EC2::VPC');
const privateSubnets = resources('PrivateSubnetIds', 'AWS::EC2::Subnet');

test('one customer key encrypts the data, rotates, and may be used by CloudWatch Logs', async () => {
  await expect(key).toBeAvailable();
  await expect(key).toHaveKeyRotation();
  await expect(key).toGrantService('logs');
  await expect(db).toBeKmsEncrypted({ key });
  await expect(stream).toBeKmsEncrypted({ key });
  await expect(table).toBeKmsEncrypted({ key });
});

describe('the bucket', () => {
  test('is encrypted with the customer key', async () => {
    await expect(bucket).toBeKmsEncrypted({ key: 'alias/orders-data', manager: 'CUSTOMER' });
  });

  test('keeps versions, and is private', async () => {
    await expect(bucket).toHaveVersioning();
    await expect(bucket).toBlockPublicAccess();
    await expect(bucket).toDenyInsecureTransport();
  });
});

describe('the database', () => {
  test('survives the loss of an Availability Zone', async () => {
    await expect(db).toBeMultiAz();
  });

  test('runs PostgreSQL 15, which the region still offers', async () => {
    await expect(db).toHaveEngine('postgres');
    await expect(db).toHaveEngineVersion('15');
    await expect(db).toHaveEngineVersion('15.8');
  });

  test('is private, backed up and protected', async () => {
    await expect(db).toBeAvailable();
    await expect(db).not.toBePubliclyAccessible();
    await expect(db).toHaveBackupRetention({ atLeast: 7 });
    await expect(db).toHaveDeletionProtection();
  });

  test('lets in the order processor and nobody else', async () => {
    const group = resource('DatabaseSecurityGroupId', 'AWS::EC2::SecurityGroup');
    await expect(group).toAllowIngress({ port: 5432, from: resource('ProcessorSecurityGroupId') });
    await expect(group).not.toBeOpenToTheWorld();
  });
});

describe('the order processor', () => {
  test('runs as it was meant to', async () => {
    await expect(processor).toHaveRuntime('nodejs');
    await expect(processor).toHaveHandler('index.handler');
    await expect(processor).toHaveTimeout('1m');
    await expect(processor).toHaveMemory(512);
    await expect(processor).toHaveTracing();
    await expect(processor).toHaveEnvironmentVariables(['TABLE_NAME', 'BUCKET_NAME']);
  });

  test('sits in private subnets in two zones', async () => {
    await expect(processor).toBeInVpc();
    await expect(privateSubnets).toSpanAvailabilityZones(2);
    await expect(privateSubnets).not.toBePublicSubnet();
    await expect(vpc).toHaveCidr('10.20.0.0/16');
  });

  test('is fed by the stream', async () => {
    await expect(processor).toBeTriggeredBy(stream);
    await expect(mapping).toBeInState('Enabled');
  });
});

test('the table is paid by request, can be restored, and forgets', async () => {
  await expect(table).toHaveBillingMode('PAY_PER_REQUEST');
  await expect(table).toHavePointInTimeRecovery();
  await expect(table).toHaveTimeToLive('expiresAt');
});

test('errors reach somebody', async () => {
  await expect(alarm).toMonitor({ metric: 'Errors', threshold: 1, operator: '>=' });
  await expect(alarm).toNotify(topic);
  await expect(logGroup).toHaveRetention(30);
});
