/** @jest-environment ./test/aws/fault-environment.js */
import { Readable } from 'node:stream';
import type { Mockttp } from 'mockttp';
import type { UnjudgedData } from '../../src/engine/unjudged';
import { target } from './catalog';
import { faultServer } from './fault-server';
import { cleanEnvironment, liveAccount, unjudged } from './setup';

const server = faultServer();
beforeEach(() => cleanEnvironment());

type Fault = (server: Mockttp) => Promise<unknown>;

const reply =
  (status: number, body: string | object = '', headers: Record<string, string> = {}): Fault =>
  (to) =>
    to.forAnyRequest().thenReply(status, typeof body === 'string' ? body : JSON.stringify(body), headers);

const json = (__type: string, message: string, status = 400): Fault => reply(status, { __type, message });
const xml = (code: string, message: string, status: number): Fault =>
  reply(status, `<ErrorResponse><Error><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`);

const page = (status: number, title: string, text: string): Fault =>
  reply(
    status,
    `<!doctype html>\n<html lang=en>\n<title>${status} ${title}</title>\n<h1>${title}</h1>\n<p>${text}</p>\n`,
  );
const motoPage500 = page(
  500,
  'Internal Server Error',
  'The server encountered an internal error and was unable to complete your request. Either the server is overloaded or there is an error in the application.',
);
const motoPage404 = page(404, 'Not Found', 'The requested URL was not found on the server.');

const cutOff: Fault = async (to) => {
  const half = async function* () {
    yield '{"KeyMetadata":';
    throw new Error('the connection breaks');
  };
  for (let attempt = 0; attempt < 2; attempt += 1) {
    await to.forAnyRequest().once().thenStream(200, Readable.from(half()), { 'content-length': '1000' });
  }
};

const key = 'AWS::KMS::Key';
const bucket = 'AWS::S3::Bucket';
const instance = 'AWS::RDS::DBInstance';

type Expected = Partial<UnjudgedData>;
const because = (cause: UnjudgedData['cause'], reason: RegExp, more: Expected = {}): Expected =>
  ({ outcome: 'undetermined', cause, reason: expect.stringMatching(reason), ...more }) as Expected;

