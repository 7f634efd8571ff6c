import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.join(__dirname, '..', '..');

/** What `node examples/run.js ...` came to. */
export interface Ended {
  exitCode: number;
  output: string;
}

/** Runs `node examples/run.js` with these arguments, as somebody in a shell that knows nothing of AWS would. */
export function run(...args: string[]): Promise<Ended> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(AWS|STACKPROOF|JEST)_/.test(name)));
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [path.join(root, 'examples', 'run.js'), ...args],
      { cwd: root, env, maxBuffer: 50_000_000 },
      (error, stdout, stderr) => resolve({ exitCode: error ? Number(error.code ?? 1) : 0, output: stdout + stderr }),
    );
  });
}

/** One test of a suite, as Jest's JSON tells it. */
export interface TestResult {
  fullName: string;
  status: string;
  failureMessages: string[];
}

/** Runs the suite of an example through `run.js test` and reads Jest's JSON. */
export async function testExample(
  name: string,
  endpoint: string,
  outputsFile: string,
): Promise<Ended & { tests: TestResult[] }> {
  const json = path.join(mkdtempSync(path.join(os.tmpdir(), 'stackproof-example-')), 'results.json');
  const ended = await run('test', name, '--endpoint', endpoint, '--outputs', outputsFile, '--json', json);
  if (!existsSync(json)) return { ...ended, tests: [] };
  const { testResults } = JSON.parse(readFileSync(json, 'utf8')) as {
    testResults: { assertionResults: TestResult[] }[];
  };
  return { ...ended, tests: testResults.flatMap(({ assertionResults }) => assertionResults) };
}
