import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { startServer } from '../../servers/start';
import { run, testExample } from './run-example';

let server: Awaited<ReturnType<typeof startServer>>;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'stackproof-run-'));
  server = await startServer('ministack');
}, 60_000);

afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('deploys once, tests what is there now, and empties the server', async () => {
  const { endpoint } = server;
  const outputs = path.join(folder, 'demo.json');
  const where = ['demo', '--endpoint', endpoint, '--outputs', outputs];

  const before = await testExample('demo', endpoint, outputs);
  expect(before.exitCode).toBe(0);
  expect(new Set(before.tests.map(({ status }) => status))).toEqual(new Set(['pending']));
  expect(before.output).toContain('12 x no outputs file');

  const deployed = await run('deploy', ...where);
  expect(deployed.output).toMatch(/^\d+ resources of demo deployed to http:\S+ in \d+\.\d s\nOutputs: .*demo\.json\n$/);
  const again = await run('deploy', ...where);
  expect(again).toMatchObject({ exitCode: 1 });
  expect(again.output).toBe(
    `demo was deployed to ${endpoint} before. Empty the server first: node examples/run.js reset demo --endpoint ${endpoint}\n`,
  );

  const healthy = await testExample('demo', endpoint, outputs);
  expect(healthy.exitCode).toBe(0);
  expect(healthy.output).toContain('✓ survives the loss of an Availability Zone');

  const reset = await run('reset', ...where);
  expect(reset.output).toBe(`ministack at ${endpoint} is empty; ${outputs} is removed\n`);
  expect(existsSync(outputs)).toBe(false);
}, 120_000);

test('another server cannot be emptied', async () => {
  const other = createServer((_, response) => response.end('hello'));
  await new Promise<void>((resolve) => {
    other.listen(0, '127.0.0.1', resolve);
  });
  const endpoint = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  const reset = await run('reset', 'demo', '--endpoint', endpoint);
  other.close();
  expect(reset.exitCode).toBe(1);
  expect(reset.output).toContain(`${endpoint} is neither ministack nor moto, so there is no known way to empty it.`);
});

test.each([
  [['deploy', 'demi', '--endpoint', 'http://127.0.0.1:9'], 1, /There is no example "demi"; choose one of: demo, /],
  [
    ['deploy', 'demo', '--endpoint', 'http://127.0.0.1:5'],
    1,
    /Nothing answers at http:\/\/127\.0\.0\.1:5 \(ECONNREFUSED\)/,
  ],
  [['deploy', 'demo'], 2, /--endpoint is missing/],
  [['deploy', 'demo', '--endpoint', 'localhost:4566'], 2, /--endpoint takes a URL such as/],
  [['destroy', 'demo', '--endpoint', 'http://127.0.0.1:9'], 2, /There is no action "destroy"/],
  [['test', '--endpoint', 'http://127.0.0.1:9'], 2, /Say which example to test/],
  [
    ['deploy', 'demo', '--endpoint', 'http://127.0.0.1:9', '--json', 'a.json'],
    2,
    /--json belongs to test, not to deploy/,
  ],
  [['deploy', 'demo', '--endpiont', 'http://127.0.0.1:9'], 2, /Unknown option '--endpiont'/],
  [['--help'], 0, /usage: node examples\/run\.js deploy\|test\|reset <name> --endpoint URL/],
] as const)('%j', async (args, exitCode, message) => {
  const ended = await run(...args);
  expect(ended.output).toMatch(message);
  expect(ended.exitCode).toBe(exitCode);
});
