import { oneOrMany, optional, text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { isPlainSecret } from './plain-secret';

/** What is known to be no secret. */
export interface PlainSecretsExpectation {
  /** Names of variables that look like secrets and are none. */
  except?: string | string[];
}

interface Expected {
  except?: string[];
}

export const toHaveNoPlainSecrets = defineMatcher({
  facet: 'plainEnvironment',
  summary: 'keeps secrets out of its environment',
  takes: [optional(options<Expected>({ except: optional(oneOrMany(text)) }))],
  check: ({ parts }, { except = [] }: Expected = {}) => {
    const plain = parts.flatMap(({ of, variables }) =>
      Object.entries(variables)
        .filter(([name, value]) => !except.includes(name) && isPlainSecret(name, value))
        .map(([name]) => `${of}: ${name}`),
    );
    return {
      pass: plain.length === 0,
      expected: 'no secret in the clear',
      received: plain.length === 0 ? 'no secret in the clear' : plain.map((each) => `${each} (masked)`),
      advice:
        plain.length > 0
          ? 'Fill it from Secrets Manager or a SecureString parameter, or name it in except.'
          : undefined,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when no environment variable holds a secret in the clear: none with a name of a password, token or key and a
     * value that is no reference, and none with a value of the form of one. Values are never shown.
     *
     * The ARN, name or id of a secret is no secret, and neither is an empty value.
     *
     * @param expected `except`: names that look like secrets and are none.
     * @example await expect(task).toHaveNoPlainSecrets({ except: 'TOKEN_ISSUER' });
     */
    toHaveNoPlainSecrets: Method<T, 'plainEnvironment', [expected?: PlainSecretsExpectation]>;
  }
}
