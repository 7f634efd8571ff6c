import { toGrantService } from '../../matchers/policy/toGrantService';
import type { PolicyStatement } from '../../src/facets';
import { FakeSource, table, verdict } from './fake-source';
import { deny, policyOf, statement } from './policy-statement';

const keyArn = 'arn:aws:kms:eu-west-1:111122223333:key/k1';
const onKey = (...statements: PolicyStatement[]) => policyOf(keyArn, ...statements);
const logsActions = ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'];
const logs = (more: Partial<PolicyStatement> = {}) =>
  statement({
    sid: 'Logs',
    principals: { Service: ['logs.eu-west-1.amazonaws.com'] },
    actions: logsActions,
    ...more,
  });
const group = (name: string) => `arn:aws:logs:eu-west-1:111122223333:log-group:${name}`;
const confinedTo = (arn: string, operator = 'ArnLike') =>
  logs({ conditions: { [operator]: { 'kms:EncryptionContext:aws:logs:arn': [arn] } } });
const root = statement({ principals: { AWS: ['arn:aws:iam::111122223333:root'] }, actions: ['kms:*'] });
const key = (more: object = {}) => ({
  key: {
    arn: keyArn,
    id: 'k1',
    manager: 'CUSTOMER' as const,
    state: 'Enabled',
    spec: 'SYMMETRIC_DEFAULT',
    usage: 'ENCRYPT_DECRYPT',
    ...more,
  },
});
const refused = 'wrong argument wrong argument';
const groups = {
  [keyArn]: key(),
  audit: { identity: { id: '/audit', arn: `${group('/audit')}:*` } },
  topic: { identity: { id: 'orders', arn: 'arn:aws:sns:eu-west-1:111122223333:orders' } },
};

const ownPolicy = policyOf(
  'arn:aws:sns:eu-west-1:111122223333:t',
  statement({
    principals: { AWS: ['*'] },
    actions: ['SNS:Publish'],
    conditions: { StringEquals: { 'AWS:SourceOwner': ['111122223333'] } },
  }),
);

