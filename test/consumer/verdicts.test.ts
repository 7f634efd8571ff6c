import { deploy } from '../../deploy';
import { startServer } from '../../servers/start';
import { type Files, install, type Run, runJest } from './sample';

type Server = Awaited<ReturnType<typeof startServer>>;

const config =
  "module.exports = { preset: 'stackproof/presets/emulator', reporters: ['default', 'stackproof/reporter', 'jest-junit'] };";

let server: Server;
let outputs: Record<string, unknown>;

beforeAll(async () => {
  server = await startServer('ministack');
  const bucket = {
    type: 'AWS::S3::Bucket',
    properties: { BucketName: 'verdicts', Tags: [{ Key: 'team', Value: 'a' }] },
  };
  const deployed = await deploy(
    {
      name: 'verdicts',
      resources: { Bucket: bucket },
      outputs: { BucketName: 'verdicts', GoneBucketName: 'not-there' },
    },
    { endpoint: server.endpoint },
  );
  outputs = { ...deployed.outputs, QueueUrl: 'N/A', Region: 'us-east-1' };
}, 60_000);

afterAll(() => server?.stop());

function titles({ results }: Run, status: string): string[] {
  return (results?.testResults ?? [])
    .flatMap(({ assertionResults }) => assertionResults)
    .filter((result) => result.status === status)
    .map(({ title }) => title)
    .sort();
}

function failure({ results }: Run, title: string): string {
  const found = (results?.testResults ?? [])
    .flatMap(({ assertionResults }) => assertionResults)
    .find((result) => result.title === title);
  return found?.failureMessages.join('\n') ?? `no test is called ${title}`;
}

