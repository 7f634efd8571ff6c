import { toAllow } from '../../matchers/policy/toAllow';
import { toHaveInlinePolicy } from '../../matchers/policy/toHaveInlinePolicy';
import { toHaveNoWildcardActions } from '../../matchers/policy/toHaveNoWildcardActions';
import { toHaveNoWildcardAdmin } from '../../matchers/policy/toHaveNoWildcardAdmin';
import { toHavePermissionsBoundary } from '../../matchers/policy/toHavePermissionsBoundary';
import type { PolicyStatement } from '../../src/facets';
import { FakeSource, said, table, verdict } from './fake-source';
import { statement } from './policy-statement';

const refused = 'wrong argument wrong argument';
const bucket = 'arn:aws:s3:::uploads';
const allow = (actions: string[], resources: string[] = ['*'], more: Partial<PolicyStatement> = {}) =>
  statement({ actions, resources, ...more });
const deny = (actions: string[], resources: string[] = ['*'], more: Partial<PolicyStatement> = {}) =>
  statement({ effect: 'Deny', actions, resources, ...more });
const may = (...statements: PolicyStatement[]) => ({
  permissions: { statements: statements.map((each) => ({ ...each, policy: 'orders' })) },
});
const within = (boundary: PolicyStatement[], ...statements: PolicyStatement[]) => ({
  permissions: { ...may(...statements).permissions, boundary },
});

describe('toAllow', () => {
  const region = { StringEquals: { 'aws:RequestedRegion': ['eu-west-1'] } };
  const onObjects = may(allow(['s3:GetObject'], [`${bucket}/*`]));
  table(toAllow, [
    ['an action anywhere', onObjects, ['s3:GetObject'], 'pass fail', /s3:GetObject on anything: allowed/],
    ['letter case of actions', onObjects, ['S3:getobject'], 'pass fail'],
    ['another action anywhere', onObjects, ['s3:PutObject'], 'fail pass', /no statement allows it/],
    ['no statement at all', may(), ['s3:GetObject'], 'fail pass'],
    ['by a pattern in the policy', may(allow(['s3:Get*'])), ['s3:GetObject', `${bucket}/a`], 'pass fail'],
    ['on objects by the ARN of the bucket', onObjects, ['s3:GetObject', bucket], 'pass fail'],
    ['on one object', onObjects, ['s3:GetObject', `${bucket}/a.txt`], 'pass fail'],
    ['on the bucket itself', onObjects, ['s3:ListBucket', bucket], 'fail pass'],
    ['on another bucket', onObjects, ['s3:GetObject', 'arn:aws:s3:::other'], 'fail pass'],
    ['on everything, where one bucket is allowed', onObjects, ['s3:GetObject', '*'], 'fail fail', /allowed in part/],
    ['on everything', may(allow(['s3:GetObject'])), ['s3:GetObject', '*'], 'pass fail'],
    [
      'a pattern of which a part is allowed',
      onObjects,
      ['s3:*'],
      'fail fail',
      /allowed in part.*only for s3:GetObject/,
    ],
    ['a pattern of which nothing is', onObjects, ['iam:*'], 'fail pass'],
    ['two actions', may(allow(['s3:GetObject', 's3:PutObject'])), [['s3:GetObject', 's3:PutObject']], 'pass fail'],
    ['one of two actions', onObjects, [['s3:GetObject', 's3:PutObject']], 'fail fail', /only some of it is allowed/],
    ['neither of two actions', onObjects, [['sqs:SendMessage', 's3:PutObject']], 'fail pass'],
    ['one of two places', onObjects, ['s3:GetObject', [bucket, 'arn:aws:s3:::other']], 'fail fail'],
    [
      'a log group, whose policies end with :*',
      may(allow(['logs:PutLogEvents'], ['arn:aws:logs:eu-west-1:1:log-group:/orders:*'])),
      ['logs:PutLogEvents', 'arn:aws:logs:eu-west-1:1:log-group:/orders'],
      'pass fail',
    ],
    [
      'a Deny goes first',
      may(allow(['s3:*']), deny(['s3:GetObject'])),
      ['s3:GetObject', bucket],
      'fail pass',
      /denies it/,
    ],
    ['a Deny goes first anywhere', may(allow(['s3:*']), deny(['s3:GetObject'])), ['s3:GetObject'], 'fail pass'],
    [
      'a Deny on a part',
      may(allow(['s3:*']), deny(['s3:GetObject'], [`${bucket}/secret/*`])),
      ['s3:GetObject', bucket],
      'fail fail',
      /denies it only on arn:aws:s3:::uploads\/secret/,
    ],
    [
      'a Deny elsewhere',
      may(allow(['s3:*'], [`${bucket}/*`]), deny(['s3:*'], ['arn:aws:s3:::other/*'])),
      ['s3:GetObject', bucket],
      'pass fail',
    ],
    ['all but one action', may(allow(['iam:*'], ['*'], { notAction: true })), ['s3:GetObject'], 'pass fail'],
    ['the one that is left out', may(allow(['iam:*'], ['*'], { notAction: true })), ['iam:PassRole'], 'fail pass'],
    [
      'all but one place',
      may(allow(['s3:*'], [`${bucket}/*`], { notResource: true })),
      ['s3:GetObject', bucket],
      'fail pass',
    ],
    [
      'under a condition',
      may(allow(['s3:*'], ['*'], { conditions: region })),
      ['s3:GetObject'],
      'fail fail',
      /not certain.*aws:RequestedRegion.*Give the values of the condition keys/,
    ],
    [
      'a condition that holds',
      may(allow(['s3:*'], ['*'], { conditions: region })),
      ['s3:GetObject', { context: { 'aws:RequestedRegion': 'eu-west-1' } }],
      'pass fail',
    ],
    [
      'a condition that does not hold',
      may(allow(['s3:*'], ['*'], { conditions: region })),
      ['s3:GetObject', { on: bucket, context: { 'AWS:requestedregion': 'us-east-1' } }],
      'fail pass',
    ],
    [
      'a Deny without TLS is none for an SDK',
      may(allow(['s3:*']), deny(['s3:*'], ['*'], { conditions: { Bool: { 'aws:SecureTransport': ['false'] } } })),
      ['s3:GetObject', bucket],
      'pass fail',
    ],
    ['within the boundary', within([allow(['s3:*'])], allow(['s3:GetObject'])), ['s3:GetObject', bucket], 'pass fail'],
    [
      'beyond the boundary',
      within([allow(['sqs:*'])], allow(['s3:GetObject'])),
      ['s3:GetObject', bucket],
      'fail pass',
      /within the permissions boundary, no statement allows it/,
    ],
    ['a boundary alone allows nothing', within([allow(['s3:*'])]), ['s3:GetObject'], 'fail pass'],
    ['no action', may(), ['GetObject'], refused, /an action such as 's3:GetObject'/],
    ['a name is no place', may(), ['s3:GetObject', 'uploads'], refused, /an ARN/],
    ['nothing said', may(), ['s3:GetObject', {}], refused, /says nothing/],
    ['another option', may(), ['s3:GetObject', { resource: bucket }], refused, /'resource' is no option/],
    ['no such option value', may(), ['s3:GetObject', { context: { a: 1 } }], refused],
  ]);

  test('handles', async () => {
    const source = new FakeSource({
      role: onObjects,
      uploads: { identity: { id: 'uploads', arn: bucket } },
      nameless: { identity: { id: 'nameless' } },
    });
    expect((await verdict(toAllow, source.one('role'), ['s3:GetObject', source.one('uploads')])).outcome).toBe('pass');
    const nameless = await verdict(toAllow, source.one('role'), ['s3:GetObject', source.one('nameless')]);
    expect(nameless).toMatchObject({ outcome: 'wrong argument' });
    expect(said(nameless)).toMatch(/nameless has no ARN/);
  });
});

