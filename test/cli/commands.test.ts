import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const folder = mkdtempSync(path.join(os.tmpdir(), 'stackproof-cli-'));
const main = path.join(__dirname, '..', '..', 'dist', 'src', 'cli', 'main.js');

afterAll(() => rmSync(folder, { recursive: true }));

function stackproof(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return promisify(execFile)(process.execPath, [main, ...args], { cwd: folder }).then(
    (result) => ({ code: 0, ...result }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}

beforeAll(() => {
  const arn = 'arn:aws:rds:eu-west-1:123456789012:db:orders';
  const outputs = { Orders: { DbArn: arn, Environment: 'dev', Mystery: 'x7f', DbPassword: 'hunter2hunter2' } };
  writeFileSync(path.join(folder, 'cdk-outputs.json'), JSON.stringify(outputs));
  writeFileSync(path.join(folder, 'broken.json'), '{ "a": ');
});

test('discover prints what each output names, undecided ones last', async () => {
  const { stdout, code } = await stackproof('discover');
  expect(code).toBe(0);
  expect(stdout).toMatch(/OUTPUT +TYPE +IDENTIFIER +REGION ACCOUNT +DECIDED BY/);
  expect(stdout).toMatch(/Orders\.DbArn +AWS::RDS::DBInstance +arn orders +eu-west-1 123456789012 +value/);
  expect(stdout.trim().split('\n').pop()).toMatch(/undecided$/);
});

test('discover prints JSON, and masks secrets', async () => {
  const { stdout } = await stackproof('discover', '--format', 'json', '--outputs', 'cdk-outputs.json');
  expect(JSON.parse(stdout)).toContainEqual(
    expect.objectContaining({ key: 'DbArn', type: 'AWS::RDS::DBInstance', id: 'orders' }),
  );
  expect(stdout).not.toContain('hunter2');
});

test('matrix prints pairs', async () => {
  const { stdout } = await stackproof('matrix', '--format', 'json');
  const pairs = JSON.parse(stdout) as { type: string; matcher: string }[];
  expect(pairs).toContainEqual({ type: 'AWS::RDS::DBInstance', matcher: 'toBeMultiAz' });
  expect(pairs).not.toContainEqual({ type: 'AWS::SQS::Queue', matcher: 'toBeMultiAz' });
});

test.each([
  [['discover', '--outputs', 'broken.json'], 'broken.json'],
  [['discover', '--outputs', 'none.json'], 'none.json'],
  [['discover', '--format', 'xml'], 'Allowed choices are text, json'],
  [['dicover'], 'Did you mean discover?'],
])('%j fails with one clear message', async (args, message) => {
  const { code, stderr } = await stackproof(...args);
  expect(code).toBe(1);
  expect(stderr).toContain(message);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test.each([[['--help']], [['discover', '--help']], [['matrix', '--help']]])('%j explains itself', async (args) => {
  const { code, stdout } = await stackproof(...args);
  expect(code).toBe(0);
  expect(stdout).toContain('Usage: stackproof');
});
