import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { usedMatchers } from '../../src/jest/used-matchers';

const names = ['toExist', 'toBeMultiAz', 'toHaveTags'];
const folder = mkdtempSync(path.join(os.tmpdir(), 'stackproof-used-'));
const file = path.join(folder, 'suite.test.ts');

afterAll(() => rmSync(folder, { recursive: true }));

function used(source: string, otherSetUp = false): readonly string[] {
  writeFileSync(file, source);
  return usedMatchers(names, file, otherSetUp);
}

const head =
  "import { resource } from 'stackproof';\nimport { expect } from '@jest/globals';\nimport path from 'node:path';\n";

test('a file gets the matchers that it names', () => {
  expect(used(`${head}await expect(a).toExist(); await expect(a)['toHaveTags']({});`)).toEqual([
    'toExist',
    'toHaveTags',
  ]);
});

test.each([
  ["import { check } from './check';"],
  ["import check from '@acme/checks';"],
  ["const check = require('./check');"],
  ["const check = await import('./check');"],
  ["export * from './check';"],
  ["expect(a)['to' + name]();"],
  ['expect(a)[`to$' + '{name}`]();'],
])('with %s it may call any of them', (line) => {
  expect(used(`${head}${line}`)).toEqual(names);
});

test('set-up files of their own may call any of them', () => {
  expect(used(head, true)).toEqual(names);
});
