// @ts-check

const { execFile } = require('node:child_process');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');
const { promisify } = require('node:util');

const execute = promisify(execFile);

/** @param {string} command @param {string[]} parameters */
function run(command, parameters) {
  return execute(command, parameters, { env: process.env, maxBuffer: 64 * 1024 * 1024 });
}

const projectRoot = path.resolve(__dirname, '..');
const candidates = ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];
const oldestMinor = 10;
const lockPollMilliseconds = 200;
/** An owner writes its pid right after it made the lock; a lock still empty after this long has no owner. */
const emptyLockMilliseconds = 5_000;

/**
 * @typedef {object} PythonEnvironment
 * @property {string} directory the virtual environment
 * @property {string} python its interpreter
 * @property {boolean} installed true when this call had to install
 */

/**
 * Makes sure that the project's own `.venv` holds what `requirements.txt` names, and returns where it is.
 * Installs when something is missing or the requirements changed; otherwise it only compares a stamp.
 * Safe to call from several processes at once: one installs, the others wait.
 *
 * @param {{ root?: string, report?: (line: string) => void }} [options] `root`: the folder with `requirements.txt`
 *   (the project); `report`: receives the one line said before an installation (standard error)
 * @returns {Promise<PythonEnvironment>}
 * @throws {Error} when no Python 3.10 or newer with the venv module is found, or pip fails; the message says what to install
 * @example
 * const { python } = await ensurePython();
 */
async function ensurePython({ root = projectRoot, report = (line) => process.stderr.write(`${line}\n`) } = {}) {
  const directory = path.join(root, '.venv');
  const python = path.join(directory, 'bin', 'python');
  const requirements = path.join(root, 'requirements.txt');
  const stampFile = path.join(directory, 'requirements.sha256');
  const stamp = createHash('sha256').update(fs.readFileSync(requirements)).digest('hex');
  const lockFile = path.join(root, '.work', 'python.lock');
  const isComplete = () => fs.existsSync(python) && readIfPresent(stampFile) === stamp;

  if (isComplete()) return { directory, python, installed: false };
  fs.mkdirSync(path.dirname(lockFile), { recursive: true });
  const release = await acquireLock(lockFile);
  try {
    if (isComplete()) return { directory, python, installed: false };
    report('Installing the test servers (ministack, moto) into .venv: about a minute, once.');
    const systemPython = await findPython();
    fs.rmSync(directory, { recursive: true, force: true });
    await createEnvironment(systemPython, directory);
    await install(python, requirements);
    fs.writeFileSync(stampFile, stamp);
    return { directory, python, installed: true };
  } finally {
    release();
  }
}

/** @returns {Promise<string>} the command of the first Python that is new enough */
async function findPython() {
  const seen = [];
  for (const command of candidates) {
    const version = await versionOf(command);
    if (!version) continue;
    if (version.major === 3 && version.minor >= oldestMinor) return command;
    seen.push(`${command} is ${version.major}.${version.minor}`);
  }
  throw new Error(
    [
      `The test servers need Python 3.${oldestMinor} or newer, and none was found.`,
      `Looked for: ${candidates.join(', ')}${seen.length > 0 ? ` (${seen.join(', ')})` : ''}.`,
      'Install it (Debian, Ubuntu: apt-get install python3 python3-venv; macOS: brew install python), then run this again.',
    ].join('\n'),
  );
}

/** @param {string} command */
async function versionOf(command) {
  try {
    const { stdout } = await run(command, ['-c', 'import sys; print(*sys.version_info[:2])']);
    const [major = 0, minor = 0] = stdout.trim().split(' ').map(Number);
    return { major, minor };
  } catch (error) {
    // Not on the PATH, or a launcher without an interpreter behind it (pyenv shims, the Windows store alias).
    if (isNodeError(error, 'ENOENT') || typeof (/** @type {{ code?: unknown }} */ (error).code) === 'number') return;
    throw error;
  }
}

/** @param {string} python @param {string} directory */
async function createEnvironment(python, directory) {
  try {
    await run(python, ['-m', 'venv', directory]);
  } catch (error) {
    throw new Error(
      [
        `${python} could not create a virtual environment in ${directory}.`,
        lastLines(error),
        'Where the venv module is missing, install it (Debian, Ubuntu: apt-get install python3-venv), then run this again.',
      ].join('\n'),
      { cause: error },
    );
  }
}

/** @param {string} python @param {string} requirements */
async function install(python, requirements) {
  try {
    // Compiling everything up front takes longer than the rest of the installation; most of it is never imported.
    const options = ['--quiet', '--no-input', '--no-compile', '--disable-pip-version-check'];
    await run(python, ['-m', 'pip', 'install', ...options, '--requirement', requirements]);
  } catch (error) {
    throw new Error(
      [
        `pip could not install ${requirements}.`,
        lastLines(error),
        'Check that this machine reaches a Python package index (pip config list), then run this again.',
      ].join('\n'),
      { cause: error },
    );
  }
}

/**
 * Takes a lock that a process which died does not keep.
 *
 * @param {string} lock
 * @returns {Promise<() => void>} releases the lock
 */
async function acquireLock(lock) {
  for (;;) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return () => fs.rmSync(lock, { force: true });
    } catch (error) {
      if (!isNodeError(error, 'EEXIST')) throw error;
    }
    if (isAbandoned(lock)) fs.rmSync(lock, { force: true });
    else await sleep(lockPollMilliseconds);
  }
}

/** @param {string} lock */
function isAbandoned(lock) {
  const owner = readIfPresent(lock);
  if (owner === undefined) return false;
  if (owner === '') {
    const stat = fs.statSync(lock, { throwIfNoEntry: false });
    return stat !== undefined && Date.now() - stat.mtimeMs > emptyLockMilliseconds;
  }
  try {
    process.kill(Number(owner), 0);
    return false;
  } catch (error) {
    return isNodeError(error, 'ESRCH');
  }
}

/** @param {string} file */
function readIfPresent(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (isNodeError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** @param {unknown} error */
function lastLines(error) {
  const { stderr = '', stdout = '' } = /** @type {{ stderr?: string, stdout?: string }} */ (error);
  return `${stdout}\n${stderr}`.trim().split('\n').slice(-10).join('\n');
}

/** @param {unknown} error @param {string} code */
function isNodeError(error, code) {
  // Not by instanceof: in a Jest sandbox, the errors of Node's own modules are of another realm.
  return /** @type {NodeJS.ErrnoException | undefined} */ (error)?.code === code;
}

module.exports = { ensurePython };