const faults: [fault: string, type: string, arrange: Fault, attempts: number, expected: Expected][] = [
  [
    'throttled, JSON',
    key,
    json('ThrottlingException', 'Rate exceeded'),
    2,
    because('throttled', /^AWS throttled kms:DescribeKey .* through 2 attempts: ThrottlingException: Rate exceeded$/),
  ],
  [
    'throttled, XML',
    instance,
    xml('Throttling', 'Rate exceeded', 400),
    2,
    because('throttled', /rds:DescribeDBInstances/),
  ],
  [
    'throttled, S3',
    bucket,
    xml('SlowDown', 'Please reduce your request rate.', 503),
    2,
    because('throttled', /SlowDown/),
  ],
  [
    'throttled by a page',
    key,
    reply(429, '<html>slow down</html>'),
    2,
    because('throttled', /HTTP 429, starting with "<html>slow down<\/html>"$/, { code: undefined }),
  ],
  [
    'a bad gateway',
    instance,
    reply(502, '<html>Bad Gateway</html>'),
    2,
    because('server error', /HTTP 502 through 2 attempts/),
  ],
  ['a bad gateway, JSON', key, reply(502, '<html>Bad Gateway</html>'), 2, because('server error', /HTTP 502/)],
  ['a server error', key, json('InternalFailure', 'oops', 500), 2, because('server error', /InternalFailure: oops/)],
  [
    'a reset',
    key,
    (to) => to.forAnyRequest().thenResetConnection(),
    2,
    because('endpoint unreachable', /connection was reset/),
  ],
  [
    'a closed connection',
    instance,
    (to) => to.forAnyRequest().thenCloseConnection(),
    2,
    because('endpoint unreachable', /through 2 attempts/),
  ],
  [
    'a server that hangs',
    key,
    (to) => to.forAnyRequest().thenTimeout(),
    2,
    because('timed out', /^kms:DescribeKey got no answer from http:\S+ through 2 attempts of 0\.3 s$/, {
      advice: expect.stringContaining('requestTimeoutInSeconds') as unknown as string,
    }),
  ],
  [
    'expired credentials, JSON',
    key,
    json('ExpiredTokenException', 'The security token included in the request is expired'),
    1,
    because('expired credentials', /have expired/),
  ],
  [
    'expired credentials, XML',
    instance,
    xml('ExpiredToken', 'The provided token has expired.', 403),
    1,
    because('expired credentials', /have expired/),
  ],
  [
    'an unknown key id, JSON',
    key,
    json('UnrecognizedClientException', 'The security token is invalid.'),
    1,
    because('wrong credentials', /does not accept the credentials/),
  ],
  [
    'an unknown key id, XML',
    instance,
    xml('InvalidClientTokenId', 'The security token is invalid.', 403),
    1,
    because('wrong credentials', /InvalidClientTokenId/),
  ],
  [
    'an unknown key id, XML to a JSON client',
    key,
    xml('InvalidClientTokenId', 'The security token is invalid.', 403),
    1,
    because('wrong credentials', /InvalidClientTokenId/),
  ],
  [
    'a wrong secret',
    bucket,
    xml('SignatureDoesNotMatch', 'Check your key.', 403),
    1,
    because('wrong credentials', /SignatureDoesNotMatch/),
  ],
  [
    'a denial, JSON',
    key,
    json(
      'AccessDeniedException',
      'User: arn:aws:iam::111122223333:user/u is not authorized to perform: kms:DescribeKey',
    ),
    1,
    because(
      'access denied',
      /^AWS denied kms:DescribeKey at http:\S+ \(region eu-west-1\) to these credentials: AccessDenied/,
      {
        action: 'kms:DescribeKey',
        advice: 'Allow kms:DescribeKey for the role or user that runs the tests.',
        code: 'AccessDeniedException',
      },
    ),
  ],
  [
    'a denial, XML to a JSON client',
    key,
    xml('AccessDenied', 'User is not authorized', 403),
    1,
    because('access denied', /AccessDenied: User/, { action: 'kms:DescribeKey' }),
  ],
  [
    'an explicit denial',
    instance,
    xml('AccessDenied', 'with an explicit deny in a service control policy', 403),
    1,
    because('access denied', /explicit deny/, {
      advice: expect.stringContaining('service control policies') as unknown as string,
    }),
  ],
  [
    'a denial without a body',
    bucket,
    reply(403),
    1,
    because('access denied', /HTTP 403$/, { action: 's3:GetBucketVersioning' }),
  ],
  [
    'a region that is not enabled',
    instance,
    xml('OptInRequired', 'You are not subscribed to this service.', 403),
    1,
    because('wrong region', /in this|OptInRequired/),
  ],
  [
    'a refused request',
    key,
    json('ValidationException', 'Invalid keyId'),
    1,
    because('request refused', /^AWS refused kms:DescribeKey .*: ValidationException: Invalid keyId$/),
  ],
  ['an empty body', key, reply(200), 2, because('broken answer', /HTTP 200 with an empty body/)],
  ['an empty body, XML', instance, reply(200), 2, because('broken answer', /HTTP 200 with an empty body/)],
  ['an empty body, REST', bucket, reply(200), 2, because('broken answer', /HTTP 200 with an empty body/)],
  ['a page', bucket, reply(200, '<html></html>'), 2, because('broken answer', /HTTP 200 with an HTML page/)],
  ['half a body', key, cutOff, 2, because('broken answer', /cut off/)],
  ['truncated JSON', key, reply(200, '{"KeyMetadata": {"Key'), 1, because('broken answer', /starting with "\{/)],
  [
    'truncated XML',
    instance,
    reply(200, '<DescribeDBInstancesResponse><Desc'),
    1,
    because('broken answer', /starting with "<Desc/),
  ],
  [
    'an answer without its fields',
    key,
    reply(200, '{"KeyMetadata": {}}'),
    1,
    because('broken answer', /^AWS answered without the field KeyId$/),
  ],
  [
    'a web server that is no AWS: 404',
    instance,
    reply(404, '<h1>Not Found</h1>'),
    1,
    because('broken answer', /no answer of AWS: HTTP 404/, { code: undefined }),
  ],
  ['a web server that is no AWS: text', key, reply(404, '404 page not found'), 1, because('broken answer', /HTTP 404/)],
  ['a web server that is no AWS: bare 404', bucket, reply(404), 1, because('broken answer', /HTTP 404/)],
  [
    'a web server that is no AWS: 501',
    key,
    reply(501, '<h1>Unsupported method POST</h1>'),
    1,
    because('server error', /HTTP 501/),
  ],
  ["a web server with moto's pages that is no AWS: 500", instance, motoPage500, 2, because('server error', /HTTP 500/)],
  [
    "a web server with moto's pages that is no AWS: 404",
    instance,
    motoPage404,
    1,
    because('broken answer', /HTTP 404/),
  ],
  [
    'not implemented: 501',
    key,
    json('NotImplemented', 'Not there yet', 501),
    1,
    {
      outcome: 'not implemented here',
      reason: expect.stringMatching(
        /^http:\S+ does not implement kms:DescribeKey \(it answered NotImplemented: Not there yet\)$/,
      ) as unknown as string,
    },
  ],
  [
    'not implemented: UnknownOperationException',
    key,
    json('UnknownOperationException', 'Unknown operation: DescribeKey'),
    1,
    { outcome: 'not implemented here' },
  ],
  [
    'not implemented: InvalidAction',
    instance,
    xml('InvalidAction', 'Unknown action: DescribeDBInstances', 400),
    1,
    { outcome: 'not implemented here' },
  ],
  [
    'not implemented: no route',
    key,
    json('ValidationException', 'No route for GET /backup-vaults/orders/access-policy'),
    1,
    { outcome: 'not implemented here' },
  ],
  [
    'not implemented: a whole service',
    instance,
    reply(400, { error: 'Unsupported service: rds' }),
    1,
    { outcome: 'not implemented here' },
  ],
];

test.each(faults)('%s', async (_fault, type, arrange, attempts, expected) => {
  await arrange(server);
  const { account, ledger } = liveAccount({
    region: 'eu-west-1',
    endpoint: server.url,
    requestTimeoutInSeconds: 0.3,
    maxAttempts: 2,
  });
  const data = await unjudged(account.facet(target(type), 'identity'));
  expect(data).toMatchObject(expected);
  expect(data.evidence).toMatchObject({ region: 'eu-west-1', endpoint: server.url });
  const [entry] = ledger.entries.filter(({ operation }) => operation !== 'GetCallerIdentity');
  expect(entry).toMatchObject({ attempts, endpoint: server.url });
});

describe.each([
  ['its page for an operation it lacks', motoPage500],
  ['its page for a path it lacks', motoPage404],
])('a server that speaks AWS and sends %s', (_name, arrange) => {
  test('does not implement the operation', async () => {
    await server
      .forPost()
      .withBodyIncluding('Action=GetCallerIdentity')
      .always()
      .thenReply(
        200,
        '<GetCallerIdentityResponse><GetCallerIdentityResult><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>',
      );
    await arrange(server);
    const { account } = liveAccount({ region: 'eu-west-1', endpoint: server.url, maxAttempts: 1 });
    await expect(unjudged(account.facet(target(instance), 'identity'))).resolves.toMatchObject({
      outcome: 'not implemented here',
      reason: expect.stringMatching(/it answered HTTP \d+, the page it sends where it lacks an operation/),
    });
  });
});

test('two throttled attempts and an answer are an answer', async () => {
  await server
    .forAnyRequest()
    .twice()
    .thenReply(400, JSON.stringify({ __type: 'ThrottlingException' }));
  await server.forAnyRequest().thenReply(200, JSON.stringify({ KeyMetadata: { KeyId: 'k' } }));
  const { account, ledger } = liveAccount({ region: 'eu-west-1', endpoint: server.url });
  await expect(account.facet(target(key), 'identity')).resolves.toMatchObject({ value: { id: 'k' } });
  expect(ledger.entries).toMatchObject([{ attempts: 3, outcome: 'answered' }]);
});

test('an endpoint that nothing listens at is waited for once', async () => {
  const { url } = server;
  await server.stop();
  const { account, ledger } = liveAccount({ region: 'eu-west-1', endpoint: url, maxAttempts: 2 });
  await expect(unjudged(account.facet(target(key), 'identity'))).resolves.toMatchObject(
    because('endpoint unreachable', /nothing listens there \(ECONNREFUSED\)$/),
  );
  const others = ['a', 'b', 'c'].map((id) => account.facet(target(instance, { id }), 'identity'));
  for (const other of others) {
    await expect(unjudged(other)).resolves.toMatchObject(
      because(
        'endpoint unreachable',
        /^rds:DescribeDBInstances was not sent, because moments ago kms:DescribeKey did not reach/,
      ),
    );
  }
  expect(ledger.entries.map(({ attempts }) => attempts)).toEqual([2, 0, 0, 0]);
  await server.start();
});

test('a host that answers other questions is not taken for one that is down', async () => {
  await server.forPost().withHeaders({ 'x-amz-target': 'TrentService.DescribeKey' }).always().thenTimeout();
  await server.forAnyRequest().always().thenReply(200, '<VersioningConfiguration/>');
  const { account } = liveAccount({
    region: 'eu-west-1',
    endpoint: server.url,
    requestTimeoutInSeconds: 0.4,
    maxAttempts: 1,
  });
  const hanging = unjudged(account.facet(target(key), 'identity'));
  await account.facet(target(bucket), 'versioning');
  await expect(hanging).resolves.toMatchObject({ cause: 'timed out' });
  await expect(account.facet(target(bucket, { id: 'other' }), 'versioning')).resolves.toMatchObject({
    value: { status: 'Unversioned' },
  });
});

test('no credentials', async () => {
  delete process.env.AWS_ACCESS_KEY_ID;
  const { account } = liveAccount({ region: 'eu-west-1', endpoint: server.url });
  await expect(unjudged(account.facet(target(key), 'identity'))).resolves.toMatchObject(
    because('no credentials', /^kms:DescribeKey was not sent because no AWS credentials were found/, {
      advice: expect.stringContaining('AWS_ACCESS_KEY_ID') as unknown as string,
    }),
  );
});

test('a role that may not be assumed is named, not the read', async () => {
  await xml('AccessDenied', 'User is not authorized to perform: sts:AssumeRole', 403)(server);
  const roleArn = 'arn:aws:iam::111122223333:role/reader';
  const { account } = liveAccount({ region: 'eu-west-1', endpoint: server.url, roleArn });
  await expect(unjudged(account.facet(target(key), 'identity'))).resolves.toMatchObject(
    because(
      'access denied',
      /^the role arn:aws:iam::111122223333:role\/reader could not be assumed: AWS denied sts:AssumeRole/,
      {
        action: 'sts:AssumeRole',
      },
    ),
  );
});

test('a bucket is addressed by path and the endpoint may come from the environment', async () => {
  process.env.AWS_ENDPOINT_URL_S3 = server.url;
  const asked = await server.forAnyRequest().thenReply(200, '<VersioningConfiguration/>');
  const { account } = liveAccount({ region: 'eu-west-1' });
  const { evidence } = await account.facet(target(bucket), 'versioning');
  expect(evidence.endpoint).toBe(server.url);
  const [request] = await asked.getSeenRequests();
  expect(request?.path).toMatch(/^\/orders\/?\?versioning/);
});
