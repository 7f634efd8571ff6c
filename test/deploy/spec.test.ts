import fs from 'node:fs';
import path from 'node:path';
import { deploy, ref, sub } from '../../deploy';
import { types } from '../../deploy/types/index.js';

/** Nothing listens there: what a spec gets wrong is said before any request. */
const nowhere = { endpoint: 'http://127.0.0.1:1' };
const stack = (resources: Parameters<typeof deploy>[0]['resources'], outputs = {}) =>
  deploy({ name: 'orders', resources, outputs }, nowhere);

test('every file in deploy/types is in the list', () => {
  const files = fs.readdirSync(path.join(__dirname, '../../deploy/types')).filter((file) => file !== 'index.js');
  expect(Object.keys(types)).toHaveLength(files.length);
});

test('an unknown type', async () => {
  await expect(stack({ Bucket: { type: 'AWS::S3::Bukket' } })).rejects.toThrow(
    'Bucket has the type AWS::S3::Bukket, which deploy/types does not know.',
  );
});

test('an unknown property, at the top and deep down', async () => {
  await expect(stack({ Vpc: { type: 'AWS::EC2::VPC', properties: { CidrBlok: '10.0.0.0/16' } } })).rejects.toThrow(
    /^Vpc \(AWS::EC2::VPC\): ec2:CreateVpc: "CidrBlok" is no member of CreateVpcRequest\. It has CidrBlock/,
  );
  await expect(stack({ Queue: { type: 'AWS::SQS::Queue', properties: { Fifo: true } } })).rejects.toThrow(
    'Queue (AWS::SQS::Queue): unknown property "Fifo".',
  );
  const Table = {
    type: 'AWS::DynamoDB::Table',
    properties: { KeySchema: [{ AttributeName: 'id', Type: 'HASH' }] },
  };
  await expect(stack({ Table })).rejects.toThrow(
    /^Table \(AWS::DynamoDB::Table\): dynamodb:CreateTable: "KeySchema\[0\]\.Type" is no member/,
  );
});

test('references in a circle', async () => {
  const Queue = { type: 'AWS::SQS::Queue', properties: { KmsMasterKeyId: ref('Key') } };
  // biome-ignore lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them
  const Key = { type: 'AWS::KMS::Key', properties: { Description: sub('for ${Queue.Arn}') } };
  await expect(stack({ Queue, Key })).rejects.toThrow(
    'Resources refer to each other in a circle: Queue -> Key -> Queue.',
  );
});

test('a reference to nothing, in a property and in an output', async () => {
  const Queue = { type: 'AWS::SQS::Queue', properties: { KmsMasterKeyId: ref('Key') } };
  await expect(stack({ Queue })).rejects.toThrow('Queue refers to "Key", which is no resource of the spec.');
  await expect(stack({}, { KeyArn: ref('Key.Arn') })).rejects.toThrow(
    'Output KeyArn refers to "Key", which is no resource of the spec.',
  );
});

test('no endpoint: it never deploys to AWS', async () => {
  await expect(deploy({ name: 'orders', resources: {} }, { endpoint: '' })).rejects.toThrow(
    'deploy() needs the endpoint of an AWS-compatible server; it never deploys to AWS.',
  );
});
