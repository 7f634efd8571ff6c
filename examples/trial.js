// @ts-check

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { connect } = require('../deploy/aws.js');
const { resetServerAt } = require('../servers/server-at.js');
const { startServer } = require('../servers/start.js');
const { credentials, deployExample } = require('./deployment.js');
const { faultsOf, textOf } = require('./failure.js');
const { suiteResults } = require('./suite.js');

/** @typedef {import('./list.js').Example} Example */
/** @typedef {import('./failure.js').Mistake} Mistake */
/** @typedef {import('../servers/server-at.js').ServerName} ServerName */

/**
 * What came of one mistake.
 *
 * @typedef {object} Finding
 * @property {string} mistake
 * @property {boolean} detected the suite failed
 * @property {boolean} rightTest the test that had to fail did
 * @property {boolean} rightMessage its message names the output, the expected and the received value
 * @property {string[]} faults what is short
 * @property {string} [message] of the right test
 * @property {string[]} otherFailingTests
 */

/**
 * What came of one example on one server.
 *
 * @typedef {object} Trial
 * @property {ServerName} server
 * @property {string} example
 * @property {Finding[]} findings
 * @property {{ mistake: string, reason: string }[]} unseen mistakes that cannot be seen on this server
 * @property {number} healthyRuns
 * @property {string[]} falseAlarms
 * @property {Record<string, string>} skipped tests that healthy runs skip, each with the reason
 * @property {string[]} nobodyAsserted
 */

/** @typedef {{ example: Example, mistakes: Mistake[], healthyRuns: number }} Plan */

/**
 * Puts examples on trial on one server, one after the other.
 *
 * @param {ServerName} name @param {Plan[]} plans @param {(line: string) => void} tell
 * @returns {Promise<Trial[]>}
 */
