import { ref } from '../../deploy';
import { allowService, policy } from '../live/declarations';

/** Hands on whatever a stream, a bucket, a queue or a caller gives: to its log, and to the table where it has an id. */
const code = `
import base64, json, os, urllib.parse
import boto3
def handler(event, context):
    print('got ' + json.dumps(event))
    if event.get('fail'):
        raise ValueError('told to fail')
    table = boto3.resource('dynamodb', endpoint_url=os.environ.get('AWS_ENDPOINT_URL'), region_name='us-east-1').Table('acts-results')
    for record in event.get('Records', []):
        if 'kinesis' in record:
            text = base64.b64decode(record['kinesis']['data']).decode()
            print('record ' + text)
            table.put_item(Item={**json.loads(text), 'by': 'stream'})
        if 's3' in record:
            key = urllib.parse.unquote_plus(record['s3']['object']['key'])
            print('object ' + key)
            table.put_item(Item={'id': key, 'by': 'bucket'})
    return {'statusCode': 200, 'headers': {'content-type': 'application/json'}, 'body': json.dumps({'ok': True, 'path': event.get('path')}), 'echo': event.get('echo')}
`;

const role = {
  type: 'AWS::IAM::Role',
  properties: {
    RoleName: 'acts-role',
    AssumeRolePolicyDocument: policy({
      Effect: 'Allow',
      Principal: { Service: ['lambda.amazonaws.com', 'states.amazonaws.com'] },
      Action: 'sts:AssumeRole',
    }),
  },
};

const queue = (name: string, allowed: string) => ({
  [name]: { type: 'AWS::SQS::Queue', properties: { QueueName: `acts-${name.toLowerCase()}` } },
  [`${name}Policy`]: {
    type: 'AWS::SQS::QueuePolicy',
    properties: {
      Queues: [ref(name)],
      PolicyDocument: policy(allowService(allowed, 'sqs:SendMessage', ref(`${name}.Arn`))),
    },
  },
});

const machine = (name: string, definition: object, type = 'STANDARD') => ({
  [name]: {
    type: 'AWS::StepFunctions::StateMachine',
    properties: {
      StateMachineName: `acts-${name.toLowerCase()}`,
      StateMachineType: type,
      RoleArn: ref('Role.Arn'),
      Definition: definition,
    },
  },
});

const mockMethod = (name: string, ResourceId: unknown, status: string, answer: string) => ({
  [name]: {
    type: 'AWS::ApiGateway::Method',
    properties: {
      RestApiId: ref('Api'),
      ResourceId,
      HttpMethod: 'GET',
      AuthorizationType: 'NONE',
      MethodResponses: [{ StatusCode: status }],
      Integration: {
        Type: 'MOCK',
        RequestTemplates: { 'application/json': `{"statusCode": ${status}}` },
        IntegrationResponses: [{ StatusCode: status, ResponseTemplates: { 'application/json': answer } }],
      },
    },
  },
});

