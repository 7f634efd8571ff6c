import { type Ask, defineMatcher, type Method } from '../../src/engine/matcher';
import type { SecretReference, SecretReferences } from '../../src/facets';

interface Resolved extends SecretReference {
  exists: boolean;
  /** Names in the secret; only where the reference names a key. */
  keys?: string[];
}

export const toHaveResolvableSecrets = defineMatcher({
  facet: 'secretReferences',
  summary: 'names secrets and parameters that are there',
  relate: async ({ references }: SecretReferences, ask): Promise<Resolved[]> =>
    Promise.all(references.map((reference) => resolve(reference, ask))),
  check: (references: Resolved[]) => {
    const problems = references.map(problemIn).filter((problem) => problem !== undefined);
    const versioned = references.find(({ jsonKey, version }) => jsonKey !== undefined && version !== undefined);
    return {
      pass: problems.length === 0,
      expected: 'every secret, parameter and JSON key that is named',
      received: problems.length > 0 ? problems : `${references.length} references, all there`,
      ...(references.length === 0 && { notApplicable: 'It names no secret and no parameter.' }),
      ...(problems.length === 0 &&
        versioned && {
          notApplicable: `${versioned.of} names the version ${versioned.version} of ${versioned.resource.id}, and only keys of the current version are read.`,
        }),
    };
  },
});

async function resolve(reference: SecretReference, ask: Ask): Promise<Resolved> {
  const { exists } = await ask.facet(reference.resource, 'existence');
  if (!exists || reference.jsonKey === undefined || reference.version !== undefined) return { ...reference, exists };
  return { ...reference, exists, keys: (await ask.facet(reference.resource, 'secretContent')).keys };
}

function problemIn({ of, resource, jsonKey, exists, keys }: Resolved): string | undefined {
  if (!exists) return `${of}: ${resource.id} does not exist`;
  if (jsonKey === undefined || keys === undefined || keys.includes(jsonKey)) return undefined;
  return `${of}: ${resource.id} has no key ${jsonKey} (its keys: ${keys.join(', ') || 'none, it is no JSON object'})`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when every secret and parameter from which variables are filled (`secrets[].valueFrom`) exists, and every JSON
     * key that is named is in the secret. A task whose reference leads nowhere never starts. Values are never shown; names of
     * keys are, which needs `secretsmanager:GetSecretValue`.
     *
     * @example await expect(task).toHaveResolvableSecrets();
     */
    toHaveResolvableSecrets: Method<T, 'secretReferences'>;
  }
}
