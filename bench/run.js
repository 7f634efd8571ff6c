// @ts-check
/**
 * What a suite costs: Jest alone, calls written by hand in two ways, and stackproof, on one server with latency.
 *
 *   npm run bench
 *   npm run bench -- --rounds 5 --workers 2
 *
 * Ends with 1 when a figure falls short.
 */
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { parseArgs } = require('node:util');
const { prepare, root } = require('../scripts/install');
const { startLatencyProxy } = require('./latency-proxy');
const { median } = require('./median');
const { files, installPackage, writeProjects } = require('./projects');
const { report } = require('./report');

const latencyInMilliseconds = 30;
const testsInFile = 50;
/** Short runs are the noisy ones, so bare Jest and stackproof run several times a round, side by side, in turns. */
const pairsInRound = 5;

const help = `Usage: node bench/run.js [--rounds N] [--workers N] [--package DIR]

  --rounds N     how often everything is run; 3 unless told
  --workers N    processes that run tests; as many as Jest takes by itself unless told, which on a machine of two
                 cores is none but its own
  --package DIR  measure the built package in DIR instead of building this repository's
`;

/** @typedef {import('./report').Run} Run */

/**
 * Runs a project's tests.
 *
 * @param {string} directory
 * @param {import('./projects').SuiteName} suite
 * @param {import('./latency-proxy').LatencyProxy} proxy
 * @param {number | undefined} workers
 * @returns {Promise<Run>}
 */
async function run(directory, suite, proxy, workers) {
  const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const options = ['--rootDir', path.join(directory, suite), ...processes(workers)];
  const environment = Object.entries(process.env).filter(([name]) => !/^(AWS|STACKPROOF|JEST)_/.test(name));
  proxy.take();
  const started = process.hrtime.bigint();
  const child = spawn(process.execPath, [jest, ...options], {
    cwd: path.join(directory, suite),
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...Object.fromEntries(environment),
      AWS_ENDPOINT_URL: proxy.endpoint,
      AWS_ACCESS_KEY_ID: 'bench',
      AWS_SECRET_ACCESS_KEY: 'bench',
      AWS_REGION: 'us-east-1',
    },
  });
  let printed = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    printed += text;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
  if (code !== 0 || !printed.includes(`Tests:       ${files * testsInFile} passed, ${files * testsInFile} total`)) {
    throw new Error(`${suite} did not pass, so its time says nothing:\n${printed.slice(-6_000)}`);
  }
  return { milliseconds, traffic: proxy.take() };
}

/** @param {number | undefined} workers */
function processes(workers) {
  if (workers === undefined) return [];
  // With a memory limit Jest makes processes; otherwise it runs a short suite in its own.
  return ['-w', String(workers), ...(workers > 1 ? ['--workerIdleMemoryLimit=4GB'] : [])];
}

/**
 * Runs everything, round by round. Ratios are taken within a round, because a machine's speed changes.
 *
 * @param {number} rounds
 * @param {(suite: import('./projects').SuiteName) => Promise<Run>} measure
 * @returns {Promise<import('./report').Comparison>}
 */
async function compare(rounds, measure) {
  /** @type {Record<import('./projects').SuiteName, Run[]>} */
  const runs = { bare: [], 'call-per-test': [], 'call-per-resource': [], stackproof: [] };
  /** @type {Record<'stackproofToBare' | 'perTestToStackproof' | 'perResourceToStackproof' | 'perTestToBare' | 'perResourceToBare', number[]>} */
  const ratios = {
    stackproofToBare: [],
    perTestToStackproof: [],
    perResourceToStackproof: [],
    perTestToBare: [],
    perResourceToBare: [],
  };
  const timed = async (/** @type {import('./projects').SuiteName} */ suite) => {
    const one = await measure(suite);
    runs[suite].push(one);
    return one.milliseconds;
  };
  for (let round = 1; round <= rounds; round += 1) {
    /** @type {number[]} */
    const bare = [];
    /** @type {number[]} */
    const stackproof = [];
    for (let pair = 0; pair < pairsInRound; pair += 1) {
      if (pair % 2 === 0) bare.push(await timed('bare'));
      stackproof.push(await timed('stackproof'));
      if (pair % 2 === 1) bare.push(await timed('bare'));
    }
    const perResource = await timed('call-per-resource');
    const perTest = await timed('call-per-test');
    ratios.stackproofToBare.push(...stackproof.map((each, index) => each / /** @type {number} */ (bare[index])));
    ratios.perTestToStackproof.push(perTest / median(stackproof));
    ratios.perResourceToStackproof.push(perResource / median(stackproof));
    ratios.perTestToBare.push(perTest / median(bare));
    ratios.perResourceToBare.push(perResource / median(bare));
    process.stdout.write(
      `round ${round}: bare ${inMilliseconds(bare)}, stackproof ${inMilliseconds(stackproof)}, by hand ${inMilliseconds([perResource, perTest])}\n`,
    );
  }
  return {
    runs,
    stackproofToBare: median(ratios.stackproofToBare),
    perTestToStackproof: median(ratios.perTestToStackproof),
    perResourceToStackproof: median(ratios.perResourceToStackproof),
    toBare: {
      bare: 1,
      'call-per-test': median(ratios.perTestToBare),
      'call-per-resource': median(ratios.perResourceToBare),
      stackproof: median(ratios.stackproofToBare),
    },
  };
}

/** @param {number | undefined} workers */
function inWords(workers) {
  if (workers === undefined) return 'as many workers as Jest takes by itself';
  return `${workers} worker${workers > 1 ? 's' : ''}`;
}

/** @param {number[]} values */
function inMilliseconds(values) {
  return `${values.map((each) => each.toFixed(0)).join(' ')} ms`;
}

async function main() {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '3' },
      workers: { type: 'string' },
      package: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const rounds = Number(values.rounds);
  const workers = values.workers === undefined ? undefined : Number(values.workers);
  if (values.help || ![rounds, workers ?? 1].every((count) => Number.isInteger(count) && count > 0)) {
    process.stdout.write(help);
    return values.help === true;
  }
  if (values.package === undefined) await prepare();
  const { startServer } = require('../servers/start');
  const { deploy } = require('../deploy');
  const directory = path.join(root, '.work', 'bench');
  fs.mkdirSync(directory, { recursive: true });
  installPackage(path.resolve(values.package ?? root), directory);
  const server = await startServer('ministack');
  const proxy = await startLatencyProxy(server.endpoint, latencyInMilliseconds);
  try {
    writeProjects(directory, (await deploy(require('./stack'), { endpoint: server.endpoint })).outputs);
    const measure = (/** @type {import('./projects').SuiteName} */ suite) => run(directory, suite, proxy, workers);
    process.stdout.write(
      `${files} files, ${files * testsInFile} tests, ${inWords(workers)}, ${latencyInMilliseconds} ms added to each request\n`,
    );
    const first = await measure('stackproof');
    process.stdout.write(`stackproof with empty caches, apart: ${inMilliseconds([first.milliseconds])}\n`);
    for (const suite of /** @type {const} */ (['bare', 'call-per-resource', 'call-per-test'])) await measure(suite);
    return report(await compare(rounds, measure));
  } finally {
    proxy.close();
    await server.stop();
  }
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
