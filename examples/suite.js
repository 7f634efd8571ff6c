// @ts-check

const { spawn, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const jest = require.resolve('jest/bin/jest');

/** @typedef {import('./list.js').Example} Example */

/**
 * The command that runs an example's suite, as a user runs it: Jest in the example's folder.
 *
 * @param {Example} example
 * @param {{ endpoint: string, outputsFile?: string, jsonFile?: string }} options `outputsFile`: left out, stackproof
 *   looks for it
 */
function suiteCommand({ folder, stack }, { endpoint, outputsFile, jsonFile }) {
  return {
    command: process.execPath,
    args: [
      jest,
      '--rootDir',
      folder,
      '--runInBand',
      '--verbose',
      ...(jsonFile ? ['--json', `--outputFile=${path.resolve(jsonFile)}`] : []),
    ],
    cwd: folder,
    env: {
      ...process.env,
      AWS_REGION: stack.region ?? 'us-east-1',
      STACKPROOF_ENDPOINT: endpoint,
      ...(outputsFile && { STACKPROOF_OUTPUTS: path.resolve(outputsFile) }),
    },
  };
}

/**
 * Runs the suite with its output on this terminal and returns Jest's exit code.
 *
 * @param {Example} example @param {Parameters<typeof suiteCommand>[1]} options
 */
function runSuite(example, options) {
  const { command, args, cwd, env } = suiteCommand(example, options);
  const { status, error } = spawnSync(command, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
  if (error) throw error;
  return status ?? 1;
}

/** @typedef {{ fullName: string, title: string, status: string, failureMessages: string[] }} TestResult */

/**
 * Runs the suite in a process of its own, quietly, and returns what came of it.
 *
 * @param {Example} example
 * @param {{ endpoint: string, outputsFile: string, jsonFile: string }} options
 * @returns {Promise<{ exitCode: number, output: string, tests: TestResult[] }>}
 * @throws {Error} when Jest ran no tests at all; the message ends with its output
 */
async function suiteResults(example, options) {
  const { command, args, cwd, env } = suiteCommand(example, options);
  fs.rmSync(options.jsonFile, { force: true });
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: 300_000 });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  const exitCode = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
  if (!fs.existsSync(options.jsonFile)) {
    throw new Error(`The suite of ${example.name} did not run:\n${output.trim().split('\n').slice(-30).join('\n')}`);
  }
  const { testResults } = JSON.parse(fs.readFileSync(options.jsonFile, 'utf8'));
  /** @type {{ message: string, name: string, assertionResults: TestResult[] }[]} */
  const files = testResults;
  const broken = files.find(({ assertionResults, message }) => assertionResults.length === 0 && message !== '');
  if (broken) throw new Error(`${path.relative(cwd, broken.name)} did not run:\n${broken.message}`);
  return { exitCode, output, tests: files.flatMap(({ assertionResults }) => assertionResults) };
}

module.exports = { runSuite, suiteCommand, suiteResults };
