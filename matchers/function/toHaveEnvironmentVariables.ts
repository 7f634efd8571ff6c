import { argument, isRecord, isRefusal, refuse } from '../../src/engine/argument';
import { type Handle, isHandle } from '../../src/engine/handle';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { refersTo } from '../reference/refers-to';
import { type ExpectedText, expectedText, fits, isAsymmetric } from '../value/value-match';

/** Variables that must be there: with their values, or by their names alone. */
export type ExpectedVariables = Record<string, ExpectedText | Handle> | string[];

type Variable = [name: string, value: ExpectedText | Handle | undefined];

interface VariableFacts {
  variables: Record<string, string>;
  /** ARN, id and name of the handles among the expected values. */
  names: ReadonlyMap<unknown, readonly string[]>;
}

const expectedVariables = argument<ExpectedVariables, Variable[]>(
  "variables with their values ({ STAGE: 'prod', TABLE: a handle }) or a list of names (['STAGE'])",
  (given) => {
    if (Array.isArray(given)) {
      const names = given.filter((name): name is string => typeof name === 'string' && name !== '');
      return names.length > 0 && names.length === given.length
        ? names.map((name): Variable => [name, undefined])
        : undefined;
    }
    if (!isRecord(given) || isHandle(given) || isAsymmetric(given)) return undefined;
    const rows = Object.entries(given);
    const wrong = rows.find(([, value]) => !isHandle(value) && isRefusal(expectedText.read(value)));
    if (wrong) return refuse(`the value of ${wrong[0]} must be a handle or ${expectedText.takes}`);
    return rows.length === 0 ? refuse('it names no variable') : (rows as Variable[]);
  },
);

export const toHaveEnvironmentVariables = defineMatcher({
  facet: 'environment',
  summary: 'has the given environment variables',
  takes: [expectedVariables],
  relate: async ({ variables }, ask, wanted: Variable[]): Promise<VariableFacts> => {
    const handles = wanted.map(([, value]) => value).filter(isHandle);
    const names = await Promise.all(handles.map(async (handle) => [handle, await ask.names(handle)] as const));
    return { variables, names: new Map(names) };
  },
  check: ({ variables, names }: VariableFacts, wanted: Variable[]) => {
    const hits = wanted.filter(([name, value]) => has({ variables, names }, name, value));
    const misses = wanted.filter((row) => !hits.includes(row));
    const told = misses.length > 0 ? misses : wanted;
    return {
      pass: misses.length === 0,
      expected: Object.fromEntries(told.map(([name, value]) => [name, valueInWords(value)])),
      received: Object.fromEntries(told.map((row) => [row[0], receivedInWords(row, variables, misses)])),
      fault:
        hits.length > 0 && misses.length > 0
          ? `only some of the variables are as given: ${list(hits)} yes, ${list(misses)} no`
          : undefined,
      advice:
        misses.length > 0
          ? `Values are masked. Variables that are set: ${Object.keys(variables).sort().join(', ') || 'none'}.`
          : undefined,
    };
  },
});

function has({ variables, names }: VariableFacts, name: string, value: Variable[1]): boolean {
  const received = Object.hasOwn(variables, name) ? variables[name] : undefined;
  if (received === undefined || value === undefined) return received !== undefined;
  const known = names.get(value);
  return known ? refersTo(received, known) : fits(value, received);
}

function valueInWords(value: Variable[1]): string {
  if (value === undefined) return 'any value';
  return isHandle(value) ? `what ${value} is known by` : '(masked)';
}

function receivedInWords([name]: Variable, variables: Record<string, string>, misses: Variable[]): string {
  if (!Object.hasOwn(variables, name)) return 'not set';
  return misses.some(([each]) => each === name) ? '(masked, another value)' : '(masked, as given)';
}

function list(rows: Variable[]): string {
  return rows.map(([name]) => name).join(', ');
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when all of these environment variables are set; others may be set too. Values are masked in messages.
     *
     * A handle as a value stands for the resource's ARN, id or name. Some as given and some not fails with `.not` as well:
     * ask one at a time what must not be set. Undetermined where AWS could not decrypt the variables.
     *
     * @param variables names with values (text, RegExp, asymmetric matcher, handle), or a list of names.
     * @example await expect(fn).toHaveEnvironmentVariables({ STAGE: 'prod', TABLE_NAME: resource('TableName') });
     */
    toHaveEnvironmentVariables: Method<T, 'environment', [variables: ExpectedVariables]>;
  }
}
