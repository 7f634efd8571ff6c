import { toDenyInsecureTransport } from '../../matchers/policy/toDenyInsecureTransport';
import { toHaveManagedPolicy } from '../../matchers/policy/toHaveManagedPolicy';
import { toTrust } from '../../matchers/policy/toTrust';
import type { PolicyStatement } from '../../src/facets';
import { FakeSource, table, verdict } from './fake-source';
import { deny, policyOf, statement } from './policy-statement';

const refused = 'wrong argument wrong argument';

describe('toDenyInsecureTransport', () => {
  const arn = 'arn:aws:s3:::b';
  const tls = (more: Partial<PolicyStatement> = {}) =>
    deny({
      actions: ['s3:*'],
      resources: [arn, `${arn}/*`],
      conditions: { Bool: { 'aws:SecureTransport': ['false'] } },
      ...more,
    });
  table(toDenyInsecureTransport, [
    ['the usual statement', policyOf(arn, tls()), [], 'pass fail'],
    ['two statements', policyOf(arn, tls({ resources: [arn] }), tls({ resources: [`${arn}/*`] })), [], 'pass fail'],
    ['on everything', policyOf(arn, tls({ actions: ['*'], resources: ['*'] })), [], 'pass fail'],
    ['no policy', policyOf(arn), [], 'fail pass', /no policy at all/],
    [
      'only the objects',
      policyOf(arn, tls({ resources: [`${arn}/*`] })),
      [],
      'fail fail',
      /only a part: arn:aws:s3:::b stays open/,
    ],
    [
      'only some actions',
      policyOf(arn, tls({ actions: ['s3:GetObject'] })),
      [],
      'fail fail',
      /is only on s3:GetObject/,
    ],
    [
      'only some principals',
      policyOf(arn, tls({ principals: { AWS: ['arn:aws:iam::111122223333:root'] } })),
      [],
      'fail fail',
      /not for everybody/,
    ],
    [
      'with an exception',
      policyOf(
        arn,
        tls({
          conditions: { Bool: { 'aws:SecureTransport': ['false'] }, StringEquals: { 'aws:PrincipalTag/x': ['y'] } },
        }),
      ),
      [],
      'fail fail',
      /other conditions/,
    ],
    [
      'an Allow with TLS',
      policyOf(arn, tls({ effect: 'Allow', conditions: { Bool: { 'aws:SecureTransport': ['true'] } } })),
      [],
      'fail pass',
    ],
    [
      'the wrong way round',
      policyOf(arn, tls({ conditions: { Bool: { 'aws:SecureTransport': ['true'] } } })),
      [],
      'fail pass',
    ],
    [
      'a topic',
      policyOf(
        'arn:aws:sns:eu-west-1:1:t',
        tls({ actions: ['sns:Publish'], resources: ['arn:aws:sns:eu-west-1:1:t'] }),
      ),
      [],
      'pass fail',
    ],
  ]);
});