describe('toGrantService', () => {
  table(
    toGrantService,
    [
      ['logs', onKey(root, logs()), ['logs'], 'pass fail', /add a condition/],
      ['logs by its principal', onKey(logs()), ['logs.amazonaws.com'], 'pass fail'],
      ['logs by its regional principal', onKey(logs()), ['logs.eu-west-1.amazonaws.com'], 'pass fail'],
      [
        'logs of another region',
        onKey(logs()),
        ['logs.us-east-1.amazonaws.com'],
        'fail pass',
        /names: logs\.eu-west-1/,
      ],
      ['only the account', onKey(root), ['logs'], 'fail pass', /services that the policy names: none/],
      ['an empty policy', onKey(), ['logs'], 'fail pass'],
      [
        'the principal without region',
        onKey(logs({ principals: { Service: ['logs.amazonaws.com'] } })),
        ['logs'],
        'pass fail',
        /AWS documents the principal logs\.eu-west-1/,
      ],
      [
        'the principal of another region',
        onKey(logs({ principals: { Service: ['logs.us-east-1.amazonaws.com'] } })),
        ['logs'],
        'fail pass',
      ],
      [
        'everything to everybody',
        onKey(statement({ principals: { AWS: ['*'] }, actions: ['*'] })),
        ['logs'],
        'pass fail',
      ],
      ['actions in another case', onKey(logs({ actions: ['KMS:*'] })), ['logs'], 'pass fail'],
      [
        'some of the actions',
        onKey(logs({ actions: ['kms:Decrypt'] })),
        ['logs'],
        'fail fail',
        /only a part is granted: kms:Decrypt, and not kms:Encrypt/,
      ],
      [
        'the asked actions alone',
        onKey(logs({ actions: ['kms:Decrypt'] })),
        [{ service: 'logs', actions: 'Decrypt' }],
        'pass fail',
      ],
      ['an asked wildcard', onKey(logs()), [{ service: 'logs', actions: ['kms:GenerateDataKey*'] }], 'pass fail'],
      [
        'an asked wildcard that is not covered',
        onKey(logs({ actions: ['kms:GenerateDataKey'] })),
        [{ service: 'logs', actions: ['kms:GenerateDataKey*'] }],
        'fail pass',
      ],
      ['all but some actions', onKey(logs({ actions: ['kms:Put*'], notAction: true })), ['logs'], 'pass fail'],
      [
        'a Deny of all but the asked actions',
        onKey(logs(), deny({ actions: [...logsActions, 'kms:Put*'], notAction: true })),
        ['logs'],
        'pass fail',
      ],
      [
        'a Deny of all but other actions',
        onKey(logs(), deny({ actions: ['kms:Put*'], notAction: true })),
        ['logs'],
        'fail pass',
      ],
      ['all but the asked actions', onKey(logs({ actions: ['kms:*'], notAction: true })), ['logs'], 'fail pass'],
      ['a Deny goes first', onKey(logs(), deny({})), ['logs'], 'fail pass', /'No' denies it/],
      [
        'a Deny on TLS does not concern services',
        onKey(logs(), deny({ conditions: { Bool: { 'aws:SecureTransport': ['false'] } } })),
        ['logs'],
        'pass fail',
      ],
      [
        'a Deny of everybody else',
        onKey(logs(), deny({ notPrincipal: true, principals: { Service: ['logs.eu-west-1.amazonaws.com'] } })),
        ['logs'],
        'pass fail',
      ],
      [
        'a Deny that hangs on something',
        onKey(logs(), deny({ conditions: { StringNotEquals: { 'aws:PrincipalOrgID': ['o-1'] } } })),
        ['logs'],
        'fail fail',
        /may deny.*aws:PrincipalOrgID/,
      ],
      [
        'an Allow that hangs on something',
        onKey(logs({ conditions: { StringEquals: { 'kms:ViaService': ['x'] } } })),
        ['logs'],
        'fail fail',
        /may allow.*kms:ViaService/,
      ],
      [
        'the right account',
        onKey(logs({ conditions: { StringEquals: { 'aws:SourceAccount': ['111122223333'] } } })),
        ['logs'],
        'pass fail',
      ],
      [
        'the wrong account',
        onKey(logs({ conditions: { StringEquals: { 'aws:SourceAccount': ['999900001111'] } } })),
        ['logs'],
        'fail pass',
        /allows it only under/,
      ],
      [
        'the group',
        onKey(confinedTo(group('/audit'))),
        [{ service: 'logs', encryptionContext: group('/audit') }],
        'pass fail',
      ],
      [
        'the group by its name',
        onKey(confinedTo(group('/audit'), 'ArnEquals')),
        [{ service: 'logs', encryptionContext: '/audit' }],
        'pass fail',
      ],
      [
        'all groups',
        onKey(confinedTo('arn:aws:logs:eu-west-1:111122223333:*')),
        [{ service: 'logs', encryptionContext: '/audit' }],
        'pass fail',
      ],
      [
        'another group',
        onKey(confinedTo(group('/other'))),
        [{ service: 'logs', encryptionContext: '/audit' }],
        'fail pass',
        /log-group:\/other/,
      ],
      [
        'the ARN with the star at its end',
        onKey(confinedTo(`${group('/audit')}:*`)),
        [{ service: 'logs', encryptionContext: '/audit' }],
        'fail pass',
      ],
      [
        'a double slash',
        onKey(confinedTo(group('//audit'))),
        [{ service: 'logs', encryptionContext: '/audit' }],
        'fail pass',
      ],
      [
        'a star that is no wildcard',
        onKey(confinedTo(group('*'), 'StringEquals')),
        [{ service: 'logs', encryptionContext: '/audit' }],
        'fail pass',
      ],
      [
        'a pattern that is covered',
        onKey(confinedTo(group('/aws/*'))),
        [{ service: 'logs', encryptionContext: '/aws/lambda/*' }],
        'pass fail',
      ],
      [
        'a pattern that is covered in part',
        onKey(confinedTo(group('/aws/lambda/*'))),
        [{ service: 'logs', encryptionContext: '/aws/*' }],
        'fail fail',
        /may allow/,
      ],
      ['any group, by a condition that fits some', onKey(confinedTo(group('/audit'))), ['logs'], 'pass fail'],
      [
        'any group, by a condition for another region',
        onKey(confinedTo(group('/audit').replace('eu-west-1', 'us-east-1'))),
        ['logs'],
        'fail pass',
      ],
      ['strict, without a condition', onKey(logs()), [{ service: 'logs', strict: true }], 'fail pass', /not confined/],
      ['strict, with a condition', onKey(confinedTo(group('*'))), [{ service: 'logs', strict: true }], 'pass fail'],
      ['an alarm, by the policy that SNS writes itself', ownPolicy, ['cloudwatch'], 'pass fail'],
      ['a rule, by the policy that SNS writes itself', ownPolicy, ['events'], 'fail fail', /AWS:SourceOwner/],
      [
        'a confined grant gets no advice',
        onKey(confinedTo(group('/audit'))),
        ['logs'],
        'pass fail',
        /^(?!.*add a condition)/,
      ],
      ['a service without usual actions', onKey(logs()), ['rds'], refused, /Say it: \{ service: 'rds'/],
      [
        'a text as the context of another service',
        onKey(),
        [{ service: 'sns', encryptionContext: '/x' }],
        refused,
        /only CloudWatch Logs/,
      ],
      ['no service', onKey(), [{ actions: ['kms:Decrypt'] }], refused, /service is missing/],
      ['a wrong option', onKey(), [{ service: 'logs', condition: {} }], refused, /'condition' is no option/],
      [
        'a queue for a topic',
        policyOf(
          'arn:aws:sqs:eu-west-1:111122223333:q',
          statement({
            principals: { Service: ['sns.amazonaws.com'] },
            actions: ['sqs:SendMessage'],
            resources: ['arn:aws:sqs:eu-west-1:111122223333:q'],
            conditions: { ArnEquals: { 'aws:SourceArn': ['arn:aws:sns:eu-west-1:111122223333:orders'] } },
          }),
        ),
        [{ service: 'sns', source: 'arn:aws:sns:eu-west-1:111122223333:orders' }],
        'pass fail',
      ],
      [
        'a queue for another topic',
        policyOf(
          'arn:aws:sqs:eu-west-1:111122223333:q',
          statement({
            principals: { Service: ['sns.amazonaws.com'] },
            actions: ['sqs:SendMessage'],
            conditions: { ArnEquals: { 'aws:SourceArn': ['arn:aws:sns:eu-west-1:111122223333:other'] } },
          }),
        ),
        [{ service: 'sns', source: 'arn:aws:sns:eu-west-1:111122223333:orders' }],
        'fail pass',
      ],
      [
        'objects of a bucket are not the bucket',
        policyOf(
          'arn:aws:s3:::b',
          statement({
            principals: { Service: ['config.amazonaws.com'] },
            actions: ['s3:*'],
            resources: ['arn:aws:s3:::b'],
          }),
        ),
        ['config'],
        'fail fail',
        /only a part is granted: s3:GetBucketAcl, and not s3:PutObject/,
      ],
      [
        'another bucket',
        policyOf(
          'arn:aws:s3:::b',
          statement({
            principals: { Service: ['config.amazonaws.com'] },
            actions: ['s3:*'],
            resources: ['arn:aws:s3:::c/*'],
          }),
        ),
        ['config'],
        'fail pass',
      ],
    ],
    groups,
  );

  test('handles of log groups and topics', async () => {
    const source = new FakeSource({ ...groups, subject: onKey(confinedTo(group('/audit'))) });
    const asked = (handle: unknown) => [{ service: 'logs', encryptionContext: handle }];
    expect((await verdict(toGrantService, source.one('subject'), asked(source.one('audit')))).outcome).toBe('pass');
    expect((await verdict(toGrantService, source.one('subject'), asked(source.one('gone')), true)).outcome).toBe(
      'not found',
    );
  });
});

describe('toGrantService of a key', () => {
  const whose = (more: object) => ({ [keyArn]: key(more) });
  const subject = onKey(logs());
  table(
    toGrantService,
    [['that is disabled', subject, ['logs'], 'fail fail', /key\/k1 is Disabled/]],
    whose({ state: 'Disabled' }),
  );
  table(
    toGrantService,
    [['that is asymmetric', subject, ['logs'], 'fail fail', /symmetric keys only.*RSA_2048/]],
    whose({ spec: 'RSA_2048' }),
  );
});
