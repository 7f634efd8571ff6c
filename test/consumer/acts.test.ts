import { deploy } from '../../deploy';
import { connect } from '../../deploy/aws.js';
import { startServer } from '../../servers/start';
import { install, type Run, runJest } from './sample';

type Server = Awaited<ReturnType<typeof startServer>>;

const config = (allowActs: boolean) =>
  `module.exports = { preset: 'stackproof/presets/emulator', globals: { stackproof: { allowActs: ${allowActs} } } };`;

// Only packages that come with stackproof: a sample project has no others.
const suite = `
  const { resource } = require('stackproof');
  const bucket = resource('BucketName');
  const other = resource('OtherBucketName');
  const copy = (body) => ({ key: 'copies/{marker}', body });
  test('stores', async () => { await expect(bucket).toStore(); });
  test('longer than a test may take', async () => {
    await expect(bucket).not.toReach(other, { send: copy('x'), within: '3s' });
  }, 500);
  test('does not reach', async () => {
    await expect(bucket).toReach(other, { send: copy({ password: 'hunter2' }), within: 1 });
  });
  test('forgotten', async () => { expect(bucket).toStore({ key: 'forgotten', body: 'x' }); });
  test('ended before', async () => {
    expect(bucket).toReach(other, { send: copy('late'), within: '2s' }).catch(() => {});
    throw new Error('before its end');
  });
  test('reads', async () => { await expect(bucket).toExist(); });`;

let server: Server;
let folder: string;
let outputs: Record<string, unknown>;

beforeAll(async () => {
  folder = await install('30');
  server = await startServer('ministack');
  const deployed = await deploy(
    {
      name: 'acts',
      resources: {
        Bucket: {
          type: 'AWS::S3::Bucket',
          properties: { BucketName: 'acts', VersioningConfiguration: { Status: 'Enabled' } },
        },
        Other: { type: 'AWS::S3::Bucket', properties: { BucketName: 'acts-other' } },
      },
      outputs: { BucketName: 'acts', OtherBucketName: 'acts-other' },
    },
    server,
  );
  outputs = deployed.outputs;
}, 180_000);

afterAll(() => server?.stop());

function run(allowActs: boolean): Promise<Run> {
  const files = {
    'jest.config.js': config(allowActs),
    'cfn-outputs/flat-outputs.json': outputs,
    'acts.int.test.js': suite,
  };
  return runJest(folder, files, { env: { STACKPROOF_ENDPOINT: server.endpoint, AWS_REGION: 'us-east-1' } });
}

function endings({ results }: Run): Record<string, string> {
  const all = (results?.testResults ?? []).flatMap(({ assertionResults }) => assertionResults);
  return Object.fromEntries(all.map(({ title, status }) => [title, status]));
}

function failure({ results }: Run, title: string): string {
  const all = (results?.testResults ?? []).flatMap(({ assertionResults }) => assertionResults);
  return all.find((each) => each.title === title)?.failureMessages.join('\n') ?? '';
}

test('flows act, have the time they need, keep secrets, and clean up even where the test has ended', async () => {
  const ended = await run(true);
  expect(endings(ended)).toEqual({
    stores: 'passed',
    'longer than a test may take': 'passed',
    'does not reach': 'failed',
    forgotten: 'failed',
    'ended before': 'failed',
    reads: 'passed',
  });
  const text = failure(ended, 'does not reach');
  expect(text).toMatch(/Sent: {6}s3:PutObject .*\[masked\]/);
  expect(text).toMatch(/Gave up: {3}after 1(\.\d)? s, having looked \d+ times/);
  expect(text).not.toContain('hunter2');
  expect(failure(ended, 'forgotten')).toContain('toStore was not awaited');
  const aws = connect(server);
  for (const Bucket of ['acts', 'acts-other']) {
    const { Versions, DeleteMarkers } = await aws.call('s3', 'ListObjectVersions', { Bucket });
    expect({ Bucket, Versions, DeleteMarkers }).toEqual({ Bucket });
  }
}, 120_000);

test('without allowActs every flow fails, and says what would allow it; a read stays a read', async () => {
  const ended = await run(false);
  expect(endings(ended)).toEqual({
    stores: 'failed',
    'longer than a test may take': 'failed',
    'does not reach': 'failed',
    forgotten: 'failed',
    'ended before': 'failed',
    reads: 'passed',
  });
  const text = failure(ended, 'stores');
  expect(text).toContain('Undetermined (acts not allowed): the option allowActs is off, so nothing was sent');
  expect(text).toContain('s3:PutObject');
  expect(text).toContain('STACKPROOF_ALLOW_ACTS=true');
}, 120_000);
