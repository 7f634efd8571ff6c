import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  IAMClient,
  ListEntitiesForPolicyCommand,
  ListPoliciesCommand,
} from '@aws-sdk/client-iam';
import { mockClient } from 'aws-sdk-client-mock';
import { iamManagedPolicy } from '../../src/resources/iam-managed-policy';
import { asking } from './answers';
import { refusal } from './refusal';

const iam = mockClient(IAMClient);
const { ask, exists } = asking('AWS::IAM::ManagedPolicy', [iamManagedPolicy]);
const arn = 'arn:aws:iam::123456789012:policy/team/orders-access';
const document = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' } };
const typical = {
  PolicyName: 'orders-access',
  Arn: arn,
  DefaultVersionId: 'v3',
  IsAttachable: true,
  AttachmentCount: 2,
};

beforeEach(() => {
  iam.reset();
  iam.on(GetPolicyCommand, { PolicyArn: arn }).resolves({ Policy: typical });
  iam
    .on(GetPolicyVersionCommand, { PolicyArn: arn, VersionId: 'v3' })
    .resolves({ PolicyVersion: { VersionId: 'v3', Document: encodeURIComponent(JSON.stringify(document)) } });
});

test('by ARN, and by name through the list of the account', async () => {
  expect(await ask(arn, 'identity')).toEqual({ arn, id: arn, name: 'orders-access' });
  iam
    .on(ListPoliciesCommand, { Scope: 'Local' })
    .resolves({ Policies: [{ PolicyName: 'other', Arn: 'arn:other' }], IsTruncated: true, Marker: 'two' })
    .on(ListPoliciesCommand, { Scope: 'Local', Marker: 'two' })
    .resolves({ Policies: [typical], IsTruncated: false });
  expect(await ask('orders-access', 'identity')).toMatchObject({ arn });
  expect(await exists('nobody')).toBe(false);
});

test('not found', async () => {
  iam.on(GetPolicyCommand).rejects(refusal('NoSuchEntityException', 404));
  expect(await exists(arn)).toBe(false);
});

test('the statements of the default version', async () => {
  expect((await ask(arn, 'permissions')).statements).toMatchObject([
    { policy: 'orders-access', effect: 'Allow', actions: ['s3:GetObject'], resources: ['*'] },
  ]);
  expect(await ask(arn, 'policyDocuments')).toMatchObject({
    arn,
    account: '123456789012',
    statements: [{ actions: ['s3:GetObject'] }],
  });
  expect(await ask(arn, 'config')).toMatchObject({ DefaultVersionId: 'v3', PolicyDocument: document });
});

test('who it is attached to, over all pages', async () => {
  iam
    .on(ListEntitiesForPolicyCommand, { PolicyArn: arn })
    .resolves({
      PolicyRoles: [{ RoleName: 'api' }],
      PolicyUsers: [],
      PolicyGroups: [],
      IsTruncated: true,
      Marker: 'two',
    })
    .on(ListEntitiesForPolicyCommand, { PolicyArn: arn, Marker: 'two' })
    .resolves({ PolicyRoles: [], PolicyUsers: [{ UserName: 'bot' }], PolicyGroups: [{ GroupName: 'dev' }] });
  expect(await ask(arn, 'policyAttachment')).toEqual({ roles: ['api'], users: ['bot'], groups: ['dev'] });
});

test('tags and description, and none', async () => {
  expect(await ask(arn, 'tags')).toEqual({});
  expect(await ask(arn, 'description')).toEqual({});
  iam
    .on(GetPolicyCommand)
    .resolves({ Policy: { ...typical, Description: 'of orders', Tags: [{ Key: 'team', Value: 'orders' }] } });
  expect(await ask(arn, 'tags')).toEqual({ team: 'orders' });
  expect(await ask(arn, 'description')).toEqual({ text: 'of orders' });
  expect(await ask(arn, 'lifecycle')).toEqual({ available: true });
});
