import {
  GetGroupCommand,
  GetLoginProfileCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetUserCommand,
  GetUserPolicyCommand,
  IAMClient,
  ListAccessKeysCommand,
  ListAttachedGroupPoliciesCommand,
  ListAttachedUserPoliciesCommand,
  ListGroupPoliciesCommand,
  ListGroupsForUserCommand,
  ListMFADevicesCommand,
  ListUserPoliciesCommand,
  type User,
} from '@aws-sdk/client-iam';
import { mockClient } from 'aws-sdk-client-mock';
import { iamGroup } from '../../src/resources/iam-group';
import { iamManagedPolicy } from '../../src/resources/iam-managed-policy';
import { iamUser } from '../../src/resources/iam-user';
import { asking } from './answers';
import { refusal } from './refusal';

const iam = mockClient(IAMClient);
const { ask, exists } = asking('AWS::IAM::User', [iamUser, iamGroup, iamManagedPolicy]);
const arn = 'arn:aws:iam::123456789012:user/ci/deploy-bot';
const typical: User = { Path: '/ci/', UserName: 'deploy-bot', UserId: 'AIDA', Arn: arn, CreateDate: new Date(0) };
const group = {
  Path: '/',
  GroupName: 'dev',
  GroupId: 'AGPA',
  Arn: 'arn:aws:iam::1:group/dev',
  CreateDate: new Date(0),
};
const boundary = 'arn:aws:iam::123456789012:policy/boundary';
const groupPolicy = 'arn:aws:iam::123456789012:policy/dev';
const allow = (Action: string) =>
  encodeURIComponent(JSON.stringify({ Statement: [{ Effect: 'Allow', Action, Resource: '*' }] }));

function managed(PolicyArn: string, PolicyName: string, action: string) {
  iam.on(GetPolicyCommand, { PolicyArn }).resolves({ Policy: { Arn: PolicyArn, PolicyName, DefaultVersionId: 'v1' } });
  iam.on(GetPolicyVersionCommand, { PolicyArn }).resolves({ PolicyVersion: { Document: allow(action) } });
}

beforeEach(() => {
  iam.reset();
  iam.on(GetUserCommand, { UserName: 'deploy-bot' }).resolves({ User: typical });
  iam.on(ListGroupsForUserCommand).resolves({ Groups: [group], IsTruncated: false });
  iam.on(ListUserPoliciesCommand).resolves({ PolicyNames: ['own'], IsTruncated: false });
  iam
    .on(GetUserPolicyCommand, { UserName: 'deploy-bot', PolicyName: 'own' })
    .resolves({ UserName: 'deploy-bot', PolicyName: 'own', PolicyDocument: allow('s3:PutObject') });
  iam.on(ListAttachedUserPoliciesCommand).resolves({ AttachedPolicies: [], IsTruncated: false });
});

test.each(['deploy-bot', arn])('%s', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'deploy-bot' });
  expect(await ask(id, 'lifecycle')).toEqual({ available: true });
  expect(await ask(id, 'tags')).toEqual({});
  expect(await ask(id, 'membership')).toEqual({ groups: ['dev'], users: [] });
  expect(await ask(id, 'managedPolicies')).toEqual({ attached: [] });
  expect(await ask(id, 'inlinePolicies')).toMatchObject({ policies: [{ name: 'own' }] });
  expect(await ask(id, 'policyDocuments')).toMatchObject({ arn, inline: [{ name: 'own' }] });
  expect(await ask(id, 'policyDocuments')).not.toHaveProperty('statements');
});

test('not found', async () => {
  iam.on(GetUserCommand).rejects(refusal('NoSuchEntityException', 404));
  expect(await exists('deploy-bot')).toBe(false);
});

test('what it may do: its own policies, those of its groups, within its boundary', async () => {
  iam.on(GetUserCommand).resolves({ User: { ...typical, PermissionsBoundary: { PermissionsBoundaryArn: boundary } } });
  iam.on(GetGroupCommand).resolves({ Group: group, Users: [typical], IsTruncated: false });
  iam.on(ListGroupPoliciesCommand).resolves({ PolicyNames: [], IsTruncated: false });
  iam
    .on(ListAttachedGroupPoliciesCommand, { GroupName: 'dev' })
    .resolves({ AttachedPolicies: [{ PolicyName: 'dev', PolicyArn: groupPolicy }], IsTruncated: false });
  managed(boundary, 'boundary', 's3:*');
  managed(groupPolicy, 'dev', 'sqs:SendMessage');
  const { statements, boundary: limits } = await ask('deploy-bot', 'permissions');
  expect(statements.map(({ policy, actions }) => `${policy} ${actions}`)).toEqual([
    'own s3:PutObject',
    'dev sqs:SendMessage',
  ]);
  expect(limits?.map(({ actions }) => actions)).toEqual([['s3:*']]);
  expect(await ask('deploy-bot', 'permissionsBoundary')).toEqual({ arn: boundary });
});

test('no boundary', async () => {
  expect(await ask('deploy-bot', 'permissionsBoundary')).toEqual({});
});

test('how it signs in', async () => {
  iam.on(GetLoginProfileCommand).rejects(refusal('NoSuchEntityException', 404));
  iam.on(ListMFADevicesCommand).resolves({ MFADevices: [], IsTruncated: false });
  iam.on(ListAccessKeysCommand).resolves({
    AccessKeyMetadata: [
      { UserName: 'deploy-bot', AccessKeyId: 'AKIAEXAMPLE', Status: 'Active', CreateDate: new Date(0) },
    ],
    IsTruncated: false,
  });
  expect(await ask('deploy-bot', 'signIn')).toEqual({
    consoleAccess: false,
    mfaDevices: [],
    accessKeys: [{ id: 'AKIAEXAMPLE', status: 'Active', createdAt: '1970-01-01T00:00:00.000Z' }],
  });
  iam.on(GetLoginProfileCommand).resolves({ LoginProfile: { UserName: 'deploy-bot', CreateDate: new Date(0) } });
  iam.on(ListMFADevicesCommand).resolves({
    MFADevices: [{ UserName: 'deploy-bot', SerialNumber: 'arn:aws:iam::1:mfa/bot', EnableDate: new Date(0) }],
  });
  expect(await ask('deploy-bot', 'signIn')).toMatchObject({
    consoleAccess: true,
    mfaDevices: ['arn:aws:iam::1:mfa/bot'],
  });
});

test('a login that must not be looked at is no missing login', async () => {
  iam.on(GetLoginProfileCommand).rejects(refusal('AccessDenied', 403));
  iam.on(ListMFADevicesCommand).resolves({ MFADevices: [] });
  iam.on(ListAccessKeysCommand).resolves({ AccessKeyMetadata: [] });
  await expect(ask('deploy-bot', 'signIn')).rejects.toMatchObject({ data: { cause: 'access denied' } });
});
