// @ts-check

const { connect } = require('./aws.js');
const { resolveSecrets } = require('./dynamic-reference.js');
const { object } = require('./handler.js');
const { runInOrder } = require('./order.js');
const { referencesIn, resolve } = require('./reference.js');
const { types } = require('./types/index.js');

/**
 * @typedef {object} Spec
 * @property {string} name the stack's name; also the start of names that a resource leaves open
 * @property {string} [region]
 * @property {Record<string, { type: string, properties?: object, dependsOn?: string[] }>} resources by logical id; properties in CloudFormation spelling
 * @property {Record<string, unknown>} [outputs] values, `ref(...)`, `sub(...)`, or lists of them
 */

/**
 * @typedef {object} Deployed
 * @property {Record<string, unknown>} outputs
 * @property {Record<string, { physicalId: string, attributes: Record<string, unknown> }>} resources by logical id
 * @property {string} accountId
 * @property {string} region
 * @property {(service: string) => import('./aws.js').Client} client the SDK v3 client of a service (`rds`, `cloudwatch-logs`), pointed at the endpoint
 */

/**
 * Creates the resources of a spec on an AWS-compatible server, with the Create and Put calls of the SDK, as parallel
 * as their references allow. Never through CloudFormation: the servers' own drops properties without a word.
 * Every resource is ready when this returns. Nothing is rolled back when one fails; reset the server.
 *
 * @param {Spec} spec
 * @param {{ endpoint: string, region?: string, credentials?: import('./aws.js').Credentials }} options `endpoint`: URL
 *   of the server; `region`: wins over the spec's
 * @returns {Promise<Deployed>}
 * @throws {Error} for an unknown type or property, a reference to nothing or in a circle, and whatever the server
 *   refuses; the message names the resource and the call
 * @example
 * const server = await startServer('ministack');
 * const { outputs } = await deploy(spec, server);
 */
async function deploy(spec, { endpoint, region = spec.region ?? 'us-east-1', credentials }) {
  if (!endpoint) throw new Error('deploy() needs the endpoint of an AWS-compatible server; it never deploys to AWS.');
  const needs = dependencies(spec);
  const aws = connect({ endpoint, region, credentials });
  /** @type {Map<string, unknown>} */
  const pseudoParameters = new Map([
    ['AWS::Region', region],
    ['AWS::Partition', 'aws'],
    ['AWS::StackName', spec.name],
  ]);
  /** @type {Deployed['resources']} */
  const resources = {};

  /** @type {import('./reference.js').Lookup} */
  const lookup = (logicalId, attribute) => {
    if (logicalId.startsWith('AWS::')) {
      if (!pseudoParameters.has(logicalId)) throw new Error(`there is no pseudo parameter ${logicalId}.`);
      return pseudoParameters.get(logicalId);
    }
    const resource = resources[logicalId];
    if (resource === undefined) throw new Error(`there is no resource ${logicalId}.`);
    if (attribute === undefined) return resource.physicalId;
    if (resource.attributes[attribute] === undefined) {
      const known = Object.keys(resource.attributes).join(', ') || 'none';
      throw new Error(`${logicalId} has no attribute ${attribute}; it has: ${known}.`);
    }
    return resource.attributes[attribute];
  };

  // Asked only where it is needed: the rest need not wait for it.
  /** @param {unknown} value */
  const learnAccount = async (value) => {
    if (referencesIn(value).has('AWS::AccountId')) pseudoParameters.set('AWS::AccountId', await aws.accountId());
  };

  await runInOrder(needs, async (logicalId) => {
    const declared = spec.resources[logicalId];
    const handler = declared && types[declared.type];
    if (handler === undefined) return;
    try {
      await learnAccount(declared?.properties);
      const properties = object(await resolveSecrets(resolve(declared?.properties ?? {}, lookup), aws));
      const generatedName = `${spec.name}-${logicalId}`;
      const { physicalId, attributes = {} } = await handler.create(properties, { ...aws, generatedName, logicalId });
      resources[logicalId] = { physicalId, attributes };
    } catch (error) {
      throw new Error(`${logicalId} (${handler.type}): ${/** @type {Error} */ (error).message}`, { cause: error });
    }
  });

  await learnAccount(spec.outputs);
  const outputs = object(resolve(spec.outputs ?? {}, lookup));
  return { outputs, resources, accountId: await aws.accountId(), region, client: aws.client };
}

/**
 * @param {Spec} spec
 * @returns {Map<string, Set<string>>} by logical id, the logical ids it needs
 */
function dependencies({ resources, outputs = {} }) {
  /** @param {string} user @param {Set<string>} needed */
  const refuseUnknown = (user, needed) => {
    const logicalIds = [...needed].filter((name) => !name.startsWith('AWS::'));
    for (const logicalId of logicalIds) {
      if (!Object.hasOwn(resources, logicalId)) {
        throw new Error(`${user} refers to "${logicalId}", which is no resource of the spec.`);
      }
    }
    return new Set(logicalIds);
  };
  const needs = Object.entries(resources).map(([logicalId, { type, properties, dependsOn = [] }]) => {
    if (!Object.hasOwn(types, type)) {
      throw new Error(`${logicalId} has the type ${type}, which deploy/types does not know.`);
    }
    const needed = new Set([...referencesIn(properties), ...dependsOn]);
    return /** @type {const} */ ([logicalId, refuseUnknown(logicalId, needed)]);
  });
  for (const [key, value] of Object.entries(outputs)) refuseUnknown(`Output ${key}`, referencesIn(value));
  return new Map(needs);
}

module.exports = { deploy };
