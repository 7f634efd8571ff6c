import net from 'node:net';
import { CreateAccessKeyCommand, CreateUserCommand, IAMClient, PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { startServer } from '../../servers/start';
import { install, type Run, runJest } from './sample';

type Server = Awaited<ReturnType<typeof startServer>>;

let folder: string;
let moto: Server;
let denied: { AWS_ACCESS_KEY_ID: string; AWS_SECRET_ACCESS_KEY: string };

const suite = `
  const { resource } = require('stackproof');
  const bucket = resource('BucketName');
  test('holds', async () => { await expect(bucket).toHaveVersioning(); });
  test('does not hold', async () => { await expect(bucket).not.toHaveVersioning(); });
  test.failing('fails', async () => { await expect(bucket).toHaveVersioning(); });`;

beforeAll(async () => {
  folder = await install('30');
  moto = await startServer('moto', { env: { INITIAL_NO_AUTH_ACTION_COUNT: '4' } });
  const configuration = {
    endpoint: moto.endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  const iam = new IAMClient(configuration);
  await new S3Client(configuration).send(new CreateBucketCommand({ Bucket: 'guarded' }));
  await iam.send(new CreateUserCommand({ UserName: 'reader' }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'reader' }));
  const PolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['kms:DescribeKey', 'sts:GetCallerIdentity'], Resource: '*' }],
  });
  await iam.send(new PutUserPolicyCommand({ UserName: 'reader', PolicyName: 'read', PolicyDocument }));
  denied = { AWS_ACCESS_KEY_ID: AccessKey?.AccessKeyId ?? '', AWS_SECRET_ACCESS_KEY: AccessKey?.SecretAccessKey ?? '' };
}, 180_000);

afterAll(() => moto?.stop());

function run(
  env: NodeJS.ProcessEnv,
  outputs: object = { BucketName: 'guarded' },
  edit = (text: string) => text,
): Promise<Run> {
  return runJest(
    folder,
    {
      'jest.config.js': "module.exports = { preset: 'stackproof' };",
      'cfn-outputs/flat-outputs.json': outputs,
      'bucket.int.test.js': edit(suite),
    },
    { env: { AWS_REGION: 'us-east-1', ...env } },
  );
}

/** Never a pass and never a skip, in either direction; the cause is named. */
function expectUndetermined({ results, exitCode, output }: Run, cause: string, ...texts: string[]): void {
  expect(results).toMatchObject({ numPassedTests: 0, numFailedTests: 3, numPendingTests: 0 });
  expect(exitCode).toBe(1);
  for (const text of [`Undetermined (${cause})`, ...texts]) expect(output).toContain(text);
  expect(output.split('Could not be determined')).toHaveLength(2);
}

const someone = { AWS_ACCESS_KEY_ID: 'AKIANOBODYKNOWSTHIS0', AWS_SECRET_ACCESS_KEY: 'secret' };

test('a wrong endpoint', async () => {
  const endpoint = 'http://127.0.0.1:1';
  expectUndetermined(await run({ ...someone, STACKPROOF_ENDPOINT: endpoint }), 'endpoint unreachable', endpoint);
});

test('wrong credentials', async () => {
  expectUndetermined(await run({ ...someone, STACKPROOF_ENDPOINT: moto.endpoint }), 'wrong credentials');
});

test('no credentials', async () => {
  const nobody = { HOME: folder, AWS_SHARED_CREDENTIALS_FILE: 'none', AWS_CONFIG_FILE: 'none' };
  expectUndetermined(await run({ ...nobody, STACKPROOF_ENDPOINT: moto.endpoint }), 'no credentials');
});

test('a denied action, by its IAM name', async () => {
  const result = await run({ ...denied, STACKPROOF_ENDPOINT: moto.endpoint });
  expectUndetermined(result, 'access denied', 'Needs:     s3:ListBucket');
});

test('a resource in another account', async () => {
  const outputs = { BucketName: 'arn:aws:rds:us-east-1:999999999999:db:orders' };
  const result = await run({ ...denied, STACKPROOF_ENDPOINT: moto.endpoint }, outputs, (text) =>
    text.replaceAll('toHaveVersioning', 'toBeMultiAz'),
  );
  expectUndetermined(result, 'wrong account', '123456789012', '999999999999');
});

test('a server that hangs', async () => {
  const silent = net.createServer(() => undefined).listen(0, '127.0.0.1');
  await new Promise((listening) => silent.once('listening', listening));
  const endpoint = `http://127.0.0.1:${(silent.address() as net.AddressInfo).port}`;
  try {
    const result = await run({
      ...someone,
      STACKPROOF_ENDPOINT: endpoint,
      STACKPROOF_REQUEST_TIMEOUT_IN_SECONDS: '0.5',
    });
    expectUndetermined(result, 'timed out', endpoint);
  } finally {
    silent.close();
  }
}, 60_000);
