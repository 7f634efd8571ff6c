import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Asked, askedBefore, askedFile } from '../../src/broker/asked';

const bucket = { type: 'AWS::S3::Bucket', id: 'orders-1a2b', identifier: 'name', value: 'orders-1a2b', key: 'Bucket' };

let directory: string;
let file: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(os.tmpdir(), 'stackproof-asked-'));
  file = askedFile(path.join(directory, 'cache'), 'one');
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

test('what a run asked is known to the next one, once, in its order, by output and not by resource', () => {
  const asked = new Asked();
  asked.note(bucket, 'versioning');
  asked.note({ ...bucket, stack: 'Orders' }, 'tags');
  asked.note(bucket, 'versioning');
  asked.write(file);
  expect(askedBefore(file)).toEqual([
    { key: 'Bucket', type: 'AWS::S3::Bucket', facet: 'versioning' },
    { key: 'Bucket', stack: 'Orders', type: 'AWS::S3::Bucket', facet: 'tags' },
  ]);
  expect(readFileSync(file, 'utf8')).not.toContain('orders-1a2b');
});

test('a resource that no output names is left out', () => {
  const asked = new Asked();
  asked.note({ ...bucket, key: undefined }, 'versioning');
  asked.write(file);
  expect(existsSync(file)).toBe(false);
});

test('a run that asked nothing leaves the questions of the run before', () => {
  const asked = new Asked();
  asked.note(bucket, 'versioning');
  asked.write(file);
  new Asked().write(file);
  expect(askedBefore(file)).toHaveLength(1);
});

test.each([
  ['no file', undefined],
  ['a damaged file', '[{"key":"Buck'],
  ['something else', '{"version":2}'],
  ['what names no type', '[{"key":"Bucket","type":5,"facet":"tags"}]'],
])('%s is no question', (_, content) => {
  const other = path.join(directory, 'asked.json');
  if (content !== undefined) writeFileSync(other, content);
  expect(askedBefore(other)).toEqual([]);
});
