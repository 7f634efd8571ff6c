import { types } from 'node:util';
import { isRecord } from '../../src/engine/argument';
import { isHandle } from '../../src/engine/handle';
import { refersTo } from '../reference/refers-to';
import { fits, isAsymmetric, shown } from '../value/value-match';
import { type Found, follow } from './path';

/** Names of the resources behind the handles in an expectation. */
export type NamesOfHandles = ReadonlyMap<unknown, readonly string[]>;

/** One place where the described state is not what the test says. */
export interface Difference {
  path: string;
  expected: unknown;
  received: unknown;
  /** Set where the state has no such place. */
  dead?: Found['dead'];
}

/** What a comparison found. */
export interface Comparison {
  /** Places that are as the test says. */
  hits: string[];
  differences: Difference[];
}

/** Whether a value is compared property by property. */
export function isStructure(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && !isHandle(value) && !isAsymmetric(value) && !types.isDate(value);
}

/** Compares a described state with the part of it that a test spells out. */
export function compare(state: unknown, expected: unknown, names: NamesOfHandles, path = ''): Comparison {
  if (isStructure(expected)) return compareProperties(state, expected, names, path);
  if (Array.isArray(expected)) return compareItems(state, expected, names, path);
  if (isLeaf(state, expected, names)) return { hits: [path], differences: [] };
  return { hits: [], differences: [difference(path, expected, state, names)] };
}

function isLeaf(state: unknown, expected: unknown, names: NamesOfHandles): boolean {
  const known = names.get(expected);
  return known ? typeof state === 'string' && refersTo(state, known) : fits(expected, state);
}

function compareProperties(
  state: unknown,
  expected: Record<string, unknown>,
  names: NamesOfHandles,
  path: string,
): Comparison {
  if (!isRecord(state)) return { hits: [], differences: [difference(path, 'an object', state, names)] };
  return merge(
    Object.entries(expected).flatMap(([key, wanted]) =>
      follow(state, key, path).map((found) => compareFound(found, wanted, names)),
    ),
  );
}

function compareFound({ path, value, dead }: Found, wanted: unknown, names: NamesOfHandles): Comparison {
  if (!dead) return compare(value, wanted, names, path);
  if (wanted === null) return { hits: [path], differences: [] };
  return { hits: [], differences: [{ ...difference(path, wanted, undefined, names), dead }] };
}

function compareItems(state: unknown, expected: unknown[], names: NamesOfHandles, path: string): Comparison {
  if (!Array.isArray(state) || state.length !== expected.length) {
    return { hits: [], differences: [difference(path, expected, state, names)] };
  }
  return merge(expected.map((item, index) => compare(state[index], item, names, `${path}[${index}]`)));
}

function merge(comparisons: Comparison[]): Comparison {
  return {
    hits: comparisons.flatMap(({ hits }) => hits),
    differences: comparisons.flatMap(({ differences }) => differences),
  };
}

const secretName =
  /secret|password|passphrase|token|credential|private_?key|api_?key|environment(?:\.variables|\[\d+\])/i;

function difference(path: string, expected: unknown, received: unknown, names: NamesOfHandles): Difference {
  const hide = secretName.test(path) ? masked : summary;
  const known = names.get(expected);
  return { path, expected: known ? `${expected} (${known[0]})` : hide(shown(expected)), received: hide(received) };
}

function masked(value: unknown): unknown {
  return typeof value === 'string' && !value.startsWith('arn:') ? '(masked)' : summary(value);
}

/** Values as they are; structures by their size, because whatever is in them may be a secret. */
function summary(value: unknown): unknown {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return isRecord(value) && !types.isDate(value)
    ? `an object with ${Object.keys(value).join(', ') || 'nothing'}`
    : value;
}
