// @ts-check
/** Stands between tests and a server: adds latency to every request, as a network would, and counts. */
const { createHash } = require('node:crypto');
const http = require('node:http');
const { setTimeout: sleep } = require('node:timers/promises');

/**
 * @typedef {object} Traffic
 * @property {number} requests
 * @property {number} connections
 * @property {number} distinct requests that differ in service, operation or input
 */

/**
 * @typedef {object} LatencyProxy
 * @property {string} endpoint base URL, on 127.0.0.1
 * @property {() => Traffic} take what came since the last call
 * @property {() => void} close
 */

/**
 * Starts a proxy on a free port of 127.0.0.1.
 *
 * @param {string} target URL of the server
 * @param {number} latencyInMilliseconds added to every request
 * @returns {Promise<LatencyProxy>}
 * @example const proxy = await startLatencyProxy(server.endpoint, 30);
 */
async function startLatencyProxy(target, latencyInMilliseconds) {
  const { hostname, port: targetPort } = new URL(target);
  const agent = new http.Agent({ keepAlive: true });
  /** @type {Set<string>} */
  const reads = new Set();
  let requests = 0;
  let connections = 0;

  const proxy = http.createServer((request, response) => {
    forward(request, response).catch((error) => response.destroy(error));
  });

  /** @param {http.IncomingMessage} request @param {http.ServerResponse} response */
  async function forward(request, response) {
    requests += 1;
    const later = sleep(latencyInMilliseconds);
    const { method, url: path, headers } = request;
    const body = Buffer.concat(await request.toArray());
    reads.add(readOf(request, body));
    await later;
    const onward = http.request({ hostname, port: targetPort, method, path, headers, agent }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', (error) => response.destroy(error));
    onward.end(body);
  }

  proxy.on('connection', () => {
    connections += 1;
  });
  await new Promise((resolve) => proxy.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = proxy.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    take() {
      const traffic = { requests, connections, distinct: reads.size };
      requests = 0;
      connections = 0;
      reads.clear();
      return traffic;
    },
    close() {
      proxy.closeAllConnections();
      proxy.close();
      agent.destroy();
    },
  };
}

/**
 * Service, operation and input of a request, whatever the protocol: date and signature left out.
 *
 * @param {http.IncomingMessage} request
 * @param {Buffer} body
 */
function readOf({ method, url, headers }, body) {
  const service = /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)/.exec(headers.authorization ?? '')?.[1];
  const input = createHash('sha256').update(body).digest('hex');
  return [service, method, url, headers['x-amz-target'], input].join(' ');
}

module.exports = { startLatencyProxy };