/** A system for flows: what is sent at one end has its effect at the other. */
export const flows = {
  name: 'acts',
  resources: {
    Role: role,
    Table: {
      type: 'AWS::DynamoDB::Table',
      properties: {
        TableName: 'acts-results',
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      },
    },
    Stream: { type: 'AWS::Kinesis::Stream', properties: { Name: 'acts-stream', ShardCount: 1 } },
    LogGroup: { type: 'AWS::Logs::LogGroup', properties: { LogGroupName: '/aws/lambda/acts-function' } },
    Function: {
      type: 'AWS::Lambda::Function',
      properties: {
        FunctionName: 'acts-function',
        Runtime: 'python3.11',
        Handler: 'index.handler',
        Timeout: 10,
        Role: ref('Role.Arn'),
        Code: { ZipFile: code },
      },
      dependsOn: ['LogGroup'],
    },
    Mapping: {
      type: 'AWS::Lambda::EventSourceMapping',
      properties: {
        EventSourceArn: ref('Stream.Arn'),
        FunctionName: ref('Function'),
        StartingPosition: 'TRIM_HORIZON',
        BatchSize: 10,
      },
    },
    Bucket: {
      type: 'AWS::S3::Bucket',
      properties: { BucketName: 'acts-bucket', VersioningConfiguration: { Status: 'Enabled' } },
    },
    ...queue('ObjectQueue', 's3'),
    NotifyingBucket: {
      type: 'AWS::S3::Bucket',
      properties: {
        BucketName: 'acts-notifying-bucket',
        NotificationConfiguration: {
          QueueConfigurations: [{ Event: 's3:ObjectCreated:*', Queue: ref('ObjectQueue.Arn') }],
        },
      },
      dependsOn: ['ObjectQueuePolicy'],
    },
    PlainBucket: { type: 'AWS::S3::Bucket', properties: { BucketName: 'acts-plain-bucket' } },
    ...queue('Queue', 'sns'),
    ...queue('EventQueue', 'events'),
    Fifo: {
      type: 'AWS::SQS::Queue',
      properties: { QueueName: 'acts-orders.fifo', FifoQueue: true },
    },
    Topic: { type: 'AWS::SNS::Topic', properties: { TopicName: 'acts-topic' } },
    Subscription: {
      type: 'AWS::SNS::Subscription',
      properties: { TopicArn: ref('Topic'), Protocol: 'sqs', Endpoint: ref('Queue.Arn') },
    },
    Api: { type: 'AWS::ApiGateway::RestApi', properties: { Name: 'acts-api' } },
    ...mockMethod('Hello', ref('Api.RootResourceId'), '200', '{"hello":"world"}'),
    Broken: {
      type: 'AWS::ApiGateway::Resource',
      properties: { RestApiId: ref('Api'), ParentId: ref('Api.RootResourceId'), PathPart: 'broken' },
    },
    ...mockMethod('BrokenMethod', ref('Broken'), '500', '{"message":"out of order"}'),
    Deployment: {
      type: 'AWS::ApiGateway::Deployment',
      properties: { RestApiId: ref('Api') },
      dependsOn: ['Hello', 'BrokenMethod'],
    },
    Stage: {
      type: 'AWS::ApiGateway::Stage',
      properties: { RestApiId: ref('Api'), DeploymentId: ref('Deployment'), StageName: 'prod' },
    },
    Bus: { type: 'AWS::Events::EventBus', properties: { Name: 'acts-bus' } },
    Rule: {
      type: 'AWS::Events::Rule',
      properties: {
        Name: 'acts-rule',
        EventBusName: ref('Bus'),
        EventPattern: { source: ['acts.orders'] },
        Targets: [{ Id: 'queue', Arn: ref('EventQueue.Arn') }],
      },
    },
    ...machine('Machine', { StartAt: 'Done', States: { Done: { Type: 'Pass', Result: { done: true }, End: true } } }),
    ...machine('FailingMachine', {
      StartAt: 'Stop',
      States: { Stop: { Type: 'Fail', Error: 'Broken', Cause: 'on purpose' } },
    }),
    ...machine(
      'ExpressMachine',
      { StartAt: 'Done', States: { Done: { Type: 'Pass', Result: { done: true }, End: true } } },
      'EXPRESS',
    ),
  },
  outputs: {
    TableName: ref('Table'),
    StreamName: ref('Stream'),
    LogGroupName: ref('LogGroup'),
    FunctionArn: ref('Function.Arn'),
    BucketName: ref('Bucket'),
    PlainBucketName: ref('PlainBucket'),
    QueueUrl: ref('Queue'),
    EventQueueUrl: ref('EventQueue'),
    FifoQueueUrl: ref('Fifo'),
    TopicArn: ref('Topic'),
    RestApiId: ref('Api'),
    RestStageName: 'prod',
    NotifyingBucketName: ref('NotifyingBucket'),
    ObjectQueueUrl: ref('ObjectQueue'),
    DeliveryStreamName: 'acts-delivery',
    EventBusName: ref('Bus'),
    StateMachineArn: ref('Machine'),
    FailingStateMachineArn: ref('FailingMachine'),
    ExpressStateMachineArn: ref('ExpressMachine'),
  },
};
