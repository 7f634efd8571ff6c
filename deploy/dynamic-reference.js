// @ts-check

const { textAt } = require('./aws.js');
const { isPlainObject } = require('./reference.js');

const secretReference = /\{\{resolve:secretsmanager:(.+?):SecretString:([^:}]+)[^}]*\}\}/;

/**
 * Replaces CloudFormation's dynamic references to a secret, `{{resolve:secretsmanager:<id>:SecretString:<json key>}}`,
 * by what the secret holds.
 *
 * @param {unknown} value
 * @param {import('./aws.js').Aws} aws
 * @returns {Promise<unknown>}
 */
async function resolveSecrets(value, aws) {
  if (Array.isArray(value)) return Promise.all(value.map((item) => resolveSecrets(item, aws)));
  if (isPlainObject(value)) {
    const entries = Object.entries(value).map(async ([key, item]) => [key, await resolveSecrets(item, aws)]);
    return Object.fromEntries(await Promise.all(entries));
  }
  if (typeof value !== 'string') return value;
  const [reference, SecretId, key] = value.match(secretReference) ?? [];
  if (reference === undefined || key === undefined) return value;
  const secret = JSON.parse(textAt(await aws.call('secrets-manager', 'GetSecretValue', { SecretId }), 'SecretString'));
  if (typeof secret[key] !== 'string') throw new Error(`the secret ${SecretId} has no key "${key}".`);
  return value.replace(reference, () => secret[key]);
}

module.exports = { resolveSecrets };
