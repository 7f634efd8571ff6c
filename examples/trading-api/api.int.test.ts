// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policies take placeholders as CloudFormation spells them

import { outputs, resource } from 'stackproof';

const api = resource('api-id', 'AWS::ApiGateway::RestApi');
const stage = resource('api-stage-arn', 'AWS::ApiGateway::Stage');
const apiLogGroup = resource('api-log-group', 'AWS::Logs::LogGroup');
const functionLogGroup = resource('function-log-group', 'AWS::Logs::LogGroup');
const fn = resource('orders-function-arn', 'AWS::Lambda::Function');
const role = resource('orders-function-role-arn', 'AWS::IAM::Role');
const regionRestriction = resource('region-restriction-policy-arn', 'AWS::IAM::ManagedPolicy');
const orders = resource('orders-table-name', 'AWS::DynamoDB::Table');
const idempotency = resource('idempotency-table-name', 'AWS::DynamoDB::Table');
const archive = resource('trade-archive-bucket', 'AWS::S3::Bucket');
const secret = resource('aurora-secret-arn', 'AWS::SecretsManager::Secret');
const key = resource('data-key-arn', 'AWS::KMS::Key');
const appSubnetA = resource('app-subnet-a-id', 'AWS::EC2::Subnet');
const appSubnetB = resource('app-subnet-b-id', 'AWS::EC2::Subnet');
const securityGroup = resource('function-security-group-id', 'AWS::EC2::SecurityGroup');

/** No setting of one method alone, which would stand above those of all. Its name may be spelled in three ways. */
function nothingOfItsOwn(verb: string, path: string) {
  const names = [`${path}/${verb}`, `${path.slice(1)}/${verb}`, `${path.replaceAll('/', '~1')}/${verb}`];
  return Object.fromEntries(names.map((name) => [name, null]));
}

