import { GetDetectorCommand, GuardDutyClient } from '@aws-sdk/client-guardduty';
import { mockClient } from 'aws-sdk-client-mock';
import { guarddutyDetector } from '../../src/resources/guardduty-detector';
import { asking } from './answers';
import { refusal } from './refusal';

const guardduty = mockClient(GuardDutyClient);
const { ask, exists } = asking('AWS::GuardDuty::Detector', [guarddutyDetector]);
const id = '12abc34d567e8fa901bc2d34e56789f0';
const arn = `arn:aws:guardduty:eu-west-1:123456789012:detector/${id}`;
const typical = {
  Status: 'ENABLED' as const,
  ServiceRole:
    'arn:aws:iam::123456789012:role/aws-service-role/guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDuty',
  FindingPublishingFrequency: 'ONE_HOUR' as const,
  Features: [
    { Name: 'S3_DATA_EVENTS' as const, Status: 'ENABLED' as const },
    { Name: 'EKS_AUDIT_LOGS' as const, Status: 'DISABLED' as const },
  ],
  Tags: { team: 'security' },
};

beforeEach(() => {
  guardduty.reset();
  guardduty.on(GetDetectorCommand, { DetectorId: id }).resolves(typical);
});

test.each([id, arn])('%s', async (given) => {
  expect(await ask(given, 'identity')).toEqual({ arn, id });
  expect(await ask(given, 'lifecycle')).toEqual({ state: 'ENABLED', available: true });
  expect(await ask(given, 'activation')).toEqual({ enabled: true, state: 'ENABLED' });
  expect(await ask(given, 'tags')).toEqual({ team: 'security' });
  expect(await ask(given, 'threatDetection')).toEqual({
    enabled: true,
    publishingFrequency: 'ONE_HOUR',
    features: { S3_DATA_EVENTS: true, EKS_AUDIT_LOGS: false },
  });
});

test('switched off, and without features in the answer', async () => {
  guardduty.on(GetDetectorCommand).resolves({ ...typical, Status: 'DISABLED', Features: undefined, Tags: undefined });
  expect(await ask(id, 'lifecycle')).toEqual({ state: 'DISABLED', available: false });
  expect(await ask(id, 'tags')).toEqual({});
  await expect(ask(id, 'threatDetection')).rejects.toMatchObject({ data: { cause: 'broken answer' } });
});

test('not found', async () => {
  guardduty.on(GetDetectorCommand).rejects(refusal('BadRequestException'));
  expect(await exists(id)).toBe(false);
});
