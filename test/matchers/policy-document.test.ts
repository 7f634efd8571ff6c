// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of policies look like those of JavaScript.
import { toHavePolicyDocument } from '../../matchers/policy/toHavePolicyDocument';
import { statementsOf } from '../../src/engine/policy-document';
import { both, FakeSource, said, table, verdict } from './fake-source';

const refused = 'wrong argument wrong argument';
const bucket = 'arn:aws:s3:::uploads';
const read = { Effect: 'Allow', Action: 's3:GetObject', Resource: `${bucket}/*` };
const documents = (arn: string, Statement?: unknown, inline?: Record<string, unknown>) => ({
  policyDocuments: {
    arn,
    region: 'eu-west-1',
    account: '111122223333',
    ...(Statement !== undefined && { statements: statementsOf({ Statement }) }),
    ...(inline && {
      inline: Object.entries(inline).map(([name, statement]) => ({
        name,
        statements: statementsOf({ Statement: statement }),
      })),
    }),
  },
});
const managed = (...statements: unknown[]) => documents('arn:aws:iam::111122223333:policy/p', statements);
const wanted = (...statements: unknown[]) => [{ Version: '2012-10-17', Statement: statements }];

describe('what means the same', () => {
  const two = { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: ['a', 'b'] };
  table(toHavePolicyDocument, [
    [
      'one-element lists and Sid',
      managed({ ...read, Sid: 'Read', Action: ['s3:GetObject'] }),
      wanted(read),
      'pass fail',
    ],
    [
      'order',
      managed(two, read),
      wanted(read, { ...two, Action: ['s3:PutObject', 's3:GetObject'], Resource: ['b', 'a'] }),
      'pass fail',
    ],
    ['case of actions', managed({ ...read, Action: 'S3:getobject' }), wanted(read), 'pass fail'],
    [
      'cut into other statements',
      managed(two),
      wanted({ ...two, Action: 's3:GetObject' }, { ...two, Action: 's3:PutObject' }),
      'pass fail',
    ],
    ['a statement that is no list', managed(read), [{ Statement: read }], 'pass fail'],
    [
      'true and "True"',
      managed({ ...read, Condition: { Bool: { 'aws:SecureTransport': 'True' } } }),
      wanted({ ...read, Condition: { bool: { 'AWS:SecureTransport': true } } }),
      'pass fail',
    ],
    [
      'the account for its root',
      managed({ ...read, Principal: { AWS: 'arn:aws:iam::111122223333:root' } }),
      wanted({ ...read, Principal: { AWS: '111122223333' } }),
      'pass fail',
    ],
    [
      'everybody, written twice',
      managed({ ...read, Principal: '*' }),
      wanted({ ...read, Principal: { AWS: ['*'] } }),
      'pass fail',
    ],
    [
      'variables of IAM',
      managed({ ...read, Resource: 'x/${aws:username}/*' }),
      wanted({ ...read, Resource: 'x/${aws:username}/*' }),
      'pass fail',
    ],
    ['no policy at all', managed(), wanted(), 'pass fail', /no policy/],
  ]);
});

