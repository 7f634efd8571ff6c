import type { AttributeDefinition, KeySchemaElement, TableDescription } from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import type { Encryption, PrimaryKey } from '../facets';
import type { SecondaryIndex } from '../facets/data';
import { resourcePart } from './shared/arn';
import { kmsReference } from './shared/kms-reference';
import { attachedPolicy } from './shared/policy';
import { tableActs, tableKeeping } from './shared/table-acts';
import { tagMap } from './shared/tags';

export const dynamodbTable = defineResource({
  type: 'AWS::DynamoDB::Table',
  label: 'DynamoDB table',
  sdk: dynamodb,
  reads: ['dynamodb:DescribeTable'],
  notFound: ['ResourceNotFoundException'],
  facts: async (aws, { id }) => told((await aws.call('DescribeTable', { TableName: tableName(id) })).Table, 'Table'),
  facets: {
    identity: {
      fields: 'Table.{TableArn, TableName}',
      read: (table) => ({ arn: told(table.TableArn, 'Table.TableArn'), id: told(table.TableName, 'Table.TableName') }),
    },
    lifecycle: {
      fields: 'Table.TableStatus',
      read: (table) => {
        const state = told(table.TableStatus, 'Table.TableStatus');
        // A table stays readable and writable while AWS changes it.
        const reason = state === 'UPDATING' ? 'AWS is changing the table, which can be used meanwhile' : undefined;
        return { state, available: state === 'ACTIVE' || state === 'UPDATING', reason };
      },
    },
    tags: {
      fields: 'Tags',
      reads: ['dynamodb:ListTagsOfResource'],
      read: async (table, aws) =>
        tagMap(
          await aws.list(
            'ListTagsOfResource',
            { ResourceArn: told(table.TableArn, 'Table.TableArn') },
            (page) => page.Tags,
          ),
        ),
    },
    encryption: { fields: 'Table.SSEDescription.{Status, SSEType, KMSMasterKeyArn}', read: encryption },
    resourcePolicy: {
      fields: 'Policy',
      reads: ['dynamodb:GetResourcePolicy'],
      read: async (table, aws) => {
        const arn = told(table.TableArn, 'Table.TableArn');
        const answer = await aws.callOrAbsent(['PolicyNotFoundException'], 'GetResourcePolicy', { ResourceArn: arn });
        return attachedPolicy(arn, answer && told(answer.Policy, 'Policy'));
      },
    },
    deletionProtection: {
      fields: 'Table.DeletionProtectionEnabled',
      read: (table) => ({ enabled: told(table.DeletionProtectionEnabled, 'Table.DeletionProtectionEnabled') }),
    },
    pointInTimeRecovery: {
      fields: 'PointInTimeRecoveryDescription.{PointInTimeRecoveryStatus, RecoveryPeriodInDays}',
      reads: ['dynamodb:DescribeContinuousBackups'],
      read: async (table, aws) => {
        const name = told(table.TableName, 'Table.TableName');
        const { ContinuousBackupsDescription } = await aws.call('DescribeContinuousBackups', { TableName: name });
        const recovery = told(
          ContinuousBackupsDescription?.PointInTimeRecoveryDescription,
          'PointInTimeRecoveryDescription',
        );
        return {
          enabled: told(recovery.PointInTimeRecoveryStatus, 'PointInTimeRecoveryStatus') === 'ENABLED',
          periodInDays: recovery.RecoveryPeriodInDays,
        };
      },
    },
    billing: {
      fields: 'Table.BillingModeSummary.BillingMode, Table.ProvisionedThroughput',
      read: (table) => {
        // AWS leaves the summary out for a table that has been provisioned all its life.
        const mode = table.BillingModeSummary?.BillingMode ?? 'PROVISIONED';
        if (mode !== 'PROVISIONED') return { mode };
        const throughput = told(table.ProvisionedThroughput, 'Table.ProvisionedThroughput');
        return {
          mode,
          readCapacityUnits: told(throughput.ReadCapacityUnits, 'Table.ProvisionedThroughput.ReadCapacityUnits'),
          writeCapacityUnits: told(throughput.WriteCapacityUnits, 'Table.ProvisionedThroughput.WriteCapacityUnits'),
        };
      },
    },
    keySchema: {
      fields: 'Table.{KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, LocalSecondaryIndexes}',
      read: (table) => {
        const attributes = told(table.AttributeDefinitions, 'Table.AttributeDefinitions');
        const indexes = [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])];
        return {
          ...primaryKey(told(table.KeySchema, 'Table.KeySchema'), attributes),
          indexes: Object.fromEntries(
            indexes.map((index) => [
              told(index.IndexName, 'IndexName'),
              primaryKey(told(index.KeySchema, 'KeySchema of an index'), attributes),
            ]),
          ),
        };
      },
    },
    secondaryIndexes: {
      fields: 'Table.{GlobalSecondaryIndexes, LocalSecondaryIndexes}',
      read: (table) => {
        const attributes = told(table.AttributeDefinitions, 'Table.AttributeDefinitions');
        return {
          global: (table.GlobalSecondaryIndexes ?? []).map((index) => secondaryIndex(index, attributes)),
          local: (table.LocalSecondaryIndexes ?? []).map((index) => secondaryIndex(index, attributes)),
        };
      },
    },
    regionalReplicas: {
      fields: 'Table.Replicas[].{RegionName, ReplicaStatus}',
      read: (table) => {
        told(table.TableArn, 'Table.TableArn');
        return {
          replicas: (table.Replicas ?? []).map((replica) => {
            const state = told(replica.ReplicaStatus, 'Table.Replicas[].ReplicaStatus');
            const region = told(replica.RegionName, 'Table.Replicas[].RegionName');
            return { region, state, ready: state === 'ACTIVE' || state === 'UPDATING' };
          }),
        };
      },
    },
    timeToLive: {
      fields: 'TimeToLiveDescription.{TimeToLiveStatus, AttributeName}',
      reads: ['dynamodb:DescribeTimeToLive'],
      read: async (table, aws) => {
        const name = told(table.TableName, 'Table.TableName');
        const { TimeToLiveDescription } = await aws.call('DescribeTimeToLive', { TableName: name });
        const status = told(TimeToLiveDescription?.TimeToLiveStatus, 'TimeToLiveDescription.TimeToLiveStatus');
        // ENABLING lasts up to an hour after a deployment, and nothing but time can keep it from becoming ENABLED.
        const enabled = status === 'ENABLED' || status === 'ENABLING';
        return { enabled, ...(enabled && { attribute: TimeToLiveDescription?.AttributeName }) };
      },
    },
    stream: {
      fields: 'Table.StreamSpecification.{StreamEnabled, StreamViewType}, Table.LatestStreamArn',
      // AWS leaves the specification out for a table without a stream, and keeps the ARN of a stream that is gone.
      read: ({ StreamSpecification: specification, LatestStreamArn }) =>
        specification?.StreamEnabled
          ? { enabled: true, viewType: specification.StreamViewType, arn: LatestStreamArn }
          : { enabled: false },
    },
    intake: { fields: 'Table.KeySchema', read: () => ({ takes: 'item' }) },
    contents: { fields: 'Table.KeySchema', read: () => ({ holds: 'item' }) },
    keeping: { fields: 'Table.{KeySchema, AttributeDefinitions}', read: tableKeeping },
  },
  acts: tableActs,
});

