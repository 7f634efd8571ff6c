import { Unjudged } from '../../../src/engine/unjudged';
import { attachedPolicy, policyStatements } from '../../../src/resources/shared/policy';

const statement = {
  effect: 'Allow',
  principals: {},
  notPrincipal: false,
  actions: [],
  notAction: false,
  resources: [],
  notResource: false,
  conditions: {},
};

function read(given: unknown) {
  return policyStatements(JSON.stringify({ Version: '2012-10-17', Statement: given }));
}

test.each([[undefined], [''], ['{}'], ['{"Version":"2012-10-17","Statement":[]}']])(
  'the document %p has no statement',
  (document) => {
    expect(policyStatements(document)).toEqual([]);
  },
);

test('every single value becomes a list', () => {
  expect(
    read({
      Sid: 'one',
      Effect: 'Allow',
      Principal: { AWS: '123456789012', Service: ['a.amazonaws.com', 'b.amazonaws.com'] },
      Action: 's3:*',
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': false }, NumericLessThan: { 's3:max-keys': [5, '6'] } },
    }),
  ).toEqual([
    {
      ...statement,
      sid: 'one',
      principals: { AWS: ['123456789012'], Service: ['a.amazonaws.com', 'b.amazonaws.com'] },
      actions: ['s3:*'],
      resources: ['*'],
      conditions: { Bool: { 'aws:SecureTransport': ['false'] }, NumericLessThan: { 's3:max-keys': ['5', '6'] } },
    },
  ]);
});

test('a star is every AWS principal, and the inverted forms say so', () => {
  expect(read([{ Effect: 'Deny', NotPrincipal: '*', NotAction: ['iam:*'], NotResource: 'arn:x' }])).toEqual([
    {
      ...statement,
      effect: 'Deny',
      principals: { AWS: ['*'] },
      notPrincipal: true,
      actions: ['iam:*'],
      notAction: true,
      resources: ['arn:x'],
      notResource: true,
    },
  ]);
});

test('URL-encoded documents are decoded once, plain ones never', () => {
  const document = JSON.stringify({ Statement: { Effect: 'Allow', Resource: 'arn:aws:s3:::a%2Fb' } });
  expect(policyStatements(document)).toEqual([{ ...statement, resources: ['arn:aws:s3:::a%2Fb'] }]);
  expect(policyStatements(encodeURIComponent(document))).toEqual([{ ...statement, resources: ['arn:aws:s3:::a%2Fb'] }]);
});

test.each([
  ['{"Statement":', 'JSON'],
  ['%7B%', 'URI malformed'],
  ['"*"', 'it is no JSON object'],
  ['{"Statement":["*"]}', 'a statement is no JSON object'],
  ['{"Statement":{"Effect":"allow"}}', 'a statement has the effect "allow"'],
  ['{"Statement":{"Effect":"Allow","Principal":5}}', 'a principal is neither a text nor a JSON object'],
  ['{"Statement":{"Effect":"Allow","Action":[null]}}', 'null stands where a text is wanted'],
  ['{"Statement":{"Effect":"Allow","Condition":"x"}}', 'a condition is no JSON object'],
  ['{"Statement":{"Effect":"Allow","Condition":{"Bool":"x"}}}', 'the condition Bool is no JSON object'],
])('%s cannot be read', (document, why) => {
  const reading = () => policyStatements(document);
  expect(reading).toThrow(Unjudged);
  expect(reading).toThrow('AWS answered with a policy document that cannot be read');
  expect(reading).toThrow(why);
});

test('keys that JavaScript treats specially are plain keys', () => {
  const document = '{"Statement":{"Effect":"Allow","Principal":{"__proto__":"x"}}}';
  expect(Object.keys(policyStatements(document)[0]?.principals ?? {})).toEqual(['__proto__']);
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});

test('region and account come from the ARN', () => {
  expect(attachedPolicy('arn:aws-cn:kms:cn-north-1:123456789012:key/k', undefined)).toEqual({
    arn: 'arn:aws-cn:kms:cn-north-1:123456789012:key/k',
    region: 'cn-north-1',
    account: '123456789012',
    statements: [],
  });
});
