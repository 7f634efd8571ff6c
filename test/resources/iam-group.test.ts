import {
  GetGroupCommand,
  GetGroupPolicyCommand,
  IAMClient,
  ListAttachedGroupPoliciesCommand,
  ListGroupPoliciesCommand,
} from '@aws-sdk/client-iam';
import { mockClient } from 'aws-sdk-client-mock';
import { iamGroup } from '../../src/resources/iam-group';
import { asking } from './answers';
import { refusal } from './refusal';

const iam = mockClient(IAMClient);
const { ask, exists } = asking('AWS::IAM::Group', [iamGroup]);
const arn = 'arn:aws:iam::123456789012:group/teams/developers';
const Group = { Path: '/teams/', GroupName: 'developers', GroupId: 'AGPA', Arn: arn, CreateDate: new Date(0) };
const user = (UserName: string) => ({
  Path: '/',
  UserName,
  UserId: UserName,
  Arn: `arn:${UserName}`,
  CreateDate: new Date(0),
});

beforeEach(() => {
  iam.reset();
  iam
    .on(GetGroupCommand, { GroupName: 'developers' })
    .resolves({ Group, Users: [user('ada')], IsTruncated: true, Marker: 'two' })
    .on(GetGroupCommand, { GroupName: 'developers', Marker: 'two' })
    .resolves({ Group, Users: [user('grace')], IsTruncated: false });
  iam.on(ListGroupPoliciesCommand).resolves({ PolicyNames: ['own'], IsTruncated: false });
  iam.on(GetGroupPolicyCommand).resolves({
    GroupName: 'developers',
    PolicyName: 'own',
    PolicyDocument: encodeURIComponent('{"Statement":{"Effect":"Deny","Action":"iam:*","Resource":"*"}}'),
  });
  iam.on(ListAttachedGroupPoliciesCommand).resolves({ AttachedPolicies: [], IsTruncated: false });
});

test.each(['developers', arn])('%s', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'developers' });
  expect(await ask(id, 'lifecycle')).toEqual({ available: true });
  expect(await ask(id, 'membership')).toEqual({ groups: [], users: ['ada', 'grace'] });
});

test('policies', async () => {
  expect(await ask('developers', 'managedPolicies')).toEqual({ attached: [] });
  expect(await ask('developers', 'inlinePolicies')).toMatchObject({
    policies: [{ name: 'own', statements: [{ effect: 'Deny' }] }],
  });
  expect(await ask('developers', 'policyDocuments')).toEqual({
    arn,
    region: 'eu-west-1',
    account: '123456789012',
    inline: [expect.objectContaining({ name: 'own' })],
  });
  expect(await ask('developers', 'permissions')).toMatchObject({ statements: [{ policy: 'own', actions: ['iam:*'] }] });
});

test('not found', async () => {
  iam.on(GetGroupCommand).rejects(refusal('NoSuchEntityException', 404));
  expect(await exists('developers')).toBe(false);
});
