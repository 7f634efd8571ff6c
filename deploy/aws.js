// @ts-check

const { NodeHttpHandler } = require('@smithy/node-http-handler');
const { setTimeout: sleep } = require('node:timers/promises');
const { fitInput } = require('./input.js');
const { isPlainObject } = require('./reference.js');

const pollMilliseconds = 50;
const waitMilliseconds = 60_000;

/** @typedef {Record<string, unknown>} Answer what an operation returned */
/** @typedef {{ accessKeyId: string, secretAccessKey: string }} Credentials */
/** @typedef {{ send: (command: object) => Promise<Answer>, destroy: () => void }} Client */
/** @typedef {Record<string, unknown>} Sdk one package of the AWS SDK for JavaScript v3 */

/**
 * The clients of one deployment.
 *
 * @param {{ endpoint: string, region: string, credentials?: Credentials }} options
 */
function connect({ endpoint, region, credentials }) {
  // Tools cache the account by access key, so two servers must not share one.
  const accessKeyId = `stackproof-${new URL(endpoint).port}`;
  const configuration = {
    endpoint,
    region,
    credentials: credentials ?? { accessKeyId, secretAccessKey: accessKeyId },
    // The Kinesis client would speak HTTP/2, which these servers do not.
    requestHandler: new NodeHttpHandler(),
    forcePathStyle: true,
    // Some operations put a word before the host, and there is no sync-127.0.0.1.
    disableHostPrefix: true,
  };
  /** @type {Map<string, Client>} */
  const clients = new Map();
  /** @type {Promise<string> | undefined} */
  let account;

  const aws = {
    endpoint,
    region,

    /**
     * The SDK client of a service; the same one for every call.
     * @param {string} service the SDK package's name without `@aws-sdk/client-`, such as `rds` or `cloudwatch-logs`
     */
    client(service) {
      let client = clients.get(service);
      if (client === undefined) {
        const sdk = loadSdk(service);
        const name = Object.keys(sdk).find((key) => /^[A-Z]\w*Client$/.test(key));
        const Constructor = /** @type {new (configuration: object) => Client} */ (sdk[name ?? '']);
        client = new Constructor(configuration);
        clients.set(service, client);
      }
      return client;
    },

    /**
     * Calls one operation. Its input may be spelled as in CloudFormation (see input.js).
     * @param {string} service @param {string} operation @param {Record<string, unknown>} [input]
     * @returns {Promise<Answer>}
     */
    async call(service, operation, input = {}) {
      const sdk = loadSdk(service);
      const Command = /** @type {new (input: unknown) => object} */ (sdk[`${operation}Command`]);
      const schema = sdk[`${operation}$`];
      if (Command === undefined || !Array.isArray(schema)) {
        throw new Error(`@aws-sdk/client-${service} has no operation ${operation}.`);
      }
      try {
        return await aws.client(service).send(new Command(fitInput(schema[4], input)));
      } catch (error) {
        throw new Error(`${service}:${operation}: ${reason(error)}`, { cause: error });
      }
    },

    /**
     * Reads until the answer is ready.
     * @param {() => Promise<Answer>} read @param {(answer: Answer) => boolean} isReady
     */
    async until(read, isReady) {
      for (const deadline = Date.now() + waitMilliseconds; ; ) {
        const answer = await read();
        if (isReady(answer)) return answer;
        if (Date.now() > deadline) {
          throw new Error(`not ready within ${waitMilliseconds / 1000} s; last seen: ${JSON.stringify(answer)}`);
        }
        await sleep(pollMilliseconds);
      }
    },

    accountId() {
      account ??= aws.call('sts', 'GetCallerIdentity').then((identity) => textAt(identity, 'Account'));
      return account;
    },
  };
  return aws;
}

/** @typedef {ReturnType<typeof connect>} Aws */

/** @param {unknown} error */
function reason(error) {
  const { name, message, $metadata } = /** @type {Error & { $metadata?: { httpStatusCode?: number } }} */ (error);
  const status = $metadata?.httpStatusCode;
  // moto answers what it does not implement with a page of HTML, which the SDK cannot read.
  if (name === 'SyntaxError' || message.includes('<html>'))
    return `answered HTTP ${status} in no AWS format; the server may not implement it`;
  return name === 'Error' ? message : `${name}: ${message}`;
}

/** @param {string} service @returns {Sdk} */
function loadSdk(service) {
  return require(`@aws-sdk/client-${service}`);
}

/**
 * @param {unknown} answer @param {string} path such as `Vpc.VpcId` or `Reservations.0.OwnerId`
 * @returns {unknown} undefined when the answer has nothing there
 */
function valueAt(answer, path) {
  return path.split('.').reduce((/** @type {unknown} */ value, name) => {
    if (Array.isArray(value)) return value[Number(name)];
    return isPlainObject(value) ? value[name] : undefined;
  }, answer);
}

/**
 * @param {unknown} answer @param {string} path
 * @returns {string}
 * @throws {Error} when the answer has no text there: servers do answer with an empty body
 */
function textAt(answer, path) {
  const value = valueAt(answer, path);
  if (typeof value !== 'string') throw new Error(`the answer has no ${path}: ${JSON.stringify(answer)}`);
  return value;
}

module.exports = { connect, valueAt, textAt };
