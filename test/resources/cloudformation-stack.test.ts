import {
  CloudFormationClient,
  DescribeStacksCommand,
  ListStackResourcesCommand,
  type Stack,
} from '@aws-sdk/client-cloudformation';
import { mockClient } from 'aws-sdk-client-mock';
import { cloudformationStack } from '../../src/resources/cloudformation-stack';
import { asking } from './answers';
import { refusal } from './refusal';

const cloudformation = mockClient(CloudFormationClient);
const { ask, exists } = asking('AWS::CloudFormation::Stack', [cloudformationStack]);
const arn = 'arn:aws:cloudformation:eu-west-1:123456789012:stack/orders/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
const typical: Stack = {
  StackId: arn,
  StackName: 'orders',
  Description: 'shop',
  CreationTime: new Date(0),
  StackStatus: 'UPDATE_COMPLETE',
  EnableTerminationProtection: true,
  DriftInformation: { StackDriftStatus: 'IN_SYNC', LastCheckTimestamp: new Date(0) },
  Outputs: [{ OutputKey: 'ApiUrl', OutputValue: 'https://api.example.com' }],
  Parameters: [{ ParameterKey: 'Stage', ParameterValue: 'prod' }],
  Tags: [{ Key: 'team', Value: 'orders' }],
};
const is = (more: Partial<Stack>) =>
  cloudformation.on(DescribeStacksCommand).resolves({ Stacks: [{ ...typical, ...more }] });

beforeEach(() => {
  cloudformation.reset();
  cloudformation.on(DescribeStacksCommand).rejects(refusal('ValidationError'));
  for (const StackName of ['orders', arn]) {
    cloudformation.on(DescribeStacksCommand, { StackName }).resolves({ Stacks: [typical] });
  }
});

test.each(['orders', arn])('%s', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'orders' });
  expect(await ask(id, 'lifecycle')).toEqual({ state: 'UPDATE_COMPLETE', available: true });
  expect(await ask(id, 'tags')).toEqual({ team: 'orders' });
  expect(await ask(id, 'description')).toEqual({ text: 'shop' });
  expect(await ask(id, 'terminationProtection')).toEqual({ enabled: true });
  expect(await ask(id, 'drift')).toEqual({ status: 'IN_SYNC', checkedAt: '1970-01-01T00:00:00.000Z' });
  expect(await ask(id, 'stackDeployment')).toEqual({
    status: 'UPDATE_COMPLETE',
    outputs: { ApiUrl: 'https://api.example.com' },
  });
  expect(await ask(id, 'config')).toMatchObject({
    Outputs: { ApiUrl: 'https://api.example.com' },
    Parameters: { Stage: 'prod' },
  });
});

test('not found, and deleted', async () => {
  expect(await exists('other')).toBe(false);
  is({ StackStatus: 'DELETE_COMPLETE' });
  expect(await exists(arn)).toBe(false);
});

test.each<[NonNullable<Stack['StackStatus']>, boolean]>([
  ['CREATE_COMPLETE', true],
  ['UPDATE_ROLLBACK_COMPLETE', true],
  ['UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', true],
  ['ROLLBACK_COMPLETE', false],
  ['CREATE_IN_PROGRESS', false],
  ['UPDATE_ROLLBACK_FAILED', false],
])('%s can be used: %s', async (StackStatus, available) => {
  is({ StackStatus });
  expect(await ask(arn, 'lifecycle')).toMatchObject({ state: StackStatus, available });
});

test('an answer without termination protection or drift cannot be judged', async () => {
  is({ EnableTerminationProtection: undefined, DriftInformation: undefined });
  await expect(ask(arn, 'terminationProtection')).rejects.toMatchObject({ data: { cause: 'broken answer' } });
  await expect(ask(arn, 'drift')).rejects.toMatchObject({ data: { cause: 'broken answer' } });
});

test('resources of all pages', async () => {
  const resource = (LogicalResourceId: string, PhysicalResourceId?: string) => ({
    LogicalResourceId,
    PhysicalResourceId,
    ResourceType: 'AWS::S3::Bucket',
    ResourceStatus: 'CREATE_COMPLETE' as const,
    LastUpdatedTimestamp: new Date(0),
  });
  cloudformation
    .on(ListStackResourcesCommand, { StackName: arn })
    .resolves({ StackResourceSummaries: [resource('One', 'one')], NextToken: 'two' })
    .on(ListStackResourcesCommand, { StackName: arn, NextToken: 'two' })
    .resolves({ StackResourceSummaries: [resource('Two')] });
  expect(await ask('orders', 'stackResources')).toEqual({
    resources: [
      { logicalId: 'One', type: 'AWS::S3::Bucket', status: 'CREATE_COMPLETE', physicalId: 'one' },
      { logicalId: 'Two', type: 'AWS::S3::Bucket', status: 'CREATE_COMPLETE' },
    ],
  });
});
