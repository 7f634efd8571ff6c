import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isDate, isUint8Array } from 'node:util/types';
import type { SdkOutput } from '../../src/aws/sdk-client';
import type { FacetName } from '../../src/facets';
import type { Request } from './exchange';
import { refusal } from './refusal';

/** An answer of AWS: an output, or an error code with its HTTP status. */
export interface RecordedAnswer extends Request {
  output?: object;
  error?: { code: string; status: number };
}

/** A resource, what is asked of it, and every answer that this takes. */
export interface RecordedCase {
  id: string;
  facets: FacetName[];
  answers: RecordedAnswer[];
}

const folder = path.join(__dirname, 'recorded');

/** The file with the answers of a type. */
export function fileOfAnswers(name: string): string {
  return path.join(folder, `${name}.json`);
}

/** The recorded cases of a type, by the name of its file in `src/resources`; none where there is no file. */
export function recordedCases(name: string): RecordedCase[] {
  const file = fileOfAnswers(name);
  return existsSync(file) ? (revive(JSON.parse(readFileSync(file, 'utf8'))) as RecordedCase[]) : [];
}

/** What tells one request from another. Times are those of the asking, so they do not count. */
export function keyOf({ package: name, operation, input }: Request): string {
  return `${name} ${operation} ${JSON.stringify(plain(input, () => 'a time'))}`;
}

/** Gives a recorded answer as the SDK would: the output, or the error. */
export function give({ output, error }: RecordedAnswer): SdkOutput {
  if (error) throw refusal(error.code, error.status);
  return { ...output };
}

/** A value as it stands in the file. */
export function plain(value: unknown, ofDate = (date: Date): unknown => ({ $date: date.toISOString() })): unknown {
  if (isDate(value)) return ofDate(value);
  if (isUint8Array(value)) return { $bytes: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map((each) => plain(each, ofDate));
  if (typeof value !== 'object' || value === null) return value;
  const rows = Object.entries(value).filter(([name, each]) => each !== undefined && name !== '$metadata');
  return Object.fromEntries(rows.map(([name, each]) => [name, plain(each, ofDate)]));
}

function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive);
  if (typeof value !== 'object' || value === null) return value;
  const { $date: date, $bytes: bytes } = value as { $date?: string; $bytes?: string };
  if (date !== undefined) return new Date(date);
  if (bytes !== undefined) return new Uint8Array(Buffer.from(bytes, 'base64'));
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, revive(each)]));
}
