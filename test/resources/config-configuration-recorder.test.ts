import {
  ConfigServiceClient,
  DescribeConfigurationRecorderStatusCommand,
  DescribeConfigurationRecordersCommand,
  DescribeDeliveryChannelsCommand,
  ListTagsForResourceCommand,
} from '@aws-sdk/client-config-service';
import { mockClient } from 'aws-sdk-client-mock';
import { configConfigurationRecorder } from '../../src/resources/config-configuration-recorder';
import { asking } from './answers';
import { refusal } from './refusal';

const config = mockClient(ConfigServiceClient);
const { ask, exists } = asking('AWS::Config::ConfigurationRecorder', [configConfigurationRecorder]);
const arn = 'arn:aws:config:eu-west-1:123456789012:configuration-recorder/default/kzc1rgfkdqhw1qyz';
const typical = {
  name: 'default',
  arn,
  roleARN: 'arn:aws:iam::123456789012:role/config',
  recordingGroup: { allSupported: true, includeGlobalResourceTypes: true, resourceTypes: [] },
};

beforeEach(() => {
  config.reset();
  config
    .on(DescribeConfigurationRecordersCommand, { ConfigurationRecorderNames: ['default'] })
    .resolves({ ConfigurationRecorders: [typical] });
  config
    .on(DescribeConfigurationRecorderStatusCommand)
    .resolves({ ConfigurationRecordersStatus: [{ name: 'default', recording: true, lastStatus: 'Success' }] });
});

test.each(['default', arn])('%s', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'default' });
  expect(await ask(id, 'lifecycle')).toEqual({ state: 'Success', available: true });
  expect(await ask(id, 'recording')).toEqual({ recording: true, lastStatus: 'Success' });
  expect(await ask(id, 'executionRole')).toEqual({ arn: typical.roleARN });
});

test('not found', async () => {
  config.on(DescribeConfigurationRecordersCommand).rejects(refusal('NoSuchConfigurationRecorderException'));
  expect(await exists('default')).toBe(false);
});

test('a recorder that is stopped', async () => {
  config
    .on(DescribeConfigurationRecorderStatusCommand)
    .resolves({ ConfigurationRecordersStatus: [{ name: 'default', recording: false }] });
  expect(await ask('default', 'lifecycle')).toEqual({ available: false, reason: 'it is stopped' });
  expect(await ask('default', 'recording')).toEqual({ recording: false });
});

test('what it records', async () => {
  expect(await ask('default', 'recordingScope')).toEqual({
    allSupported: true,
    includesGlobalTypes: true,
    types: [],
    excluded: [],
  });
  const recordingGroup = {
    allSupported: false,
    exclusionByResourceTypes: { resourceTypes: ['AWS::IAM::User' as const] },
  };
  config
    .on(DescribeConfigurationRecordersCommand)
    .resolves({ ConfigurationRecorders: [{ ...typical, recordingGroup }] });
  expect(await ask('default', 'recordingScope')).toMatchObject({ allSupported: false, excluded: ['AWS::IAM::User'] });
});

test('where it delivers to, and nowhere', async () => {
  config.on(DescribeDeliveryChannelsCommand).resolves({
    DeliveryChannels: [{ name: 'default', s3BucketName: 'config', snsTopicARN: 'arn:aws:sns:eu-west-1:1:config' }],
  });
  expect(await ask('default', 'logDelivery')).toEqual({
    destinations: [
      { kind: 'bucket', target: 'config' },
      { kind: 'topic', target: 'arn:aws:sns:eu-west-1:1:config' },
    ],
  });
  config.on(DescribeDeliveryChannelsCommand).resolves({ DeliveryChannels: [] });
  expect(await ask('default', 'logDelivery')).toEqual({ destinations: [] });
});

test('tags and described state', async () => {
  config.on(ListTagsForResourceCommand, { ResourceArn: arn }).resolves({ Tags: [{ Key: 'a', Value: 'b' }] });
  expect(await ask('default', 'tags')).toEqual({ a: 'b' });
  expect(await ask('default', 'config')).toMatchObject({ name: 'default', recording: true, lastStatus: 'Success' });
});
