#!/usr/bin/env node
// @ts-check

const { parseArgs } = require('node:util');
const { ensureBuilt } = require('../scripts/install.js');
const { checkName, exampleNames, loadExample } = require('./list.js');

const usage = `usage: node examples/run.js deploy|test|reset <name> --endpoint URL [--outputs FILE] [--json FILE]

  deploy   creates the example's resources on an AWS-compatible server and writes its outputs file
  test     runs the example's suite against what is there now; exit code and output are Jest's
  reset    empties the whole server (ministack, moto) and removes the outputs file

  --endpoint URL   the server, such as http://127.0.0.1:4566
  --outputs FILE   the outputs file; STACKPROOF_OUTPUTS, or the place in the example where stackproof finds it, unless told
  --json FILE      where test writes Jest's results as JSON
  --help           this text

Credentials are those of AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or "test" and "test".
Examples: ${exampleNames().join(', ')}
`;

class UsageError extends Error {}

/** @returns {{ action: string, name: string, endpoint: string, outputs?: string, json?: string } | undefined} */
function readArguments() {
  const { positionals, values } = parse();
  if (values.help) return undefined;
  const [action, name, ...rest] = positionals;
  if (action === undefined || !Object.hasOwn(actions, action)) {
    throw new UsageError(action === undefined ? 'Say what to do.' : `There is no action "${action}".`);
  }
  if (name === undefined) throw new UsageError(`Say which example to ${action}.`);
  if (rest.length > 0) throw new UsageError(`One example at a time; "${rest.join(' ')}" is too much.`);
  const { endpoint, outputs = process.env.STACKPROOF_OUTPUTS || undefined, json } = values;
  if (endpoint === undefined) throw new UsageError('--endpoint is missing: the URL of an AWS-compatible server.');
  if (!URL.canParse(endpoint) || !/^https?:/.test(endpoint)) {
    throw new UsageError(`--endpoint takes a URL such as http://127.0.0.1:4566, received "${endpoint}".`);
  }
  if (json !== undefined && action !== 'test') throw new UsageError(`--json belongs to test, not to ${action}.`);
  return { action, name, endpoint, outputs, json };
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        endpoint: { type: 'string' },
        outputs: { type: 'string' },
        json: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(/** @type {Error} */ (error).message);
  }
}

/** @type {Record<string, (example: import('./list.js').Example, options: { endpoint: string, outputs?: string, json?: string }) => Promise<number>>} */
const actions = {
  async deploy(example, { endpoint, outputs }) {
    const { deployExample } = require('./deployment.js');
    const started = Date.now();
    const { outputsFile } = await deployExample(example, { endpoint, outputsFile: outputs });
    const count = Object.keys(example.stack.resources).length;
    const seconds = ((Date.now() - started) / 1_000).toFixed(1);
    process.stdout.write(`${count} resources of ${example.name} deployed to ${endpoint} in ${seconds} s\n`);
    process.stdout.write(`Outputs: ${outputsFile}\n`);
    return 0;
  },

  async test(example, { endpoint, outputs, json }) {
    const { runSuite } = require('./suite.js');
    return runSuite(example, { endpoint, outputsFile: outputs, jsonFile: json });
  },

  async reset(example, { endpoint, outputs }) {
    const { resetServerAt } = require('../servers/server-at.js');
    const { outputsFileOf, removeOutputs } = require('./deployment.js');
    const outputsFile = outputs ?? outputsFileOf(example);
    const server = await resetServerAt(endpoint);
    removeOutputs(outputsFile);
    process.stdout.write(`${server} at ${endpoint} is empty; ${outputsFile} is removed\n`);
    return 0;
  },
};

async function main() {
  const read = readArguments();
  if (read === undefined) {
    process.stdout.write(usage);
    return 0;
  }
  const { action, name, ...options } = read;
  checkName(name);
  // Nothing above needs a package, so that wrong arguments are told without an installation.
  ensureBuilt();
  return /** @type {(typeof actions)[string]} */ (actions[action])(loadExample(name), options);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    if (error instanceof UsageError) process.stderr.write(`\n${usage}`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  },
);