async function tryOn(name, plans, tell) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `stackproof-detect-${name}-`));
  const server = await startServer(name);
  try {
    const trials = [];
    for (const plan of plans) trials.push(await tryExample({ name, endpoint: server.endpoint, folder, tell }, plan));
    return trials;
  } finally {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** @typedef {{ name: ServerName, endpoint: string, folder: string, tell: (line: string) => void }} Place */

/** @param {Place} place @param {Plan} plan @returns {Promise<Trial>} */
async function tryExample(place, { example, mistakes, healthyRuns }) {
  const { name: server, tell } = place;
  /** @type {Trial} */
  const trial = {
    server,
    example: example.name,
    findings: [],
    unseen: [],
    healthyRuns: 0,
    falseAlarms: [],
    skipped: {},
    nobodyAsserted: [],
  };
  const say = (/** @type {string} */ line) => tell(`${server.padEnd(9)}  ${example.name.padEnd(22)}  ${line}`);
  for (const mistake of mistakes) {
    const reason = mistake.on?.[server];
    if (reason !== undefined) {
      trial.unseen.push({ mistake: mistake.name, reason });
      continue;
    }
    const checkHealth = async () => {
      if (trial.healthyRuns < healthyRuns) await runHealthy(place, example, trial, say);
    };
    const finding = await makeMistake(place, example, mistake, checkHealth).catch((error) => unjudged(mistake, error));
    trial.findings.push(finding);
    say(`${finding.faults.length === 0 ? 'caught' : 'SHORT '}  ${mistake.name}`);
    for (const fault of finding.faults) say(`        ${fault}`);
  }
  if (trial.healthyRuns < healthyRuns) await deployAnew(place, example);
  while (trial.healthyRuns < healthyRuns) await runHealthy(place, example, trial, say);
  return trial;
}

/** @param {Place} place @param {Example} example */
async function deployAnew({ endpoint, folder }, example) {
  await resetServerAt(endpoint);
  const outputsFile = path.join(folder, `${example.name}.json`);
  const deployed = await deployExample(example, { endpoint, outputsFile });
  const aws = connect({ endpoint, region: deployed.region, credentials: credentials() });
  return { ...deployed, aws };
}

/** @param {Place} place @param {Example} example */
function runSuite({ endpoint, folder }, example) {
  const jsonFile = path.join(folder, 'results.json');
  return suiteResults(example, { endpoint, outputsFile: path.join(folder, `${example.name}.json`), jsonFile });
}

/** @param {Place} place @param {Example} example @param {Trial} trial @param {(line: string) => void} say */
async function runHealthy(place, example, trial, say) {
  trial.healthyRuns += 1;
  const { exitCode, output, tests } = await runSuite(place, example).catch((error) => ({
    exitCode: 1,
    output: '',
    tests: [{ fullName: 'the suite', title: '', status: 'failed', failureMessages: [String(error)] }],
  }));
  const failed = tests.filter(({ status }) => status === 'failed');
  for (const test of failed) trial.falseAlarms.push(`${test.fullName}\n${textOf(test)}`);
  if (failed.length === 0 && exitCode !== 0) trial.falseAlarms.push(`Jest ended with exit code ${exitCode}`);
  if (exitCode !== 0) say(`FALSE ALARM  ${failed.map(({ fullName }) => fullName).join('; ')}`);
  for (const { fullName, status } of tests) {
    const [, title = fullName, reason] = /^(.*?) \[skipped: (.*)\]$/s.exec(fullName) ?? [];
    if (status === 'pending') trial.skipped[title] = reason ?? 'skipped by the suite itself';
  }
  trial.nobodyAsserted = [...new Set([...trial.nobodyAsserted, ...nobodyAssertedIn(output)])];
}

/** Rows of the reporter's section. @param {string} output */
function nobodyAssertedIn(output) {
  const [, rows = ''] = /stackproof: Outputs and resources nobody asserted on\n((?: {2}.*\n)+)/.exec(output) ?? [];
  return rows.split('\n').flatMap((row) => row.trim() || []);
}

/**
 * @param {Place} place @param {Example} example @param {Mistake} mistake
 * @param {() => Promise<void>} checkHealth called where the stack is whole
 * @returns {Promise<Finding>}
 */
async function makeMistake(place, example, mistake, checkHealth) {
  const stack = await deployAnew(place, example);
  await checkHealth();
  await mistake.apply(stack);
  const { exitCode, tests } = await runSuite(place, example);
  const failed = tests.filter(({ status }) => status === 'failed');
  const right = failed.find(({ fullName }) => fullName === mistake.test);
  const detected = exitCode !== 0 && failed.length > 0;
  const message = right && textOf(right);
  const otherFailingTests = failed.filter((test) => test !== right).map(({ fullName }) => fullName);
  const faults = message === undefined ? [missed(mistake, tests, otherFailingTests)] : faultsOf(message, mistake);
  return {
    mistake: mistake.name,
    detected,
    rightTest: right !== undefined,
    rightMessage: right !== undefined && faults.length === 0,
    faults,
    message,
    otherFailingTests,
  };
}

/**
 * The deployment, the mistake itself or Jest failed; other mistakes can still be judged.
 *
 * @param {Mistake} mistake @param {unknown} error
 * @returns {Finding}
 */
function unjudged({ name }, error) {
  const faults = [`could not be made or judged: ${error instanceof Error ? error.message : error}`];
  return { mistake: name, detected: false, rightTest: false, rightMessage: false, faults, otherFailingTests: [] };
}

/** @param {Mistake} mistake @param {import('./suite.js').TestResult[]} tests @param {string[]} others */
function missed({ test }, tests, others) {
  const here = tests.find(({ fullName }) => fullName === test || fullName.startsWith(`${test} [skipped: `));
  const what = here ? `the test "${test}" ended ${here.status}` : `there is no test "${test}"`;
  return `${what}; ${others.length > 0 ? `these failed: ${others.join('; ')}` : 'no test failed'}`;
}

module.exports = { tryOn };
