// @ts-check

const fs = require('node:fs/promises');
const path = require('node:path');
const { isPlainObject } = require('./reference.js');

/** @typedef {'flat' | 'cdk' | 'cdktf' | 'terraform' | 'cloudformation' | 'describe-stacks' | 'pulumi'} OutputsFormat */

/**
 * @typedef {object} OutputsOptions
 * @property {string} [stack] the stack's name; `cdk`, `cdktf` and `describe-stacks` need it
 * @property {Record<string, string[]>} [stacks] further stacks of the same application, each with the keys that are its
 * @property {string[]} [sensitive] keys that `terraform` marks sensitive
 */

/** @type {Record<OutputsFormat, (outputs: Record<string, unknown>, options: OutputsOptions) => unknown>} */
const formats = {
  flat: (outputs) => outputs,
  pulumi: (outputs) => outputs,
  cdk: (outputs, options) => mapValues(byStack('cdk', outputs, options), (each) => mapValues(each, text)),
  cdktf: (outputs, options) =>
    mapValues(byStack('cdktf', outputs, options), (each) =>
      Object.fromEntries(Object.entries(each).map(([key, value]) => [kebabCase(key), value])),
    ),
  terraform: (outputs, { sensitive = [] }) =>
    mapValues(outputs, (value, key) => ({ sensitive: sensitive.includes(key), type: terraformType(value), value })),
  cloudformation: (outputs) => outputList(outputs),
  'describe-stacks': (outputs, options) => ({
    Stacks: Object.entries(byStack('describe-stacks', outputs, options)).map(([StackName, each]) => ({
      StackName,
      StackStatus: 'CREATE_COMPLETE',
      Outputs: outputList(each),
    })),
  }),
};

/**
 * Writes outputs in the shape that a tool writes them: `cdk` as `cdk deploy --outputs-file`, `cdktf` as `cdktf deploy
 * --outputs-file` (keys in kebab case, as CDKTF applications name theirs), `terraform` as `terraform output -json`,
 * `pulumi` as `pulumi stack output --json`, `describe-stacks` as `aws cloudformation describe-stacks`, `cloudformation`
 * as its `--query Stacks[0].Outputs`. Makes the folder where it is missing.
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

/**
 * The outputs of each stack: of those that `stacks` names, and of `stack` for the rest.
 *
 * @param {string} format @param {Record<string, unknown>} outputs @param {OutputsOptions} options
 */
function byStack(format, outputs, options) {
  const main = stackName(format, options);
  const others = Object.entries(options.stacks ?? {});
  /** @type {Record<string, Record<string, unknown>>} */
  const result = {};
  for (const [key, value] of Object.entries(outputs)) {
    const [name] = others.find(([, keys]) => keys.includes(key)) ?? [main];
    result[name] = { ...result[name], [key]: value };
  }
  return result;
}

/** `VpcId` and `vpc_id` as `vpc-id`. @param {string} key */
function kebabCase(key) {
  return key
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .replace(/_/g, '-')
    .toLowerCase();
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
 * @template Given, Value
 * @param {Record<string, Given>} record
 * @param {(value: Given, key: string) => Value} change
 */
function mapValues(record, change) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}

module.exports = { formatOutputs, writeOutputs };
