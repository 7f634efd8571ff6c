import {
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
} from '@aws-sdk/client-iam';
import { mockClient } from 'aws-sdk-client-mock';
import { iamRole } from '../../src/resources/iam-role';
import { asking } from './answers';
import { refusal } from './refusal';

const iam = mockClient(IAMClient);
const { ask, exists } = asking('AWS::IAM::Role', [iamRole]);

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
