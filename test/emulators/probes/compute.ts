import { zip } from '../../../deploy/zip.js';
import { type Calls, type Probe, roleArn, valueAt } from '../probe';

async function createFunction(aws: Calls, FunctionName: string, more: object = {}): Promise<unknown> {
  await aws.call('lambda', 'CreateFunction', {
    FunctionName,
    Runtime: 'nodejs20.x',
    Handler: 'index.handler',
    Role: await roleArn(aws, FunctionName),
    Code: { ZipFile: zip('index.js', 'exports.handler = async () => ({});\n') },
    ...more,
  });
  return aws.call('lambda', 'GetFunctionConfiguration', { FunctionName });
}

async function queueArn(aws: Calls, QueueName: string): Promise<unknown> {
  const { QueueUrl } = await aws.call('sqs', 'CreateQueue', { QueueName });
  return valueAt(
    await aws.call('sqs', 'GetQueueAttributes', { QueueUrl, AttributeNames: ['All'] }),
    'Attributes.QueueArn',
  );
}

/** AWS Lambda and Step Functions. */
export const computeProbes = {
  functionDeadLetterConfigLost: async (aws) => {
    const TargetArn = await queueArn(aws, 'probe-dead-letters');
    const fn = await createFunction(aws, 'probe-dead-letters', { DeadLetterConfig: { TargetArn } });
    return valueAt(fn, 'DeadLetterConfig.TargetArn') !== TargetArn;
  },
  functionInOtherVpc: async (aws) => {
    const VpcId = valueAt(await aws.call('ec2', 'CreateVpc', { CidrBlock: '10.90.0.0/16' }), 'Vpc.VpcId');
    const subnet = await aws.call('ec2', 'CreateSubnet', { VpcId, CidrBlock: '10.90.0.0/24' });
    const group = await aws.call('ec2', 'CreateSecurityGroup', { VpcId, GroupName: 'probe', Description: 'probe' });
    const fn = await createFunction(aws, 'probe-vpc', {
      VpcConfig: { SubnetIds: [valueAt(subnet, 'Subnet.SubnetId')], SecurityGroupIds: [group.GroupId] },
    });
    return valueAt(fn, 'VpcConfig.VpcId') !== VpcId;
  },
  mappingKeyLost: async (aws) => {
    await createFunction(aws, 'probe-mapping');
    const KMSKeyArn = valueAt(await aws.call('kms', 'CreateKey'), 'KeyMetadata.Arn');
    const mapping = await aws.call('lambda', 'CreateEventSourceMapping', {
      FunctionName: 'probe-mapping',
      EventSourceArn: await queueArn(aws, 'probe-mapping'),
      KMSKeyArn,
    });
    const answer = await aws.call('lambda', 'GetEventSourceMapping', { UUID: mapping.UUID });
    return valueAt(answer, 'KMSKeyArn') !== KMSKeyArn;
  },
  stateMachineTracingLost: async (aws) => {
    const created = await aws.call('sfn', 'CreateStateMachine', {
      name: 'probe',
      roleArn: await roleArn(aws, 'probe-state-machine'),
      definition: '{"StartAt":"End","States":{"End":{"Type":"Succeed"}}}',
      tracingConfiguration: { enabled: true },
    });
    const answer = await aws.call('sfn', 'DescribeStateMachine', { stateMachineArn: created.stateMachineArn });
    return valueAt(answer, 'tracingConfiguration.enabled') !== true;
  },
} satisfies Record<string, Probe>;
