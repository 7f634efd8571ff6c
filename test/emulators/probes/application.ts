import { type Probe, statusOf, valueAt } from '../probe';

/** Amazon S3, SQS, SNS, Kinesis, CloudWatch, CloudWatch Logs and CodePipeline. */
export const applicationProbes = {
  bucketPolicyStatusWithoutIsPublic: async (aws) => {
    const Bucket = 'probe-policy-status';
    await aws.call('s3', 'CreateBucket', { Bucket });
    const Statement = [
      { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `arn:aws:s3:::${Bucket}/*` },
    ];
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
    await aws.call('s3', 'PutBucketPolicy', { Bucket, Policy });
    const answer = await aws.call('s3', 'GetBucketPolicyStatus', { Bucket });
    return valueAt(answer, 'PolicyStatus.IsPublic') === undefined;
  },
  queueWithoutSseAttribute: async (aws) => {
    const { QueueUrl } = await aws.call('sqs', 'CreateQueue', { QueueName: 'probe-encryption' });
    const answer = await aws.call('sqs', 'GetQueueAttributes', { QueueUrl, AttributeNames: ['All'] });
    return valueAt(answer, 'Attributes.SqsManagedSseEnabled') === undefined;
  },
  topicTracingLost: async (aws) => {
    const topic = { Name: 'probe-tracing', Attributes: { TracingConfig: 'Active' } };
    const { TopicArn } = await aws.call('sns', 'CreateTopic', topic);
    const answer = await aws.call('sns', 'GetTopicAttributes', { TopicArn });
    return valueAt(answer, 'Attributes.TracingConfig') !== 'Active';
  },
  emailConfirmedAtOnce: async (aws) => {
    const { TopicArn } = await aws.call('sns', 'CreateTopic', { Name: 'probe-email' });
    await aws.call('sns', 'Subscribe', { TopicArn, Protocol: 'email', Endpoint: 'probe@example.com' });
    const answer = await aws.call('sns', 'ListSubscriptionsByTopic', { TopicArn });
    return valueAt(answer, 'Subscriptions.0.SubscriptionArn') !== 'PendingConfirmation';
  },
  streamTagsLost: async (aws) => {
    const StreamName = 'probe-tags';
    await aws.call('kinesis', 'CreateStream', { StreamName, ShardCount: 1, Tags: { Team: 'probe' } });
    const answer = await aws.call('kinesis', 'ListTagsForStream', { StreamName });
    return valueAt(answer, 'Tags.0.Key') !== 'Team';
  },
  compositeAlarmNotImplemented: async (aws) => {
    const alarm = { AlarmName: 'probe-composite', AlarmRule: 'FALSE' };
    return (await statusOf(aws.call('cloudwatch', 'PutCompositeAlarm', alarm))) === 500;
  },
  logGroupWithoutDeletionProtection: async (aws) => {
    const logGroupName = '/probe/deletion-protection';
    await aws.call('cloudwatch-logs', 'CreateLogGroup', { logGroupName, deletionProtectionEnabled: true });
    const answer = await aws.call('cloudwatch-logs', 'DescribeLogGroups', { logGroupNamePrefix: logGroupName });
    return valueAt(answer, 'logGroups.0.deletionProtectionEnabled') === undefined;
  },
  pipelineTimesAsText: async (aws) => {
    const RoleName = 'probe-pipeline';
    const Statement = [
      { Effect: 'Allow', Principal: { Service: 'codepipeline.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ];
    const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
    const { Role } = await aws.call('iam', 'CreateRole', { RoleName, AssumeRolePolicyDocument });
    const stage = (name: string, category: string, provider: string) => ({
      name,
      actions: [{ name, actionTypeId: { category, owner: 'AWS', provider, version: '1' } }],
    });
    const pipeline = {
      name: 'probe',
      roleArn: valueAt({ Role }, 'Role.Arn'),
      artifactStore: { type: 'S3', location: 'probe' },
      stages: [stage('Source', 'Source', 'S3'), stage('Approve', 'Approval', 'Manual')],
    };
    await aws.call('codepipeline', 'CreatePipeline', { pipeline });
    const message = await aws.call('codepipeline', 'GetPipeline', { name: 'probe' }).then(String, String);
    return message.includes('Expected real number');
  },
} satisfies Record<string, Probe>;
