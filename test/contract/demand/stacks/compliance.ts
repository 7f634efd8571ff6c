import {
  ConfigServiceClient,
  PutConfigRuleCommand,
  PutConfigurationRecorderCommand,
  PutDeliveryChannelCommand,
  type RecordingGroup,
  StartConfigurationRecorderCommand,
} from '@aws-sdk/client-config-service';
import { ref } from '../../../../deploy';
import type { Deployed } from '../../../live/area';
import { policy } from '../../../live/declarations';
import type { Topic } from '../row';

const resources = {
  RecorderRole: {
    type: 'AWS::IAM::Role',
    properties: {
      AssumeRolePolicyDocument: policy({
        Effect: 'Allow',
        Principal: { Service: 'config.amazonaws.com' },
        Action: 'sts:AssumeRole',
      }),
    },
  },
  RecorderBucket: { type: 'AWS::S3::Bucket' },
  StrayRecorderBucket: { type: 'AWS::S3::Bucket' },
};
const outputs = {
  RecorderRoleArn: ref('RecorderRole.Arn'),
  RecorderBucketName: ref('RecorderBucket'),
  StrayRecorderBucketName: ref('StrayRecorderBucket'),
};

/** AWS Config: a recorder with its channel, and a rule. */
export const compliance: Topic = {
  on: ['moto'],
  healthy: { resources, outputs: { ...outputs, BucketConfigRuleName: 'healthy-buckets' } },
  broken: { resources, outputs: { ...outputs, BucketConfigRuleName: 'broken-buckets' } },
  afterwards: async (healthy, broken) => {
    const client = await putRecorder(healthy, 'us-east-1', 'RecorderBucketName', {
      allSupported: true,
      includeGlobalResourceTypes: true,
    });
    await client.send(new StartConfigurationRecorderCommand({ ConfigurationRecorderName: 'default' }));
    // A region has one recorder at most, so the broken one is in another.
    await putRecorder(broken, 'us-west-2', 'StrayRecorderBucketName', { resourceTypes: ['AWS::S3::Bucket'] });
    await putRule(healthy, 'S3_BUCKET_PUBLIC_READ_PROHIBITED');
    await putRule(broken, 'S3_BUCKET_VERSIONING_ENABLED');
  },
};

/** A recorder that is not started; its ARN becomes an output. */
async function putRecorder(
  { client, outputs: known, accountId }: Deployed,
  region: string,
  bucket: string,
  recordingGroup: RecordingGroup,
): Promise<ConfigServiceClient> {
  const { endpoint, credentials, requestHandler } = (client('config-service') as unknown as ConfigServiceClient).config;
  const inRegion = new ConfigServiceClient({ endpoint, credentials, requestHandler, region });
  const roleARN = String(known.RecorderRoleArn);
  const ConfigurationRecorder = { name: 'default', roleARN, recordingGroup };
  await inRegion.send(new PutConfigurationRecorderCommand({ ConfigurationRecorder }));
  const DeliveryChannel = { name: 'default', s3BucketName: String(known[bucket]) };
  await inRegion.send(new PutDeliveryChannelCommand({ DeliveryChannel }));
  known.ConfigRecorderArn = `arn:aws:config:${region}:${accountId}:configuration-recorder/default/kzc1rgfkdqhw1qyz`;
  return inRegion;
}

async function putRule({ client, outputs: known }: Deployed, SourceIdentifier: string): Promise<void> {
  const ConfigRuleName = String(known.BucketConfigRuleName);
  const ConfigRule = { ConfigRuleName, Source: { Owner: 'AWS' as const, SourceIdentifier } };
  await client('config-service').send(new PutConfigRuleCommand({ ConfigRule }));
}
