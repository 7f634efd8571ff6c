// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policies name outputs as CloudFormation does
import { outputs, resource } from 'stackproof';

const processor = resource('DataProcessorFunctionName', 'AWS::Lambda::Function');
const role = resource('DataProcessorRoleArn', 'AWS::IAM::Role');
const dataBucket = resource('DataBucketName', 'AWS::S3::Bucket');
const dataKey = resource('DataKeyArn', 'AWS::KMS::Key');
const subnetA = resource('PrivateSubnetAId', 'AWS::EC2::Subnet');
const subnetB = resource('PrivateSubnetBId', 'AWS::EC2::Subnet');
const processorGroup = resource('ProcessorSecurityGroupId', 'AWS::EC2::SecurityGroup');
const deadLetters = resource('DeadLetterQueueUrl', 'AWS::SQS::Queue');

const tags = {
  Application: 'zero-trust-processing',
  Environment: 'dev',
  Compliance: 'SOC2',
  DataClassification: 'Confidential',
  Owner: 'platform-security',
};

describe('the data processor', () => {
  test('is ready, under the name of its environment', async () => {
    await expect(processor).toBeAvailable();
    await expect(processor).toHaveConfig({
      FunctionName: `data-processor-${await outputs.get('EnvironmentSuffix')}`,
      Description: 'Proves what arrived in incoming/ and writes the finding to results/',
    });
  });

  test('runs python3.11 with the time and memory that it needs', async () => {
    await expect(processor).toHaveRuntime('python3.11');
    await expect(processor).toHaveHandler('index.handler');
    await expect(processor).toHaveTimeout(300);
    await expect(processor).toHaveMemory(512);
    await expect(processor).toHaveArchitecture('arm64');
    await expect(processor).toHaveEphemeralStorage(512);
  });

  test('runs the code that was released, without anything layered on it', async () => {
    await expect(processor).toHaveConfig({
      PackageType: 'Zip',
      CodeSha256: await outputs.get('DataProcessorCodeSha256'),
    });
    await expect(processor).not.toHaveLayer();
  });

  test('may run twenty times at once and no more', async () => {
    await expect(processor).toHaveReservedConcurrency(20);
  });

  test('acts as its own role', async () => {
    await expect(processor).toHaveRole(role);
  });

  test('runs in the private subnets, behind its own security group', async () => {
    await expect(processor).toBeInPrivateSubnets();
    await expect(processor).toBeInSubnet([subnetA, subnetB]);
    await expect(processor).toSpanAvailabilityZones(2);
    await expect(processor).toHaveOnlySecurityGroups([processorGroup]);
  });

  test('is in the VPC', async () => {
    await expect(processor).toBeInVpc(resource('VpcId', 'AWS::EC2::VPC'));
  });

  test('is told what it needs, and no secret', async () => {
    await expect(processor).toHaveEnvironmentVariables({
      ENVIRONMENT: 'dev',
      LOG_LEVEL: 'INFO',
      RESULTS_PREFIX: await outputs.get('ResultsPrefix'),
      DATA_KEY_ARN: dataKey,
    });
    await expect(processor).toHaveOnlyEnvironmentVariables([
      'ENVIRONMENT',
      'LOG_LEVEL',
      'RESULTS_PREFIX',
      'DATA_KEY_ARN',
    ]);
    await expect(processor).toHaveNoPlainSecrets();
  });

  test('has its environment encrypted with the data key', async () => {
    await expect(processor).toBeKmsEncrypted({ key: dataKey, manager: 'CUSTOMER' });
  });

  test('is traced, and writes to its own log group', async () => {
    await expect(processor).toHaveTracing();
    await expect(processor).toDeliverLogsTo(resource('DataProcessorLogGroupName', 'AWS::Logs::LogGroup'));
    await expect(processor).toHaveConfig({ FileSystemConfigs: null });
  });

  test('gives up data that cannot be processed to the dead letters', async () => {
    await expect(processor).toHaveDeadLetterQueue(deadLetters);
  });

  test('tries an event twice again, for six hours, and tells nobody of the outcome', async () => {
    await expect(processor).toHaveAsyncInvocation({ retryAttempts: 2, eventAge: '6h', destinations: [] });
  });

  test('may be invoked by the data bucket of this account alone', async () => {
    await expect(processor).toBeInvocableBy('s3', { source: dataBucket });
    await expect(processor).toBeTriggeredOnlyBy([dataBucket]);
    await expect(processor).toHavePolicyDocument({
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 's3.amazonaws.com' },
          Action: 'lambda:InvokeFunction',
          Resource: '${DataProcessorFunctionName}',
          Condition: {
            ArnLike: { 'AWS:SourceArn': '${DataBucketName}' },
            StringEquals: { 'AWS:SourceAccount': '${AWS::AccountId}' },
          },
        },
      ],
    });
  });

  test('has no address on the internet', async () => {
    await expect(resource('DataProcessorFunctionName', 'AWS::Lambda::Url')).not.toExist();
  });

  test('carries the tags', async () => {
    await expect(processor).toHaveTags(tags);
  });
});

