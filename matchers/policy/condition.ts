import type { PolicyStatement } from '../../src/facets';
import { covers, coversArn, overlaps, overlapsArn } from '../pattern/wildcard';

/** What is known of a request, by condition key in lower case. */
export type RequestContext = ReadonlyMap<string, ContextValue>;

/** A value of a request: `some` where the test leaves it open, and any value that fits the pattern will do. */
export interface ContextValue {
  value: string;
  some?: boolean;
}

/**
 * Whether a condition holds for a request: for all that was asked, for some of it, for none, or it hangs on something
 * that is not known.
 */
export type Holding = 'all' | 'some' | 'none' | 'unknown';

/** How a statement's conditions hold, and the one that decides it. */
export interface ConditionAnswer {
  holding: Holding;
  /** The deciding condition in words; absent where there is none. */
  because?: string;
}

interface Comparison {
  covers(pattern: string, asked: string): boolean;
  overlaps(pattern: string, asked: string): boolean;
}

/** These operators know no wildcards: a star in the policy is a star, which no value contains. */
const exactly = (pattern: string, asked: string) => pattern === asked && !/[*?]/.test(pattern);
const equals: Comparison = { covers: exactly, overlaps: (pattern, asked) => overlaps(literal(pattern), asked) };
const like: Comparison = { covers, overlaps };
const arn: Comparison = { covers: coversArn, overlaps: overlapsArn };

const comparisons = new Map<string, Comparison>([
  ['stringequals', equals],
  ['stringequalsignorecase', ignoringCase(equals)],
  ['stringlike', like],
  ['arnequals', arn],
  ['arnlike', arn],
  ['bool', ignoringCase(equals)],
]);

const opposites = new Map([
  ['stringnotequals', 'stringequals'],
  ['stringnotequalsignorecase', 'stringequalsignorecase'],
  ['stringnotlike', 'stringlike'],
  ['arnnotequals', 'arnequals'],
  ['arnnotlike', 'arnlike'],
]);

function literal(text: string): string {
  return text.replace(/[*?]/g, '\u0000');
}

function ignoringCase({ covers: one, overlaps: other }: Comparison): Comparison {
  return {
    covers: (pattern, asked) => one(pattern.toLowerCase(), asked.toLowerCase()),
    overlaps: (pattern, asked) => other(pattern.toLowerCase(), asked.toLowerCase()),
  };
}

const gravity: Holding[] = ['none', 'unknown', 'some', 'all'];

/** Judges all conditions of a statement: every one of them must hold. */
export function judgeConditions({ conditions }: PolicyStatement, context: RequestContext): ConditionAnswer {
  const answers = Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(keys).map(
      ([key, values]): ConditionAnswer => ({
        holding: judgeOne(operator, values, context.get(key.toLowerCase())),
        because: `${operator} ${key} ${values.join(', ')}`,
      }),
    ),
  );
  const [worst] = answers.sort((one, other) => gravity.indexOf(one.holding) - gravity.indexOf(other.holding));
  return worst ?? { holding: 'all' };
}

function judgeOne(operator: string, values: string[], known: ContextValue | undefined): Holding {
  if (known === undefined) return 'unknown';
  const name = operator
    .toLowerCase()
    .replace(/^for(any|all)values?:/, '')
    .replace(/ifexists$/, '');
  if (name === 'null') return values.includes('false') ? 'all' : 'none';
  const opposite = opposites.get(name);
  const comparison = comparisons.get(opposite ?? name);
  if (!comparison) return 'unknown';
  const holding = compareValues(comparison, values, known.value);
  const open = holding === 'some' && !known.some ? 'unknown' : holding;
  if (opposite === undefined) return open;
  return open === 'all' ? 'none' : open === 'none' ? 'all' : open;
}

function compareValues(comparison: Comparison, values: string[], asked: string): Holding {
  if (values.some((pattern) => comparison.covers(pattern, asked))) return 'all';
  return values.some((pattern) => comparison.overlaps(pattern, asked)) ? 'some' : 'none';
}
