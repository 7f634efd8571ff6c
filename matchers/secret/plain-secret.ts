/** Words in the name of a variable that holds a secret, in snake case. */
const secretName =
  /pass(?:word|wd|phrase|code)|(?:^|_)pwd(?:_|$)|secret|token|api_?key|private_?key|access_?key|signing_?key|master_?key|encryption_?key|credential|connection_?string|(?:^|_)jwt(?:_|$)|webhook_?url/;

/** Last words that make the name speak of something about a secret. */
const aboutSecret =
  /_(?:arns?|ids?|names?|urls?|uris?|paths?|prefix|versions?|length|policy|enabled|rotation|count|age|ttl|days|hours|minutes|seconds|type|region|endpoint|expiry|expiration|key_id|alias|parameter|manager|table|bucket|topic|queue|issuer|audience|header|algorithm|limit|file)$/;

/** Values that are secret whatever their name: keys, tokens of known form, passwords in an address. */
const secretValues = [
  /-----BEGIN [A-Z ]*PRIVATE KEY/,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/,
  /\b(?:A3T[A-Z0-9]|AKIA)[A-Z0-9]{16}\b/,
  /\b(?:gh[pousr]_\w{30,}|github_pat_\w{22,}|glpat-[\w-]{20,}|npm_\w{36}|xox[abeprs]-[\w-]{10,}|[sr]k_(?:live|test)_\w{16,})/,
  /^[a-z][\w+.-]*:\/\/[^\s:/@]*:[^\s/@]+@/i,
];

/** Values that only point at a secret or say nothing: an ARN, a path, a switch, a reference that is filled in later. */
const pointer =
  /^(?:arn:[\w-]+:[\w-]+:.*|(?:\/[\w.-]+){2,}|\{\{resolve:.*\}\}|\$\{.*\}|true|false|enabled|disabled|none|null|\s*)$/i;

/**
 * Whether an environment variable holds a secret in the clear.
 *
 * @example isPlainSecret('DbPassword', 'hunter2') // true
 * @example isPlainSecret('DB_PASSWORD_ARN', 'arn:aws:secretsmanager:...') // false
 */
export function isPlainSecret(name: string, value: string): boolean {
  if (secretValues.some((form) => form.test(value))) return true;
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_');
  return secretName.test(words) && !aboutSecret.test(`_${words}`) && !pointer.test(value);
}
