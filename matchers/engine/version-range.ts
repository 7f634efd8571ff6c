import { hasPrefix, orderAgainst, segmentsOf } from './version-number';

/** A range of versions. */
export interface VersionRange {
  /** Lowest version that fits. */
  from?: string;
  /** Highest version that fits, with everything below it: `to: '16'` includes 16.9. */
  to?: string;
  /** First version that no longer fits: `before: '17'` includes 16.9 and excludes 17.0. */
  before?: string;
}

/** One condition of a range, such as `>=15.4`. */
export interface Comparator {
  operator: '>=' | '>' | '<=' | '<' | '=';
  bound: string;
}

/** A range as alternatives, of which one must fit with all its comparators. */
export type Alternatives = Comparator[][];

const version = String.raw`\d+(?:[.\-_+][0-9a-z]+)*(?:\.[x*])*`;
const comparator = new RegExp(String.raw`^(>=|<=|>|<|=|\^|~)?\s*v?(${version})$`, 'i');

/** Reads a range such as `>=15.4 <17`, `^15.4`, `~8.0.36` or `14 || 16`; `undefined` when it is none. */
export function parseRange(range: string): Alternatives | undefined {
  const alternatives = range.split('||').map((part) => parseAlternative(part.trim()));
  return alternatives.every((each) => each !== undefined) ? alternatives : undefined;
}

function parseAlternative(part: string): Comparator[] | undefined {
  const words = part.replace(/(>=|<=|>|<|=|\^|~)\s+/g, '$1').split(/[\s,]+/);
  const comparators = words.map(parseComparator);
  return comparators.every((each) => each !== undefined) ? comparators.flat() : undefined;
}

function parseComparator(word: string): Comparator[] | undefined {
  const [, operator = '=', given = ''] = comparator.exec(word) ?? [];
  if (given === '') return undefined;
  const bound = given.replace(/(\.[x*])+$/i, '');
  if (operator === '^') return within(bound, caretLength(bound));
  if (operator === '~') return within(bound, Math.min(2, segmentsOf(bound).length));
  return [{ operator: operator as Comparator['operator'], bound }];
}

function within(bound: string, length: number): Comparator[] {
  return [
    { operator: '>=', bound },
    { operator: '=', bound: segmentsOf(bound).slice(0, length).join('.') },
  ];
}

/** The caret lets everything change after the first segment that is not zero. */
function caretLength(bound: string): number {
  const index = segmentsOf(bound).findIndex((segment) => Number(segment) !== 0);
  return index < 0 ? segmentsOf(bound).length : index + 1;
}

/** The same range as alternatives. */
export function alternativesOf({ from, to, before }: VersionRange): Alternatives {
  const comparators: Comparator[] = [];
  if (from !== undefined) comparators.push({ operator: '>=', bound: from });
  if (to !== undefined) comparators.push({ operator: '<=', bound: to });
  if (before !== undefined) comparators.push({ operator: '<', bound: before });
  return [comparators];
}

/** Whether a version is in a range; `undefined` where the two cannot be compared. */
export function isInRange(version: string, range: Alternatives): boolean | undefined {
  const answers = range.map((comparators) => fitsAll(version, comparators));
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

function fitsAll(version: string, comparators: Comparator[]): boolean | undefined {
  const answers = comparators.map((each) => fitsOne(version, each));
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

function fitsOne(version: string, { operator, bound }: Comparator): boolean | undefined {
  if (operator === '=') return hasPrefix(version, bound);
  const order = orderAgainst(version, bound);
  if (order === undefined) return undefined;
  if (operator === '>=') return order >= 0;
  if (operator === '>') return order > 0;
  return operator === '<=' ? order <= 0 : order < 0;
}
