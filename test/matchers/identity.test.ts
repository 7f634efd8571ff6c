import { toBeAttachedToIdentity } from '../../matchers/identity/toBeAttachedToIdentity';
import { toBelongToGroup } from '../../matchers/identity/toBelongToGroup';
import { toHaveActiveAccessKey } from '../../matchers/identity/toHaveActiveAccessKey';
import { toHaveConsoleAccess } from '../../matchers/identity/toHaveConsoleAccess';
import { toHaveMaxSessionDuration } from '../../matchers/identity/toHaveMaxSessionDuration';
import { toHaveMember } from '../../matchers/identity/toHaveMember';
import { toHaveMfa } from '../../matchers/identity/toHaveMfa';
import { FakeSource, table, verdict } from './fake-source';

const refused = 'wrong argument wrong argument';

describe('toHaveMaxSessionDuration', () => {
  const hours = (amount: number) => ({ roleSession: { maxDurationInSeconds: amount * 3600 } });
  table(toHaveMaxSessionDuration, [
    ['seconds', hours(1), [3600], 'pass fail'],
    ['a duration', hours(2), ['2h'], 'pass fail'],
    ['at most', hours(12), [{ atMost: '4h' }], 'fail pass', /at most 4 hours.*12 hours/],
    ['no number', hours(1), ['long'], refused, /duration/],
  ]);
});

describe('toBeAttachedToIdentity', () => {
  const to = (roles: string[], users: string[] = []) => ({ policyAttachment: { roles, users, groups: [] } });
  table(toBeAttachedToIdentity, [
    ['a role by name', to(['api']), ['api'], 'pass fail'],
    ['a role by ARN with a path', to(['api']), ['arn:aws:iam::1:role/service/api'], 'pass fail'],
    ['a user of the name of the role', to([], ['api']), ['arn:aws:iam::1:role/api'], 'fail pass', /user\/api/],
    ['anybody', to([], ['bot']), [], 'pass fail'],
    ['nobody', to([]), [], 'fail pass', /attached to nothing/],
  ]);
  test('the handle of a role', async () => {
    const source = new FakeSource({
      policy: to(['api']),
      api: { identity: { id: 'api', arn: 'arn:aws:iam::1:role/api' } },
    });
    expect((await verdict(toBeAttachedToIdentity, source.one('policy'), [source.one('api')])).outcome).toBe('pass');
  });
});

describe('membership', () => {
  const membership = { membership: { groups: ['developers'], users: ['ada'] } };
  table(toBelongToGroup, [
    ['by name', membership, ['developers'], 'pass fail'],
    ['by ARN', membership, ['arn:aws:iam::1:group/teams/developers'], 'pass fail'],
    ['another', membership, ['admins'], 'fail pass', /developers/],
    ['no name', membership, [''], refused],
  ]);
  table(toHaveMember, [
    ['a user', membership, ['ada'], 'pass fail'],
    ['nobody', { membership: { groups: [], users: [] } }, ['ada'], 'fail pass', /no user/],
  ]);
});

describe('how a user signs in', () => {
  const created = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString();
  const user = (status = 'Active', daysAgo = 10) => ({
    signIn: {
      consoleAccess: true,
      mfaDevices: ['arn:aws:iam::1:mfa/ada'],
      accessKeys: [{ id: 'AKIAIOSFODNN7EXAMPLE', status, createdAt: created(daysAgo) }],
    },
  });
  const nothing = { signIn: { consoleAccess: false, mfaDevices: [], accessKeys: [] } };
  table(toHaveMfa, [
    ['a device', user(), [], 'pass fail'],
    ['none', nothing, [], 'fail pass', /no MFA device \(console access off\)/],
  ]);
  table(toHaveConsoleAccess, [
    ['a password', user(), [], 'pass fail'],
    ['none', nothing, [], 'fail pass'],
  ]);
  table(toHaveActiveAccessKey, [
    ['a key, named in part', user(), [], 'pass fail', /AKIA\.\.\.MPLE/],
    ['an inactive key', user('Inactive'), [], 'fail pass', /Inactive/],
    ['no key', nothing, [], 'fail pass', /no key/],
    ['an old key', user('Active', 100), [{ olderThan: 90 }], 'pass fail'],
    ['a young key', user('Active', 10), [{ olderThan: '90d' }], 'fail pass', /older than 90 days/],
    ['another option', user(), [{ age: 90 }], refused],
  ]);
});