describe('the role of the data processor', () => {
  test('may be taken on by Lambda alone', async () => {
    await expect(role).toExist();
    await expect(role).toTrustOnly(['lambda']);
    await expect(role).toHavePolicyDocument({
      Statement: { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
    });
    await expect(role).toHaveMaxSessionDuration('1h');
  });

  test('has these policies and no other', async () => {
    await expect(role).toHaveOnlyManagedPolicies(['AWSLambdaVPCAccessExecutionRole']);
    await expect(role).toHaveOnlyInlinePolicies(['DataProcessorRoleDefaultPolicy']);
    await expect(role).toHaveConfig({ PermissionsBoundary: null });
  });

  test('is no administrator', async () => {
    await expect(role).toHaveNoWildcardAdmin();
    await expect(role).toHaveNoWildcardActions();
  });

  test('reads incoming/, writes results/, and uses the data key', async () => {
    await expect(role).toHavePolicyDocument(
      {
        Statement: [
          { Effect: 'Allow', Action: 's3:GetObject', Resource: '${DataBucketName}/incoming/*' },
          { Effect: 'Allow', Action: 's3:PutObject', Resource: '${DataBucketName}/results/*' },
          { Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: '${DataKeyArn}' },
          { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '${DeadLetterQueueUrl}' },
          { Effect: 'Allow', Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], Resource: '*' },
        ],
      },
      { name: 'DataProcessorRoleDefaultPolicy' },
    );
  });

  test('carries the tags', async () => {
    await expect(role).toHaveTags(tags);
  });
});

describe('the dead letters', () => {
  test('are encrypted with the data key', async () => {
    await expect(deadLetters).toBeKmsEncrypted({ key: dataKey, manager: 'CUSTOMER' });
    await expect(deadLetters).toHaveConfig({ KmsDataKeyReusePeriodSeconds: 300 });
  });

  test('are kept for two weeks', async () => {
    await expect(deadLetters).toHaveRetention('14d');
    await expect(deadLetters).toHaveVisibilityTimeout('5m');
    await expect(deadLetters).toHaveDeliveryDelay(0);
    await expect(deadLetters).toHaveReceiveWaitTime(0);
    await expect(deadLetters).not.toBeFifo();
    await expect(deadLetters).toHaveConfig({ MaximumMessageSize: 1_048_576 });
    await expect(deadLetters).not.toHaveDeadLetterQueue();
  });

  test('are sent and read over TLS, by nobody but this account', async () => {
    await expect(deadLetters).toDenyInsecureTransport();
    await expect(deadLetters).toHavePolicyDocument({
      Statement: [
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 'sqs:*',
          Resource: '${DeadLetterQueueUrl}',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
    });
  });

  test('carry the tags', async () => {
    await expect(deadLetters).toHaveTags(tags);
  });
});
