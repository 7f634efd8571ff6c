import { argument, isRecord, isRefusal, optional, refuse, text } from '../../src/engine/argument';
import { isHandle } from '../../src/engine/handle';
import { type Ask, defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { resourceLike } from '../../src/engine/resource-like';
import type { SecretReference, SecretReferences } from '../../src/facets';
import { isArn, refersTo } from '../reference/refers-to';
import { compareExactly, judgeExactly } from '../value/exact-set';

/** Where the value of a variable comes from. */
export interface SecretSource {
  /** Secret or parameter. */
  from: ResourceLike;
  /** Key in the JSON of the secret; the whole secret when left out. */
  key?: string;
}

/** Where each variable comes from, by its name. */
export type ExpectedSecrets = Record<string, SecretSource>;

interface Source {
  key?: string;
  names: readonly string[];
}

interface SecretFacts {
  references: SecretReference[];
  wanted: [name: string, source: Source][];
}

const source = options<SecretSource>({ from: resourceLike, key: optional(text) });

const expectedSecrets = argument<ExpectedSecrets>(
  "variables with their sources, such as { DB_PASSWORD: { from: resource('DatabaseSecretArn'), key: 'password' } }",
  (given) => {
    if (!isRecord(given) || isHandle(given) || Object.keys(given).length === 0) return undefined;
    const rows = Object.entries(given).map(([name, value]) => [name, source.read(value)] as const);
    const wrong = rows.find(([, value]) => isRefusal(value));
    return wrong
      ? refuse(`the source of ${wrong[0]} must be ${source.takes}`)
      : (Object.fromEntries(rows) as ExpectedSecrets);
  },
);

export const toHaveOnlySecrets = defineMatcher({
  facet: 'secretReferences',
  summary: 'fills the given variables from secrets, and no other',
  takes: [expectedSecrets],
  relate: async ({ references }: SecretReferences, ask, expected: ExpectedSecrets): Promise<SecretFacts> => ({
    references,
    wanted: await Promise.all(Object.entries(expected).map((row) => sourceOf(row, ask))),
  }),
  check: ({ references, wanted }: SecretFacts, _expected: ExpectedSecrets) =>
    judgeExactly(
      compareExactly(references, wanted, ([name, source], each) => variableOf(each) === name && isFrom(each, source), {
        item: ({ of, resource, jsonKey, version }) => inWords(of, resource.id, jsonKey, version),
        wish: ([name, { names, key }]) => inWords(name, names.find(isArn) ?? names[0] ?? '', key),
      }),
      'nothing from a secret',
    ),
});

async function sourceOf([name, { from, key }]: [string, SecretSource], ask: Ask): Promise<[string, Source]> {
  return [name, { names: await ask.names(from), key }];
}

/** `app DB_PASSWORD` is the variable DB_PASSWORD of the container app. */
function variableOf({ of }: SecretReference): string {
  return of.slice(of.indexOf(' ') + 1);
}

function isFrom({ resource, jsonKey, version }: SecretReference, { names, key }: Source): boolean {
  return refersTo(resource.id, names) && jsonKey === key && version === undefined;
}

function inWords(variable: string, source: string, key: string | undefined, version?: string): string {
  return [`${variable} from ${source}`, key && `key ${key}`, version && `version ${version}`]
    .filter(Boolean)
    .join(', ');
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when exactly these variables are filled from secrets and parameters (`secrets[].valueFrom`), each from the
     * current version of the source that is named: what is no credential belongs into the plain environment, and a
     * credential that comes from another secret is the wrong one.
     *
     * @param secrets by variable, `{ from, key? }`: the secret or parameter, and the key in its JSON.
     * @example await expect(task).toHaveOnlySecrets({ DB_PASSWORD: { from: resource('DatabaseSecretArn'), key: 'password' } });
     */
    toHaveOnlySecrets: Method<T, 'secretReferences', [secrets: ExpectedSecrets]>;
  }
}
