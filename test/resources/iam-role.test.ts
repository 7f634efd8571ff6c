import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
} from '@aws-sdk/client-iam';
import { mockClient } from 'aws-sdk-client-mock';
import { iamManagedPolicy } from '../../src/resources/iam-managed-policy';
import { iamRole } from '../../src/resources/iam-role';
import { asking } from './answers';
import { refusal } from './refusal';

const iam = mockClient(IAMClient);
const { ask, exists } = asking('AWS::IAM::Role', [iamRole, iamManagedPolicy]);

const trust = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
};
const arn = 'arn:aws:iam::123456789012:role/service-role/orders';
const typical = {
  Path: '/service-role/',
  RoleName: 'orders',
  RoleId: 'AROARZPUZDIKFQSBNX3FK',
  Arn: arn,
  CreateDate: new Date(0),
  AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(trust)),
};
const logsPolicy = {
  PolicyName: 'AWSLambdaBasicExecutionRole',
  PolicyArn: 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
};

beforeEach(() => {
  iam.reset();
  iam.on(GetRoleCommand, { RoleName: 'orders' }).resolves({ Role: typical });
  iam
    .on(ListAttachedRolePoliciesCommand, { RoleName: 'orders' })
    .resolves({ AttachedPolicies: [logsPolicy], IsTruncated: true, Marker: 'two' })
    .on(ListAttachedRolePoliciesCommand, { RoleName: 'orders', Marker: 'two' })
    .resolves({ AttachedPolicies: [{ PolicyName: 'own', PolicyArn: 'arn:own' }], IsTruncated: false });
});

test.each(['orders', arn, 'arn:aws:iam::123456789012:role/orders'])('%s is found', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'orders' });
  expect(await ask(id, 'lifecycle')).toEqual({ available: true });
});

test.each(['NoSuchEntity', 'NoSuchEntityException'])('%s is not found', async (code) => {
  iam.on(GetRoleCommand).rejects(refusal(code, 404));
  expect(await exists('orders')).toBe(false);
});

test('the URL-encoded trust policy is read', async () => {
  expect((await ask('orders', 'trustPolicy')).statements).toEqual([
    {
      effect: 'Allow',
      principals: { Service: ['lambda.amazonaws.com'] },
      notPrincipal: false,
      actions: ['sts:AssumeRole'],
      notAction: false,
      resources: [],
      notResource: false,
      conditions: {},
    },
  ]);
});

test('managed policies of all pages', async () => {
  expect((await ask('orders', 'managedPolicies')).attached).toEqual([
    { name: logsPolicy.PolicyName, arn: logsPolicy.PolicyArn },
    { name: 'own', arn: 'arn:own' },
  ]);
});

test('tags, and none', async () => {
  expect(await ask('orders', 'tags')).toEqual({});
  iam.on(GetRoleCommand).resolves({ Role: { ...typical, Tags: [{ Key: 'team', Value: 'orders' }] } });
  expect(await ask('orders', 'tags')).toEqual({ team: 'orders' });
});

test('the described state holds policies as JSON', async () => {
  iam.on(ListRolePoliciesCommand).resolves({ PolicyNames: ['inline'], IsTruncated: false });
  iam.on(GetRolePolicyCommand, { RoleName: 'orders', PolicyName: 'inline' }).resolves({
    RoleName: 'orders',
    PolicyName: 'inline',
    PolicyDocument: encodeURIComponent('{"Statement":[]}'),
  });
  expect(await ask('orders', 'config')).toMatchObject({
    RoleName: 'orders',
    AssumeRolePolicyDocument: trust,
    ManagedPolicyArns: [logsPolicy.PolicyArn, 'arn:own'],
    Policies: [{ PolicyName: 'inline', PolicyDocument: { Statement: [] } }],
  });
});

test('what it may do: inline policies, attached ones in their default version, the boundary', async () => {
  const allow = (Action: string) =>
    encodeURIComponent(JSON.stringify({ Statement: { Effect: 'Allow', Action, Resource: '*' } }));
  const managed = (PolicyArn: string, PolicyName: string, Action: string) => {
    iam
      .on(GetPolicyCommand, { PolicyArn })
      .resolves({ Policy: { Arn: PolicyArn, PolicyName, DefaultVersionId: 'v2' } });
    iam
      .on(GetPolicyVersionCommand, { PolicyArn, VersionId: 'v2' })
      .resolves({ PolicyVersion: { Document: allow(Action) } });
  };
  const PermissionsBoundaryArn = 'arn:aws:iam::123456789012:policy/boundary';
  managed(logsPolicy.PolicyArn, logsPolicy.PolicyName, 'logs:*');
  managed('arn:own', 'own', 'sqs:*');
  managed(PermissionsBoundaryArn, 'boundary', 's3:*');
  iam.on(ListRolePoliciesCommand).resolves({ PolicyNames: ['inline'], IsTruncated: false });
  iam.on(GetRolePolicyCommand).resolves({ RoleName: 'orders', PolicyName: 'inline', PolicyDocument: allow('s3:Get*') });
  iam.on(GetRoleCommand).resolves({ Role: { ...typical, PermissionsBoundary: { PermissionsBoundaryArn } } });
  const { statements, boundary } = await ask('orders', 'permissions');
  expect(statements.map(({ policy, actions }) => `${policy} ${actions}`)).toEqual([
    'inline s3:Get*',
    'AWSLambdaBasicExecutionRole logs:*',
    'own sqs:*',
  ]);
  expect(boundary?.map(({ actions }) => actions)).toEqual([['s3:*']]);
  expect(await ask('orders', 'inlinePolicies')).toMatchObject({ policies: [{ name: 'inline' }] });
  expect(await ask('orders', 'permissionsBoundary')).toEqual({ arn: PermissionsBoundaryArn });
});

test('policy documents: who may assume it, and the inline policies', async () => {
  iam.on(ListRolePoliciesCommand).resolves({ PolicyNames: ['inline'], IsTruncated: false });
  iam.on(GetRolePolicyCommand).resolves({
    RoleName: 'orders',
    PolicyName: 'inline',
    PolicyDocument: encodeURIComponent('{"Statement":{"Effect":"Allow","Action":"s3:Get*","Resource":"*"}}'),
  });
  expect(await ask('orders', 'policyDocuments')).toMatchObject({
    arn,
    region: 'eu-west-1',
    account: '123456789012',
    statements: [{ actions: ['sts:AssumeRole'] }],
    inline: [{ name: 'inline', statements: [{ actions: ['s3:Get*'] }] }],
  });
});

test('session, description and no boundary', async () => {
  expect(await ask('orders', 'permissionsBoundary')).toEqual({});
  expect(await ask('orders', 'description')).toEqual({});
  await expect(ask('orders', 'roleSession')).rejects.toMatchObject({ data: { cause: 'broken answer' } });
  iam.on(GetRoleCommand).resolves({ Role: { ...typical, MaxSessionDuration: 7200, Description: 'of orders' } });
  expect(await ask('orders', 'roleSession')).toEqual({ maxDurationInSeconds: 7200 });
  expect(await ask('orders', 'description')).toEqual({ text: 'of orders' });
});
