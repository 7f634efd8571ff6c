// @ts-check

const { spawn } = require('node:child_process');
const fs = require('node:fs');
const net = require('node:net');
const os = require('node:os');
const path = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');
const { ensurePython } = require('./python.js');
const { resetServer } = require('./server-at.js');

const startAttempts = 3;
const startTimeoutMilliseconds = 60_000;
const healthPollMilliseconds = 25;

/** @typedef {'ministack' | 'moto'} ServerName */

/**
 * @typedef {object} Server
 * @property {ServerName} name
 * @property {string} endpoint base URL, on 127.0.0.1
 * @property {string} accountId the account every caller has
 * @property {string} region the region a caller gets who names none
 * @property {{ accessKeyId: string, secretAccessKey: string }} credentials different for each server, because tools cache the account by access key
 * @property {number} pid also the id of its process group
 * @property {() => Promise<void>} reset forgets every resource
 * @property {() => Promise<void>} stop ends the process and removes what it wrote; a second call does nothing
 */

const servers = {
  ministack: {
    accountId: '000000000000',
    accessKeyId: 'ministack',
    health: '/_ministack/health',
    /** @param {number} port @param {string} directory @returns {Record<string, string>} */
    env: (port, directory) => ({
      GATEWAY_PORT: String(port),
      BIND_HOST: '127.0.0.1',
      // Without these ministack also listens on 0.0.0.0, for MQTT and for SFTP.
      IOT_MTLS_ENABLED: '0',
      SFTP_ENABLED: '0',
      STATE_DIR: path.join(directory, 'state'),
      S3_DATA_DIR: path.join(directory, 's3'),
    }),
  },
  moto: {
    accountId: '123456789012',
    accessKeyId: 'moto',
    health: '/moto-api/data.json',
    /** @returns {Record<string, string>} */
    env: () => ({ MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' }),
  },
};

/**
 * Starts a server on a free port of 127.0.0.1 and waits until it answers. It ends with `stop()`, and with this
 * process in any case, however this process ends.
 *
 * @param {ServerName} name
 * @param {{ env?: Record<string, string> }} [options] `env`: more variables for the server. With
 *   `{ INITIAL_NO_AUTH_ACTION_COUNT: '5' }` moto enforces IAM policies and signatures from the sixth call on
 * @returns {Promise<Server>}
 * @throws {Error} when the server dies or stays silent; the message ends with its last lines of output
 * @example
 * const server = await startServer('ministack');
 * process.env.AWS_ENDPOINT_URL = server.endpoint;
 * // ...
 * await server.stop();
 */
async function startServer(name, { env = {} } = {}) {
  if (!Object.hasOwn(servers, name)) {
    throw new Error(`There is no server named "${name}"; choose one of: ${Object.keys(servers).join(', ')}.`);
  }
  const { python } = await ensurePython();
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const started = launch(python, name, port, env);
    const failure = await started.ready.catch(async (error) => {
      await started.server.stop();
      throw error;
    });
    if (failure === undefined) return started.server;
    await started.server.stop();
    // Someone else took the port between our look and the server's bind.
    if (/address already in use|is already in use/i.test(failure) && attempt < startAttempts) continue;
    throw new Error(failure);
  }
}

/** @param {string} python @param {ServerName} name @param {number} port @param {Record<string, string>} env */
function launch(python, name, port, env) {
  const kind = servers[name];
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), `stackproof-${name}-`));
  const logFile = path.join(directory, 'server.log');
  const log = fs.openSync(logFile, 'w');
  const child = spawn(python, [path.join(__dirname, 'launch.py'), name, String(port), directory], {
    cwd: directory,
    // A group of its own, so that stop() also reaches the Lambda workers.
    detached: true,
    stdio: ['pipe', log, log],
    env: { ...inheritedEnvironment(), ...fixedEnvironment(directory), ...kind.env(port, directory), ...env },
  });
  fs.closeSync(log);
  // A server that nobody stopped must not keep this process alive: the end of this process is what it waits for.
  child.unref();
  /** @type {net.Socket} */ (child.stdin).unref();

  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
  });
  const endpoint = `http://127.0.0.1:${port}`;
  /** @type {Server} */
  const server = {
    name,
    endpoint,
    accountId: kind.accountId,
    region: 'us-east-1',
    credentials: { accessKeyId: kind.accessKeyId, secretAccessKey: kind.accessKeyId },
    pid: child.pid ?? 0,
    reset: async () => {
      await resetServer(name, endpoint);
      // moto counts its unauthenticated calls across a reset.
      const withoutAuth = env.INITIAL_NO_AUTH_ACTION_COUNT;
      if (withoutAuth !== undefined) await post(`${endpoint}/moto-api/reset-auth`, withoutAuth);
    },
    stop: async () => {
      child.ref();
      if (child.pid !== undefined) endGroup(child.pid);
      await ended;
      fs.rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
    },
  };
  const ready = awaitHealth(`${endpoint}${kind.health}`, ended).then((failure) =>
    failure === undefined ? undefined : `${name} did not start: ${failure}.\n${lastLines(logFile)}`,
  );
  return { server, ready };
}

/** What the shell says about AWS or Docker must not change how a server answers. */
function inheritedEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(AWS|MINISTACK|LOCALSTACK|MOTO)_|^PYTHON/.test(name)),
  );
}

/** @param {string} directory @returns {Record<string, string>} */
function fixedEnvironment(directory) {
  return {
    TMPDIR: directory,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_EC2_METADATA_DISABLED: 'true',
    // Both would start containers for databases and functions where a Docker daemon is found.
    DOCKER_HOST: `unix://${path.join(directory, 'no-docker.sock')}`,
    PYTHONUNBUFFERED: '1',
  };
}

/**
 * @param {string} url
 * @param {Promise<string>} ended
 * @returns {Promise<string | undefined>} why it never answered
 */
async function awaitHealth(url, ended) {
  const deadline = Date.now() + startTimeoutMilliseconds;
  while (Date.now() < deadline) {
    const end = await Promise.race([ended, sleep(healthPollMilliseconds)]);
    if (typeof end === 'string') return `it ended early with ${end}`;
    if (await answers(url)) return undefined;
  }
  return `no answer from ${url} within ${startTimeoutMilliseconds / 1000} s`;
}

/** @param {string} url */
async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch (error) {
    // Not listening yet (TypeError: fetch failed), or listening and still loading.
    // Not by instanceof: in a Jest sandbox, the errors of fetch are of another realm.
    const { name } = /** @type {{ name?: string }} */ (error);
    if (name === 'TypeError' || name === 'TimeoutError') return false;
    throw error;
  }
}

/** @param {string} url @param {string} [body] */
async function post(url, body) {
  const response = await fetch(url, { method: 'POST', body });
  if (!response.ok) throw new Error(`POST ${url} answered ${response.status}: ${await response.text()}`);
  await response.arrayBuffer();
}

/** @param {number} pid */
function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/** @param {string} logFile */
function lastLines(logFile) {
  return fs.readFileSync(logFile, 'utf8').trim().split('\n').slice(-15).join('\n');
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

module.exports = { startServer };
