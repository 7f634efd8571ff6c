import { connect } from '../../deploy/aws.js';
import { startServer } from '../../servers/start';
import type { ResourceDefinition, Target } from '../../src/engine/resource';
import * as catalog from '../../src/resources';
import { cleanEnvironment, liveAccount, unjudged } from '../aws/setup';

/** Calls that are made to prepare; every later one is checked. */
const toPrepare = 6;

const queue: Target = { type: 'AWS::SQS::Queue', id: 'denied', identifier: 'name', value: 'denied' };
const bucket: Target = { type: 'AWS::S3::Bucket', id: 'denied', identifier: 'name', value: 'denied' };

let server: Awaited<ReturnType<typeof startServer>>;

beforeAll(async () => {
  server = await startServer('moto', { env: { INITIAL_NO_AUTH_ACTION_COUNT: String(toPrepare) } });
  const aws = connect(server);
  await aws.call('sqs', 'CreateQueue', { QueueName: 'denied' });
  await aws.call('s3', 'CreateBucket', { Bucket: 'denied' });
  await aws.call('iam', 'CreateUser', { UserName: 'reader' });
  const { AccessKey } = await aws.call('iam', 'CreateAccessKey', { UserName: 'reader' });
  const Statement = [{ Effect: 'Allow', Action: ['sqs:Get*', 's3:List*', 's3:HeadBucket', 'sts:*'], Resource: '*' }];
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
  await aws.call('iam', 'PutUserPolicy', { UserName: 'reader', PolicyName: 'read', PolicyDocument });
  await aws.call('sqs', 'ListQueues');
  const { AccessKeyId, SecretAccessKey } = AccessKey as { AccessKeyId: string; SecretAccessKey: string };
  cleanEnvironment({ accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey });
}, 60_000);
afterAll(() => server.stop());

test.each([
  [queue, 'hello', 'sqs:SendMessage'],
  [bucket, { key: 'a', body: 'b' }, 's3:PutObject'],
] as const)('an act that IAM denies is undetermined and names the action: $type', async (target, content, action) => {
  const options = { endpoint: server.endpoint, region: 'us-east-1', allowActs: true };
  const { account } = liveAccount(options, { catalog: Object.values(catalog) as ResourceDefinition[] });
  const data = await unjudged(account.act(target, 'deliver', { content: content as never, marker: 'm' }));
  expect(data).toMatchObject({ outcome: 'undetermined', cause: 'access denied', action, undo: [] });
});
