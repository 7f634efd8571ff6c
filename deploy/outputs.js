// @ts-check

const fs = require('node:fs/promises');
const path = require('node:path');
const { isPlainObject } = require('./reference.js');

/** @typedef {'flat' | 'cdk' | 'terraform' | 'cloudformation' | 'describe-stacks' | 'pulumi'} OutputsFormat */

/**
 * @typedef {object} OutputsOptions
 * @property {string} [stack] the stack's name; `cdk` and `describe-stacks` need it
 * @property {string[]} [sensitive] keys that `terraform` marks sensitive
 */

/** @type {Record<OutputsFormat, (outputs: Record<string, unknown>, options: OutputsOptions) => unknown>} */
const formats = {
  flat: (outputs) => outputs,
  pulumi: (outputs) => outputs,
  cdk: (outputs, options) => ({ [stackName('cdk', options)]: mapValues(outputs, text) }),
  terraform: (outputs, { sensitive = [] }) =>
    mapValues(outputs, (value, key) => ({ sensitive: sensitive.includes(key), type: terraformType(value), value })),
  cloudformation: (outputs) => outputList(outputs),
  'describe-stacks': (outputs, options) => {
    const name = stackName('describe-stacks', options);
    return { Stacks: [{ StackName: name, StackStatus: 'CREATE_COMPLETE', Outputs: outputList(outputs) }] };
  },
};

/**
 * Writes outputs in the shape that a tool writes them: `cdk` as `cdk deploy --outputs-file`, `terraform` as
 * `terraform output -json`, `pulumi` as `pulumi stack output --json`, `describe-stacks` as `aws cloudformation
 * describe-stacks`, `cloudformation` as its `--query Stacks[0].Outputs`. Makes the folder where it is missing.
 *
 * @param {string} file
 * @param {Record<string, unknown>} outputs
 * @param {OutputsFormat} [format]
 * @param {OutputsOptions} [options]
 * @throws {Error} for an unknown format, or when the format needs a stack name and has none
 * @example
 * await writeOutputs('cdk-outputs.json', outputs, 'cdk', { stack: 'OrdersStack' });
 */
async function writeOutputs(file, outputs, format = 'flat', options = {}) {
  const content = formatOutputs(outputs, format, options);
  await fs.mkdir(path.dirname(path.resolve(file)), { recursive: true });
  await fs.writeFile(file, `${JSON.stringify(content, null, 2)}\n`);
}

/**
 * What `writeOutputs` writes, as a value.
 *
 * @param {Record<string, unknown>} outputs @param {OutputsFormat} [format] @param {OutputsOptions} [options]
 */
function formatOutputs(outputs, format = 'flat', options = {}) {
  if (!Object.hasOwn(formats, format)) {
    throw new Error(`Unknown outputs format "${format}"; choose one of: ${Object.keys(formats).join(', ')}.`);
  }
  return formats[format](outputs, options);
}

/** @param {string} format @param {OutputsOptions} options */
function stackName(format, { stack }) {
  if (!stack) throw new Error(`The outputs format "${format}" needs the name of the stack: { stack: 'OrdersStack' }.`);
  return stack;
}

/** @param {Record<string, unknown>} outputs */
function outputList(outputs) {
  return Object.entries(outputs).map(([OutputKey, value]) => ({ OutputKey, OutputValue: text(value) }));
}

/** CloudFormation has texts only: a list is joined, as `Fn::Join` with a comma does. @param {unknown} value */
function text(value) {
  if (Array.isArray(value)) return value.map(String).join(',');
  return isPlainObject(value) ? JSON.stringify(value) : String(value);
}

/** @param {unknown} value @returns {unknown} */
function terraformType(value) {
  if (Array.isArray(value)) {
    const [first] = value;
    return ['list', first === undefined ? 'dynamic' : terraformType(first)];
  }
  if (isPlainObject(value)) return ['object', mapValues(value, terraformType)];
  if (typeof value === 'boolean') return 'bool';
  return typeof value === 'number' ? 'number' : 'string';
}

/**
 * @template Value
 * @param {Record<string, unknown>} record
 * @param {(value: unknown, key: string) => Value} change
 */
function mapValues(record, change) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}

module.exports = { formatOutputs, writeOutputs };
