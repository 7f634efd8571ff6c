// @ts-check

const fs = require('node:fs');
const path = require('node:path');

// The SDK's notice about future versions of Node.js would stand above every line of ours.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
const { connect } = require('../deploy/aws.js');
const { deploy, writeOutputs } = require('../deploy');
const { serverAt } = require('../servers/server-at.js');

/** @typedef {import('./list.js').Example} Example */
/** @typedef {import('../deploy/aws.js').Aws} Aws */

/** Where stackproof finds the outputs of each tool by itself, relative to the example. */
const places = {
  flat: 'cfn-outputs/flat-outputs.json',
  cdk: 'cdk-outputs.json',
  cdktf: 'cdktf-outputs.json',
  cloudformation: 'cfn-outputs.json',
  'describe-stacks': 'stack-outputs.json',
  pulumi: 'pulumi-outputs.json',
  terraform: 'terraform-outputs.json',
};

/** @param {Example} example */
function outputsFileOf({ folder, stack: { outputsFormat = 'flat' } }) {
  return path.join(folder, places[outputsFormat]);
}

/**
 * The credentials of the environment, or those that presets/emulator.js gives to the suite: whoever deploys and whoever
 * tests must be in the same account.
 */
function credentials({ AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env) {
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) return { accessKeyId: 'test', secretAccessKey: 'test' };
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }),
  };
}

/**
 * Deploys an example and writes its outputs as its tool would.
 *
 * @param {Example} example
 * @param {{ endpoint: string, outputsFile?: string }} options
 * @throws {Error} when nothing answers there, when the example is deployed there already (nothing is changed then), and
 *   whatever the server refuses
 */
async function deployExample(example, { endpoint, outputsFile = outputsFileOf(example) }) {
  const server = await serverAt(endpoint);
  const { stack } = example;
  const aws = connect({ endpoint, region: stack.region ?? 'us-east-1', credentials: credentials() });
  if (server === 'moto') await checkManagedPolicies(example, aws, endpoint);
  await leaveMark(example, aws, endpoint);
  const deployed = await deploy(stack, { endpoint, credentials: credentials() });
  await writeOutputs(outputsFile, deployed.outputs, stack.outputsFormat, stack.outputsOptions);
  return { ...deployed, outputsFile };
}

/**
 * A parameter says on the server itself that the example is there. A second deployment would not fail at once: it would
 * first change what the first one made.
 *
 * @param {Example} example @param {Aws} aws @param {string} endpoint
 */
async function leaveMark({ name }, aws, endpoint) {
  const mark = { Name: `/stackproof/examples/${name}`, Value: new Date().toISOString(), Type: 'String' };
  try {
    await aws.call('ssm', 'PutParameter', { ...mark, Overwrite: false });
  } catch (error) {
    if (!/ParameterAlreadyExists/.test(/** @type {Error} */ (error).message)) throw error;
    throw new Error(
      `${name} was deployed to ${endpoint} before. Empty the server first: node examples/run.js reset ${name} --endpoint ${endpoint}`,
      { cause: error },
    );
  }
}

/**
 * moto has the policies that AWS manages only where it was told to load them when it started, and cannot be told later.
 *
 * @param {Example} example @param {Aws} aws @param {string} endpoint
 */
async function checkManagedPolicies({ name, stack }, aws, endpoint) {
  const [PolicyArn] = /arn:aws:iam::aws:policy\/[\w/+=,.@-]+/.exec(JSON.stringify(stack.resources)) ?? [];
  if (PolicyArn === undefined) return;
  try {
    await aws.call('iam', 'GetPolicy', { PolicyArn });
  } catch (error) {
    if (!/NoSuchEntity/.test(/** @type {Error} */ (error).message)) throw error;
    throw new Error(
      `moto at ${endpoint} has none of the policies that AWS manages, and ${name} needs ${PolicyArn}. ` +
        'Start moto with MOTO_IAM_LOAD_MANAGED_POLICIES=true, or by: node servers/run.js moto',
      { cause: error },
    );
  }
}

/** @param {string} file */
function removeOutputs(file) {
  fs.rmSync(file, { force: true });
}

module.exports = { credentials, deployExample, outputsFileOf, removeOutputs };
