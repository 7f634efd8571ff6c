import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensurePython } from '../../servers/python.js';

jest.setTimeout(60_000);

let root: string;
const lines: string[] = [];
const report = (line: string) => lines.push(line);
const requirePackages = (requirements: string) => fs.writeFileSync(path.join(root, 'requirements.txt'), requirements);

beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'stackproof-python-'));
  requirePackages('# nothing to install\n');
});
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

test('a machine without Python hears what to install', async () => {
  const searchPath = process.env.PATH;
  process.env.PATH = root;
  try {
    await expect(ensurePython({ root, report })).rejects.toThrow(
      /^The test servers need Python 3\.10 or newer, and none was found\.\nLooked for: python3, .*\nInstall it \(Debian, Ubuntu: apt-get install python3 python3-venv/,
    );
  } finally {
    process.env.PATH = searchPath;
  }
});

test('two callers make one environment, past the lock of a process that died; a third finds it ready', async () => {
  fs.mkdirSync(path.join(root, '.work'), { recursive: true });
  fs.writeFileSync(path.join(root, '.work', 'python.lock'), '2147483646');
  lines.length = 0;
  const both = await Promise.all([ensurePython({ root, report }), ensurePython({ root, report })]);

  expect(both.map(({ installed }) => installed).sort()).toEqual([false, true]);
  expect(lines).toEqual(['Installing the test servers (ministack, moto) into .venv: about a minute, once.']);
  expect(fs.existsSync(both[0].python)).toBe(true);
  await expect(ensurePython({ root, report })).resolves.toMatchObject({ installed: false });
  expect(fs.existsSync(path.join(root, '.work', 'python.lock'))).toBe(false);
});

test('changed requirements are installed again, and what pip says when it cannot is passed on', async () => {
  requirePackages('./no-such-package\n');
  await expect(ensurePython({ root, report })).rejects.toThrow(
    /^pip could not install .*requirements\.txt\.\n[\s\S]*no-such-package[\s\S]*Check that this machine reaches a Python package index/,
  );
});
