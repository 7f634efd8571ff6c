// @ts-check
/**
 * `npm run demo`: a real AWS-compatible server, an example stack on it, and three runs of its suite: as deployed, with
 * three things broken, and with nothing deployed.
 */
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { prepare, root } = require('./install');

const example = path.join(root, 'examples', 'demo');

/** @param {string} text */
function title(text) {
  process.stdout.write(`\n\x1b[1m${text}\x1b[0m\n\n`);
}

/**
 * Runs the suite and returns Jest's counts.
 *
 * @param {string} endpoint
 * @param {string} outputs
 */
function runSuite(endpoint, outputs) {
  const results = path.join(path.dirname(outputs), 'results.json');
  const { status } = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
      '--rootDir',
      example,
      '--verbose',
      '--json',
      `--outputFile=${results}`,
    ],
    {
      cwd: example,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, STACKPROOF_ENDPOINT: endpoint, STACKPROOF_OUTPUTS: outputs, AWS_REGION: 'us-east-1' },
    },
  );
  const {
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: skipped,
  } = JSON.parse(fs.readFileSync(results, 'utf8'));
  return { status, passed, failed, skipped };
}

/** Loads the SDK while the server starts, so that the time shown is the deployment's own. */
function loadClients() {
  const names = 'cloudwatch cloudwatch-logs dynamodb ec2 iam kinesis kms lambda rds s3 secrets-manager sns sts';
  for (const name of names.split(' ')) require(`@aws-sdk/client-${name}`);
}

async function main() {
  await prepare();
  const { startServer } = require('../servers/start');
  const { deploy, writeOutputs } = require('../deploy');
  const { breakStack } = require('../examples/demo/break-stack');
  const stack = require('../examples/demo/stack');
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'stackproof-demo-'));
  const outputs = path.join(directory, 'flat-outputs.json');
  const starting = startServer('ministack');
  loadClients();
  const server = await starting;
  try {
    title('1. A stack, deployed');
    const started = Date.now();
    const deployed = await deploy(stack, { endpoint: server.endpoint });
    await writeOutputs(outputs, deployed.outputs, 'flat');
    const count = Object.keys(stack.resources).length;
    process.stdout.write(
      `${count} resources deployed to ${server.endpoint} in ${((Date.now() - started) / 1_000).toFixed(1)} s\n`,
    );
    const healthy = runSuite(server.endpoint, outputs);

    title('2. Three things go wrong: Multi-AZ off, bucket back to AES256, security group open to 0.0.0.0/0');
    await breakStack(deployed);
    const broken = runSuite(server.endpoint, outputs);

    title('3. Nothing is deployed: no outputs file');
    fs.rmSync(outputs);
    const missing = runSuite(server.endpoint, outputs);

    title('Summary');
    return report([
      ['as deployed', healthy, healthy.status === 0 && healthy.passed > 0 && healthy.failed + healthy.skipped === 0],
      ['three things broken', broken, broken.status !== 0 && broken.failed >= 3 && broken.passed > 0],
      [
        'nothing deployed',
        missing,
        missing.status === 0 && missing.skipped > 0 && missing.passed + missing.failed === 0,
      ],
    ]);
  } finally {
    await server.stop();
    fs.rmSync(directory, { recursive: true, force: true });
  }
}

/**
 * Says of each act whether it went as it should.
 *
 * @param {[string, ReturnType<typeof runSuite>, boolean][]} acts
 */
function report(acts) {
  for (const [name, { passed, failed, skipped }, good] of acts) {
    const counts = `${passed} passed, ${failed} failed, ${skipped} skipped`;
    process.stdout.write(`${good ? 'as expected' : 'NOT AS EXPECTED'}  ${name.padEnd(20)}  ${counts}\n`);
  }
  return acts.every(([, , good]) => good);
}

main().then(
  (good) => {
    process.exitCode = good ? 0 : 1;
  },
  (error) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exitCode = 1;
  },
);
