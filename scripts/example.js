// @ts-check
/**
 * `npm run example -- <name> [--server moto]`: a real AWS-compatible server, an example on it, and its suite. Without a
 * name it lists the examples.
 */
const { parseArgs } = require('node:util');
const { checkName, describeExample, exampleNames, loadExample } = require('../examples/list');
const { prepare } = require('./install');

const usage = 'usage: npm run example -- <name> [--server ministack|moto]';

/** @returns {{ name: string | undefined, server: import('../servers/server-at').ServerName }} */
function readArguments() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { server: { type: 'string', default: 'ministack' }, help: { type: 'boolean', short: 'h' } },
  });
  const { server } = values;
  if (server !== 'ministack' && server !== 'moto') {
    throw new Error(`There is no server "${server}"; choose ministack or moto.\n${usage}`);
  }
  if (positionals.length > 1) throw new Error(`One example at a time.\n${usage}`);
  return { name: values.help ? undefined : positionals[0], server };
}

function list() {
  const names = exampleNames();
  const width = Math.max(...names.map((name) => name.length));
  const rows = names.map((name) => `  ${name.padEnd(width)}  ${describeExample(name)}`.trimEnd());
  process.stdout.write(`${usage}\n\n${rows.join('\n')}\n`);
}

async function main() {
  const { name, server: serverName } = readArguments();
  if (name === undefined) {
    list();
    return 0;
  }
  checkName(name);
  await prepare();
  const { startServer } = require('../servers/start');
  const { deployExample, removeOutputs } = require('../examples/deployment');
  const { runSuite } = require('../examples/suite');
  const example = loadExample(name);
  const server = await startServer(serverName);
  let outputsFile = '';
  try {
    const started = Date.now();
    ({ outputsFile } = await deployExample(example, { endpoint: server.endpoint }));
    const count = Object.keys(example.stack.resources).length;
    const seconds = ((Date.now() - started) / 1_000).toFixed(1);
    process.stdout.write(`\n${count} resources of ${name} deployed to ${serverName} in ${seconds} s\n`);
    process.stdout.write(`Outputs: ${outputsFile}\n\n`);
    return runSuite(example, { endpoint: server.endpoint, outputsFile });
  } finally {
    // The server ends with this command, so its outputs would name nothing.
    if (outputsFile) removeOutputs(outputsFile);
    await server.stop();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  },
);