describe('what does not', () => {
  table(toHavePolicyDocument, [
    [
      'one action more',
      managed({ ...read, Action: ['s3:GetObject', 's3:DeleteObject'] }),
      wanted(read),
      'fail pass',
      /"beyond":\["Allow s3:DeleteObject on arn:aws:s3:::uploads\/\*"\]\}/,
    ],
    ['one statement less', managed(), wanted(read), 'fail pass', /"missing":\["Allow s3:GetObject/],
    ['a wider resource', managed({ ...read, Resource: '*' }), wanted(read), 'fail pass', /"beyond".*"missing"/],
    [
      'a condition that is gone',
      managed(read),
      wanted({ ...read, Condition: { StringEquals: { 'aws:x': 'y' } } }),
      'fail pass',
      /"missing":\["[^"]* if StringEquals aws:x y"/,
    ],
    [
      'another value of a condition',
      managed({ ...read, Condition: { StringEquals: { k: ['a', 'b'] } } }),
      wanted({ ...read, Condition: { StringEquals: { k: 'a' } } }),
      'fail pass',
    ],
    [
      'the case of values',
      managed({ ...read, Condition: { StringEquals: { k: 'A' } } }),
      wanted({ ...read, Condition: { StringEquals: { k: 'a' } } }),
      'fail pass',
    ],
    ['Deny', managed({ ...read, Effect: 'Deny' }), wanted(read), 'fail pass'],
    [
      'all but',
      managed({ Effect: 'Allow', NotAction: 's3:GetObject', Resource: '*' }),
      wanted({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }),
      'fail pass',
      /Allow all but s3:GetObject/,
    ],
    [
      'another principal',
      managed({ ...read, Principal: { AWS: '111122223333' } }),
      wanted({ ...read, Principal: { Service: 'lambda.amazonaws.com' } }),
      'fail pass',
    ],
  ]);
});

describe('policies that hold for the one resource', () => {
  const key = 'arn:aws:kms:eu-west-1:111122223333:key/1';
  const use = { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'kms:Decrypt' };
  table(toHavePolicyDocument, [
    [
      'a star is the key itself',
      documents(key, { ...use, Resource: '*' }),
      wanted({ ...use, Resource: key }),
      'pass fail',
    ],
    ['no resource is the key too', documents(key, { ...use, Resource: '*' }), wanted(use), 'pass fail'],
    [
      'a star is not the bucket',
      documents(bucket, { ...read, Resource: '*' }),
      wanted({ ...read, Resource: bucket }),
      'fail pass',
    ],
    [
      'API Gateway fills the ARN in',
      documents('arn:aws:execute-api:eu-west-1:111122223333:api1', {
        ...read,
        Resource: 'arn:aws:execute-api:eu-west-1:111122223333:api1/*',
      }),
      wanted({ ...read, Resource: 'execute-api:/*' }),
      'pass fail',
    ],
  ]);
});

describe('by name', () => {
  const role = documents(
    'arn:aws:iam::111122223333:role/orders',
    { ...read, Action: 'sts:AssumeRole' },
    { access: read, more: [] },
  );
  table(toHavePolicyDocument, [
    ['an inline policy', role, [...wanted(read), { name: 'access' }], 'pass fail'],
    ['by a pattern', role, [...wanted(read), { name: /^acc/ }], 'pass fail'],
    ['the trust policy', role, wanted({ ...read, Action: 'sts:AssumeRole' }), 'pass fail'],
    [
      'no such policy',
      role,
      [...wanted(read), { name: 'gone' }],
      'fail fail',
      /no inline policy gone; it has access, more/,
    ],
    [
      'several of the name',
      role,
      [...wanted(read), { name: /./ }],
      'fail fail',
      /several inline policies have such a name: access, more/,
    ],
    [
      'a name where there is none to give',
      managed(read),
      [...wanted(read), { name: 'x' }],
      'not applicable not applicable',
      /leave the name out/,
    ],
    [
      'none where one is needed',
      documents('arn:aws:iam::111122223333:user/u', undefined, {}),
      wanted(read),
      'not applicable not applicable',
      /give the name/,
    ],
  ]);
});

describe('placeholders', () => {
  const source = (statement: object, outputs: Record<string, string> = {}) =>
    new FakeSource(
      {
        subject: documents('arn:aws:sqs:eu-west-1:111122223333:q', statement),
        uploads: { identity: { id: 'uploads', arn: bucket } },
      },
      outputs,
    );
  const ask = (statement: object, expected: object, outputs?: Record<string, string>) =>
    both(toHavePolicyDocument, source(statement, outputs).one('subject'), wanted(expected));

  test('the account, the region, the partition', async () => {
    const held = { ...read, Resource: 'arn:aws:logs:eu-west-1:111122223333:*' };
    const expected = { ...read, Resource: 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:*' };
    expect(await ask(held, expected)).toBe('pass fail');
    expect(await ask({ ...held, Resource: 'arn:aws:logs:eu-west-2:111122223333:*' }, expected)).toBe('fail pass');
  });

  test('an output is the ARN of its resource, or its id where the policy names it so', async () => {
    const outputs = { BucketName: 'uploads' };
    expect(await ask(read, { ...read, Resource: '${BucketName}/*' }, outputs)).toBe('pass fail');
    const byName = { ...read, Condition: { StringEquals: { 's3:bucket': 'uploads' } } };
    expect(await ask(byName, { ...read, Condition: { StringEquals: { 's3:bucket': '${BucketName}' } } }, outputs)).toBe(
      'pass fail',
    );
  });

  test('an output that is no resource is its text', async () => {
    const held = { ...read, Resource: `${bucket}/dev/*` };
    expect(
      await ask(held, { ...read, Resource: '${BucketName}/${Stage}/*' }, { BucketName: 'uploads', Stage: 'dev' }),
    ).toBe('pass fail');
  });

  test('the ARN of a log group, with and without its end', async () => {
    const group = 'arn:aws:logs:eu-west-1:111122223333:log-group:app';
    const outputs = { Group: `${group}:*` };
    expect(await ask({ ...read, Resource: `${group}:*` }, { ...read, Resource: '${Group}' }, outputs)).toBe(
      'pass fail',
    );
    expect(await ask({ ...read, Resource: `${group}:*` }, { ...read, Resource: '${Group}:*' }, outputs)).toBe(
      'pass fail',
    );
  });

  test('an output that is not there leaves it open', async () => {
    expect(await ask(read, { ...read, Resource: '${Gone}' })).toBe('not deployed not deployed');
    expect(
      said(await verdict(toHavePolicyDocument, source(read).one('subject'), wanted({ ...read, Resource: '${Gone}' }))),
    ).toMatch(/no output Gone/);
  });
});

table(toHavePolicyDocument, [
  ['a text', managed(), ['{}'], refused, /takes a policy document/],
  ['a misspelt part', managed(), wanted({ ...read, Ressource: '*' }), refused, /'Ressource' is no part of a policy/],
  ['a lost value', managed(), wanted({ ...read, Resource: undefined }), refused, /Resource is undefined/],
  [
    'a lost member',
    managed(),
    wanted({ ...read, Principal: { AWS: [undefined] } }),
    refused,
    /Principal\.AWS is undefined/,
  ],
  ['no effect', managed(), wanted({ Action: 's3:*' }), refused, /has the effect undefined/],
]);
