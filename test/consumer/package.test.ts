import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { deploy } from '../../deploy';
import { startServer } from '../../servers/start';
import { install, type Run, runJest } from './sample';

type Server = Awaited<ReturnType<typeof startServer>>;

let server: Server;
let outputs: string;

beforeAll(async () => {
  server = await startServer('ministack');
  const { outputs: flat } = await deploy(
    {
      name: 'packaged',
      resources: {
        Key: { type: 'AWS::KMS::Key', properties: { EnableKeyRotation: true } },
        Bucket: { type: 'AWS::S3::Bucket', properties: { BucketName: 'packaged' } },
        Queue: { type: 'AWS::SQS::Queue', properties: { QueueName: 'packaged' } },
      },
      outputs: { KeyArn: { 'Fn::GetAtt': ['Key', 'Arn'] }, BucketName: 'packaged', QueueUrl: { Ref: 'Queue' } },
    },
    { endpoint: server.endpoint },
  );
  outputs = JSON.stringify({ OrdersStack: flat });
}, 60_000);

afterAll(() => server?.stop());

function counts({ results }: Run) {
  return { passed: results?.numPassedTests, failed: results?.numFailedTests, skipped: results?.numPendingTests };
}

const suite = `
  import { resource } from 'stackproof';
  const bucket = resource('bucket_name', 'AWS::S3::Bucket');
  test('the bucket is there', async () => { await expect(bucket).toExist(); });
  test('the key rotates', async () => { await expect(resource({ stack: 'OrdersStack', key: 'KeyArn' })).toHaveKeyRotation(); });`;

const projects = {
  CommonJS: {
    files: {
      'package.json': { name: 'commonjs' },
      'jest.config.js': "module.exports = { preset: 'stackproof/presets/emulator' };",
      'test/stack.int.test.ts': suite,
    },
    nodeOptions: '',
  },
  ESM: {
    files: {
      'package.json': { name: 'esm', type: 'module' },
      'jest.config.js': "export default { preset: 'stackproof/presets/emulator', extensionsToTreatAsEsm: ['.ts'] };",
      'test/stack.int.test.ts': suite,
      'test/plain.int.test.js': suite,
    },
    nodeOptions: '--experimental-vm-modules',
  },
};

