import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import type { Outputs } from './output';
import { OutputsError } from './outputs-error';
import { parseOutputs } from './parse-outputs';

/** Where outputs are looked for, in this order, when neither an argument nor `STACKPROOF_OUTPUTS` names the file. */
export const DEFAULT_PLACES: readonly string[] = [
  'stackproof.outputs.json',
  'cfn-outputs/flat-outputs.json',
  'cfn-outputs/all-outputs.json',
  'cdk-outputs/flat-outputs.json',
  'cdk-outputs.json',
  'cdk.outputs.json',
  'cdktf-outputs.json',
  'cfn-outputs.json',
  'stack-outputs.json',
  'terraform-outputs.json',
  'tf-outputs.json',
  'tf-outputs/outputs.json',
  'pulumi-outputs.json',
  'flat-outputs.json',
  'outputs.json',
];

const LARGEST_FILE = 256 * 1024 * 1024;

/**
 * Which file `readOutputs()` would take: the one that `STACKPROOF_OUTPUTS` names, and no other when it is set;
 * otherwise the first of the default places that exists.
 *
 * @param from directory that relative places start from; the working directory unless given
 * @returns `path` is absent when no file was found; `searched` lists every place that was tried, in order
 * @throws OutputsError (`unreadable`) when a place cannot be looked into
 * @example findOutputs('/repo').path // '/repo/cdk-outputs.json'
 */
export function findOutputs(from: string = process.cwd()): { path?: string; searched: string[] } {
  const named = process.env.STACKPROOF_OUTPUTS;
  const places = named ? [named] : DEFAULT_PLACES;
  const searched: string[] = [];
  for (const place of places) {
    const path = isAbsolute(place) ? place : join(from, place);
    searched.push(path);
    if (exists(path)) return { path, searched };
  }
  return { searched };
}

/**
 * Reads a stack's outputs from a file in the form of any tool: CDK, CDKTF, CloudFormation, Terraform, OpenTofu, Pulumi,
 * or plain names and values.
 *
 * @param path the file; without it the places of `findOutputs` are searched
 * @throws OutputsError with code `not-found`, `unreadable` or `malformed`, naming the file and the position in it
 * @example
 * const outputs = readOutputs('cdk-outputs.json');
 * outputs.entries.map((output) => output.key); // ['VpcId', 'BucketName']
 */
export function readOutputs(path?: string): Outputs {
  if (path !== undefined) return parseOutputs(readBytes(resolve(path)), resolve(path));
  const found = findOutputs();
  if (found.path === undefined) throw nothingFound(found.searched);
  return parseOutputs(readBytes(found.path), found.path);
}

function readBytes(path: string): Uint8Array {
  try {
    const file = statSync(path);
    if (file.isDirectory()) {
      throw new OutputsError('unreadable', `${path} is a directory. Name the outputs file in it.`, { source: path });
    }
    if (file.size > LARGEST_FILE) {
      const size = `${Math.round(file.size / 1024 / 1024)} MB`;
      throw new OutputsError(
        'unreadable',
        `${path} has ${size}, more than the ${LARGEST_FILE / 1024 / 1024} MB that are read. Is it an outputs file?`,
        { source: path },
      );
    }
    return readFileSync(path);
  } catch (error) {
    throw fromSystem(error, path);
  }
}

function exists(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    throw fromSystem(error, path);
  }
}

function fromSystem(error: unknown, path: string): unknown {
  if (error instanceof OutputsError || !isSystemError(error)) return error;
  const where = { source: path, cause: error };
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
    return new OutputsError(
      'not-found',
      `${path} does not exist. Deploy the stack and write its outputs there, or name another file.`,
      where,
    );
  }
  if (error.code === 'EACCES' || error.code === 'EPERM') {
    return new OutputsError(
      'unreadable',
      `${path} cannot be read: permission denied. Give the user who runs the tests the right to read it.`,
      where,
    );
  }
  return new OutputsError('unreadable', `${path} cannot be read: ${error.message}.`, where);
}

/** Inside Jest, errors of the file system come from another realm, where `instanceof Error` says no. */
function isSystemError(error: unknown): error is { code: string; message: string } {
  return typeof error === 'object' && error !== null && 'code' in error && 'message' in error && 'syscall' in error;
}

function nothingFound(searched: string[]): OutputsError {
  const [only] = searched;
  if (searched.length === 1) {
    return new OutputsError(
      'not-found',
      `${only}, which STACKPROOF_OUTPUTS names, does not exist. Deploy the stack and write its outputs there, or correct the variable.`,
      { source: only },
    );
  }
  return new OutputsError(
    'not-found',
    `No outputs file was found. Write the stack's outputs to one of these places, or name the file in STACKPROOF_OUTPUTS:\n${searched.map((place) => `  ${place}`).join('\n')}`,
  );
}
