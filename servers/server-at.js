// @ts-check

/** @typedef {'ministack' | 'moto'} ServerName */

/** Where each server tells who it is and what it says there, and where it forgets everything. */
const paths = {
  ministack: { self: '/_ministack/health', says: /^\s*\{\s*"/, reset: '/_ministack/reset' },
  moto: { self: '/moto-api/', says: /<title>Moto<\/title>/, reset: '/moto-api/reset' },
};

const names = /** @type {const} */ (['ministack', 'moto']);

/**
 * Which of the servers that we know answers at an endpoint, however it was started.
 *
 * @param {string} endpoint base URL
 * @returns {Promise<ServerName | undefined>} `undefined` where something else answers
 * @throws {Error} when nothing answers at all; the message names the endpoint
 * @example await serverAt('http://127.0.0.1:5000') // 'moto'
 */
async function serverAt(endpoint) {
  const answers = await Promise.all(names.map((name) => isAt(name, endpoint)));
  return names.find((_, index) => answers[index]);
}

/** @param {ServerName} name @param {string} endpoint */
async function isAt(name, endpoint) {
  const { self, says } = paths[name];
  const response = await reach(new URL(self, endpoint));
  const text = await response.text();
  return response.ok && says.test(text);
}

/**
 * Makes a server forget every resource.
 *
 * @param {string} endpoint
 * @throws {Error} when nothing answers there, or a server that cannot be emptied
 */
async function resetServerAt(endpoint) {
  const name = await serverAt(endpoint);
  if (name === undefined) {
    throw new Error(
      `${endpoint} is neither ${names.join(' nor ')}, so there is no known way to empty it. Remove its resources by its own means.`,
    );
  }
  await resetServer(name, endpoint);
  return name;
}

/**
 * Makes a server that is known forget every resource.
 *
 * @param {ServerName} name
 * @param {string} endpoint
 */
async function resetServer(name, endpoint) {
  // ministack empties its services in any order: a function that is stopped after the logs are gone writes its log group
  // anew. The second time there is no function left.
  const times = name === 'ministack' ? 2 : 1;
  for (let time = 1; time <= times; time += 1) {
    const response = await reach(new URL(paths[name].reset, endpoint), { method: 'POST' });
    const text = await response.text();
    if (!response.ok)
      throw new Error(`${name} at ${endpoint} answered its reset with HTTP ${response.status}: ${text}`);
  }
}

/** @param {URL} url @param {RequestInit} [init] */
async function reach(url, init) {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(10_000) });
  } catch (error) {
    const { message, cause } = /** @type {Error & { cause?: { code?: string, message?: string } }} */ (error);
    const why = cause?.code ?? cause?.message ?? message;
    throw new Error(
      `Nothing answers at ${url.origin} (${why}). Start a server (node servers/run.js ministack) and give its address with --endpoint.`,
      { cause: error },
    );
  }
}

module.exports = { resetServer, resetServerAt, serverAt };
