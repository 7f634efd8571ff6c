// @ts-check
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');

/** Runs a command in the repository and stops with its exit code when it fails. @param {string[]} command */
function run([name, ...args]) {
  const windows = process.platform === 'win32';
  const { status, error } = spawnSync(/** @type {string} */ (name), args, {
    cwd: root,
    stdio: 'inherit',
    shell: windows,
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/** Installs the npm packages of the lock file, when they are not there or the lock file is newer. */
function ensurePackages() {
  const installed = path.join(root, 'node_modules', '.package-lock.json');
  const lock = path.join(root, 'package-lock.json');
  if (fs.existsSync(installed) && fs.statSync(installed).mtimeMs >= fs.statSync(lock).mtimeMs) return;
  process.stdout.write('Installing npm packages ...\n');
  run(['npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Compiles the package into dist/. */
function build() {
  run([process.execPath, path.join('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json']);
  const { deferExports } = require('./defer-exports');
  for (const list of ['matchers', 'src/outputs', 'src/resources']) {
    deferExports(path.join(root, 'dist', list, 'index.js'));
  }
  const { inlineDeclarations } = require('./inline-declarations');
  inlineDeclarations(path.join(root, 'dist', 'src', 'resources', 'index.d.ts'));
}

/** What it takes to use the package in this clone: packages, and the compiled package if there is none. */
function ensureBuilt() {
  ensurePackages();
  if (!fs.existsSync(path.join(root, 'dist', 'src', 'index.js'))) build();
}

/** Everything that tests, demo and benchmarks need: packages, the compiled package, the two servers. */
async function prepare() {
  ensurePackages();
  const { ensurePython } = require('../servers/python');
  await ensurePython();
  build();
}

module.exports = { root, run, ensurePackages, ensureBuilt, build, prepare };