describe('toTrust', () => {
  const role = (...statements: PolicyStatement[]) => ({ trustPolicy: { statements } });
  const trusts = (principals: Record<string, string[]>, more: Partial<PolicyStatement> = {}) =>
    statement({ sid: 'Trust', principals, actions: ['sts:AssumeRole'], resources: [], ...more });
  const lambda = trusts({ Service: ['lambda.amazonaws.com'] });
  const account = 'arn:aws:iam::111122223333:root';
  const admin = 'arn:aws:iam::111122223333:role/admin';
  table(toTrust, [
    ['a service', role(lambda), ['lambda'], 'pass fail'],
    ['a service by its principal', role(lambda), ['lambda.amazonaws.com'], 'pass fail'],
    ['another service', role(lambda), ['ec2'], 'fail pass', /lambda\.amazonaws\.com/],
    ['a regional principal', role(trusts({ Service: ['states.eu-west-1.amazonaws.com'] })), ['states'], 'pass fail'],
    ['nobody else', role(lambda), ['lambda', { only: true }], 'pass fail', /nobody else/],
    [
      'somebody else',
      role(lambda, trusts({ AWS: [account] })),
      ['lambda', { only: true }],
      'fail pass',
      /lambda\.amazonaws\.com, arn/,
    ],
    [
      'somebody else in the same statement',
      role(trusts({ Service: ['lambda.amazonaws.com', 'ec2.amazonaws.com'] })),
      ['lambda', { only: true }],
      'fail pass',
    ],
    ['everybody', role(trusts({ AWS: ['*'] })), ['lambda'], 'pass fail', /everybody/],
    ['everybody is somebody else', role(lambda, trusts({ AWS: ['*'] })), ['lambda', { only: true }], 'fail pass'],
    ['everybody but one is everybody', role(trusts({ AWS: [admin] }, { notPrincipal: true })), [account], 'fail fail'],
    [
      'both',
      role(lambda, trusts({ Service: ['edgelambda.amazonaws.com'] })),
      [['lambda', 'edgelambda'], { only: true }],
      'pass fail',
    ],
    ['one of both', role(lambda), [['lambda', 'ec2']], 'fail fail', /trusts only some of them: lambda, and not ec2/],
    ['an account', role(trusts({ AWS: [account] })), ['111122223333'], 'pass fail'],
    ['an account by its number', role(trusts({ AWS: ['111122223333'] })), [account], 'pass fail'],
    ['another account', role(trusts({ AWS: [account] })), ['999900001111'], 'fail pass'],
    ['a role', role(trusts({ AWS: [admin] })), [admin], 'pass fail'],
    ['a role of a trusted account', role(trusts({ AWS: [account] })), [admin], 'fail fail', /whole account/],
    [
      'the account of a trusted role',
      role(trusts({ AWS: [admin] })),
      ['111122223333'],
      'fail fail',
      /not the account as a whole/,
    ],
    [
      'an identity provider',
      role(trusts({ Federated: ['arn:aws:iam::1:oidc-provider/x'] }, { actions: ['sts:AssumeRoleWithWebIdentity'] })),
      ['arn:aws:iam::1:oidc-provider/x'],
      'pass fail',
    ],
    [
      'a Deny goes first',
      role(lambda, trusts({ Service: ['lambda.amazonaws.com'] }, { effect: 'Deny' })),
      ['lambda'],
      'fail pass',
    ],
    [
      'a Deny under a condition',
      role(lambda, trusts({ AWS: ['*'] }, { effect: 'Deny', conditions: { StringNotEquals: { 'aws:x': ['y'] } } })),
      ['lambda'],
      'fail fail',
      /under conditions/,
    ],
    [
      'another action',
      role(trusts({ Service: ['lambda.amazonaws.com'] }, { actions: ['sts:TagSession'] })),
      ['lambda'],
      'fail pass',
      /nobody/,
    ],
    [
      'any action',
      role(trusts({ Service: ['lambda.amazonaws.com'] }, { actions: ['sts:*'] })),
      ['lambda'],
      'pass fail',
    ],
    ['no principal', role(lambda), [''], refused],
    ['a number', role(lambda), [111122223333], refused, /takes a service/],
    ['nobody at all', role(lambda), [[]], refused, /the list is empty/],
  ]);

  test('the handle of a role', async () => {
    const source = new FakeSource({
      subject: role(trusts({ AWS: [admin] })),
      admin: { identity: { id: 'admin', arn: admin } },
    });
    expect((await verdict(toTrust, source.one('subject'), [source.one('admin'), { only: true }])).outcome).toBe('pass');
  });
});

describe('toHaveManagedPolicy', () => {
  const basic = {
    name: 'AWSLambdaBasicExecutionRole',
    arn: 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
  };
  const has = (...attached: { name: string; arn: string }[]) => ({ managedPolicies: { attached } });
  table(toHaveManagedPolicy, [
    ['by name', has(basic), [basic.name], 'pass fail'],
    ['by ARN', has(basic), [basic.arn], 'pass fail'],
    ['by path and name', has(basic), [`service-role/${basic.name}`], 'pass fail'],
    ['by a RegExp', has(basic), [/Basic/], 'pass fail'],
    ['by the beginning of its name', has(basic), ['AWSLambdaBasic'], 'fail pass', /AWSLambdaBasicExecutionRole/],
    ['none', has(), ['AdministratorAccess'], 'fail pass', /no managed policy/],
    ['another of the same name', has(basic), [basic.arn.replace('aws:policy', '111122223333:policy')], 'fail pass'],
  ]);
});
