import { looksSecret } from '../../src/engine/secrets';

/** Values that a secret is filled in for later, and the ids of access keys, which may be shown and yet must not be there. */
const filledInLater = /^(?:\{\{resolve:.*\}\}|\$\{.*\})$/i;
const accessKeyId = /\b(?:A3T[A-Z0-9]|AKIA)[A-Z0-9]{16}\b/;

/**
 * Whether an environment variable holds a secret in the clear.
 *
 * @example isPlainSecret('DbPassword', 'hunter2') // true
 * @example isPlainSecret('DB_PASSWORD_ARN', 'arn:aws:secretsmanager:...') // false
 */
export function isPlainSecret(name: string, value: string): boolean {
  return accessKeyId.test(value) || (looksSecret(name, value) && !filledInLater.test(value));
}
