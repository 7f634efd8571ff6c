#!/usr/bin/env node
// @ts-check

const { parseArgs } = require('node:util');
const { startServer } = require('./start.js');

const usage = `usage: node servers/run.js ministack|moto

Starts an AWS-compatible server on a free port of 127.0.0.1, prints the lines that point a shell at it,
and stops it on Ctrl-C.

  --env NAME=VALUE   one more variable for the server; may be repeated
                     (moto with INITIAL_NO_AUTH_ACTION_COUNT=n enforces IAM after n calls)
  --help             this text
`;

async function main() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { env: { type: 'string', multiple: true }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const [name, ...rest] = positionals;
  if ((name !== 'ministack' && name !== 'moto') || rest.length > 0) {
    process.stderr.write(usage);
    process.exitCode = 2;
    return;
  }
  const env = Object.fromEntries(
    (values.env ?? []).map((pair) => {
      const [key = '', ...value] = pair.split('=');
      return [key, value.join('=')];
    }),
  );
  const server = await startServer(name, { env });
  const lines = {
    AWS_ENDPOINT_URL: server.endpoint,
    AWS_REGION: server.region,
    AWS_ACCESS_KEY_ID: server.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: server.credentials.secretAccessKey,
  };
  for (const [key, value] of Object.entries(lines)) process.stdout.write(`export ${key}=${value}\n`);
  process.stderr.write(`${name} (account ${server.accountId}) is running; Ctrl-C stops it.\n`);
  const keepAlive = setInterval(() => {}, 60_000);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, async () => {
      await server.stop();
      clearInterval(keepAlive);
    });
  }
}

main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
