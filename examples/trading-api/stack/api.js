// @ts-check

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them

const { createHash } = require('node:crypto');
const { ref, sub } = require('../../../deploy');
const { zip } = require('../../../deploy/zip');
const { environmentSuffix, named, tags } = require('./names');
const { ordersSource } = require('./orders-source');

/** @param {string} resourceId @param {string} verb @param {string} authorization */
const method = (resourceId, verb, authorization) => ({
  type: 'AWS::ApiGateway::Method',
  properties: {
    RestApiId: ref('Api'),
    ResourceId: ref(resourceId),
    HttpMethod: verb,
    AuthorizationType: authorization,
    Integration: {
      Type: 'AWS_PROXY',
      IntegrationHttpMethod: 'POST',
      Uri: sub('arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${OrdersFunction.Arn}/invocations'),
    },
  },
});

/** @param {string} parent @param {string} path */
const apiResource = (parent, path) => ({
  type: 'AWS::ApiGateway::Resource',
  properties: { RestApiId: ref('Api'), ParentId: ref(parent), PathPart: path },
});

const accessLogFormat = JSON.stringify({
  requestId: '$context.requestId',
  caller: '$context.identity.caller',
  ip: '$context.identity.sourceIp',
  time: '$context.requestTime',
  method: '$context.httpMethod',
  path: '$context.resourcePath',
  status: '$context.status',
});

/** The REST API, and the function behind it. */
const api = {
  RegionRestriction: {
    type: 'AWS::IAM::ManagedPolicy',
    properties: {
      ManagedPolicyName: named('region-restriction'),
      Description: 'Nothing outside of us-east-1',
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'OneRegionOnly',
            Effect: 'Deny',
            NotAction: ['iam:*', 'sts:*', 'cloudfront:*', 'route53:*', 'support:*'],
            Resource: '*',
            Condition: { StringNotEquals: { 'aws:RequestedRegion': 'us-east-1' } },
          },
        ],
      },
      Roles: [ref('FunctionRole')],
      Tags: tags,
    },
  },
  FunctionRole: {
    type: 'AWS::IAM::Role',
    properties: {
      RoleName: named('orders'),
      Description: 'What the trading API function may do',
      MaxSessionDuration: 3600,
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      },
      ManagedPolicyArns: [
        'arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole',
        'arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess',
      ],
      Policies: [
        {
          PolicyName: 'trading-data',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Action: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
                Resource: [ref('OrdersTable.Arn'), sub('${OrdersTable.Arn}/index/*'), ref('IdempotencyTable.Arn')],
              },
              { Effect: 'Allow', Action: 's3:PutObject', Resource: sub('${TradeArchiveBucket.Arn}/*') },
              { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: ref('DatabaseSecret') },
              { Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: ref('DataKey.Arn') },
            ],
          },
        },
      ],
      Tags: tags,
    },
  },
  OrdersFunction: {
    type: 'AWS::Lambda::Function',
    properties: {
      FunctionName: named('orders'),
      Description: 'Takes orders and tells what became of them',
      Runtime: 'nodejs20.x',
      Handler: 'index.handler',
      Code: { ZipFile: ordersSource },
      Role: ref('FunctionRole.Arn'),
      Timeout: 15,
      MemorySize: 512,
      Architectures: ['arm64'],
      Environment: {
        Variables: {
          ENVIRONMENT: environmentSuffix,
          ORDERS_TABLE: ref('OrdersTable'),
          IDEMPOTENCY_TABLE: ref('IdempotencyTable'),
          ARCHIVE_BUCKET: ref('TradeArchiveBucket'),
          DATABASE_HOST: ref('DatabaseCluster.Endpoint.Address'),
          DATABASE_SECRET_ARN: ref('DatabaseSecret'),
        },
      },
      KmsKeyArn: ref('DataKey.Arn'),
      VpcConfig: {
        SubnetIds: [ref('AppSubnetA'), ref('AppSubnetB')],
        SecurityGroupIds: [ref('FunctionSecurityGroup')],
      },
      TracingConfig: { Mode: 'Active' },
      ReservedConcurrentExecutions: 50,
      Tags: tags,
    },
    dependsOn: ['FunctionLogGroup', 'FunctionToDatabase', 'FunctionToEndpoints'],
  },
  ApiMayInvoke: {
    type: 'AWS::Lambda::Permission',
    properties: {
      FunctionName: ref('OrdersFunction'),
      Action: 'lambda:InvokeFunction',
      Principal: 'apigateway.amazonaws.com',
      SourceArn: sub('arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*/*'),
    },
  },

  Api: {
    type: 'AWS::ApiGateway::RestApi',
    properties: {
      Name: named('api'),
      Description: 'Orders in, and what became of them',
      EndpointConfiguration: { Types: ['REGIONAL'] },
      Tags: tags,
    },
  },
  HealthResource: apiResource('Api.RootResourceId', 'health'),
  OrdersResource: apiResource('Api.RootResourceId', 'orders'),
  OrderResource: apiResource('OrdersResource', '{orderId}'),
  GetHealth: method('HealthResource', 'GET', 'NONE'),
  PostOrder: method('OrdersResource', 'POST', 'AWS_IAM'),
  GetOrder: method('OrderResource', 'GET', 'AWS_IAM'),
  ApiDeployment: {
    type: 'AWS::ApiGateway::Deployment',
    properties: { RestApiId: ref('Api'), Description: 'Made by CDKTF' },
    dependsOn: ['GetHealth', 'PostOrder', 'GetOrder'],
  },
  ApiStage: {
    type: 'AWS::ApiGateway::Stage',
    properties: {
      RestApiId: ref('Api'),
      DeploymentId: ref('ApiDeployment'),
      StageName: environmentSuffix,
      TracingEnabled: true,
      AccessLogSetting: {
        DestinationArn: sub('arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:${ApiLogGroup}'),
        Format: accessLogFormat,
      },
      MethodSettings: [
        {
          ResourcePath: '/*',
          HttpMethod: '*',
          LoggingLevel: 'INFO',
          // Requests and answers may hold card numbers (PCI DSS 3.3).
          DataTraceEnabled: false,
          MetricsEnabled: true,
          ThrottlingRateLimit: 100,
          ThrottlingBurstLimit: 200,
        },
      ],
      Tags: tags,
    },
  },
};

/** What Terraform's `source_code_hash` is: the hash of the archive that Lambda gets. */
const sourceHash = createHash('sha256').update(zip('index.js', ordersSource)).digest('base64');

module.exports = { api, sourceHash };
