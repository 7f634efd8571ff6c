const MASK = '[masked]';

/** Names under which people keep secrets. */
const SECRET_KEY =
  /pass(?:word|wd|phrase|code)|(?:^|[^a-z])pwd|secret|token|api_?key|private_?key|access_?key|signing_?key|account_?key|shared_?key|master_?key|credential|connection_?string|authorization|bearer|(?:^|_)auth(?:_?key)?$|jwt|session_?key|license_?key|webhook_?url|encryption_?key_?material|cookie|salt$/;

/** Last words that make such a name speak of something about the secret, which may be shown. */
const ABOUT_SECRET =
  /_(?:arns?|ids?|names?|urls?|uris?|path|paths|prefix|version|versions|length|policy|policies|enabled|rotation|count|age|ttl|days|hours|seconds|type|status|region|endpoint|expiry|expiration|validity|min|max|lambda|function|role|key_id|kms_key|alias|parameter|parameters|manager|stack|table|bucket|topic|queue|user|username|usage|limit|required|group|issuer|audience|header|dkim_tokens)$/;

/** Values which are secret whatever their name. */
const SECRET_VALUES: readonly RegExp[] = [
  /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]{0,12000}?(?:-----END [A-Z0-9 ]{0,40}-----|$)/g,
  /\bey[JK][A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,8000}\.[A-Za-z0-9_-]{0,2000}/g,
  /\b(?:gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_[A-Za-z0-9_]{22,255}|glpat-[\w-]{20,60}|npm_[A-Za-z0-9]{36}|xox[abeprs]-[A-Za-z0-9-]{10,250}|[sr]k_(?:live|test)_[A-Za-z0-9]{16,250}|whsec_[A-Za-z0-9+/=]{20,100}|AIza[\w-]{35}|SG\.[\w-]{16,64}\.[\w-]{16,64}|da2-[a-z0-9]{26}|dop_v1_[a-f0-9]{64}|sk-[A-Za-z0-9_-]{32,250}|pul-[a-f0-9]{40}|hvs\.[\w-]{24,200})\b/g,
  /\b(?:IQoJ|FwoG|FQoG)[A-Za-z0-9+/=]{100,2000}/g,
  /(?<=X-Amz-(?:Signature|Security-Token|Credential)=)[^&\s"']{8,2000}/g,
  /(?<=https:\/\/hooks\.slack\.com\/services\/)[\w/]{10,120}/g,
  /(?<=\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@"']{0,80}:)[^\s/@"']{1,200}(?=@)/gi,
  /(?<![A-Za-z0-9/+=])(?=[A-Za-z0-9/+]{0,39}[/+])(?=[A-Za-z0-9/+]{0,39}\d)(?=[A-Za-z0-9/+]{0,39}[A-Z])(?=[A-Za-z0-9/+]{0,39}[a-z])[A-Za-z0-9+][A-Za-z0-9/+]{39}(?![A-Za-z0-9/+=.:_-])/g,
];

/** `password=...`, `"token": "..."` in the middle of a text, and in JSON that is a text in other JSON. */
const NAMED_IN_TEXT =
  /((?<![\w:/.-])[\w-]{0,60}(?:password|passwd|passphrase|pwd|secret|token|api[_-]?key|private[_-]?key|secret[_-]?access[_-]?key|connection[_-]?string)(?:\\{0,3}["'])?\s{0,3}[:=]\s{0,3}(?:\\{0,3}["'])?)(?!arn:|\[masked\]|(?:null|undefined|true|false|\d{1,6})\b)((?:[^\s"',;&}\])\\]|\\(?!\\{0,2}["'])){3,400})/gi;

/** The key in snake case: `DBPassword` is `db_password`. */
const snake = (key: string) =>
  key
    .slice(-200)
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_');

/**
 * Whether a value must not be printed: its key names a password, token, key or the like, or its own form is that of
 * one. The ARN, name or id of a secret is not a secret.
 *
 * @example looksSecret('DbPassword', 'hunter2') // true
 * @example looksSecret('DbPasswordSecretArn', 'arn:aws:secretsmanager:...') // false
 */
export function looksSecret(key: string, value: unknown): boolean {
  if (value === null || value === undefined || typeof value === 'boolean') return false;
  if (typeof value === 'object') return false;
  const text = String(value);
  if (isSecretKey(key) && !isReference(text)) return true;
  return maskForms(text) !== text;
}

/**
 * The value with every secret in it replaced by `[masked]`; lists and maps member by member.
 *
 * @param key name of the value; of a member of a map, the member's own name counts too
 * @example maskValue('DatabaseUrl', 'postgres://app:hunter2@db:5432/app') // 'postgres://app:[masked]@db:5432/app'
 */
export function maskValue(key: string, value: unknown): unknown {
  return maskDeep(key, value, 0);
}

/**
 * A value of a sensitive output, or a text known to be secret, as it may be shown.
 *
 * @example mask('hunter2') // '[masked]'
 */
export function mask(value: unknown): string {
  return value === null || value === undefined || value === '' ? String(value) : MASK;
}

/**
 * A message with the secrets in it replaced: keys, tokens and passwords by their form, and what follows a name such as
 * `password=`.
 *
 * @example maskText('login failed: password=hunter2') // 'login failed: password=[masked]'
 */
export function maskText(text: string): string {
  return maskForms(text).replace(NAMED_IN_TEXT, (_whole, name: string) => `${name}${MASK}`);
}

function maskForms(text: string): string {
  return SECRET_VALUES.reduce((masked, form) => masked.replace(form, MASK), text);
}

function maskDeep(key: string, value: unknown, depth: number): unknown {
  if (typeof value === 'string') return isSecretKey(key) && !isReference(value) ? mask(value) : maskText(value);
  if (typeof value === 'number' || typeof value === 'bigint') return isSecretKey(key) ? MASK : value;
  if (typeof value !== 'object' || value === null || Object.prototype.toString.call(value) === '[object Date]')
    return value;
  if (depth > 50) return MASK;
  if (Array.isArray(value)) return value.map((item) => maskDeep(key, item, depth + 1));
  const masked = Object.entries(value).map(([name, member]): [string, unknown] => [
    name,
    maskDeep(name, member, depth + 1),
  ]);
  return Object.fromEntries(masked);
}

function isSecretKey(key: string): boolean {
  const name = snake(key);
  return SECRET_KEY.test(name) && !ABOUT_SECRET.test(`_${name}`);
}

/** What only points at a secret: an ARN, a parameter's path, an id with an AWS prefix, a placeholder. */
function isReference(text: string): boolean {
  return (
    /^arn:[a-z0-9-]+:[a-z0-9-]+:/.test(text) ||
    /^\/[\w.-]+(?:\/[\w.-]+)+$/.test(text) ||
    /^(?:|n\/?a|null|none|undefined|unknown|true|false|enabled|disabled|\[secret\]|\[masked\])$/i.test(text.trim())
  );
}
