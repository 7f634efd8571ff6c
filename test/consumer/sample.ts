import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const root = path.join(__dirname, '..', '..');

/** Outside of the repository, so that nothing is found there but what the tarball brings. Removed after the run. */
function workFolder(): string {
  const folder = process.env.CONSUMER_FOLDER;
  if (!folder) throw new Error('the consumer tests need test/global-setup.ts, which makes CONSUMER_FOLDER');
  return folder;
}

/** Result of one Jest run in a sample project. */
export interface Run {
  exitCode: number;
  output: string;
  /** Jest's own JSON; absent when Jest did not get to run tests. */
  results?: {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    testResults: { assertionResults: { title: string; status: string; failureMessages: string[] }[] }[];
  };
  file(name: string): string;
}

async function npm(args: string[], cwd: string): Promise<void> {
  await execute('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd });
}

/**
 * A folder into which the packed package is installed with one Jest, as an infrastructure repository would.
 *
 * @param jest version range, such as `29`.
 */
export function install(jest: string): Promise<string> {
  return madeOnce(`jest-${jest}`, async (folder) => {
    const packed = await madeOnce('package', async (target) => {
      await npm(['pack', '--pack-destination', target], root);
    });
    const [tarball = ''] = readdirSync(packed).filter((name) => name.endsWith('.tgz'));
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'infrastructure', private: true }));
    const packages = [
      `jest@${jest}`,
      `expect@${jest}`,
      `@jest/globals@${jest}`,
      'jest-junit@17',
      '@types/jest@30',
      '@types/node@20',
    ];
    await npm(['install', '--save-dev', '--prefer-offline', path.join(packed, tarball), ...packages], folder);
  });
}

/** A folder that the first test file which asks fills; the others wait for it. */
async function madeOnce(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = path.join(workFolder(), name);
  const ready = path.join(folder, 'ready');
  if (claim(folder)) {
    await fill(folder);
    writeFileSync(ready, '');
  }
  while (!existsSync(ready)) await new Promise((resume) => setTimeout(resume, 100));
  return folder;
}

/** Whether this process is the first to make the folder. */
function claim(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/** Files of a sample project by name. */
export type Files = Record<string, string | object>;

/** Writes a sample project next to the installed packages and runs its Jest. */
export async function runJest(
  folder: string,
  files: Files,
  { args = [], env = {} }: { args?: string[]; env?: NodeJS.ProcessEnv } = {},
): Promise<Run> {
  const project = mkdtempSync(path.join(folder, 'project-'));
  for (const [name, content] of Object.entries({ 'package.json': {}, ...files })) {
    mkdirSync(path.dirname(path.join(project, name)), { recursive: true });
    writeFileSync(path.join(project, name), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }
  const jest = path.join(folder, 'node_modules', 'jest', 'bin', 'jest.js');
  const json = path.join(project, 'results.json');
  const { exitCode, output } = await execute(
    process.execPath,
    [jest, '--ci', '--verbose', '--json', `--outputFile=${json}`, ...args],
    { cwd: project, env: { ...cleanEnvironment(), ...env }, maxBuffer: 2 ** 26 },
  ).then(
    ({ stderr }) => ({ exitCode: 0, output: stderr }),
    (error: { code?: number; stderr?: string }) => ({
      exitCode: error.code ?? 1,
      output: error.stderr ?? String(error),
    }),
  );
  const results = existsSync(json) ? (JSON.parse(readFileSync(json, 'utf8')) as Run['results']) : undefined;
  return { exitCode, output, results, file: (name) => readFileSync(path.join(project, name), 'utf8') };
}

/** The shell of a newcomer: no AWS settings and nothing of ours. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(AWS_|STACKPROOF_|JEST_|NODE_OPTIONS$|npm_)/.test(name),
  );
  return { ...Object.fromEntries(kept), NO_COLOR: '1', AWS_EC2_METADATA_DISABLED: 'true' };
}