describe.each(['29', '30'])('Jest %s', (jest) => {
  let folder: string;
  const run = (files: Files, options: Parameters<typeof runJest>[2] = {}) =>
    runJest(
      folder,
      { 'jest.config.js': config, 'cfn-outputs/flat-outputs.json': JSON.stringify(outputs), ...files },
      { ...options, env: { STACKPROOF_ENDPOINT: server.endpoint, ...options.env } },
    );

  beforeAll(async () => {
    folder = await install(jest);
  }, 180_000);

  test('a missing output skips in every place a test can ask from', async () => {
    const result = await run({
      'missing.int.test.js': `
        const { resource } = require('stackproof');
        const gone = resource('OrdersTopicArn');
        test('plain', async () => { await expect(gone).toExist(); });
        test('negated', async () => { await expect(gone).not.toExist(); });
        test('counted', async () => { expect.assertions(2); await expect(gone).toExist(); });
        test.each([1, 2])('each %i', async () => { await expect(gone).toExist(); });
        test.concurrent('concurrent', async () => { await expect(gone).toExist(); });
        test.failing('failing', async () => { await expect(gone).toExist(); });
        test('done', (done) => { expect(gone).toExist().then(() => done(), done); });
        test('described', async () => { await gone.describe(); });
        test('swallowed', async () => { await expect(gone).toExist().catch(() => {}); });
        test('placeholder', async () => { await expect(resource('QueueUrl')).toExist(); });
        test.todo('todo');
        describe('hook', () => {
          beforeAll(async () => { await gone.describe(); });
          test('below', () => {});
          describe('nested', () => {
            beforeAll(() => { throw new Error('must not run'); });
            test('deep', () => {});
          });
        });
        describe('each hook', () => {
          beforeEach(async () => { await gone.describe(); });
          test('after', () => { throw new Error('must not run'); });
        });`,
    });
    const reason = "[skipped: no output 'OrdersTopicArn'";
    expect(titles(result, 'passed')).toEqual([]);
    expect(titles(result, 'failed')).toEqual([]);
    expect(titles(result, 'pending').map((title) => title.split(' [')[0])).toEqual(
      [
        'plain',
        'negated',
        'counted',
        'each 1',
        'each 2',
        'concurrent',
        'failing',
        'done',
        'described',
        'swallowed',
        'placeholder',
        'below',
        'deep',
        'after',
      ].sort(),
    );
    expect(titles(result, 'pending').filter((title) => title.includes(reason))).toHaveLength(13);
    expect(titles(result, 'todo')).toEqual(['todo']);
    expect(result.exitCode).toBe(0);
    expect(result.output).toContain(`13 x no output 'OrdersTopicArn'`);
    expect(result.file('junit.xml')).toContain('[skipped: no output');
  });

  test('missing: fail makes failures of them, and of tests that judge nothing', async () => {
    const result = await run(
      {
        'strict.int.test.js': `
          const { resource } = require('stackproof');
          test('gone', async () => { await expect(resource('OrdersTopicArn')).toExist(); });
          test('hollow', async () => { if (process.env.NOT_SET) expect(1).toBe(1); });
          test('hollow, sync', () => {});
          test.failing('hollow, failing', () => {});
          test('asserts', () => { expect(1).toBe(1); });
          test('judges', async () => { await expect(resource('BucketName')).toExist(); });`,
      },
      { env: { STACKPROOF_MISSING: 'fail' } },
    );
    expect(titles(result, 'failed')).toEqual(['gone', 'hollow', 'hollow, failing', 'hollow, sync']);
    expect(titles(result, 'passed')).toEqual(['asserts', 'judges']);
    expect(failure(result, 'gone')).toContain("Not deployed: no output 'OrdersTopicArn'");
    expect(failure(result, 'hollow')).toContain('ended without judging anything');
    expect(result.exitCode).toBe(1);
  });

  test('a run that judged nothing fails under missing: fail', async () => {
    const result = await run(
      { 'todo.int.test.js': "test.todo('everything'); test.skip('later', () => {});" },
      { env: { STACKPROOF_MISSING: 'fail' } },
    );
    expect(result.exitCode).toBe(1);
    expect(result.output).toContain('this run judged nothing');
  });

  test('pass, fail, not found, not applicable and wrong arguments', async () => {
    const result = await run({
      'judged.int.test.js': `
        const { resource } = require('stackproof');
        const bucket = resource('BucketName');
        const gone = resource('GoneBucketName');
        test('passes', async () => { await expect(bucket).toExist(); });
        test('passes negated', async () => { await expect(bucket).not.toHaveVersioning(); });
        test('fails', async () => { await expect(bucket).toHaveVersioning(); });
        test('fails negated', async () => { await expect(bucket).not.toExist(); });
        test('not found', async () => { await expect(gone).toHaveVersioning(); });
        test('not found negated', async () => { await expect(gone).not.toHaveVersioning(); });
        test('not there', async () => { await expect(gone).not.toExist(); });
        test('not applicable', async () => { await expect(bucket).toBeMultiAz(); });
        test('not applicable negated', async () => { await expect(bucket).not.toBeMultiAz(); });
        test('no resource', async () => { await expect(resource('Region')).toExist(); });
        test('no handle', async () => { await expect('verdicts').toExist(); });
        test('wrong argument', async () => { await expect(bucket).toHaveTags(7); });
        test.failing('failing', async () => { await expect(bucket).toHaveVersioning(); });
        test.failing('failing, not applicable', async () => { await expect(bucket).toBeMultiAz(); });
        test('forgotten', async () => { expect(bucket).toHaveVersioning(); });
        test('forgotten, passing', async () => { expect(bucket).toExist(); });
        test('forgotten, sync', () => { expect(bucket).toHaveVersioning(); });
        test.concurrent('forgotten, concurrent', async () => { expect(bucket).toHaveVersioning(); });
        test('after the forgotten', async () => { await expect(bucket).toExist(); });
        test('together', () => Promise.all([expect(bucket).toExist(), expect(bucket).not.toHaveVersioning()]));`,
    });
    expect(titles(result, 'pending')).toEqual([]);
    expect(titles(result, 'passed')).toEqual(
      ['passes', 'passes negated', 'not there', 'failing', 'after the forgotten', 'together'].sort(),
    );
    expect(failure(result, 'fails')).toMatch(/Claim: +S3 bucket verdicts .*\n.*Expected:.*\n.*Received:/);
    expect(failure(result, 'not found')).toContain('Not found:');
    expect(failure(result, 'not found negated')).toContain('Not found:');
    expect(failure(result, 'not applicable')).toContain('S3 bucket has no availability to check; it answers:');
    expect(failure(result, 'no resource')).toContain('is not recognised as a resource');
    expect(failure(result, 'no handle')).toContain('judges a resource');
    expect(failure(result, 'wrong argument')).toContain('toHaveTags takes');
    expect(failure(result, 'failing, not applicable')).toContain('expects a failure that was judged');
    for (const title of ['forgotten', 'forgotten, passing', 'forgotten, sync', 'forgotten, concurrent']) {
      expect(failure(result, title)).toContain('was not awaited');
    }
    expect(result.exitCode).toBe(1);
  });

  test('-t, .only and retryTimes', async () => {
    const file = (body: string) =>
      `const { resource } = require('stackproof');\nconst gone = resource('OrdersTopicArn');\n${body}`;
    const [filtered, only, retried] = await Promise.all([
      run(
        {
          'filtered.int.test.js': file(
            "test('alpha', async () => { await expect(gone).toExist(); }); test('beta', () => { throw new Error('no'); });",
          ),
        },
        { args: ['-t', 'alpha$'] },
      ),
      run({
        'only.int.test.js': file(
          "test.only('alpha', async () => { await expect(gone).toExist(); }); test('beta', () => { throw new Error('no'); });",
        ),
      }),
      run({
        'retried.int.test.js': file(
          "jest.retryTimes(2); let skips = 0; let tries = 0;\ntest('gone', async () => { skips += 1; await expect(gone).toExist(); });\ntest('flaky', () => { tries += 1; expect(tries).toBe(3); });\ntest('skipped once', () => { expect(skips).toBe(1); });",
        ),
      }),
    ]);
    expect(titles(filtered, 'pending')).toEqual([expect.stringContaining('alpha [skipped: no output'), 'beta']);
    expect(titles(only, 'pending')).toEqual([expect.stringContaining('alpha [skipped: no output'), 'beta']);
    expect(titles(retried, 'passed')).toEqual(['flaky', 'skipped once']);
    expect([filtered.exitCode, only.exitCode, retried.exitCode]).toEqual([0, 0, 0]);
  });

  test('one broken set-up gives one message', async () => {
    const suite = "test('a', async () => { await expect(require('stackproof').resource('BucketName')).toExist(); });";
    const [broken, option] = await Promise.all([
      run({ 'cfn-outputs/flat-outputs.json': '{ "BucketName": ', 'a.int.test.js': suite, 'b.int.test.js': suite }),
      run({ 'a.int.test.js': suite, 'b.int.test.js': suite }, { env: { STACKPROOF_MISSING: 'maybe' } }),
    ]);
    expect(broken.output.match(/flat-outputs\.json/g)).toHaveLength(1);
    expect(option.output.match(/STACKPROOF_MISSING is wrong/g)).toHaveLength(1);
    expect([broken.exitCode, option.exitCode]).toEqual([1, 1]);
    expect(broken.output).not.toMatch(/\n\s+at .*stackproof/);
  });

  test('a known gap of the server at hand is not asked, and skips with its reason', async () => {
    const gap = { type: 'AWS::S3::Bucket', matcher: 'toHaveVersioning', reason: 'says nothing of versions' };
    const files = {
      'jest.config.js':
        "module.exports = { preset: 'stackproof/presets/emulator', globals: { stackproof: { gaps: 'gaps.json' } } };",
      'gap.int.test.js': `
        const { resource, resources } = require('stackproof');
        const bucket = resource('BucketName');
        test('versions', async () => { await expect(bucket).toHaveVersioning(); });
        test('no versions', async () => { await expect(bucket).not.toHaveVersioning(); });
        test('versions of all', async () => { await expect(resources(['BucketName'])).not.toHaveVersioning(); });
        test('there', async () => { await expect(bucket).toExist(); });`,
    };
    const [here, elsewhere, wrong] = [
      await run({ ...files, 'gaps.json': [{ ...gap, server: 'ministack' }] }),
      await run({ ...files, 'gaps.json': [{ ...gap, server: 'moto' }] }),
      await run({ ...files, 'gaps.json': [{ ...gap, server: 'aws' }] }),
    ];
    const reason = '[skipped: ministack: says nothing of versions (known gap)]';
    expect(titles(here, 'pending')).toEqual([
      `no versions ${reason}`,
      `versions ${reason}`,
      `versions of all ${reason}`,
    ]);
    expect(titles(here, 'passed')).toEqual(['there']);
    expect(here.output).toContain('3 x ministack: says nothing of versions (known gap)');
    expect(here.exitCode).toBe(0);
    expect(titles(elsewhere, 'failed')).toEqual(['versions']);
    expect(titles(elsewhere, 'passed')).toEqual(['no versions', 'there', 'versions of all']);
    expect(wrong.output).toMatch(
      /entry 1 of \S+gaps\.json \(option gaps\) is wrong: server: must be one of ministack, moto/,
    );
  }, 90_000);

  test('outputs are judged as a whole, and what nobody asserted on is listed', async () => {
    const suite = (body: string) => ({
      'outputs.int.test.js': `
        const { outputs, resource } = require('stackproof');
        const { expect: imported } = require('@jest/globals');
        ${body}`,
    });
    const result = await run(
      suite(`
        test('there', async () => { await expect(outputs).toHaveOutputs({ BucketName: /^verd/, region: 'us-east-1' }); });
        test('imported', async () => { await imported(outputs).toHaveOutputs(['BucketName']); });
        test('gone', async () => { await expect(outputs).toHaveOutputs(['BucketNames', 'QueueUrl']); });
        test('not there', async () => { await expect(outputs).not.toHaveOutputs(['TopicArn']); });
        test('forgotten', () => { expect(outputs).toHaveOutputs(['BucketName']); });
        test('of a resource', async () => { await expect(resource('BucketName')).toHaveOutputs(['BucketName']); });
        test('as a resource', async () => { await expect(outputs).toExist(); });`),
    );
    expect(titles(result, 'passed')).toEqual(['imported', 'not there', 'there']);
    expect(failure(result, 'gone')).toContain('no output BucketNames (did you mean BucketName');
    expect(failure(result, 'gone')).toContain("QueueUrl is the placeholder 'N/A'");
    expect(failure(result, 'gone')).toMatch(/Read from: \S+cfn-outputs\/flat-outputs\.json/);
    expect(failure(result, 'forgotten')).toContain('toHaveOutputs was not awaited');
    expect(failure(result, 'of a resource')).toContain('S3 bucket has no outputs to check');
    expect(failure(result, 'as a resource')).toContain('outputs are no resource, so there is no existence to check');
    const unasserted = /nobody asserted on\n((?: {2}.*\n)*)/;
    expect(unasserted.exec(result.output)?.[1]).toBe(
      '  BucketName (AWS::S3::Bucket)\n  GoneBucketName (AWS::S3::Bucket)\n',
    );

    const read = await run(
      suite(`
        test('judged', async () => {
          await expect(resource('BucketName')).toExist();
          await expect(resource('GoneBucketName')).not.toExist();
          expect(await outputs.has('QueueUrl')).toBe(false);
        });`),
    );
    expect(unasserted.exec(read.output)?.[1]).toBe('  Region\n');

    const undeployed = await run(
      {
        ...suite("test('there', async () => { await expect(outputs).toHaveOutputs(['BucketName']); });"),
        'cfn-outputs/flat-outputs.json': '',
      },
      { env: { STACKPROOF_OUTPUTS: 'nowhere.json' } },
    );
    expect(titles(undeployed, 'pending')).toEqual(['there [skipped: no outputs file]']);
  }, 90_000);

  test('eventually refuses what it does not take where it is judged', async () => {
    const result = await run({
      'patience.int.test.js': `
        const { resource, eventually } = require('stackproof');
        const bucket = resource('BucketName');
        const never = eventually(bucket, { within: 'soon' });
        test('no duration', async () => { await expect(never).toExist(); });
        test('no option', async () => { await expect(eventually(bucket, { withn: '1s' })).toExist(); });`,
    });
    const takes = "Wrong argument: eventually takes { within: '5m' } or a number of seconds, received";
    expect(failure(result, 'no duration')).toContain(`${takes} {"within":"soon"}`);
    expect(failure(result, 'no option')).toContain(`${takes} {"withn":"1s"}`);
  });

  test('eventually extends the time-out of its test', async () => {
    const result = await run({
      'patience.int.test.js': `
        const { resource, eventually } = require('stackproof');
        test('gives up', async () => {
          await expect(eventually(resource('BucketName'), { within: '2s' })).toHaveVersioning();
        }, 500);
        test('too slow', async () => { await new Promise((resolve) => setTimeout(resolve, 2_000)); }, 300);`,
    });
    expect(failure(result, 'gives up')).toContain('Gave up after 2 s');
    expect(failure(result, 'too slow')).toContain('Exceeded timeout of 300 ms for a test');
  });
});
