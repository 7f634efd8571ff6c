// @ts-check
/** The Jest projects that are compared: one suite each, the same fifty tests, in twenty files. */
const fs = require('node:fs');
const path = require('node:path');
const { root } = require('../scripts/install');

const files = 20;

/** @typedef {'bare' | 'call-per-test' | 'call-per-resource' | 'stackproof'} SuiteName */

/** @type {Record<SuiteName, { title: string, preset?: string }>} */
const suites = {
  bare: { title: '(a) Jest with empty tests' },
  'call-per-test': { title: '(b) by hand, a call per test' },
  'call-per-resource': { title: '(c) by hand, beforeAll' },
  stackproof: { title: '(d) stackproof', preset: 'stackproof/presets/emulator' },
};

/**
 * Installs a package as npm would: only what its `files` name, below node_modules.
 *
 * @param {string} source
 * @param {string} directory
 */
function installPackage(source, directory) {
  const target = path.join(directory, 'node_modules', 'stackproof');
  const { files: published } = JSON.parse(fs.readFileSync(path.join(source, 'package.json'), 'utf8'));
  fs.rmSync(target, { recursive: true, force: true });
  for (const name of ['package.json', ...published]) {
    fs.cpSync(path.join(source, name), path.join(target, name), { recursive: true, dereference: true });
  }
}

/**
 * Writes one Jest project for each suite.
 *
 * @param {string} directory
 * @param {Record<string, unknown>} outputs of the stack that the suites are about
 */
function writeProjects(directory, outputs) {
  for (const [name, { preset }] of Object.entries(suites)) {
    const project = path.join(directory, name);
    fs.rmSync(project, { recursive: true, force: true });
    fs.mkdirSync(path.join(project, 'test'), { recursive: true });
    const config = {
      preset,
      // Of its own, so that each suite is as warm as its runs have made it.
      cacheDirectory: path.join(project, 'cache'),
      modulePathIgnorePatterns: ['<rootDir>/cache'],
      watchman: false,
      globals: preset && { stackproof: { outputs: 'outputs.json' } },
    };
    fs.writeFileSync(path.join(project, 'package.json'), JSON.stringify({ name, private: true }));
    fs.writeFileSync(path.join(project, 'jest.config.json'), JSON.stringify(config, null, 2));
    fs.writeFileSync(path.join(project, 'outputs.json'), JSON.stringify(outputs, null, 2));
    const suite = fs.readFileSync(path.join(root, 'bench', 'suites', `${name}.js`), 'utf8');
    for (let number = 1; number <= files; number += 1) {
      fs.writeFileSync(path.join(project, 'test', `${String(number).padStart(2, '0')}.test.js`), suite);
    }
  }
}

module.exports = { files, suites, installPackage, writeProjects };
