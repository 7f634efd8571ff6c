import { DescribeSecurityGroupsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { DescribeKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { DescribeDBInstancesCommand, RDSClient } from '@aws-sdk/client-rds';
import { GetBucketPolicyCommand, GetBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { mockClient } from 'aws-sdk-client-mock';
import { instance, target } from './catalog';
import { cleanEnvironment, liveAccount, unjudged } from './setup';

const rds = mockClient(RDSClient);
const kms = mockClient(KMSClient);
const s3 = mockClient(S3Client);
const sts = mockClient(STSClient);
const ec2 = mockClient(EC2Client);

const database = 'AWS::RDS::DBInstance';
const arn = 'arn:aws:rds:eu-west-1:111122223333:db:orders';
const keyArn = 'arn:aws:kms:eu-west-1:111122223333:key/1234';

function awsError(name: string, status = 400): Error {
  return Object.assign(new Error(`${name} said AWS`), { name, $metadata: { httpStatusCode: status, attempts: 1 } });
}

beforeEach(() => {
  cleanEnvironment();
  for (const mock of [rds, kms, s3, sts, ec2]) mock.reset();
  sts.on(GetCallerIdentityCommand).resolves({ Account: '111122223333' });
  rds.on(DescribeDBInstancesCommand).resolves({
    DBInstances: [
      {
        DBInstanceIdentifier: 'orders',
        DBInstanceArn: arn,
        DeletionProtection: true,
        KmsKeyId: keyArn,
        InstanceCreateTime: new Date(0),
      },
    ],
  });
  kms.on(DescribeKeyCommand).resolves({
    KeyMetadata: { KeyId: '1234', Arn: keyArn, KeyManager: 'CUSTOMER', KeyState: 'Enabled' },
  });
});

describe('an answer', () => {
  test('says whom it is about and where it was read', async () => {
    const { account } = liveAccount();
    await expect(account.facet(target(database), 'deletionProtection')).resolves.toEqual({
      value: { enabled: true },
      subject: { type: database, label: 'RDS DB instance', key: 'Orders', id: 'orders', arn, region: 'eu-west-1' },
      evidence: { calls: ['rds:DescribeDBInstances'], fields: 'DeletionProtection', region: 'eu-west-1' },
    });
  });

  test('through another resource names the calls of both', async () => {
    const { account } = liveAccount();
    const { value, evidence } = await account.facet(target(database), 'key');
    expect(value).toMatchObject({ id: '1234', manager: 'CUSTOMER' });
    expect(evidence.calls).toEqual(['rds:DescribeDBInstances', 'kms:DescribeKey']);
  });

  test('to config is plain JSON', async () => {
    const { account } = liveAccount();
    const { value } = await account.facet(target(database), 'config');
    expect(value).toMatchObject({ DBInstanceIdentifier: 'orders', InstanceCreateTime: '1970-01-01T00:00:00.000Z' });
    s3.on(GetBucketVersioningCommand).resolves({ Status: 'Enabled', $metadata: { attempts: 1 } });
    expect((await account.facet(target('AWS::S3::Bucket'), 'config')).value).toEqual({ Status: 'Enabled' });
  });

  test('to existence is false where AWS says so, and only there', async () => {
    const { account } = liveAccount();
    rds.on(DescribeDBInstancesCommand).rejects(awsError('DBInstanceNotFoundFault', 404));
    expect((await account.facet(target(database), 'existence')).value).toEqual({ exists: false });
    kms.on(DescribeKeyCommand).rejects(awsError('AccessDeniedException'));
    await expect(unjudged(account.facet(target('AWS::KMS::Key'), 'existence'))).resolves.toMatchObject({
      outcome: 'undetermined',
      cause: 'access denied',
      action: 'kms:DescribeKey',
    });
  });
});

describe('no answer', () => {
  test.each([
    [
      'an error code of the type',
      () => rds.on(DescribeDBInstancesCommand).rejects(awsError('DBInstanceNotFoundFault', 404)),
      'DBInstanceNotFoundFault',
    ],
    ['an answer without it', () => rds.on(DescribeDBInstancesCommand).resolves({ DBInstances: [] }), undefined],
  ])('not found: %s', async (_name, arrange, code) => {
    arrange();
    const { account } = liveAccount();
    const data = await unjudged(account.facet(target(database), 'deletionProtection'));
    expect(data).toMatchObject({ outcome: 'not found', code, subject: { key: 'Orders', label: 'RDS DB instance' } });
    expect(data.reason).toMatch(
      /^RDS DB instance "orders" does not exist in eu-west-1 of account 111122223333 \(rds:DescribeDBInstances answered /,
    );
    expect(data.advice).toMatch(/still deployed/);
  });

  test('the code of another call is not "not found"', async () => {
    const { account } = liveAccount();
    s3.on(GetBucketVersioningCommand).resolves({});
    s3.on(GetBucketPolicyCommand).rejects(awsError('NoSuchBucket', 404));
    await expect(unjudged(account.facet(target('AWS::S3::Bucket'), 'resourcePolicy'))).resolves.toMatchObject({
      outcome: 'undetermined',
      cause: 'request refused',
      evidence: { calls: ['s3:GetBucketPolicy'] },
    });
    s3.on(GetBucketPolicyCommand).rejects(awsError('NoSuchBucketPolicy', 404));
    await expect(account.facet(target('AWS::S3::Bucket'), 'resourcePolicy', { fresh: true })).resolves.toMatchObject({
      value: { statements: [] },
      evidence: { calls: ['s3:GetBucketVersioning', 's3:GetBucketPolicy'] },
    });
  });

  test('a field that AWS left out', async () => {
    rds.on(DescribeDBInstancesCommand).resolves({ DBInstances: [{ DBInstanceIdentifier: 'orders' }] });
    const { account } = liveAccount();
    await expect(unjudged(account.facet(target(database), 'deletionProtection'))).resolves.toMatchObject({
      cause: 'broken answer',
      reason: 'AWS answered without the field DeletionProtection',
      evidence: { calls: ['rds:DescribeDBInstances'] },
    });
  });

  test('a facet that the type does not have, without asking AWS', async () => {
    const { account } = liveAccount();
    await expect(unjudged(account.facet(target(database), 'publicAccessBlock'))).resolves.toMatchObject({
      outcome: 'not applicable',
      reason: 'RDS DB instance has no public access block to check; it answers: deletionProtection, identity, key',
    });
    expect(rds.calls()).toHaveLength(0);
  });

  test('a type outside the catalog', async () => {
    const { account } = liveAccount();
    await expect(unjudged(account.facet(target('Custom::Thing'), 'tags'))).resolves.toMatchObject({
      outcome: 'not applicable',
      reason: 'Custom::Thing is outside the catalog, so nothing can be asked of it',
    });
  });

  test('a fault of a program is no verdict', async () => {
    rds.on(DescribeDBInstancesCommand).rejects(new TypeError('x is not a function'));
    const { account } = liveAccount();
    await expect(account.facet(target(database), 'identity')).rejects.toThrow(TypeError);
  });
});

describe('region', () => {
  test.each([
    ['the ARN before the option', { id: arn }, { region: 'us-east-2' }, {}, 'eu-west-1'],
    ["the output's before the option", { region: 'eu-north-1' }, { region: 'us-east-2' }, {}, 'eu-north-1'],
    ['the option before the environment', {}, { region: 'us-east-2' }, { AWS_REGION: 'ca-central-1' }, 'us-east-2'],
    ['AWS_REGION', {}, {}, { AWS_REGION: 'ca-central-1', AWS_DEFAULT_REGION: 'sa-east-1' }, 'ca-central-1'],
    ['AWS_DEFAULT_REGION', {}, {}, { AWS_DEFAULT_REGION: 'sa-east-1' }, 'sa-east-1'],
  ])('%s', async (_name, more, options, environment, expected) => {
    Object.assign(process.env, environment);
    const { account } = liveAccount(options);
    const { evidence } = await account.facet(target(database, more), 'deletionProtection');
    expect(evidence.region).toBe(expected);
    await expect(rds.calls()[0]?.thisValue.config.region()).resolves.toBe(expected);
  });

  test('none is one clear error', async () => {
    const { account } = liveAccount({});
    await expect(unjudged(account.facet(target(database), 'identity'))).resolves.toMatchObject({
      outcome: 'undetermined',
      cause: 'wrong region',
      reason: 'no region is known to look in',
      advice: expect.stringContaining('AWS_REGION'),
    });
  });
});

describe('account', () => {
  const elsewhere = target(database, {
    account: '999988887777',
    value: 'arn:aws:rds:eu-west-1:999988887777:db:orders',
  });

  test('another one is refused before the resource is asked', async () => {
    const { account } = liveAccount();
    await expect(unjudged(account.facet(elsewhere, 'existence'))).resolves.toMatchObject({
      outcome: 'undetermined',
      cause: 'wrong account',
      reason: 'the credentials are of account 111122223333, and the resource is in 999988887777',
      advice: expect.stringContaining(elsewhere.value),
    });
    expect(rds.calls()).toHaveLength(0);
  });

  test('is asked once, whoever asks', async () => {
    const { account } = liveAccount();
    const mine = ['a', 'b', 'c'].map((id) => target(database, { id, account: '111122223333' }));
    await Promise.all(mine.map((each) => account.facet(each, 'existence')));
    expect(sts.calls()).toHaveLength(1);
  });

  test('is not checked where STS does not tell, and the ledger says so', async () => {
    sts.on(GetCallerIdentityCommand).rejects(awsError('AccessDenied', 403));
    const { account, ledger } = liveAccount();
    await expect(account.facet(elsewhere, 'existence')).resolves.toMatchObject({ value: { exists: true } });
    expect(ledger.notes).toEqual([
      expect.stringMatching(/^The account was not checked: AWS denied sts:GetCallerIdentity/),
    ]);
  });
});

describe('one read for many questions', () => {
  test('at the same time and later, and the ledger counts them', async () => {
    const { account, ledger } = liveAccount();
    await Promise.all(
      ['identity', 'deletionProtection', 'config'].map((facet) => account.facet(target(database), facet as 'identity')),
    );
    await account.facet(target(database, { key: 'SameByAnotherKey' }), 'existence');
    expect(rds.calls()).toHaveLength(1);
    expect(ledger.entries).toEqual([
      expect.objectContaining({
        service: 'rds',
        operation: 'DescribeDBInstances',
        action: 'rds:DescribeDBInstances',
        region: 'eu-west-1',
        attempts: 1,
        outcome: 'answered',
        shared: 3,
      }),
    ]);
  });

  test('failures are kept as well', async () => {
    rds.on(DescribeDBInstancesCommand).rejects(awsError('ThrottlingException'));
    const { account } = liveAccount();
    await unjudged(account.facet(target(database), 'identity'));
    await expect(unjudged(account.facet(target(database), 'deletionProtection'))).resolves.toMatchObject({
      cause: 'throttled',
    });
    expect(rds.calls()).toHaveLength(1);
  });

  test('a fresh question reads again, once, and its answer stays', async () => {
    const { account } = liveAccount();
    await account.facet(target(database), 'deletionProtection');
    rds
      .on(DescribeDBInstancesCommand)
      .resolves({ DBInstances: [{ DBInstanceIdentifier: 'orders', DeletionProtection: false }] });
    expect((await account.facet(target(database), 'deletionProtection')).value.enabled).toBe(true);
    expect((await account.facet(target(database), 'deletionProtection', { fresh: true })).value.enabled).toBe(false);
    expect((await account.facet(target(database), 'deletionProtection')).value.enabled).toBe(false);
    expect(rds.calls()).toHaveLength(2);
  });

  test('forget drops the answers about one resource and what they rest on', async () => {
    const { account } = liveAccount();
    const other = target(database, { id: 'other' });
    await Promise.all([account.facet(target(database), 'key'), account.facet(other, 'deletionProtection')]);
    expect([rds.calls().length, kms.calls().length]).toEqual([2, 1]);
    await account.forget(target(database));
    await Promise.all([account.facet(target(database), 'key'), account.facet(other, 'deletionProtection')]);
    expect([rds.calls().length, kms.calls().length]).toEqual([3, 2]);
  });

  test('many ids go in one call; one that spoils it does not spoil the others', async () => {
    ec2.on(DescribeSecurityGroupsCommand).callsFake(({ GroupIds }: { GroupIds: string[] }) => {
      if (GroupIds.includes('sg-gone')) throw awsError('InvalidGroup.NotFound');
      return { SecurityGroups: GroupIds.map((GroupId) => ({ GroupId })) };
    });
    const { account } = liveAccount();
    const groups = (ids: string[]) =>
      Promise.all(ids.map((id) => account.facet(target('AWS::EC2::SecurityGroup', { id }), 'existence')));
    const values = async (ids: string[]) => (await groups(ids)).map(({ value }) => value.exists);
    await expect(values(['sg-1', 'sg-2', 'sg-3'])).resolves.toEqual([true, true, true]);
    expect(ec2.calls()).toHaveLength(1);
    await expect(values(['sg-4', 'sg-gone', 'sg-5'])).resolves.toEqual([true, false, true]);
    expect(ec2.calls()).toHaveLength(1 + 1 + 3);
  });

  test('what failed is told to everybody who asks, and not asked again', async () => {
    rds.on(DescribeDBInstancesCommand).rejects(awsError('AccessDenied', 403));
    const missing = { package: '@aws-sdk/client-acme', prefix: 'acme', load: () => Promise.reject(moduleNotFound()) };
    const acme = { ...instanceOf('AWS::Acme::Thing'), sdk: missing };
    const { account } = liveAccount(undefined, { catalog: [instanceOf(database), acme] });
    const thing = target('AWS::Acme::Thing');
    const ahead = [target(database), thing, target('AWS::Not::Known')];
    void Promise.allSettled(ahead.map((each) => account.facet(each, 'existence')));
    await expect(unjudged(account.facet(target(database), 'identity'))).resolves.toMatchObject({
      cause: 'access denied',
    });
    expect(rds.calls()).toHaveLength(1);
    await expect(unjudged(account.facet(thing, 'identity'))).resolves.toMatchObject({
      cause: 'missing package',
      reason: 'the package @aws-sdk/client-acme is not installed',
      advice: 'Install it: npm install --save-dev @aws-sdk/client-acme',
    });
  });
});

test('the ledger holds no inputs and no answers', async () => {
  rds
    .on(DescribeDBInstancesCommand)
    .resolves({ DBInstances: [{ DBInstanceIdentifier: 'canary-answer', DBInstanceArn: arn }] });
  const { account, ledger } = liveAccount();
  await account.facet(target(database, { id: 'canary-input' }), 'identity');
  expect(ledger.entries).toHaveLength(1);
  expect(JSON.stringify(ledger)).not.toContain('canary');
});

function instanceOf(type: string) {
  return { ...instance, type };
}

function moduleNotFound(): Error {
  return Object.assign(new Error("Cannot find module '@aws-sdk/client-acme'\nRequire stack: ..."), {
    code: 'MODULE_NOT_FOUND',
  });
}