describe('the API', () => {
  test('is a REST API of this region', async () => {
    await expect(api).toBeAvailable();
    await expect(api).toSpeak('REST');
    await expect(api).toHaveEndpointType('REGIONAL');
    await expect(api).toHaveConfig({ name: 'trading-api-dev', disableExecuteApiEndpoint: false });
    await expect(api).toHaveConfig({ description: 'Orders in, and what became of them' });
    await expect(api).toHavePolicyDocument({ Statement: [] });
  });

  test('takes and gives text as it is', async () => {
    await expect(api).toHaveConfig({ 'binaryMediaTypes[0]': null, minimumCompressionSize: null });
  });

  test('takes orders from IAM identities alone, and tells everybody how it is (PCI DSS 7.2)', async () => {
    await expect(api).toHaveOnlyMethods(['GET /health', 'POST /orders', 'GET /orders/{orderId}']);
    await expect(api).toHaveMethod('GET', '/health', { authorization: 'NONE', apiKey: false });
    await expect(api).toHaveMethod('POST', '/orders', { authorization: 'AWS_IAM', apiKey: false });
    await expect(api).toHaveMethod('GET', '/orders/{orderId}', { authorization: 'AWS_IAM', apiKey: false });
  });

  test('hands every request to the function', async () => {
    const functionArn = await outputs.get('orders-function-arn');
    const integration = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${functionArn}/invocations`;
    await expect(api).toHaveMethod('GET', '/health', { integration });
    await expect(api).toHaveMethod('POST', '/orders', { integration });
    await expect(api).toHaveMethod('GET', '/orders/{orderId}', { integration });
  });

  test('has one stage', async () => {
    await expect(api).toHaveOnlyStages(['dev']);
    await expect(stage).toBeAvailable();
    await expect(stage).toHaveConfig({ stageName: 'dev', cacheClusterEnabled: false });
  });

  test('sends every request to one deployment, and shows no certificate to what it calls', async () => {
    await expect(stage).toHaveConfig({ canarySettings: null, clientCertificateId: null });
  });
});

describe('the stage', () => {
  test('traces requests', async () => {
    await expect(stage).toHaveTracing();
  });

  test('writes a line for each request, with who, when, what and how it ended (PCI DSS 10.2.2)', async () => {
    await expect(stage).toHaveAccessLogging({ destination: apiLogGroup });
    await expect(stage).toHaveConfig({
      accessLogSettings: {
        format: JSON.stringify({
          requestId: '$context.requestId',
          caller: '$context.identity.caller',
          ip: '$context.identity.sourceIp',
          time: '$context.requestTime',
          method: '$context.httpMethod',
          path: '$context.resourcePath',
          status: '$context.status',
        }),
      },
    });
  });

  test('logs what it does, and never what is in requests (PCI DSS 3.3)', async () => {
    await expect(stage).toLogExecutions({ level: 'INFO' });
    await expect(stage).toHaveConfig({ methodSettings: { '*/*': { dataTraceEnabled: false } } });
  });

  test('counts requests and caches nothing', async () => {
    await expect(stage).toHaveConfig({ methodSettings: { '*/*': { metricsEnabled: true, cachingEnabled: false } } });
  });

  test('takes a hundred requests per second', async () => {
    await expect(stage).toHaveThrottling({ rate: 100, burst: 200 });
  });

  test('logs, counts, limits and caches every method alike', async () => {
    await expect(stage).toHaveConfig({
      methodSettings: {
        ...nothingOfItsOwn('GET', '/health'),
        ...nothingOfItsOwn('POST', '/orders'),
        ...nothingOfItsOwn('GET', '/orders/{orderId}'),
      },
    });
    await expect(stage).toPublishMetrics();
  });
});

describe('the function behind the API', () => {
  test('runs as it was meant to', async () => {
    await expect(fn).toBeAvailable();
    await expect(fn).toHaveRuntime('nodejs20.x');
    await expect(fn).toHaveHandler('index.handler');
    await expect(fn).toHaveTimeout(15);
    await expect(fn).toHaveMemory(512);
    await expect(fn).toHaveArchitecture('arm64');
    await expect(fn).toHaveEphemeralStorage(512);
    await expect(fn).toHaveConfig({ Description: 'Takes orders and tells what became of them' });
  });

  test('runs the code that was deployed (PCI DSS 6.5.1)', async () => {
    await expect(fn).toHaveConfig({ PackageType: 'Zip', CodeSha256: await outputs.get('orders-function-source-hash') });
    await expect(fn).not.toHaveLayer();
  });

  test('leaves others their share of the account', async () => {
    await expect(fn).toHaveReservedConcurrency(50);
  });

  test('is traced', async () => {
    await expect(fn).toHaveTracing();
  });

  test('writes all of its log into its own log group', async () => {
    await expect(fn).toDeliverLogsTo(functionLogGroup);
    await expect(fn).toHaveConfig({
      'LoggingConfig.ApplicationLogLevel': null,
      'LoggingConfig.SystemLogLevel': null,
    });
  });

  test('mounts no file system', async () => {
    await expect(fn).toHaveConfig({ 'FileSystemConfigs[0]': null });
  });

  test('sits in the application subnets, behind its own security group', async () => {
    await expect(fn).toBeInSubnet([appSubnetA, appSubnetB]);
    await expect(fn).toBeMultiAz();
    await expect(fn).toHaveOnlySecurityGroups(securityGroup);
  });

  test('is told where its data is, and no secret in the clear', async () => {
    await expect(fn).toHaveEnvironmentVariables({
      ENVIRONMENT: 'dev',
      ORDERS_TABLE: orders,
      IDEMPOTENCY_TABLE: idempotency,
      ARCHIVE_BUCKET: archive,
      DATABASE_HOST: await outputs.get('aurora-cluster-endpoint'),
      DATABASE_SECRET_ARN: secret,
    });
    await expect(fn).toHaveOnlyEnvironmentVariables([
      'ENVIRONMENT',
      'ORDERS_TABLE',
      'IDEMPOTENCY_TABLE',
      'ARCHIVE_BUCKET',
      'DATABASE_HOST',
      'DATABASE_SECRET_ARN',
    ]);
    await expect(fn).toHaveNoPlainSecrets();
  });

  test('keeps its variables under the data key', async () => {
    await expect(fn).toBeKmsEncrypted({ key });
  });

  test('is called by the API alone', async () => {
    const requests = `${await outputs.get('api-execution-arn')}/*/*`;
    await expect(fn).toHavePolicyDocument({
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'apigateway.amazonaws.com' },
          Action: 'lambda:InvokeFunction',
          Resource: '${orders-function-arn}',
          Condition: { ArnLike: { 'aws:SourceArn': requests } },
        },
      ],
    });
    await expect(fn).toBeTriggeredOnlyBy([requests]);
    await expect(resource('orders-function-arn', 'AWS::Lambda::Url')).not.toExist();
  });

  test('hands what it did to nobody', async () => {
    await expect(fn).toHaveAsyncInvocation({ retryAttempts: 2, eventAge: '6h', destinations: [] });
  });

  test('hands what failed to nobody', async () => {
    await expect(fn).not.toHaveDeadLetterQueue();
  });
});

describe('the role of the function', () => {
  test('is the one the function runs with, and Lambda alone can take it', async () => {
    await expect(fn).toHaveRole(role);
    await expect(role).toTrustOnly(['lambda']);
    await expect(role).toHavePolicyDocument({
      Statement: { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
    });
    await expect(role).toHaveMaxSessionDuration('1h');
    await expect(role).not.toHavePermissionsBoundary();
  });

  test('carries these policies and no other (PCI DSS 7.2.1)', async () => {
    await expect(role).toHaveOnlyManagedPolicies([
      'AWSLambdaVPCAccessExecutionRole',
      'AWSXRayDaemonWriteAccess',
      'trading-region-restriction-dev',
    ]);
    await expect(role).toHaveOnlyInlinePolicies(['trading-data']);
    await expect(role).toHaveNoWildcardAdmin();
  });

  test('reads and writes the data of the API and nothing else', async () => {
    await expect(role).toHavePolicyDocument(
      {
        Statement: [
          {
            Effect: 'Allow',
            Action: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
            Resource: ['${orders-table-name}', '${orders-table-name}/index/*', '${idempotency-table-name}'],
          },
          { Effect: 'Allow', Action: 's3:PutObject', Resource: '${trade-archive-bucket}/*' },
          { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: '${aurora-secret-arn}' },
          { Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: '${data-key-arn}' },
        ],
      },
      { name: 'trading-data' },
    );
  });
});

describe('the region restriction', () => {
  test('denies everything outside of us-east-1 but the services without a region', async () => {
    await expect(regionRestriction).toHavePolicyDocument({
      Statement: [
        {
          Effect: 'Deny',
          NotAction: ['iam:*', 'sts:*', 'cloudfront:*', 'route53:*', 'support:*'],
          Resource: '*',
          Condition: { StringNotEquals: { 'aws:RequestedRegion': 'us-east-1' } },
        },
      ],
    });
  });

  test('holds for the role of the function', async () => {
    await expect(regionRestriction).toBeAttachedToIdentity(role);
    await expect(role).toAllow('dynamodb:PutItem', { on: orders, context: { 'aws:RequestedRegion': 'us-east-1' } });
    await expect(role).not.toAllow('dynamodb:PutItem', { on: orders, context: { 'aws:RequestedRegion': 'eu-west-1' } });
  });
});
