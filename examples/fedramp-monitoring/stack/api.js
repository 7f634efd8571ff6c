// @ts-check

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them

const { ref, sub } = require('../../../deploy');
const { tags } = require('./tags.js');

const accessLogFormat = JSON.stringify({
  requestId: '$context.requestId',
  ip: '$context.identity.sourceIp',
  caller: '$context.identity.caller',
  requestTime: '$context.requestTime',
  httpMethod: '$context.httpMethod',
  resourcePath: '$context.resourcePath',
  status: '$context.status',
});

/** The API that agents hand their events to. It signs for nobody: callers sign with IAM, and only /health is open. */
const api = {
  Api: {
    type: 'AWS::ApiGateway::RestApi',
    properties: {
      Name: 'fedramp-monitoring-dev',
      Description: 'Takes monitoring events and puts them on the stream',
      EndpointConfiguration: { Types: ['REGIONAL'] },
      Tags: tags,
    },
  },
  ApiStreamRole: {
    type: 'AWS::IAM::Role',
    properties: {
      RoleName: 'fedramp-monitoring-api-dev',
      Description: 'Lets the API put records on the stream',
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: 'apigateway.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      },
      Policies: [
        {
          PolicyName: 'put-events',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              { Effect: 'Allow', Action: 'kinesis:PutRecord', Resource: ref('EventStream.Arn') },
              { Effect: 'Allow', Action: 'kms:GenerateDataKey', Resource: ref('DataKey.Arn') },
            ],
          },
        },
      ],
      Tags: tags,
    },
  },
  EventsResource: {
    type: 'AWS::ApiGateway::Resource',
    properties: { RestApiId: ref('Api'), ParentId: ref('Api.RootResourceId'), PathPart: 'events' },
  },
  PostEvents: {
    type: 'AWS::ApiGateway::Method',
    properties: {
      RestApiId: ref('Api'),
      ResourceId: ref('EventsResource'),
      HttpMethod: 'POST',
      AuthorizationType: 'AWS_IAM',
      MethodResponses: [{ StatusCode: '200' }],
      Integration: {
        Type: 'AWS',
        IntegrationHttpMethod: 'POST',
        Uri: sub('arn:aws:apigateway:${AWS::Region}:kinesis:action/PutRecord'),
        Credentials: ref('ApiStreamRole.Arn'),
        RequestTemplates: {
          'application/json': sub(
            '{"StreamName":"${EventStream}","Data":"$util.base64Encode($input.body)","PartitionKey":"$context.requestId"}',
          ),
        },
        IntegrationResponses: [{ StatusCode: '200' }],
      },
    },
  },
  HealthResource: {
    type: 'AWS::ApiGateway::Resource',
    properties: { RestApiId: ref('Api'), ParentId: ref('Api.RootResourceId'), PathPart: 'health' },
    dependsOn: ['EventsResource'],
  },
  GetHealth: {
    type: 'AWS::ApiGateway::Method',
    properties: {
      RestApiId: ref('Api'),
      ResourceId: ref('HealthResource'),
      HttpMethod: 'GET',
      AuthorizationType: 'NONE',
      MethodResponses: [{ StatusCode: '200' }],
      Integration: {
        Type: 'MOCK',
        RequestTemplates: { 'application/json': '{"statusCode":200}' },
        IntegrationResponses: [{ StatusCode: '200', ResponseTemplates: { 'application/json': '{"status":"ok"}' } }],
      },
    },
  },
  ApiDeployment: {
    type: 'AWS::ApiGateway::Deployment',
    properties: { RestApiId: ref('Api'), Description: 'Events and health' },
    dependsOn: ['PostEvents', 'GetHealth'],
  },
  ApiStage: {
    type: 'AWS::ApiGateway::Stage',
    properties: {
      RestApiId: ref('Api'),
      DeploymentId: ref('ApiDeployment'),
      StageName: 'dev',
      TracingEnabled: true,
      AccessLogSetting: {
        DestinationArn: sub(
          'arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/apigateway/fedramp-monitoring-dev/access',
        ),
        Format: accessLogFormat,
      },
      MethodSettings: [
        {
          ResourcePath: '/*',
          HttpMethod: '*',
          MetricsEnabled: true,
          LoggingLevel: 'INFO',
          DataTraceEnabled: false,
          ThrottlingRateLimit: 200,
          ThrottlingBurstLimit: 400,
        },
      ],
      Tags: tags,
    },
    dependsOn: ['ApiAccessLogGroup'],
  },
};

module.exports = { api };
