import { ref } from '../../../deploy';
import { type Area, rowsOf } from '../area';
import { allowService, denyInsecureTransport, policy, tags } from '../declarations';

const outputs = {
  QueueUrl: ref('Queue'),
  QueueArn: ref('Queue.Arn'),
  DeadLetterQueueUrl: ref('DeadLetterQueue'),
  TopicArn: ref('Topic'),
};
const subscription = (Protocol: string, Endpoint: unknown) => ({
  type: 'AWS::SNS::Subscription',
  properties: { TopicArn: ref('Topic'), Protocol, Endpoint },
});

/** SQS queues and SNS topics. */
export const messaging: Area = {
  healthy: {
    resources: {
      DeadLetterQueue: { type: 'AWS::SQS::Queue', properties: { MessageRetentionPeriod: 1_209_600 } },
      Queue: {
        type: 'AWS::SQS::Queue',
        properties: {
          KmsMasterKeyId: ref('DataKey.Arn'),
          MessageRetentionPeriod: 1_209_600,
          RedrivePolicy: { deadLetterTargetArn: ref('DeadLetterQueue.Arn'), maxReceiveCount: 3 },
          Tags: tags,
        },
      },
      QueuePolicy: {
        type: 'AWS::SQS::QueuePolicy',
        properties: {
          Queues: [ref('Queue')],
          PolicyDocument: policy(
            denyInsecureTransport('sqs:*', ref('Queue.Arn')),
            allowService('sns', 'sqs:SendMessage', ref('Queue.Arn')),
          ),
        },
      },
      Topic: {
        type: 'AWS::SNS::Topic',
        properties: { KmsMasterKeyId: ref('DataKeyAlias'), TracingConfig: 'Active', Tags: tags },
      },
      TopicPolicy: {
        type: 'AWS::SNS::TopicPolicy',
        properties: {
          Topics: [ref('Topic')],
          PolicyDocument: policy(
            denyInsecureTransport('sns:Publish', ref('Topic')),
            allowService('events', 'sns:Publish', ref('Topic')),
          ),
        },
      },
      QueueSubscription: subscription('sqs', ref('Queue.Arn')),
    },
    outputs,
  },
  broken: {
    resources: {
      DeadLetterQueue: { type: 'AWS::SQS::Queue' },
      Queue: {
        type: 'AWS::SQS::Queue',
        properties: { MessageRetentionPeriod: 86_400, SqsManagedSseEnabled: false },
      },
      Topic: { type: 'AWS::SNS::Topic' },
      EmailSubscription: subscription('email', 'orders@example.com'),
    },
    outputs,
  },
  rows: [
    ...rowsOf('AWS::SQS::Queue', 'QueueUrl', [
      ['toBeAvailable', [], 'pass', 'pass'],
      ['toBeInState', ['available'], 'not applicable', 'not applicable'],
      ['toHaveTags', [{ Team: 'orders' }], 'pass', 'fail'],
      ['toHaveConfig', [{ MessageRetentionPeriod: 1_209_600 }], 'pass', ['fail', /86400/]],
      ['toBeEncryptedAtRest', [], 'pass', ['fail', /SqsManagedSseEnabled false/]],
      ['toBeKmsEncrypted', ({ resource }) => [{ key: resource('DataKeyId') }], 'pass', 'fail'],
      [
        'toHaveDeadLetterQueue',
        ({ resource }) => [resource('DeadLetterQueueUrl')],
        'pass',
        ['fail', /Received: {2}none/],
      ],
      ['toHaveDeadLetterQueue', [{ maxReceiveCount: { atMost: 5 } }], ['pass', /after 3 receives/], 'fail'],
      [
        'toHaveRetention',
        ['14d'],
        ['pass', /MessageRetentionPeriod 1209600/],
        ['fail', /MessageRetentionPeriod 86400/],
      ],
      ['toDenyInsecureTransport', [], 'pass', 'fail'],
      ['toGrantService', ({ resource }) => [{ service: 'sns', source: resource('TopicArn') }], 'pass', 'fail'],
    ]),
    ...rowsOf('AWS::SQS::Queue', 'QueueArn', [['toHaveRetention', ['14d'], 'pass', 'fail']]),
    // A queue with nothing said about encryption: SSE-SQS has been the default since 2022.
    ...rowsOf('AWS::SQS::Queue', 'DeadLetterQueueUrl', [
      ['toBeEncryptedAtRest', [], ['pass', /SSE-SQS/], undefined, { gaps: ['queueWithoutSseAttribute'] }],
      ['toBeKmsEncrypted', [], ['fail', /SSE-SQS/], undefined, { gaps: ['queueWithoutSseAttribute'] }],
    ]),
    ...rowsOf('AWS::SNS::Topic', 'TopicArn', [
      ['toBeAvailable', [], 'pass', 'pass'],
      ['toBeInState', ['available'], 'not applicable', 'not applicable'],
      ['toHaveTags', [{ Team: 'orders' }], 'pass', 'fail'],
      ['toHaveConfig', [{ TopicName: 'healthy-Topic' }], 'pass', ['fail', /broken-Topic/]],
      ['toBeEncryptedAtRest', [], 'pass', ['fail', /no KmsMasterKeyId/]],
      ['toBeKmsEncrypted', ({ resource }) => [{ key: resource('DataKeyArn') }], 'pass', 'fail'],
      ['toHaveTracing', [], 'pass', undefined, { gaps: ['topicTracingLost'] }],
      ['toHaveTracing', [], undefined, ['fail', /tracing off \(PassThrough\)/]],
      ['toHaveSubscription', ({ resource }) => [{ protocol: 'sqs', endpoint: resource('QueueUrl') }], 'pass', 'fail'],
      ['toHaveSubscription', [{ protocol: 'email' }], ['fail', /sqs to arn:/], undefined],
      [
        'toHaveSubscription',
        [{ protocol: 'email' }],
        undefined,
        ['fault', /waits for its confirmation/],
        { gaps: ['emailConfirmedAtOnce'] },
      ],
      ['toDenyInsecureTransport', [], 'pass', 'fail'],
      ['toGrantService', [{ service: 'events', actions: 'sns:Publish' }], 'pass', ['fault', /AWS:SourceOwner/]],
    ]),
  ],
};
