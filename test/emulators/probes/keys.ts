import { type Calls, type Probe, statusOf, valueAt } from '../probe';

interface Alias {
  AliasName?: string;
  TargetKeyId?: string;
}

async function awsAliases(aws: Calls): Promise<Alias[]> {
  const { Aliases = [] } = await aws.call('kms', 'ListAliases');
  return (Aliases as Alias[]).filter(({ AliasName }) => AliasName?.startsWith('alias/aws/'));
}

async function createKey(aws: Calls, more: Record<string, unknown> = {}): Promise<unknown> {
  return valueAt(await aws.call('kms', 'CreateKey', more), 'KeyMetadata.KeyId');
}

/** AWS KMS, Secrets Manager and IAM. */
export const keyProbes = {
  keyUsageMissing: async (aws) => {
    const answer = await aws.call('kms', 'DescribeKey', { KeyId: await createKey(aws) });
    return valueAt(answer, 'KeyMetadata.KeyUsage') === undefined;
  },
  keyPolicyConditionIgnored: async (aws) => {
    const account = await aws.accountId();
    const root = { AWS: `arn:aws:iam::${account}:root` };
    const Policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: root, Action: 'kms:*', Resource: '*' },
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 'kms:*',
          Resource: '*',
          // No caller has this id, so nobody is denied.
          Condition: { StringEquals: { 'aws:userid': 'nobody' } },
        },
      ],
    });
    const KeyId = await createKey(aws, { Policy });
    return (await statusOf(aws.call('kms', 'DescribeKey', { KeyId }))) === 400;
  },
  rotationPeriodLost: async (aws) => {
    const KeyId = await createKey(aws);
    await aws.call('kms', 'EnableKeyRotation', { KeyId, RotationPeriodInDays: 180 });
    const answer = await aws.call('kms', 'GetKeyRotationStatus', { KeyId });
    return valueAt(answer, 'RotationPeriodInDays') !== 180;
  },
  awsManagedKeyMissing: async (aws) => {
    await aws.call('secrets-manager', 'CreateSecret', { Name: 'probe/default-key', SecretString: 'p' });
    const alias = (await awsAliases(aws)).find(({ AliasName }) => AliasName === 'alias/aws/secretsmanager');
    if (alias?.TargetKeyId === undefined) return true;
    return (await statusOf(aws.call('kms', 'DescribeKey', { KeyId: alias.TargetKeyId }))) === 400;
  },
  awsManagedKeyOfCustomer: async (aws) => {
    const answer = await aws.call('kms', 'DescribeKey', { KeyId: 'alias/aws/s3' });
    return valueAt(answer, 'KeyMetadata.KeyManager') !== 'AWS';
  },
  simulationNotImplemented: async (aws) => {
    const question = { PolicyInputList: ['{"Version":"2012-10-17","Statement":[]}'], ActionNames: ['s3:GetObject'] };
    return (await statusOf(aws.call('iam', 'SimulateCustomPolicy', question))) === 500;
  },
} satisfies Record<string, Probe>;
