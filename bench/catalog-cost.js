// @ts-check
/**
 * What the size of the catalog costs: in a test file, which loads it, and in a consumer's type check.
 *
 *   node bench/catalog-cost.js [--rounds N] [--package DIR]
 *
 * Ends with 1 when a figure falls short.
 */
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { parseArgs } = require('node:util');
const { prepare, root } = require('../scripts/install');
const { lines, withFunctions, withMatchers } = require('./consumer-types');
const { median } = require('./median');
const { installPackage } = require('./projects');

/** A test file's own time is the difference between many and few, so that what a run pays once does not count. */
const few = 5;
const many = 45;
const toReach = { loadShare: 0.15, typeCheck: 1.5 };

/** Runs a command and returns its wall time in milliseconds. @param {string} cwd @param {string[]} args */
function time(cwd, args) {
  const started = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stdout}${stderr}`);
  return { milliseconds: Number(process.hrtime.bigint() - started) / 1e6, stdout };
}

/** Without a manifest of its own a project below this repository would import this repository. @param {string} project */
function writeManifest(project) {
  fs.writeFileSync(path.join(project, 'package.json'), JSON.stringify({ name: 'consumer', private: true }));
}

/**
 * A project of test files that are all the same.
 *
 * @param {string} directory
 * @param {string} name
 * @param {string} source
 * @param {string} [preset]
 * @returns {() => number} runs it and returns the milliseconds that one more file takes
 */
function writeProject(directory, name, source, preset) {
  const project = path.join(directory, name);
  fs.rmSync(project, { recursive: true, force: true });
  fs.mkdirSync(path.join(project, 'test'), { recursive: true });
  const config = { preset, cacheDirectory: path.join(project, 'cache'), watchman: false };
  writeManifest(project);
  fs.writeFileSync(path.join(project, 'jest.config.json'), JSON.stringify(config));
  for (let number = 1; number <= many; number += 1) {
    fs.writeFileSync(path.join(project, 'test', `${number}.test.js`), source);
  }
  const run = (/** @type {number} */ files) => {
    const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
    const tests = Array.from({ length: files }, (_, index) => path.join('test', `${index + 1}.test.js`));
    return time(project, [jest, '--rootDir', project, '--runInBand', '--silent', '--runTestsByPath', ...tests])
      .milliseconds;
  };
  return () => (run(many) - run(few)) / (many - few);
}

/** @param {readonly string[]} types */
function naming(types) {
  const handles = types.map((type, index) => `resource('Output${index}', '${type}');`).join('\n');
  return `const { resource } = require('stackproof');\n${handles}\ntest('loads', () => { expect(1).toBe(1); });\n`;
}

/** @param {string} directory @param {number} rounds */
function loading(directory, rounds) {
  const { resources } = catalogOf(directory);
  const counts = [...new Set([1, 20, 65].map((count) => Math.min(count, resources.length)))];
  const bare = writeProject(directory, 'load-bare', "test('loads', () => { expect(1).toBe(1); });\n");
  const loads = counts.map((count) => ({
    count,
    run: writeProject(directory, `load-${count}`, naming(resources.slice(0, count)), 'stackproof'),
    /** @type {number[]} */ times: [],
  }));
  for (const run of [bare, ...loads.map((each) => each.run)]) run();
  /** @type {number[]} */
  const bareTimes = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const { run, times } of loads) {
      times.push(run());
      bareTimes.push(bare());
    }
  }
  // A ratio of two single runs would carry the noise of both; the medians do not.
  return loads.map(({ count, times }) => ({ count, share: median(times) / median(bareTimes) - 1 }));
}

/** Types in the catalog of an installed package. @param {string} directory */
function catalogOf(directory) {
  const catalog = require(path.join(directory, 'node_modules', 'stackproof', 'dist', 'src', 'resources'));
  return { resources: Object.values(catalog).map(({ type }) => type) };
}

/** @param {string} directory @param {number} rounds */
function typeChecking(directory, rounds) {
  const check = (/** @type {string} */ name, /** @type {string} */ source) => {
    const project = path.join(directory, name);
    fs.mkdirSync(project, { recursive: true });
    writeManifest(project);
    fs.writeFileSync(path.join(project, 'suite.test.ts'), source);
    const compilerOptions = {
      strict: true,
      noEmit: true,
      target: 'es2022',
      module: 'commonjs',
      moduleResolution: 'bundler',
      types: ['node', 'jest'],
      typeRoots: [path.join(root, 'node_modules', '@types')],
      skipLibCheck: true,
    };
    fs.writeFileSync(
      path.join(project, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: ['suite.test.ts'] }),
    );
    const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    return (/** @type {string[]} */ ...more) => time(project, [tsc, '-p', project, ...more]);
  };
  const functions = check('types-functions', withFunctions());
  const matchers = check('types-matchers', withMatchers());
  const loaded = matchers('--listFiles').stdout.split('\n');
  const installed = path.join(directory, 'node_modules', 'stackproof');
  if (!loaded.some((file) => path.normalize(file).startsWith(installed))) {
    throw new Error(`the type check did not load the package in ${installed}`);
  }
  const sdk = loaded.filter((file) => /@aws-sdk|@smithy/.test(file));
  functions();
  const ratios = Array.from({ length: rounds }, () => matchers().milliseconds / functions().milliseconds);
  return { ratio: median(ratios), sdk };
}

/** @param {boolean} good @param {string} text */
function say(good, text) {
  process.stdout.write(`${good ? 'reached    ' : 'FALLS SHORT'}   ${text}\n`);
  return good;
}

async function main() {
  const { values } = parseArgs({
    options: { rounds: { type: 'string', default: '5' }, package: { type: 'string' } },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new Error(`--rounds takes a whole number, received ${values.rounds}`);
  if (values.package === undefined) await prepare();
  const directory = path.join(root, '.work', 'bench-catalog');
  fs.mkdirSync(directory, { recursive: true });
  installPackage(path.resolve(values.package ?? root), directory);
  const percent = (/** @type {number} */ share) => `${(share * 100).toFixed(1)}%`;
  const rows = loading(directory, rounds).map(({ count, share }) =>
    say(
      share < toReach.loadShare,
      `a test file that names ${count} types takes ${percent(share)} more than a bare one; less than ${percent(toReach.loadShare)} wanted`,
    ),
  );
  const { ratio, sdk } = typeChecking(directory, rounds);
  rows.push(
    say(
      ratio <= toReach.typeCheck,
      `tsc over ${lines} lines of matchers takes ${ratio.toFixed(2)} x plain functions; at most ${toReach.typeCheck} wanted`,
    ),
    say(
      sdk.length === 0,
      `a consumer's type check loads ${sdk.length} files of the AWS SDK; none wanted ${sdk[0] ?? ''}`,
    ),
  );
  return rows.every(Boolean);
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