describe.each(['29', '30'])('the packed package with Jest %s', (jest) => {
  let folder: string;

  beforeAll(async () => {
    folder = await install(jest);
  }, 180_000);

  describe.each(Object.entries(projects))('in a %s project', (_, { files, nodeOptions }) => {
    const env = () => ({ STACKPROOF_ENDPOINT: server.endpoint, ...(nodeOptions ? { NODE_OPTIONS: nodeOptions } : {}) });
    const run = (more: Record<string, string>, extra: NodeJS.ProcessEnv = {}) =>
      runJest(folder, { ...files, ...more }, { env: { ...env(), ...extra } });
    const suites = 'test/plain.int.test.js' in files ? 2 : 1;

    test('with outputs it passes', async () => {
      const result = await run({ 'cfn-outputs/flat-outputs.json': outputs });
      expect(counts(result)).toEqual({ passed: 2 * suites, failed: 0, skipped: 0 });
      expect(result.exitCode).toBe(0);
    });

    test('without outputs it skips, and is not green', async () => {
      const result = await run({});
      expect(counts(result)).toEqual({ passed: 0, failed: 0, skipped: 2 * suites });
      expect(result.exitCode).toBe(0);
      expect(result.output).toContain(`${2 * suites} x no outputs file`);
    });

    test('without outputs the strict preset fails, with the reason', async () => {
      const strict = String(files['jest.config.js']).replace('presets/emulator', 'presets/strict');
      const result = await run({ 'jest.config.js': strict });
      expect(counts(result)).toEqual({ passed: 0, failed: 2 * suites, skipped: 0 });
      expect(result.exitCode).toBe(1);
      expect(result.output).toContain('Not deployed: no outputs file');
      expect(result.output).toContain('cfn-outputs/flat-outputs.json');
      expect(result.output).toMatch(
        /stackproof: Not deployed\n {2}bucket_name: no outputs file\n {2}OrdersStack.KeyArn: no outputs file/,
      );
    });

    test('with broken outputs it says so once', async () => {
      const result = await run({ 'cfn-outputs/flat-outputs.json': '{ "a": 1, ' });
      expect(result.exitCode).toBe(1);
      expect(result.output.match(/flat-outputs\.json/g)).toHaveLength(1);
    });
  });

  const commonjs = (files: Record<string, string>, env: NodeJS.ProcessEnv = {}) =>
    runJest(
      folder,
      { ...projects.CommonJS.files, 'cfn-outputs/flat-outputs.json': outputs, ...files },
      { env: { STACKPROOF_ENDPOINT: server.endpoint, ...env } },
    );

  test('an SDK package that is missing is named once, with the line that installs it', async () => {
    const result = await commonjs({
      'test/stack.int.test.ts': `
        import { resource } from 'stackproof';
        const queue = resource('QueueUrl');
        test('a', async () => { await expect(queue).toExist(); });
        test('b', async () => { await expect(queue).toBeAvailable(); });`,
    });
    expect(counts(result)).toEqual({ passed: 0, failed: 2, skipped: 0 });
    expect(result.output.match(/npm install --save-dev @aws-sdk\/client-sqs/g)).toHaveLength(1);
    expect(result.output).toContain('QueueUrl (AWS::SQS::Queue)');
    expect(result.output).toContain('Undetermined (missing package)');
  });

  test("a team's own types and matchers get the same messages", async () => {
    const result = await commonjs({
      'jest.config.js':
        "module.exports = { preset: 'stackproof/presets/emulator', globals: { stackproof: { extensions: ['./widget.ts'] } } };",
      'widget.ts': `
        import { defineMatcher, defineResource, sdk, text, type Method } from 'stackproof';
        const s3 = sdk('s3', '@aws-sdk/client-s3', () => import('@aws-sdk/client-s3'));
        export const widget = defineResource({
          type: 'Acme::Shop::Widget',
          label: 'widget',
          sdk: s3,
          reads: ['s3:ListBucket'],
          identify: [{ key: /bucket/i }],
          facts: async (aws, { id }) => ({ id, region: (await aws.call('HeadBucket', { Bucket: id })).BucketRegion }),
          facets: {
            identity: { fields: 'Bucket', read: ({ id }) => ({ id }) },
            lifecycle: { fields: 'BucketRegion', read: () => ({ state: 'polished', available: true }) },
            tags: { fields: 'none', read: () => ({}) },
          },
        });
        export const toBePolished = defineMatcher({
          facet: 'lifecycle',
          summary: 'is polished',
          takes: [text],
          check: ({ state }, colour: string) => ({ pass: state === 'polished' && colour === 'red', expected: 'polished ' + colour, received: state }),
        });
        declare module 'stackproof' {
          interface AwsMatchers<T> { toBePolished: Method<T, 'lifecycle', [colour: string]>; }
        }`,
      'test/stack.int.test.ts': `
        import { resource } from 'stackproof';
        import type { widget } from '../widget';
        const one = resource('BucketName', 'Acme::Shop::Widget');
        test('red', async () => { await expect(one).toBePolished('red'); });
        test('blue', async () => { await expect(one).toBePolished('blue'); });`,
    });
    expect(counts(result)).toEqual({ passed: 1, failed: 1, skipped: 0 });
    expect(result.output).toContain('Claim:     widget packaged is polished');
    expect(result.output).toContain('Expected:  polished blue');
  });

  test('withStackproof composes reporters, globalSetup and testEnvironment', async () => {
    const result = await commonjs(
      {
        'jest.config.js': `
        const { withStackproof } = require('stackproof/config');
        module.exports = withStackproof({
          reporters: ['default', '<rootDir>/reporter.js'], globalSetup: './setup.js', globalTeardown: './teardown.js', testEnvironment: './environment.js',
        }, { endpoint: process.env.STACKPROOF_ENDPOINT, region: 'us-east-1' });`,
        'reporter.js': "module.exports = class { onRunComplete() { console.error('THEIR REPORTER'); } };",
        'setup.js': "module.exports = async () => { process.env.THEIR_SETUP = 'ran'; };",
        'teardown.js': "module.exports = async () => { console.error('THEIR TEARDOWN'); };",
        'environment.js': `
        const { TestEnvironment } = require('jest-environment-node');
        module.exports = class extends TestEnvironment {
          async setup() { await super.setup(); this.global.theirs = 'environment'; }
        };`,
        'test/stack.int.test.ts': `${suite}
        test('theirs', () => { expect([process.env.THEIR_SETUP, (globalThis as any).theirs]).toEqual(['ran', 'environment']); });`,
      },
      { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' },
    );
    expect(counts(result)).toEqual({ passed: 3, failed: 0, skipped: 0 });
    expect(result.output).toContain('THEIR REPORTER');
    expect(result.output).toContain('THEIR TEARDOWN');
    expect(result.output).toContain('stackproof: Reads');
  });

  test('no AWS SDK is loaded in a worker, and the workers share their answers', async () => {
    const result = await commonjs(
      {
        'jest.config.js': `
          const { withStackproof } = require('stackproof/config');
          module.exports = withStackproof(
            { testEnvironment: './environment.js', maxWorkers: 2, workerIdleMemoryLimit: '1GB' },
            { endpoint: process.env.STACKPROOF_ENDPOINT, region: 'us-east-1' },
          );`,
        'environment.js': `
          const { TestEnvironment } = require('jest-environment-node');
          module.exports = class extends TestEnvironment {
            async setup() {
              await super.setup();
              this.global.worker = () => ({ id: process.env.JEST_WORKER_ID, sdk: Object.keys(require.cache).filter((name) => /@aws-sdk|@smithy/.test(name)) });
            }
          };`,
        ...Object.fromEntries(
          [1, 2, 3].map((number) => [
            `test/stack-${number}.int.test.ts`,
            `${suite}\ntest('worker', async () => { await expect(bucket).not.toHaveVersioning(); expect((globalThis as any).worker().sdk).toEqual([]); });`,
          ]),
        ),
        'test/stack.int.test.ts': suite,
      },
      { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' },
    );
    expect(counts(result)).toEqual({ passed: 11, failed: 0, skipped: 0 });
    expect(result.output).toMatch(/stackproof: Reads\n {2}\d API calls in \d requests/);
  });

  test('nothing that outlives a test file keeps its memory, or its values', async () => {
    const result = await commonjs({
      'jest.config.js': "module.exports = { preset: 'stackproof/presets/emulator', detectLeaks: true };",
      'test/stack.int.test.ts': `${suite}
        test('JSON has no such number', async () => { await expect(bucket).not.toHaveConfig({ BucketName: 1n }); });`,
    });
    expect(result.output).not.toContain('leaking');
    expect(counts(result)).toEqual({ passed: 3, failed: 0, skipped: 0 });
  });

  test('what makes each promise slower is closed with its test file', async () => {
    const contexts = `
      const { executionAsyncResource } = require('node:async_hooks');
      const isContext = ({ description }: symbol) => description === 'kResourceStore';
      const open = async () => {
        await undefined;
        return Object.getOwnPropertySymbols(executionAsyncResource()).filter(isContext).length;
      };
      test.concurrent('one of Jest, one of stackproof', async () => { expect(await open()).toBeLessThanOrEqual(2); });`;
    const result = await commonjs({
      'jest.config.js': "module.exports = { preset: 'stackproof/presets/emulator', maxWorkers: 1 };",
      ...Object.fromEntries([1, 2, 3, 4].map((number) => [`test/contexts-${number}.int.test.ts`, contexts])),
    });
    expect(counts(result)).toEqual({ passed: 6, failed: 0, skipped: 0 });
  });

  test('what expect makes of a handle is made once, and again after expect.extend', async () => {
    const result = await commonjs({
      'test/stack.int.test.ts': `
        import { resource } from 'stackproof';
        declare const expect: any;
        const bucket = resource('bucket_name', 'AWS::S3::Bucket');
        const key = resource({ stack: 'OrdersStack', key: 'KeyArn' }, 'AWS::KMS::Key');
        const toBeMine = (pass: boolean) => expect.extend({ toBeMine: () => ({ pass, message: () => 'not mine' }) });
        test('made once', async () => {
          await expect(bucket).toExist();
          await expect(bucket).not.toHaveVersioning();
          await expect(key).not.toBeInState('Disabled');
          expect(expect(bucket)).toBe(expect(bucket));
          expect(expect(bucket)).not.toBe(expect(key));
          expect(expect('text')).not.toBe(expect('text'));
          expect(() => expect(bucket, key)).toThrow('at most one argument');
        });
        test('their own matchers', async () => {
          toBeMine(true);
          expect(bucket).toBeMine();
          toBeMine(false);
          expect(() => expect(bucket).toBeMine()).toThrow('not mine');
          expect(bucket).toEqual(expect.not.toBeMine());
        });`,
    });
    expect(result.output).not.toContain('●');
    expect(counts(result)).toEqual({ passed: 2, failed: 0, skipped: 0 });
  });

  test('injectGlobals may be off', async () => {
    const result = await commonjs({
      'jest.config.js': "module.exports = { preset: 'stackproof/presets/emulator', injectGlobals: false };",
      'test/stack.int.test.ts': `import { expect, test } from '@jest/globals';${suite}
        test('no global', () => { expect((globalThis as any).expect).toBeUndefined(); });`,
    });
    expect(counts(result)).toEqual({ passed: 3, failed: 0, skipped: 0 });
  });

  test('a globalSetup of their own leaves a slower run that is as true', async () => {
    const result = await commonjs({
      'jest.config.js': "module.exports = { preset: 'stackproof/presets/emulator', globalSetup: './setup.js' };",
      'setup.js': 'module.exports = async () => {};',
    });
    expect(counts(result)).toEqual({ passed: 2, failed: 0, skipped: 0 });
  });

  test('a testEnvironment of their own gets one clear error', async () => {
    const result = await commonjs({
      'jest.config.js': "module.exports = { preset: 'stackproof/presets/emulator', testEnvironment: 'node' };",
    });
    expect(result.exitCode).toBe(1);
    expect(result.output).toContain("replaces stackproof's. Wrap the configuration in withStackproof(...)");
  });

  test.each([
    ['an unknown option', { stackproof: { mising: 'fail' } }, {}, 'unknown option globals.stackproof.mising'],
    ['a wrong option', { stackproof: { maxAttempts: 0 } }, {}, 'globals.stackproof.maxAttempts is wrong'],
    ['an unknown variable', {}, { STACKPROOF_MISING: 'fail' }, 'unknown variable STACKPROOF_MISING'],
  ])('%s is one clear error', async (_name, globals, env, message) => {
    const config = { preset: 'stackproof/presets/emulator', globals };
    const result = await commonjs({ 'jest.config.js': `module.exports = ${JSON.stringify(config)};` }, env);
    expect(result.exitCode).toBe(1);
    expect(result.output.split(message)).toHaveLength(2);
  });

  test('projects share one run', async () => {
    const result = await commonjs(
      {
        'jest.config.js': `
        const { withStackproof } = require('stackproof/config');
        module.exports = withStackproof({ projects: [
          { displayName: 'one', testMatch: ['<rootDir>/test/*.ts'] },
          { displayName: 'two', testMatch: ['<rootDir>/test/*.ts'], globals: { stackproof: { outputs: 'none.json' } } },
        ] }, { endpoint: process.env.STACKPROOF_ENDPOINT, region: 'us-east-1' });`,
      },
      { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' },
    );
    expect(counts(result)).toEqual({ passed: 2, failed: 0, skipped: 2 });
  });

  const compile = (source: string, ...more: string[]) => {
    writeFileSync(path.join(folder, 'types.test.ts'), source);
    const options = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--types', 'jest,node'];
    const tsc = path.join(__dirname, '..', '..', 'node_modules', 'typescript', 'bin', 'tsc');
    return promisify(execFile)(
      process.execPath,
      [tsc, ...options, ...more, '--ignoreConfig', '--skipLibCheck', 'types.test.ts'],
      { cwd: folder },
    );
  };

  test('the compiler refuses what a type cannot answer, for the global expect and for @jest/globals', async () => {
    const check = (source: string) =>
      compile(source).then(
        () => 'compiles',
        ({ stdout }: { stdout: string }) => stdout,
      );
    const typed = (imports: string) => `
      import { resource, resources, eventually } from 'stackproof';
      ${imports}
      const queue = resource('QueueUrl', 'AWS::SQS::Queue');
      const db = resource('DatabaseEndpoint', 'AWS::RDS::DBInstance');
      export async function check() {
        await expect(db).toBeMultiAz();
        await expect(db).not.toBePubliclyAccessible();
        await expect(eventually(db, { within: '5m' })).toBeAvailable();
        await expect(db).toHaveBackupRetention('7d');
        await expect(resources(/subnet/, 'AWS::EC2::Subnet')).toSpanAvailabilityZones(2);
        await expect(resource('Anything')).toBeMultiAz();
        await expect(resource('Anything', 'AWS::Any::Type')).toExist();
        // @ts-expect-error a queue has no Availability Zones
        await expect(queue).toBeMultiAz();
        // @ts-expect-error a misspelt matcher
        await expect(db).toBeMultiAZ();
        // @ts-expect-error not a number of days
        await expect(db).toHaveBackupRetention(true);
      }`;
    expect(await check(typed(''))).toBe('compiles');
    expect(await check(typed("import { expect } from '@jest/globals';"))).toBe('compiles');
  }, 60_000);

  test('a type check opens one file for all types of the catalog, and nothing of the AWS SDK', async () => {
    const { stdout } = await compile("import { resource } from 'stackproof'; resource('QueueUrl');", '--listFiles');
    const opened = stdout.split('\n').map((file) => file.replaceAll(path.sep, '/'));
    expect(opened.filter((file) => /stackproof\/dist\/src\/resources\//.test(file))).toEqual([
      expect.stringMatching(/resources\/index\.d\.ts$/),
    ]);
    expect(opened.filter((file) => /@aws-sdk|@smithy/.test(file))).toEqual([]);
  }, 60_000);
});
