import { deploy, ref, sub } from '../../../deploy';
import type { Deployed } from '../area';
import type { Server } from '../live-account';

/** What every kind may build on: a network, a role, a key, a bucket, a function, and calls of its own. */
export interface World {
  readonly accountId: string;
  /** Physical id of a resource of the common stack. */
  id(logicalId: string): string;
  /** Attribute of a resource of the common stack, such as its ARN. */
  attribute(logicalId: string, name: string): string;
  deployOne(type: string, properties: object): Promise<{ physicalId: string; attributes: Record<string, unknown> }>;
  call(service: string, operation: string, input: object): Promise<Record<string, unknown>>;
  /** The text at a path of an answer, such as `cluster.arn`. */
  text(answer: unknown, path: string): string;
}

const services = ['lambda', 'config', 'firehose', 'states', 'scheduler'].map((each) => `${each}.amazonaws.com`);
const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: services }, Action: 'sts:AssumeRole' }],
};

const common = {
  Vpc: { type: 'AWS::EC2::VPC', properties: { CidrBlock: '10.30.0.0/16' } },
  SubnetA: {
    type: 'AWS::EC2::Subnet',
    properties: { VpcId: ref('Vpc'), CidrBlock: '10.30.0.0/24', AvailabilityZone: 'us-east-1a' },
  },
  SubnetB: {
    type: 'AWS::EC2::Subnet',
    properties: { VpcId: ref('Vpc'), CidrBlock: '10.30.1.0/24', AvailabilityZone: 'us-east-1b' },
  },
  Group: { type: 'AWS::EC2::SecurityGroup', properties: { GroupDescription: 'common', VpcId: ref('Vpc') } },
  RouteTable: { type: 'AWS::EC2::RouteTable', properties: { VpcId: ref('Vpc') } },
  Key: { type: 'AWS::KMS::Key', properties: { Description: 'common' } },
  Role: { type: 'AWS::IAM::Role', properties: { RoleName: 'common', AssumeRolePolicyDocument: trust } },
  // biome-ignore lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them
  Bucket: { type: 'AWS::S3::Bucket', properties: { BucketName: sub('common-${AWS::AccountId}') } },
  Topic: { type: 'AWS::SNS::Topic', properties: { TopicName: 'common' } },
  Queue: { type: 'AWS::SQS::Queue', properties: { QueueName: 'common' } },
  Stream: { type: 'AWS::Kinesis::Stream', properties: { Name: 'common', ShardCount: 1 } },
  LogGroup: { type: 'AWS::Logs::LogGroup', properties: { LogGroupName: '/common' } },
  Function: {
    type: 'AWS::Lambda::Function',
    properties: {
      FunctionName: 'common',
      Runtime: 'nodejs20.x',
      Handler: 'index.handler',
      Role: ref('Role.Arn'),
      Code: { ZipFile: 'exports.handler = async () => 1;' },
    },
  },
};

/** Deploys what the kinds have in common. */
export async function worldOn(server: Server): Promise<World> {
  const { resources, client, accountId }: Deployed = await deploy({ name: 'common', resources: common }, server);
  const known = (logicalId: string) => {
    const resource = resources[logicalId];
    if (!resource) throw new Error(`the common stack has no ${logicalId}`);
    return resource;
  };
  const text = (answer: unknown, path: string) => {
    const found = path
      .split('.')
      .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], answer);
    if (typeof found !== 'string') throw new Error(`no text at ${path} of ${JSON.stringify(answer)}`);
    return found;
  };
  let made = 0;
  return {
    accountId,
    id: (logicalId) => known(logicalId).physicalId,
    attribute: (logicalId, name) => String(known(logicalId).attributes[name]),
    deployOne: async (type, properties) => {
      made += 1;
      const one = await deploy({ name: `one-${made}`, resources: { One: { type, properties } } }, server);
      if (!one.resources.One) throw new Error(`${type} was not made`);
      return one.resources.One;
    },
    call: (service, operation, input) => {
      const { [`${operation}Command`]: Command } = require(`@aws-sdk/client-${service}`);
      if (!Command) throw new Error(`@aws-sdk/client-${service} has no ${operation}`);
      return client(service).send(new Command(input)) as Promise<Record<string, unknown>>;
    },
    text,
  };
}
