import { GetInstanceProfileCommand, IAMClient, type InstanceProfile, type Role } from '@aws-sdk/client-iam';
import { mockClient } from 'aws-sdk-client-mock';
import { iamInstanceProfile } from '../../src/resources/iam-instance-profile';
import { asking } from './answers';
import { refusal } from './refusal';

const iam = mockClient(IAMClient);
const { ask, exists } = asking('AWS::IAM::InstanceProfile', [iamInstanceProfile]);
const arn = 'arn:aws:iam::123456789012:instance-profile/web/orders';
const role: Role = {
  Path: '/',
  RoleName: 'web',
  RoleId: 'AROARZPUZDIKFQSBNX3FK',
  Arn: 'arn:aws:iam::123456789012:role/web',
  CreateDate: new Date(0),
};
const typical: InstanceProfile = {
  Path: '/web/',
  InstanceProfileName: 'orders',
  InstanceProfileId: 'AIPARZPUZDIKFQSBNX3FK',
  Arn: arn,
  CreateDate: new Date(0),
  Roles: [role],
};

beforeEach(() => {
  iam.reset();
  iam.on(GetInstanceProfileCommand, { InstanceProfileName: 'orders' }).resolves({ InstanceProfile: typical });
});

test.each(['orders', arn])('%s', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'orders' });
  expect(await ask(id, 'executionRole')).toEqual({ arn: role.Arn });
  expect(await ask(id, 'lifecycle')).toEqual({ available: true });
  expect(await ask(id, 'tags')).toEqual({});
});

test('without a role it is of no use', async () => {
  iam.on(GetInstanceProfileCommand).resolves({ InstanceProfile: { ...typical, Roles: [] } });
  expect(await ask('orders', 'lifecycle')).toEqual({ available: false, reason: 'it holds no role' });
  expect(await ask('orders', 'executionRole')).toEqual({});
});

test('not found', async () => {
  iam.on(GetInstanceProfileCommand).rejects(refusal('NoSuchEntityException', 404));
  expect(await exists('orders')).toBe(false);
});
