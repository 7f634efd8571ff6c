import { CreateAccessKeyCommand, CreateUserCommand, IAMClient, PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { CreateBucketCommand, PutBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3';
import { startServer } from '../../servers/start';
import { athena, ec2, iam, rds } from '../../src/aws/sdk';
import { defineResource, type ResourceDefinition } from '../../src/engine/resource';
import { bucket, instance, key, target } from './catalog';
import { cleanEnvironment, liveAccount, unjudged } from './setup';

type Server = Awaited<ReturnType<typeof startServer>>;

const region = 'eu-west-1';
let server: Server;

function useServer(name: Server['name'], env: Record<string, string> = {}): void {
  beforeAll(async () => {
    server = await startServer(name, { env });
  });
  beforeEach(() => cleanEnvironment(server.credentials));
  afterAll(() => server.stop());
}

function configuration() {
  return { region, endpoint: server.endpoint, credentials: server.credentials, forcePathStyle: true };
}

/** A type whose main read is one call. */
function asking(
  sdk: typeof rds | typeof iam | typeof ec2 | typeof athena,
  operation: string,
  input: object,
): ResourceDefinition {
  const type = `Acme::Test::${operation}`;
  return {
    ...defineResource({
      type,
      label: operation,
      sdk: rds,
      reads: [`${sdk.prefix}:${operation}`],
      facts: (aws) => aws.call(operation as 'DescribeDBInstances', input),
      facets: { identity: { fields: '', read: () => ({ id: operation }) } },
    }),
    sdk,
  };
}

describe.each([
  [
    'moto',
    [
      asking(rds, 'DescribeDBEngineVersions', {}),
      asking(iam, 'SimulateCustomPolicy', { PolicyInputList: ['{}'], ActionNames: ['s3:GetObject'] }),
      asking(athena, 'GetNamedQuery', { NamedQueryId: 'x' }),
    ],
  ],
  ['ministack', [asking(ec2, 'GetEbsEncryptionByDefault', {})]],
] as const)('%s', (name, lacking) => {
  useServer(name);

  test('tells what is there from what is not', async () => {
    const s3 = new S3Client(configuration());
    await s3.send(
      new CreateBucketCommand({ Bucket: 'orders', CreateBucketConfiguration: { LocationConstraint: region } }),
    );
    await s3.send(new PutBucketVersioningCommand({ Bucket: 'orders', VersioningConfiguration: { Status: 'Enabled' } }));
    const { KeyMetadata } = await new KMSClient(configuration()).send(new CreateKeyCommand({}));
    const { account, ledger } = liveAccount({ region, endpoint: server.endpoint });
    const orders = target('AWS::S3::Bucket');
    await expect(account.facet(orders, 'versioning')).resolves.toMatchObject({ value: { status: 'Enabled' } });
    await expect(account.facet(orders, 'resourcePolicy')).resolves.toMatchObject({
      value: { account: server.accountId },
    });
    const encryption = target('AWS::KMS::Key', {
      id: KeyMetadata?.Arn ?? '',
      region: 'us-east-2',
      account: server.accountId,
    });
    await expect(account.facet(encryption, 'keyRotation')).resolves.toMatchObject({
      value: { enabled: false },
      evidence: { region, calls: ['kms:DescribeKey', 'kms:GetKeyRotationStatus'] },
    });
    for (const type of ['AWS::S3::Bucket', 'AWS::KMS::Key', 'AWS::RDS::DBInstance']) {
      const gone = target(type, { id: '00000000-0000-0000-0000-000000000000' });
      await expect(account.facet(gone, 'existence')).resolves.toMatchObject({ value: { exists: false } });
      const data = await unjudged(account.facet(gone, 'identity'));
      expect(data).toMatchObject({
        outcome: 'not found',
        reason: expect.stringContaining(`of account ${server.accountId} (`),
      });
    }
    const foreign = target('AWS::S3::Bucket', { account: '999988887777' });
    await expect(unjudged(account.facet(foreign, 'existence'))).resolves.toMatchObject({ cause: 'wrong account' });
    expect(ledger.entries.filter(({ operation }) => operation === 'GetCallerIdentity')).toHaveLength(1);
  });

  test.each(lacking)('says that it lacks $label', async (definition) => {
    const { account } = liveAccount({ region, endpoint: server.endpoint, maxAttempts: 1 }, { catalog: [definition] });
    await expect(unjudged(account.facet(target(definition.type), 'identity'))).resolves.toMatchObject({
      outcome: 'not implemented here',
      reason: expect.stringContaining(`${server.endpoint} does not implement ${definition.reads[0]} (`),
    });
  });
});

describe('moto with IAM', () => {
  useServer('moto', { INITIAL_NO_AUTH_ACTION_COUNT: '3' });

  test('tells a denial, an unknown key and a wrong secret apart', async () => {
    const client = new IAMClient({ ...configuration(), region: 'us-east-1' });
    await client.send(new CreateUserCommand({ UserName: 'reader' }));
    const { AccessKey } = await client.send(new CreateAccessKeyCommand({ UserName: 'reader' }));
    const PolicyDocument = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['rds:DescribeDBInstances', 'sts:GetCallerIdentity'], Resource: '*' }],
    });
    await client.send(new PutUserPolicyCommand({ UserName: 'reader', PolicyName: 'read', PolicyDocument }));
    const accessKeyId = AccessKey?.AccessKeyId ?? '';
    const secretAccessKey = AccessKey?.SecretAccessKey ?? '';
    const ask = async (type: string) => {
      const { account } = liveAccount({ region, endpoint: server.endpoint });
      return unjudged(account.facet(target(type), 'identity'));
    };

    cleanEnvironment({ accessKeyId, secretAccessKey });
    await expect(ask('AWS::RDS::DBInstance')).resolves.toMatchObject({ outcome: 'not found' });
    for (const [type, action] of [
      ['AWS::S3::Bucket', 's3:GetBucketVersioning'],
      ['AWS::KMS::Key', 'kms:DescribeKey'],
    ] as const) {
      await expect(ask(type)).resolves.toMatchObject({ outcome: 'undetermined', cause: 'access denied', action });
    }

    for (const credentials of [
      { accessKeyId: 'AKIANOBODYKNOWSTHIS0', secretAccessKey },
      { accessKeyId, secretAccessKey: 'wrong' },
    ]) {
      cleanEnvironment(credentials);
      for (const type of [instance, key, bucket].map((definition) => definition.type)) {
        await expect(ask(type)).resolves.toMatchObject({ outcome: 'undetermined', cause: 'wrong credentials' });
      }
    }
  });
});
