// @ts-check
/** `npm test`: installs what is missing, builds, and runs every check. Arguments go to Jest. */
const fs = require('node:fs');
const path = require('node:path');
const { prepare, root, run } = require('./install');

const results = path.join(root, '.work', 'jest-results.json');

async function main() {
  await prepare();
  const bin = (/** @type {string} */ name) => path.join('node_modules', ...name.split('/'));
  run([process.execPath, bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']);
  run([process.execPath, bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json']);
  // The suites of the examples import the package by its name, as a user's do.
  run([process.execPath, bin('typescript/bin/tsc'), '--noEmit', '-p', 'examples/tsconfig.json']);
  fs.mkdirSync(path.dirname(results), { recursive: true });
  fs.rmSync(results, { force: true });
  run([process.execPath, bin('jest/bin/jest.js'), '--json', `--outputFile=${results}`, ...process.argv.slice(2)]);
}

main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
});
