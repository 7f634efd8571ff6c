// @ts-check

/**
 * What a property or an output may hold instead of a value, spelled as in a CloudFormation template.
 * @typedef {{ Ref: string } | { 'Fn::GetAtt': [logicalId: string, attribute: string] } | { 'Fn::Sub': string }} Reference
 */

/** @typedef {(logicalId: string, attribute?: string) => unknown} Lookup */

/**
 * Refers to another resource of the spec, or to `AWS::Region`, `AWS::AccountId`, `AWS::Partition`.
 *
 * @param {string} target `Key` for what `Ref` gives, `Key.Arn` for what `Fn::GetAtt` gives
 * @returns {Reference}
 * @example
 * ref('Database.Endpoint.Address')
 */
function ref(target) {
  const [logicalId, attribute] = splitTarget(target);
  return attribute === undefined ? { Ref: logicalId } : { 'Fn::GetAtt': [logicalId, attribute] };
}

/**
 * A text with references in it, each as `${Key}` or `${Key.Arn}`.
 *
 * @param {string} text
 * @returns {Reference}
 * @example
 * sub('${Bucket.Arn}/*')
 */
function sub(text) {
  return { 'Fn::Sub': text };
}

/**
 * @param {unknown} value
 * @returns {Set<string>} the logical ids and pseudo parameters that the value refers to
 */
function referencesIn(value) {
  /** @type {Set<string>} */
  const found = new Set();
  resolve(value, (logicalId) => {
    found.add(logicalId);
    return '';
  });
  return found;
}

/**
 * Replaces every reference in a value, at any depth.
 *
 * @param {unknown} value
 * @param {Lookup} lookup
 * @returns {unknown}
 */
function resolve(value, lookup) {
  if (Array.isArray(value)) return value.map((item) => resolve(item, lookup));
  if (!isPlainObject(value)) return value;
  const entries = Object.entries(value);
  const [name, argument] = entries.length === 1 && entries[0] ? entries[0] : [];
  if (name === 'Ref') return lookup(String(argument));
  if (name === 'Fn::GetAtt' && Array.isArray(argument)) return lookup(String(argument[0]), String(argument[1]));
  if (name === 'Fn::Sub') {
    return String(argument).replace(/\$\{([^}]+)\}/g, (_, target) => String(lookup(...splitTarget(target))));
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, resolve(item, lookup)]));
}

/** @param {string} target @returns {[logicalId: string, attribute: string | undefined]} */
function splitTarget(target) {
  const dot = target.indexOf('.');
  return dot === -1 ? [target, undefined] : [target.slice(0, dot), target.slice(dot + 1)];
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isPlainObject(value) {
  if (typeof value !== 'object' || value === null) return false;
  // By name and not by identity: a spec may come from another realm, such as a Jest sandbox.
  return Object.prototype.toString.call(value) === '[object Object]' && value.constructor?.name === 'Object';
}

module.exports = { ref, sub, referencesIn, resolve, isPlainObject };
