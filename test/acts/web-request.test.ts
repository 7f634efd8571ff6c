import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebRequest } from '../../src/acts';
import { sendRequest } from '../../src/aws/web-request';
import { unjudged } from '../aws/setup';

const seen: { method?: string; url?: string; host?: string; body: string }[] = [];
const server = http.createServer((request, response) => {
  let body = '';
  request.on('data', (part) => {
    body += String(part);
  });
  request.on('end', () => {
    seen.push({ method: request.method, url: request.url, host: request.headers.host, body });
    if (request.url === '/silence') return;
    if (request.url === '/gone') return void request.socket.destroy();
    if (request.url === '/moved') return void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    if (request.url === '/bucket/x') {
      return void response.writeHead(404).end('<?xml version="1.0"?>\n<Error><Code>NoSuchBucket</Code></Error>');
    }
    response.writeHead(200, { 'x-one': ['a', 'b'] }).end('hello');
  });
});

let endpoint: string;
const request: WebRequest = { method: 'GET', path: '/', headers: {}, withinSeconds: 1 };

beforeAll((done) => {
  server.listen(0, '127.0.0.1', () => {
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    done();
  });
});
afterAll((done) => {
  server.close(done);
  server.closeAllConnections();
});
beforeEach(() => {
  seen.length = 0;
});

test('an answer has its status, headers, body and time', async () => {
  const answer = await sendRequest(`${endpoint}/x?y=1`, { ...request, method: 'POST', body: 'é' });
  expect(answer).toMatchObject({ url: `${endpoint}/x?y=1`, status: 200, body: 'hello', headers: { 'x-one': 'a, b' } });
  expect(answer.milliseconds).toBeGreaterThanOrEqual(0);
  expect(seen).toEqual([{ method: 'POST', url: '/x?y=1', host: new URL(endpoint).host, body: 'é' }]);
});

test('a redirect is an answer, and is not followed', async () => {
  expect(await sendRequest(`${endpoint}/moved`, request)).toMatchObject({ status: 302 });
  expect(seen).toHaveLength(1);
});

test.each([
  [
    'https://abc123.execute-api.eu-west-1.amazonaws.com/prod/x',
    () => `abc123.execute-api.localhost:${new URL(endpoint).port}`,
  ],
  ['https://abc.lambda-url.eu-west-1.on.aws/x', () => 'abc.lambda-url.eu-west-1.on.aws'],
])('with a custom endpoint nothing but it is connected to: %s', async (url, host) => {
  await sendRequest(url, request, endpoint);
  expect(seen).toMatchObject([{ url: new URL(url).pathname, host: host() }]);
});

test('a host that the test names wins', async () => {
  await sendRequest(`${endpoint}/x`, { ...request, headers: { Host: 'shop.example.com' } });
  expect(seen[0]?.host).toBe('shop.example.com');
});

test('a custom endpoint that takes it for a request to a bucket does not serve it', async () => {
  const data = await unjudged(sendRequest('https://a.execute-api.eu-west-1.amazonaws.com/bucket/x', request, endpoint));
  expect(data.outcome).toBe('not implemented here');
  expect(data.reason).toMatch(/^http:\/\/127\.0\.0\.1:\d+ does not serve https:\/\/a\.execute-api.*it answered 404/);
  expect(await sendRequest(`${endpoint}/bucket/x`, request)).toMatchObject({ status: 404 });
});

test('no answer is undetermined, and says for how long or why', async () => {
  expect(await unjudged(sendRequest(`${endpoint}/silence`, { ...request, withinSeconds: 0.2 }))).toMatchObject({
    cause: 'timed out',
    reason: `GET ${endpoint}/silence was not answered within 0.2 s`,
  });
  expect(await unjudged(sendRequest(`${endpoint}/gone`, request))).toMatchObject({ cause: 'endpoint unreachable' });
  expect(await unjudged(sendRequest('http://127.0.0.1:1/', request))).toMatchObject({
    cause: 'endpoint unreachable',
    code: 'ECONNREFUSED',
  });
});
