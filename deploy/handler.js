// @ts-check

/** @typedef {Record<string, unknown>} Properties in CloudFormation spelling, references resolved */

/**
 * @typedef {object} Created
 * @property {string} physicalId what `Ref` gives
 * @property {Record<string, unknown>} [attributes] what `Fn::GetAtt` gives, by attribute name (`Endpoint.Address`)
 */

/** @typedef {import('./aws.js').Aws & { generatedName: string, logicalId: string }} Context */

/**
 * One CloudFormation type. It must pass every property on, or refuse it with `noMore`.
 * @typedef {object} ResourceHandler
 * @property {string} type
 * @property {(properties: Properties, aws: Context) => Promise<Created>} create
 */

/**
 * Refuses the properties that a handler did not take.
 *
 * @param {Record<string, unknown>} rest
 * @param {string} [where] path of the object they were found in
 */
function noMore(rest, where) {
  const names = Object.keys(rest).map((name) => (where === undefined ? `"${name}"` : `"${where}.${name}"`));
  if (names.length > 0) {
    throw new Error(`unknown ${names.length === 1 ? 'property' : 'properties'} ${names.join(', ')}.`);
  }
}

/** @param {unknown} value a list of objects, or nothing @returns {Properties[]} */
function objects(value) {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new Error(`expected a list of objects, received ${JSON.stringify(value)}.`);
  return value;
}

/** @param {unknown} value an object, or nothing @returns {Properties} */
function object(value) {
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`expected an object, received ${JSON.stringify(value)}.`);
  }
  return /** @type {Properties} */ (value);
}

/** @param {unknown} value a list of texts, or nothing @returns {string[]} */
function texts(value) {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new Error(`expected a list, received ${JSON.stringify(value)}.`);
  return value.map(String);
}

/** @param {unknown} tags `[{ Key, Value }]` @returns {Record<string, string> | undefined} the form of the newer APIs */
function tagMap(tags) {
  if (tags === undefined) return undefined;
  return Object.fromEntries(objects(tags).map(({ Key, Value }) => [String(Key), String(Value)]));
}

/** @param {unknown} document @returns {string | undefined} */
function policyText(document) {
  if (document === undefined || typeof document === 'string') return document;
  return JSON.stringify(document);
}

/** CloudFormation lets a number be a text. @param {unknown} value */
function number(value) {
  return value === undefined ? undefined : Number(value);
}

/**
 * A map of attributes as the older APIs take it: every value a text.
 *
 * @param {Record<string, unknown>} attributes
 * @returns {Record<string, string>}
 */
function attributeTexts(attributes) {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)]),
  );
}

module.exports = { noMore, object, objects, texts, tagMap, policyText, number, attributeTexts };