function tableName(id: string): string {
  const resource = resourcePart(id);
  return resource.startsWith('table/') ? (resource.split('/')[1] ?? resource) : resource;
}

function encryption({ SSEDescription: description }: TableDescription): Encryption {
  if (!description) return { kind: 'service-owned', mode: 'AWS-owned key' };
  const status = told(description.Status, 'Table.SSEDescription.Status');
  if (status === 'DISABLED') return { kind: 'service-owned', mode: 'AWS-owned key' };
  const mode = told(description.SSEType, 'Table.SSEDescription.SSEType');
  if (mode !== 'KMS') return { kind: 'service-owned', mode };
  const since = description.InaccessibleEncryptionDateTime;
  return {
    kind: 'kms',
    mode,
    key: kmsReference(told(description.KMSMasterKeyArn, 'Table.SSEDescription.KMSMasterKeyArn')),
    ...(since && { problem: `DynamoDB has had no access to the key since ${new Date(since).toISOString()}` }),
    ...(status === 'DISABLING' && { problem: 'encryption with this key is DISABLING' }),
  };
}

interface IndexDescription {
  IndexName?: string;
  KeySchema?: KeySchemaElement[];
  Projection?: { ProjectionType?: string; NonKeyAttributes?: string[] };
  IndexStatus?: string;
}

function secondaryIndex(index: IndexDescription, attributes: readonly AttributeDefinition[]): SecondaryIndex {
  return {
    name: told(index.IndexName, 'IndexName'),
    ...primaryKey(told(index.KeySchema, 'KeySchema of an index'), attributes),
    projection: told(index.Projection?.ProjectionType, 'Projection.ProjectionType'),
    nonKeyAttributes: index.Projection?.NonKeyAttributes ?? [],
    ...(index.IndexStatus && { state: index.IndexStatus }),
  };
}

/** An index may have up to four partition and four sort attributes: they are told together, as `tenant, region`. */
function primaryKey(schema: readonly KeySchemaElement[], attributes: readonly AttributeDefinition[]): PrimaryKey {
  const part = (keyType: string) => {
    const names = schema.filter((element) => element.KeyType === keyType).map((element) => element.AttributeName);
    const types = names.map((name) => attributes.find((attribute) => attribute.AttributeName === name)?.AttributeType);
    return names.length === 0
      ? undefined
      : {
          name: names.join(', '),
          type: types.map((type) => told(type, 'AttributeDefinitions[].AttributeType')).join(', '),
        };
  };
  const sortKey = part('RANGE');
  return { partitionKey: told(part('HASH'), 'KeySchema[].KeyType HASH'), ...(sortKey && { sortKey }) };
}
