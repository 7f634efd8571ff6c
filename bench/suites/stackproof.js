const { resource } = require('stackproof');

describe('key', () => {
  const key = resource('DataKeyArn', 'AWS::KMS::Key');
  test('is enabled', async () => {
    await expect(key).toBeAvailable();
  });
  test('rotates', async () => {
    await expect(key).toHaveKeyRotation();
  });
  test('may be used by CloudWatch Logs', async () => {
    await expect(key).toGrantService('logs');
  });
  test('is tagged', async () => {
    await expect(key).toHaveTags({ Project: 'orders' });
  });
  test('is a customer key', async () => {
    await expect(key).toHaveConfig({ KeyManager: 'CUSTOMER' });
  });
});

describe('bucket', () => {
  const bucket = resource('DataBucketName', 'AWS::S3::Bucket');
  test('exists', async () => {
    await expect(bucket).toExist();
  });
  test('is encrypted with the key', async () => {
    await expect(bucket).toBeKmsEncrypted({ key: resource('DataKeyArn') });
  });
  test('keeps versions', async () => {
    await expect(bucket).toHaveVersioning();
  });
  test('blocks public access', async () => {
    await expect(bucket).toBlockPublicAccess();
  });
  test('is tagged', async () => {
    await expect(bucket).toHaveTags({ Project: 'orders' });
  });
});

describe('database', () => {
  const database = resource('DatabaseEndpoint', 'AWS::RDS::DBInstance');
  test('survives the loss of a zone', async () => {
    await expect(database).toBeMultiAz();
  });
  test('runs PostgreSQL 15.8', async () => {
    await expect(database).toHaveEngineVersion('15.8');
  });
  test('is encrypted with the key', async () => {
    await expect(database).toBeKmsEncrypted({ key: resource('DataKeyArn') });
  });
  test('is not public', async () => {
    await expect(database).not.toBePubliclyAccessible();
  });
  test('is backed up', async () => {
    await expect(database).toHaveBackupRetention(14);
  });
});

describe('table', () => {
  const table = resource('OrdersTableName', 'AWS::DynamoDB::Table');
  test('is active', async () => {
    await expect(table).toBeAvailable();
  });
  test('is billed on demand', async () => {
    await expect(table).toHaveBillingMode('PAY_PER_REQUEST');
  });
  test('has its keys', async () => {
    await expect(table).toHaveKeySchema({ partitionKey: 'customerId', sortKey: 'orderId' });
  });
  test('is encrypted with the key', async () => {
    await expect(table).toBeKmsEncrypted({ key: resource('DataKeyArn') });
  });
  test('can be restored to any moment', async () => {
    await expect(table).toHavePointInTimeRecovery();
  });
});

describe('stream', () => {
  const stream = resource('OrdersStreamName', 'AWS::Kinesis::Stream');
  test('is active', async () => {
    await expect(stream).toBeAvailable();
  });
  test('is encrypted with the key', async () => {
    await expect(stream).toBeKmsEncrypted({ key: resource('DataKeyArn') });
  });
  test('keeps records for two days', async () => {
    await expect(stream).toHaveRetention('2d');
  });
  test('has one shard', async () => {
    await expect(stream).toHaveConfig({ OpenShardCount: 1 });
  });
  test('is tagged', async () => {
    await expect(stream).toHaveTags({ Project: 'orders' });
  });
});

describe('function', () => {
  const processor = resource('ProcessorFunctionArn', 'AWS::Lambda::Function');
  test('has its runtime', async () => {
    await expect(processor).toHaveRuntime('nodejs20.x');
  });
  test('has its time-out', async () => {
    await expect(processor).toHaveTimeout(60);
  });
  test('has its memory', async () => {
    await expect(processor).toHaveMemory(512);
  });
  test('has its handler', async () => {
    await expect(processor).toHaveHandler('index.handler');
  });
  test('is traced', async () => {
    await expect(processor).toHaveTracing();
  });
});

describe('log group', () => {
  const logGroup = resource('ProcessorLogGroupName', 'AWS::Logs::LogGroup');
  test('exists', async () => {
    await expect(logGroup).toExist();
  });
  test('keeps logs for thirty days', async () => {
    await expect(logGroup).toHaveRetention('30d');
  });
  test('is encrypted with the key', async () => {
    await expect(logGroup).toBeKmsEncrypted({ key: resource('DataKeyArn') });
  });
  test('has its name', async () => {
    await expect(logGroup).toHaveConfig({ logGroupName: '/aws/lambda/orders-processor' });
  });
  test('is tagged', async () => {
    await expect(logGroup).toHaveTags({ Project: 'orders' });
  });
});

describe('topic', () => {
  const topic = resource('AlarmTopicArn', 'AWS::SNS::Topic');
  test('exists', async () => {
    await expect(topic).toExist();
  });
  test('is encrypted with the key', async () => {
    await expect(topic).toBeKmsEncrypted({ key: resource('DataKeyArn') });
  });
  test('tells the people on call', async () => {
    await expect(topic).toHaveSubscription({ protocol: 'email', endpoint: 'orders-oncall@example.com' });
  });
  test('has its name', async () => {
    await expect(topic).toHaveConfig({ DisplayName: 'Orders alarms' });
  });
  test('is tagged', async () => {
    await expect(topic).toHaveTags({ Project: 'orders' });
  });
});

describe('alarm', () => {
  const alarm = resource('ProcessorErrorsAlarmName', 'AWS::CloudWatch::Alarm');
  test('exists', async () => {
    await expect(alarm).toExist();
  });
  test('watches the errors of the function', async () => {
    await expect(alarm).toMonitor({ metric: 'Errors', namespace: 'AWS/Lambda', threshold: 1, operator: '>=' });
  });
  test('tells the topic', async () => {
    await expect(alarm).toNotify(resource('AlarmTopicArn'));
  });
  test('looks at every minute', async () => {
    await expect(alarm).toHaveConfig({ Period: 60 });
  });
  test('takes no data for good', async () => {
    await expect(alarm).toHaveConfig({ TreatMissingData: 'notBreaching' });
  });
});

describe('role', () => {
  const role = resource('ProcessorRoleArn', 'AWS::IAM::Role');
  test('exists', async () => {
    await expect(role).toExist();
  });
  test('is for functions', async () => {
    await expect(role).toTrust('lambda.amazonaws.com');
  });
  test('may log and reach the network', async () => {
    await expect(role).toHaveManagedPolicy('AWSLambdaVPCAccessExecutionRole');
  });
  test('has its path', async () => {
    await expect(role).toHaveConfig({ Path: '/' });
  });
  test('is tagged', async () => {
    await expect(role).toHaveTags({ Project: 'orders' });
  });
});
