import {
  DescribeHubCommand,
  GetEnabledStandardsCommand,
  ListTagsForResourceCommand,
  SecurityHubClient,
} from '@aws-sdk/client-securityhub';
import { mockClient } from 'aws-sdk-client-mock';
import { securityhubHub } from '../../src/resources/securityhub-hub';
import { asking } from './answers';
import { refusal } from './refusal';

const securityhub = mockClient(SecurityHubClient);
const { ask, exists } = asking('AWS::SecurityHub::Hub', [securityhubHub]);
const arn = 'arn:aws:securityhub:eu-west-1:123456789012:hub/default';
const standard = 'arn:aws:securityhub:eu-west-1::standards/aws-foundational-security-best-practices/v/1.0.0';

beforeEach(() => {
  securityhub.reset();
  securityhub
    .on(DescribeHubCommand)
    .resolves({ HubArn: arn, SubscribedAt: '2026-01-01T00:00:00Z', AutoEnableControls: true });
});

test.each([arn, 'default'])('%s', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: arn });
  expect(await ask(id, 'lifecycle')).toEqual({ available: true });
});

test.each(['ResourceNotFoundException', 'InvalidAccessException'])('%s is not found', async (code) => {
  securityhub.on(DescribeHubCommand).rejects(refusal(code, 404));
  expect(await exists(arn)).toBe(false);
});

test('a name that is not the hub', async () => {
  expect(await exists('orders')).toBe(false);
});

test('standards of all pages', async () => {
  const subscription = { StandardsSubscriptionArn: 'arn', StandardsInput: {}, StandardsStatus: 'READY' as const };
  securityhub
    .on(GetEnabledStandardsCommand)
    .resolves({ StandardsSubscriptions: [], NextToken: 'two' })
    .on(GetEnabledStandardsCommand, { NextToken: 'two' })
    .resolves({ StandardsSubscriptions: [{ ...subscription, StandardsArn: standard }] });
  expect(await ask(arn, 'securityStandards')).toEqual({
    standards: [{ arn: standard, status: 'READY' }],
    autoEnableControls: true,
  });
});

test('tags', async () => {
  securityhub.on(ListTagsForResourceCommand, { ResourceArn: arn }).resolves({ Tags: { team: 'security' } });
  expect(await ask(arn, 'tags')).toEqual({ team: 'security' });
});
