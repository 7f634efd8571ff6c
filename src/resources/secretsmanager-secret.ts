import { secretsmanager } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { kmsReference } from './shared/kms-reference';
import { attachedPolicy } from './shared/policy';
import { secretContent } from './shared/secret-content';
import { tagMap } from './shared/tags';

export const secretsmanagerSecret = defineResource({
  type: 'AWS::SecretsManager::Secret',
  label: 'Secrets Manager secret',
  sdk: secretsmanager,
  reads: ['secretsmanager:DescribeSecret'],
  notFound: ['ResourceNotFoundException'],
  facts: (aws, { id }) => aws.call('DescribeSecret', { SecretId: id }),
  facets: {
    identity: {
      fields: 'ARN, Name',
      read: (secret) => ({ arn: told(secret.ARN, 'ARN'), id: told(secret.Name, 'Name') }),
    },
    lifecycle: {
      fields: 'DeletedDate',
      // A secret has no state. It answers for as long as its recovery window lasts after it was deleted.
      read: ({ ARN, DeletedDate: deleted }) => {
        told(ARN, 'ARN');
        return deleted
          ? { available: false, reason: `it was scheduled for deletion on ${new Date(deleted).toISOString()}` }
          : { available: true };
      },
    },
    tags: {
      fields: 'Tags',
      // AWS leaves the list out for a secret without tags.
      read: ({ ARN, Tags: tags = [] }) => {
        told(ARN, 'ARN');
        return tagMap(tags);
      },
    },
    encryption: {
      fields: 'KmsKeyId',
      // AWS leaves the field out for the AWS-managed key, which is a key of KMS all the same.
      read: ({ ARN, KmsKeyId: key = 'alias/aws/secretsmanager' }) => {
        told(ARN, 'ARN');
        return { kind: 'kms', mode: 'KMS', key: kmsReference(key) };
      },
    },
    description: { fields: 'Description', read: ({ Description: text }) => ({ ...(text && { text }) }) },
    secretContent: {
      fields: 'names in SecretString',
      // A secret under a key of the customer's needs kms:Decrypt on it as well.
      reads: ['secretsmanager:GetSecretValue'],
      read: async (secret, aws) =>
        secretContent(await aws.call('GetSecretValue', { SecretId: told(secret.ARN, 'ARN') })),
    },
    rotation: {
      fields: 'RotationEnabled, RotationRules.{AutomaticallyAfterDays, ScheduleExpression}',
      // AWS leaves the fields out for a secret that was never set up for rotation.
      read: ({ ARN, RotationEnabled: enabled = false, RotationRules: rules }) => {
        told(ARN, 'ARN');
        const schedule = rules?.ScheduleExpression;
        const days = rules?.AutomaticallyAfterDays ?? daysBetween(schedule);
        return { enabled, ...(days !== undefined && { periodInDays: days }), ...(schedule && { schedule }) };
      },
    },
    resourcePolicy: {
      fields: 'ResourcePolicy',
      reads: ['secretsmanager:GetResourcePolicy'],
      read: async (secret, aws) => {
        const arn = told(secret.ARN, 'ARN');
        const answer = await aws.call('GetResourcePolicy', { SecretId: arn });
        // The ARN comes back with or without a policy; AWS leaves the policy out where there is none.
        told(answer.ARN, 'ARN');
        return attachedPolicy(arn, answer.ResourcePolicy);
      },
    },
    regionalReplicas: {
      fields: 'ReplicationStatus[].{Region, Status}',
      read: ({ ARN, ReplicationStatus: replicas = [] }) => {
        told(ARN, 'ARN');
        return {
          replicas: replicas.map(({ Region, Status }) => {
            const state = told(Status, 'ReplicationStatus[].Status');
            return { region: told(Region, 'ReplicationStatus[].Region'), state, ready: state === 'InSync' };
          }),
        };
      },
    },
  },
});

/** Days of `rate(10 days)`; a schedule in hours or a cron expression has none. */
function daysBetween(schedule: string | undefined): number | undefined {
  const days = schedule?.match(/^rate\((\d+) days?\)$/)?.[1];
  return days === undefined ? undefined : Number(days);
}
