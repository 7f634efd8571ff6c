import { argument, isRecord, isRefusal, refuse } from '../../src/engine/argument';
import { isHandle } from '../../src/engine/handle';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import type { NamedOutput, StackOutputs } from '../../src/facets';
import { type ExpectedText, expectedText, fits, isAsymmetric, shown } from '../value/value-match';

/** Outputs that must be there: by their names alone, or with their values. */
export type ExpectedOutputs = string[] | Record<string, ExpectedText | number | boolean>;

type Wanted = [name: string, value: ExpectedText | undefined];

const expectedOutputs = argument<ExpectedOutputs, Wanted[]>(
  "names of outputs (['VpcId']) or names with their values ({ VpcId: /^vpc-/, Environment: 'dev' })",
  (given) => {
    if (Array.isArray(given)) {
      const names = given.filter((name): name is string => typeof name === 'string' && name.trim() !== '');
      if (names.length < given.length) return refuse('a name is no text');
      return names.length === 0 ? refuse('it names no output') : names.map((name): Wanted => [name, undefined]);
    }
    if (!isRecord(given) || isHandle(given) || isAsymmetric(given)) return undefined;
    const rows = Object.entries(given).map(([name, value]) => [name, expectedText.read(scalarAsText(value))] as const);
    const wrong = rows.find(([, value]) => isRefusal(value));
    if (wrong) return refuse(`the value of ${wrong[0]} must be ${expectedText.takes}`);
    return rows.length === 0 ? refuse('it names no output') : (rows as unknown as Wanted[]);
  },
);

interface Finding {
  name: string;
  holds: boolean;
  expected: string;
  received: string;
  output?: NamedOutput;
}

export const toHaveOutputs = defineMatcher({
  facet: 'outputs',
  summary: 'hold what is named here, and no placeholder in its place',
  takes: [expectedOutputs],
  check: (outputs, wanted: Wanted[]) => {
    const findings = wanted.map((row) => judge(outputs, row));
    const misses = findings.filter(({ holds }) => !holds);
    const hits = findings.filter(({ holds }) => holds);
    const told = misses.length > 0 ? misses : findings;
    return {
      pass: misses.length === 0,
      expected: told.map(({ expected }) => expected).join(', '),
      received: told.map(({ received }) => received).join(', '),
      fault:
        hits.length > 0 && misses.length > 0
          ? `${misses.length} of ${findings.length} outputs ${misses.length === 1 ? 'is' : 'are'} not as named`
          : undefined,
      judged: findings.flatMap(({ output }) => (output ? [{ key: output.key, stack: output.stack }] : [])),
    };
  },
});

function judge(outputs: StackOutputs, [name, value]: Wanted): Finding {
  const { found, near, secret } = outputs.find(name);
  const expected = value === undefined ? name : `${name} as ${secret ? '(masked)' : inWords(value)}`;
  const there = found.filter(({ missing }) => missing === undefined);
  const [first] = found;
  const [output] = there;
  if (!first) {
    const meant = near.length > 0 ? ` (did you mean ${near.join(', ')}?)` : '';
    return { name, holds: false, expected, received: `no output ${name}${meant}` };
  }
  if (!output) return { name, holds: false, expected, received: `${first.key} is ${first.missing}`, output: first };
  const other = there.find((each) => value !== undefined && !holds(value, each.value));
  const told = other ?? output;
  return { name, holds: !other, expected, received: `${nameOf(told)} is ${told.shown}`, output: told };
}

/** A list is compared as the CDK writes it, and a number as everybody does. */
function holds(expected: ExpectedText, received: unknown): boolean {
  if (isAsymmetric(expected)) return fits(expected, received);
  if (Array.isArray(received)) return fits(expected, received.join(','));
  return fits(expected, typeof received === 'object' ? JSON.stringify(received) : String(received));
}

function scalarAsText(value: unknown): unknown {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}

function inWords(value: ExpectedText): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(shown(value));
}

function nameOf({ key, stack }: NamedOutput): string {
  return stack === undefined ? key : `${key} of ${stack}`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when every output named is in the outputs file and holds a value and no placeholder such as `N/A`; further
     * outputs may be there. Judges `outputs` itself, and no resource.
     *
     * Fails where the file lacks one, and skips where there is no file: nothing is deployed then. Names match regardless
     * of case, separators and a CDK hash. Some as named and some not fails with `.not` as well.
     *
     * @param expected names, or names with values (text, number, RegExp, asymmetric matcher).
     * @example await expect(outputs).toHaveOutputs({ VpcId: /^vpc-/, Environment: 'dev' });
     */
    toHaveOutputs: Method<T, 'outputs', [expected: ExpectedOutputs]>;
  }
}
