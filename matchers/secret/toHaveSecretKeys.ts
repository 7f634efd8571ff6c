import { oneOrMany, text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toHaveSecretKeys = defineMatcher({
  facet: 'secretContent',
  summary: 'holds values under the given keys',
  takes: [oneOrMany(text)],
  check: ({ kind, keys, emptyKeys }, wanted: string[]) => {
    const there = wanted.filter((key) => keys.includes(key));
    const empty = there.filter((key) => emptyKeys.includes(key));
    const missing = wanted.filter((key) => !keys.includes(key));
    return {
      pass: missing.length === 0 && empty.length === 0,
      expected: `the keys ${wanted.join(', ')}`,
      received: kind === 'json' ? `the keys ${keys.join(', ') || '(none)'}` : `a ${kind} value without keys`,
      fault:
        empty.length > 0
          ? `the value of ${empty.join(', ')} is empty`
          : there.length > 0 && missing.length > 0
            ? `only some of the keys are there: ${there.join(', ')} yes, ${missing.join(', ')} no`
            : undefined,
      advice: missing.length > 0 ? 'Keys are case-sensitive. Values are never shown.' : undefined,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the secret is a JSON object with a value under each of these keys; others may be there too. Values are
     * read (`secretsmanager:GetSecretValue`, `kms:Decrypt`) and never shown nor kept.
     *
     * A key with an empty value, or only some of the keys, fails in both directions.
     *
     * @param keys one key or several.
     * @example await expect(secret).toHaveSecretKeys(['username', 'password']);
     */
    toHaveSecretKeys: Method<T, 'secretContent', [keys: string | string[]]>;
  }
}
