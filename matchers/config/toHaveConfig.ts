import { argument, refuse } from '../../src/engine/argument';
import { isHandle } from '../../src/engine/handle';
import { type Ask, defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { compare, type Difference, isStructure, type NamesOfHandles } from './difference';

/** Part of a described state: property names or paths, and what must be there. */
export type ExpectedConfig = Record<string, unknown>;

interface DescribedState {
  state: Record<string, unknown>;
  names: NamesOfHandles;
}

const shownAtMost = 5;
const deepest = 50;

const expectedConfig = argument<ExpectedConfig>(
  "part of the described state, such as { MultiAZ: true, 'Endpoint.Port': 5432 }",
  (given) => {
    if (!isStructure(given)) return undefined;
    const problem = problemIn(given, '', 0);
    return problem === undefined ? given : refuse(problem);
  },
);

function problemIn(value: unknown, path: string, depth: number): string | undefined {
  if (value === undefined) return `${path} is undefined; write null for a property that must be absent`;
  if (typeof value === 'function') return `${path} is a function`;
  if (depth > deepest) return 'it is too deep, or contains itself';
  const entries = isStructure(value) ? Object.entries(value) : Array.isArray(value) ? [...value.entries()] : undefined;
  if (entries?.length === 0 && isStructure(value)) return `${path || 'it'} is empty and says nothing`;
  return entries
    ?.map(([name, inner]) => problemIn(inner, path === '' ? String(name) : `${path}.${name}`, depth + 1))
    .find((problem) => problem !== undefined);
}

function handlesIn(value: unknown): ResourceLike[] {
  if (isHandle(value)) return [value];
  if (Array.isArray(value)) return value.flatMap(handlesIn);
  return isStructure(value) ? Object.values(value).flatMap(handlesIn) : [];
}

async function namesIn(config: ExpectedConfig, ask: Ask): Promise<NamesOfHandles> {
  const handles = handlesIn(config);
  return new Map(await Promise.all(handles.map(async (handle) => [handle, await ask.names(handle)] as const)));
}

export const toHaveConfig = defineMatcher({
  facet: 'config',
  summary: 'is described with the given properties',
  takes: [expectedConfig],
  relate: async (state, ask, expected: ExpectedConfig): Promise<DescribedState> => ({
    state,
    names: await namesIn(expected, ask),
  }),
  check: ({ state, names }: DescribedState, expected: ExpectedConfig) => {
    const { hits, differences } = compare(state, expected, names);
    const told = differences.slice(0, shownAtMost);
    const dead = differences.find((each) => each.dead);
    const paths = differences.map(({ path }) => path).join(', ');
    return {
      pass: differences.length === 0,
      expected: differences.length === 0 ? `as given: ${hits.join(', ')}` : byPath(told, 'expected'),
      received: differences.length === 0 ? `as given: ${hits.join(', ')}` : byPath(told, 'received'),
      fault:
        dead !== undefined
          ? `AWS describes nothing at ${dead.path}`
          : differences.length > 0 && hits.length > 0
            ? `only some of it is as given: ${hits.join(', ')} yes, ${paths} no`
            : undefined,
      advice: dead ? adviceOnDeadEnd(dead) : adviceOnText(differences),
    };
  },
});

function byPath(differences: Difference[], side: 'expected' | 'received'): Record<string, unknown> {
  return Object.fromEntries(differences.map((each) => [each.path, each[side]]));
}

function adviceOnDeadEnd({ path, dead }: Difference): string {
  const place = dead?.at ? `At ${dead.at}` : 'At the top';
  const names = dead?.names.slice(0, 30).join(', ') || 'nothing';
  return `${place} there is ${names}. Write null for a property that must be absent: { '${path}': null }.`;
}

function adviceOnText(differences: Difference[]): string | undefined {
  const text = differences.find(
    ({ expected, received }) =>
      typeof received === 'string' && typeof expected !== 'string' && String(expected) === received,
  );
  return text && `AWS gives ${text.path} as text: write '${text.received}'.`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the state that AWS describes contains these properties; whatever else it contains does not matter.
     *
     * Names may be paths: `'Endpoint.Port'`, `'Subnets[0].Id'`, `'Rules[*].Status'` (every item). The first letter of a
     * property counts in either case, as CloudFormation and the APIs differ in it. A value is a literal, a RegExp, an
     * asymmetric matcher, a handle (any of its ARN, id and name), an object (partial), a list (same length), or `null`
     * for a property that must be absent. A property that is absent, or a state that is only partly as given, fails
     * with `.not` as well. Values under secret-looking names are masked in messages.
     *
     * @param config what must be in the described state; `await handle.describe()` shows all of it.
     * @example await expect(db).toHaveConfig({ DBInstanceClass: /^db\.t4g/, 'Endpoint.Port': 5432 });
     */
    toHaveConfig: Method<T, 'config', [config: ExpectedConfig]>;
  }
}
