import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DEFAULT_PLACES, discover, findOutputs, OutputsError, parseOutputs, readOutputs } from '../../src/outputs';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'stackproof-outputs-'));
});
afterAll(() => rmSync(directory, { recursive: true }));
afterEach(() => {
  process.env.STACKPROOF_OUTPUTS = '';
});

function file(content: string | Uint8Array, name = 'outputs.json'): string {
  const target = path.join(directory, name);
  writeFileSync(target, content);
  return target;
}

function failure(run: () => unknown): OutputsError {
  try {
    run();
  } catch (error) {
    if (error instanceof OutputsError) return error;
    throw error;
  }
  throw new Error('expected an OutputsError, and nothing was thrown');
}

test.each([
  ['hello', 1, 1, "expected a JSON value and found 'h'"],
  ['{"a": "b",\n  "c": "d', 2, 10, 'the text ends inside a string, so it is probably truncated'],
  ['{"a": {"b": 1}', 1, 15, "the text ends before a closing '}', so it is probably truncated"],
  ['{"a": "b",\n}', 2, 1, 'expected a name in double quotes'],
  ['{"a": "b"}\n{"c": "d"}', 2, 1, 'there is more after the end of the JSON value'],
  ["{'a': 'b'}", 1, 2, 'expected a name in double quotes'],
  ['{"a" "b"}', 1, 6, "expected ':' after a name"],
  ['{"a": "b" "c": 1}', 1, 11, "expected ',' or '}' and found '\"'"],
  ['{"a": "line\nbreak"}', 1, 12, 'a line break or control character stands inside a string'],
  ['{"a": 1,\n "a": 2}', 2, 2, 'the name "a" stands twice in one object, with two values'],
])('%j is one clear error with its place', (content, line, column, what) => {
  const source = file(content);
  const error = failure(() => readOutputs(source));
  expect(error).toMatchObject({ code: 'malformed', source, line, column });
  expect(error.message).toContain(`${source}:${line}:${column} is not the JSON of a stack's outputs: ${what}`);
  expect(error.stack).not.toContain('    at ');
});

test.each([
  ['', 'is empty'],
  [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff), 'is not a text file'],
  ['null', 'does not hold the outputs of a stack: it is null'],
  ['3', 'it is a number'],
  ['[1, 2]', 'a list whose items are not {"OutputKey", "OutputValue"}'],
])('%j says what is wrong and what to do', (content, what) => {
  const error = failure(() => readOutputs(file(content)));
  expect(error.code).toBe('malformed');
  expect(error.message).toContain(what);
});

/** Root may read every file, so where the tests run as root it becomes nobody for the moment. */
function withoutPrivileges<T>(run: () => T): T {
  if (process.geteuid?.() !== 0) return run();
  process.seteuid?.(65_534);
  try {
    return run();
  } finally {
    process.seteuid?.(0);
  }
}

test('a file that the user may not read is no absent file', () => {
  const secret = file('{"VpcId":"vpc-0fedcba9876543210"}', 'forbidden.json');
  chmodSync(directory, 0o755);
  chmodSync(secret, 0);
  const error = withoutPrivileges(() => failure(() => readOutputs(secret)));
  expect(error).toMatchObject({ code: 'unreadable', source: secret });
  expect(error.message).toContain(`${secret} cannot be read: permission denied. Give the user who runs the tests`);
});

test('an absent file, a directory and a path through a file are told apart', () => {
  const absent = path.join(directory, 'absent.json');
  expect(failure(() => readOutputs(absent))).toMatchObject({
    code: 'not-found',
    message: expect.stringContaining(`${absent} does not exist`),
  });
  expect(failure(() => readOutputs(directory))).toMatchObject({
    code: 'unreadable',
    message: expect.stringContaining('is a directory'),
  });
  expect(failure(() => readOutputs(path.join(file('{}'), 'x.json'))).code).toBe('not-found');
});

test.each([
  ['UTF-8 with a mark', Buffer.from('\ufeff{"VpcId":"vpc-é"}')],
  ['UTF-16 little endian', Buffer.from('\ufeff{"VpcId":"vpc-é"}', 'utf16le')],
  ['UTF-16 big endian', Buffer.from('\ufeff{"VpcId":"vpc-é"}', 'utf16le').swap16()],
  ['UTF-16 without a mark', Buffer.from('{"VpcId":"vpc-é"}', 'utf16le')],
])('%s is read', (_encoding, bytes) => {
  expect(readOutputs(file(bytes)).entries).toEqual([{ key: 'VpcId', value: 'vpc-é', sensitive: false }]);
});

test('the same value twice under one name is no conflict', () => {
  expect(parseOutputs('{"a":"1","a":"1"}').entries).toHaveLength(1);
});

test('names that are dangerous in JavaScript are plain names', () => {
  const json = '{"__proto__":{"polluted":"vpc-0a1b2c3d"},"constructor":"x","toString":"y"}';
  const rows = discover(json);
  expect(rows.map(({ key }) => key)).toEqual(['__proto__', 'constructor', 'toString']);
  expect({}).not.toHaveProperty('polluted');
});

test('deep nesting, ten thousand names and one huge value end within the time of a test', () => {
  expect(discover(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)).toHaveLength(1);
  expect(discover(`{"a":${'{"b":'.repeat(50_000)}1${'}'.repeat(50_000)}}`).length).toBeGreaterThan(0);
  expect(
    discover(Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`Bucket${index}Name`, `shop-${index}`]))),
  ).toHaveLength(10_000);
  expect(discover(readOutputs(file(JSON.stringify({ a: 'a'.repeat(50_000_000) }))))[0]?.type).toBe('none');
});

describe('where outputs are looked for', () => {
  test('STACKPROOF_OUTPUTS comes first and alone', () => {
    process.env.STACKPROOF_OUTPUTS = 'named.json';
    const root = mkdtempSync(path.join(directory, 'root-'));
    writeFileSync(path.join(root, 'outputs.json'), '{}');
    expect(findOutputs(root)).toEqual({ searched: [path.join(root, 'named.json')] });
    writeFileSync(path.join(root, 'named.json'), '{}');
    expect(findOutputs(root).path).toBe(path.join(root, 'named.json'));
  });

  test('then the default places, in their order', () => {
    const root = mkdtempSync(path.join(directory, 'root-'));
    expect(findOutputs(root)).toEqual({ searched: DEFAULT_PLACES.map((place) => path.join(root, place)) });
    writeFileSync(path.join(root, 'outputs.json'), '{}');
    mkdirSync(path.join(root, 'cfn-outputs'));
    writeFileSync(path.join(root, 'cfn-outputs/flat-outputs.json'), '{}');
    expect(findOutputs(root).path).toBe(path.join(root, 'cfn-outputs/flat-outputs.json'));
  });

  test('nothing found names every place', () => {
    process.env.STACKPROOF_OUTPUTS = path.join(directory, 'gone.json');
    const error = failure(() => readOutputs());
    expect(error.code).toBe('not-found');
    expect(error.message).toBe(
      `${path.join(directory, 'gone.json')}, which STACKPROOF_OUTPUTS names, does not exist. Deploy the stack and write its outputs there, or correct the variable.`,
    );
  });
});
