// @ts-check

const fs = require('node:fs');
const path = require('node:path');

/** @typedef {import('../deploy/deploy.js').Spec & { outputsFormat?: import('../deploy/outputs.js').OutputsFormat, outputsOptions?: import('../deploy/outputs.js').OutputsOptions }} Stack */

/**
 * @typedef {object} Example
 * @property {string} name
 * @property {string} folder
 * @property {Stack} stack
 */

/** Names of the examples: the folders here that hold a stack. */
function exampleNames() {
  return fs
    .readdirSync(__dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && fs.existsSync(path.join(__dirname, entry.name, 'stack.js')))
    .map(({ name }) => name)
    .sort();
}

/**
 * @param {string} name
 * @throws {Error} naming the examples that there are, when it is none of them
 */
function checkName(name) {
  const names = exampleNames();
  if (!names.includes(name)) {
    throw new Error(`There is no example "${name}"; choose one of: ${names.join(', ')}.`);
  }
}

/**
 * @param {string} name
 * @returns {Example}
 * @throws {Error} naming the examples that there are, when it is none of them
 */
function loadExample(name) {
  checkName(name);
  const folder = path.join(__dirname, name);
  return { name, folder, stack: require(path.join(folder, 'stack.js')) };
}

/** What an example is, in the first sentence of its README. @param {string} name */
function describeExample(name) {
  const file = path.join(__dirname, name, 'README.md');
  if (!fs.existsSync(file)) return '';
  const [paragraph = ''] = fs
    .readFileSync(file, 'utf8')
    .split(/\n\s*\n/)
    .map((each) => each.trim())
    .filter((each) => each !== '' && !/^[#<|`-]/.test(each));
  return paragraph.replace(/\s+/g, ' ').replace(/(\.)\s.*$/, '$1');
}

module.exports = { checkName, describeExample, exampleNames, loadExample };
