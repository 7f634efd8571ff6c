import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ListUsersCommand } from '@aws-sdk/client-iam';
import { connect } from '../../deploy/aws.js';
import { startServer } from '../../servers/start.js';

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
};

// A place of this file's own: other tests start servers at the same time.
const { TMPDIR } = process.env;
let place: string;
beforeAll(() => {
  place = fs.mkdtempSync(path.join(os.tmpdir(), 'stackproof-start-'));
  process.env.TMPDIR = place;
});
afterAll(() => {
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
  fs.rmSync(place, { recursive: true });
});

const workDirectories = (name: string): string[] =>
  fs.readdirSync(place).filter((entry) => entry.startsWith(`stackproof-${name}-`));

/** What a process listens on, from the kernel's own table; undefined where there is none (macOS). */
const listeners = (pid: number): string[] | undefined => {
  if (!fs.existsSync('/proc/net/tcp')) return undefined;
  const sockets = fs.readdirSync(`/proc/${pid}/fd`).map((fd) => fs.readlinkSync(`/proc/${pid}/fd/${fd}`));
  return ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) =>
    fs
      .readFileSync(table, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((columns) => columns[3] === '0A' && sockets.includes(`socket:[${columns[9]}]`))
      .map((columns) => columns[1] ?? ''),
  );
};

describe.each(['ministack', 'moto'] as const)('%s', (name) => {
  test('starts on 127.0.0.1 alone, answers, resets, and leaves nothing behind', async () => {
    const before = workDirectories(name);
    const server = await startServer(name);
    try {
      const port = new URL(server.endpoint).port;
      expect(server.endpoint).toBe(`http://127.0.0.1:${port}`);
      const loopback = `0100007F:${Number(port).toString(16).toUpperCase().padStart(4, '0')}`;
      expect(listeners(server.pid) ?? [loopback]).toEqual([loopback]);
      await expect(server.reset()).resolves.toBeUndefined();
    } finally {
      await server.stop();
    }
    await server.stop();

    expect(isRunning(server.pid)).toBe(false);
    expect(workDirectories(name).filter((directory) => !before.includes(directory))).toEqual([]);
  });
});

test('a server ends with the process that started it, even a killed one', async () => {
  const before = workDirectories('ministack');
  const script = `
    const { startServer } = require(${JSON.stringify(path.resolve(__dirname, '../../servers/start.js'))});
    startServer('ministack').then(({ pid }) => { console.log(pid); setInterval(() => {}, 1000); });`;
  const parent = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const pid = Number(line.toString());
  expect(isRunning(pid)).toBe(true);

  parent.kill('SIGKILL');
  for (let waits = 0; isRunning(pid) && waits < 100; waits += 1) await sleep(50);
  expect(isRunning(pid)).toBe(false);
  const left = () => workDirectories('ministack').filter((directory) => !before.includes(directory));
  for (let waits = 0; left().length > 0 && waits < 100; waits += 1) await sleep(50);
  expect(left()).toEqual([]);
});

test('moto enforces IAM from the call that is named, and again after a reset', async () => {
  const server = await startServer('moto', { env: { INITIAL_NO_AUTH_ACTION_COUNT: '1' } });
  try {
    const iam = connect(server).client('iam');
    for (const round of ['first', 'second']) {
      expect(await iam.send(new ListUsersCommand({}))).toMatchObject({ Users: [] });
      await expect(iam.send(new ListUsersCommand({}))).rejects.toMatchObject({
        name: 'InvalidClientTokenId',
        $metadata: { httpStatusCode: 403 },
      });
      if (round === 'first') await server.reset();
    }
  } finally {
    await server.stop();
  }
});

test('a server that dies early is an error with its last words', async () => {
  await expect(startServer('ministack', { env: { GATEWAY_PORT: 'none' } })).rejects.toThrow(
    /^ministack did not start: it ended early with exit code 1\.\n[\s\S]*invalid literal for int\(\)/,
  );
});

test('a server that does not exist is refused by name', async () => {
  await expect(startServer('localstack' as 'moto')).rejects.toThrow(
    'There is no server named "localstack"; choose one of: ministack, moto.',
  );
});

test('the command says how it is used', () => {
  const run = path.resolve(__dirname, '../../servers/run.js');
  expect(execFileSync(process.execPath, [run, '--help'], { encoding: 'utf8' })).toContain(
    'usage: node servers/run.js ministack|moto',
  );
});