describe('toHaveNoWildcardAdmin', () => {
  table(toHaveNoWildcardAdmin, [
    ['nothing', may(), [], 'pass fail'],
    ['a service on everything', may(allow(['s3:*'])), [], 'pass fail'],
    ['everything on one bucket', may(allow(['*'], [bucket])), [], 'pass fail'],
    ['everything', may(allow(['*'])), [], 'fail pass', /of the policy orders allows \* on \*/],
    ['everything, spelled longer', may(allow(['*:*'])), [], 'fail pass'],
    ['everything but', may(allow(['iam:*'], ['*'], { notAction: true })), [], 'fail pass', /all but iam/],
    [
      'under a condition',
      may(allow(['*'], ['*'], { conditions: { Bool: { x: ['true'] } } })),
      [],
      'fail pass',
      /under conditions/,
    ],
    ['a Deny of everything', may(deny(['*'])), [], 'pass fail'],
  ]);
});

describe('toHaveNoWildcardActions', () => {
  table(toHaveNoWildcardActions, [
    ['patterns within a service', may(allow(['s3:Get*', 'sqs:SendMessage'])), [], 'pass fail'],
    ['a whole service on one bucket', may(allow(['s3:*'], [bucket])), [], 'fail pass', /s3:\*/],
    ['everything', may(allow(['*'])), [], 'fail pass'],
    ['a Deny', may(deny(['s3:*'])), [], 'pass fail'],
  ]);
});

describe('toHaveInlinePolicy', () => {
  const has = (...names: string[]) => ({
    inlinePolicies: { policies: names.map((name) => ({ name, statements: [] })) },
  });
  table(toHaveInlinePolicy, [
    ['by name', has('orders-access'), ['orders-access'], 'pass fail'],
    ['by a part of the name', has('orders-access'), ['orders'], 'fail pass', /orders-access/],
    ['by a RegExp', has('a', 'orders-access'), [/^orders/], 'pass fail'],
    ['any', has('a'), [], 'pass fail'],
    ['none', has(), [], 'fail pass', /no inline policy/],
    ['a number', has(), [1], refused],
  ]);
});

describe('toHavePermissionsBoundary', () => {
  const arn = 'arn:aws:iam::111122223333:policy/team/limit';
  table(
    toHavePermissionsBoundary,
    [
      ['by name', { permissionsBoundary: { arn } }, ['limit'], 'pass fail'],
      ['by ARN', { permissionsBoundary: { arn } }, [arn], 'pass fail'],
      ['any', { permissionsBoundary: { arn } }, [], 'pass fail'],
      ['another', { permissionsBoundary: { arn } }, ['other'], 'fail pass', /policy\/team\/limit/],
      ['none', { permissionsBoundary: {} }, [], 'fail pass', /no permissions boundary/],
    ],
    {},
  );
});
