// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policies name outputs as CloudFormation does
import { resource } from 'stackproof';

const dataKey = resource('DataKeyArn', 'AWS::KMS::Key');
const dataKeyAlias = resource('DataKeyAlias', 'AWS::KMS::Alias');
const logsKey = resource('LogsKeyArn', 'AWS::KMS::Key');
const logsKeyAlias = resource('LogsKeyAlias', 'AWS::KMS::Alias');

const administration = {
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::${AWS::AccountId}:root' },
  Action: 'kms:*',
  Resource: '*',
};

const tags = {
  Application: 'zero-trust-processing',
  Environment: 'dev',
  Compliance: 'SOC2',
  DataClassification: 'Confidential',
  Owner: 'platform-security',
};

describe('the data key', () => {
  test('is a customer key that can be used', async () => {
    await expect(dataKey).toBeAvailable();
    await expect(dataKey).toBeInState('Enabled');
    await expect(dataKey).toBeCustomerManaged();
    await expect(dataKey).toHaveKeySpec('SYMMETRIC_DEFAULT');
    await expect(dataKey).toHaveKeyUsage('ENCRYPT_DECRYPT');
    await expect(dataKey).toHaveDescription(/the data, and what failed/);
    await expect(dataKey).toHaveConfig({ Origin: 'AWS_KMS' });
  });

  test('rotates', async () => {
    await expect(dataKey).toHaveKeyRotation();
  });

  test('goes by its alias, and the alias by nothing else', async () => {
    await expect(dataKeyAlias).toBeAvailable();
    await expect(dataKey).toHaveAlias('alias/zero-trust-data-dev');
    await expect(dataKeyAlias).not.toHaveConfig({ TargetKeyId: logsKey });
  });

  test('serves the processor through S3 and SQS, and nobody else', async () => {
    await expect(dataKey).toHavePolicyDocument({
      Statement: [
        administration,
        {
          Effect: 'Allow',
          Principal: { AWS: '${DataProcessorRoleArn}' },
          Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
          Resource: '*',
          Condition: {
            StringEquals: {
              'kms:ViaService': ['s3.${AWS::Region}.amazonaws.com', 'sqs.${AWS::Region}.amazonaws.com'],
            },
          },
        },
      ],
    });
  });

  test('does not serve the logs', async () => {
    await expect(dataKey).not.toGrantService('logs');
  });

  test('is opened to nobody by a grant, but by Lambda for its function', async () => {
    await expect(dataKey).toHaveGrantsOnlyFor([resource('DataProcessorRoleArn', 'AWS::IAM::Role')]);
  });

  test('carries the tags', async () => {
    await expect(dataKey).toHaveTags(tags);
  });
});

describe('the logs key', () => {
  test('is a customer key that can be used', async () => {
    await expect(logsKey).toBeAvailable();
    await expect(logsKey).toBeInState('Enabled');
    await expect(logsKey).toBeCustomerManaged();
    await expect(logsKey).toHaveKeySpec('SYMMETRIC_DEFAULT');
    await expect(logsKey).toHaveKeyUsage('ENCRYPT_DECRYPT');
    await expect(logsKey).toHaveDescription(/logs and alarms/);
    await expect(logsKey).toHaveConfig({ Origin: 'AWS_KMS' });
  });

  test('rotates', async () => {
    await expect(logsKey).toHaveKeyRotation();
  });

  test('goes by its alias, and the alias by nothing else', async () => {
    await expect(logsKeyAlias).toBeAvailable();
    await expect(logsKey).toHaveAlias('alias/zero-trust-logs-dev');
    await expect(logsKeyAlias).not.toHaveConfig({ TargetKeyId: dataKey });
  });

  test('grants CloudWatch Logs its own log groups alone, by their encryption context', async () => {
    for (const key of ['DataProcessorLogGroupName', 'FlowLogGroupName']) {
      const encryptionContext = resource(key, 'AWS::Logs::LogGroup');
      await expect(logsKey).toGrantService({ service: 'logs', encryptionContext, strict: true });
    }
    await expect(logsKey).not.toGrantService({ service: 'logs', encryptionContext: '/aws/lambda/somebody-else' });
  });

  test('is opened to nobody by a grant', async () => {
    await expect(logsKey).toHaveGrantsOnlyFor([]);
  });

  test('serves CloudWatch Logs and the alarms of this account, and nobody else', async () => {
    await expect(logsKey).toHavePolicyDocument({
      Statement: [
        administration,
        {
          Effect: 'Allow',
          Principal: { Service: 'logs.${AWS::Region}.amazonaws.com' },
          Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
          Resource: '*',
          Condition: {
            ArnLike: {
              'kms:EncryptionContext:aws:logs:arn': ['${DataProcessorLogGroupName}', '${FlowLogGroupName}'],
            },
          },
        },
        {
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
          Resource: '*',
          Condition: { StringEquals: { 'aws:SourceAccount': '${AWS::AccountId}' } },
        },
      ],
    });
  });

  test('carries the tags', async () => {
    await expect(logsKey).toHaveTags(tags);
  });
});

test('the keys rotate as often as SOC 2 controls say', async () => {
  await expect(dataKeyAlias).toHaveKeyRotation({ periodInDays: 180 });
  await expect(logsKeyAlias).toHaveKeyRotation({ periodInDays: 365 });
});
