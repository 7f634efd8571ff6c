import { GetBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { AnswerCache } from '../../src/aws/cache';
import { Caller } from '../../src/aws/caller';
import { isRead, permit, readOnlyGuard } from '../../src/aws/guard';
import { Ledger } from '../../src/aws/ledger';
import { accountSettings } from '../../src/aws/options';
import { s3 } from '../../src/aws/sdk';
import type { SdkClient } from '../../src/aws/sdk-client';
import { cleanEnvironment } from './setup';

beforeEach(() => cleanEnvironment());

test.each([
  'GetBucketPolicy',
  'ListTables',
  'DescribeKey',
  'HeadBucket',
  'BatchGetImage',
  'SimulatePrincipalPolicy',
  'FilterLogEvents',
  'LookupEvents',
  'ValidateTemplate',
])('%s is a read', (operation) => {
  expect(isRead(operation)).toBe(true);
});

test.each([
  'PutObject',
  'DeleteTable',
  'Invoke',
  'ReceiveMessage',
  'GetSessionToken',
  'GetFederationToken',
  'GetAuthorizationToken',
  'GetCredentialsForIdentity',
  'GetId',
  'GetUserAttributeVerificationCode',
  'GenerateDataKey',
  'Decrypt',
  'StartQuery',
  'Getaway',
  'Scan',
])('%s is no read', (operation) => {
  expect(isRead(operation)).toBe(false);
});

function caller(allowActs: boolean): Caller {
  return new Caller(accountSettings({ region: 'eu-west-1', allowActs }), new AnswerCache(), new Ledger());
}

const write = { sdk: s3, region: 'eu-west-1', operation: 'PutObject', input: { Bucket: 'b', Key: 'k' } };

test('a write through a read is refused, whatever the options say, and nothing is sent', async () => {
  const mock = mockClient(S3Client);
  await expect(caller(true).read(write, 0)).rejects.toThrow(
    'stackproof only reads, and s3:PutObject may change something or hand out credentials, so it was not called.',
  );
  expect(mock.calls()).toHaveLength(0);
  mock.restore();
});

test('an act needs allowActs, and is never shared', async () => {
  const mock = mockClient(S3Client);
  await expect(caller(false).act(write)).rejects.toThrow(
    's3:PutObject may change something, and the option allowActs is off, so it was not called.',
  );
  expect(mock.calls()).toHaveLength(0);
  const allowed = caller(true);
  mock.onAnyCommand().resolves({});
  await allowed.act(write);
  await allowed.act(write);
  expect(mock.calls()).toHaveLength(2);
  expect(allowed.ledger.entries).toMatchObject([{ operation: 'PutObject', act: true }, { act: true }]);
  mock.restore();
});

test('the middleware stands ahead of all others and knows the commands that are let through', async () => {
  const sent: string[] = [];
  const client = new S3Client({
    region: 'eu-west-1',
    requestHandler: {
      handle: async ({ method }: { method: string }) => {
        sent.push(method);
        throw new Error('sent');
      },
    },
  });
  (client as unknown as SdkClient).middlewareStack.use(readOnlyGuard('s3'));
  const { PutObjectCommand } = await s3.load();
  const put = () => new PutObjectCommand({ Bucket: 'bucket', Key: 'k', Body: 'text' });
  await expect(client.send(put())).rejects.toThrow(/^stackproof only reads, and s3:PutObject/);
  expect(sent).toEqual([]);
  await expect(client.send(new GetBucketVersioningCommand({ Bucket: 'bucket' }))).rejects.toThrow('sent');
  const permitted = put();
  permit(permitted);
  await expect(client.send(permitted)).rejects.toThrow('sent');
  expect(sent).toEqual(['GET', 'PUT']);
});
