// @ts-check

const { isPlainObject } = require('./reference.js');

/**
 * The SDK's own description of a shape: a number for a simple one, an array for the rest, a function for a later look.
 * @typedef {number | string | readonly unknown[] | (() => Schema)} Schema
 */

const kind = { list: 1, map: 2, structure: 3, union: 4 };
const simpleListBit = 64;
const simpleMapBit = 128;

/**
 * Fits properties in CloudFormation spelling to the input shape of an SDK operation. Names may differ in the case of
 * their first letter (`ContainerDefinitions`, `containerDefinitions`). The SDK itself would drop a member that it
 * does not know; here that is an error.
 *
 * @param {unknown} schema
 * @param {unknown} value
 * @param {string} [where] path of the value, for the message
 * @returns {unknown}
 * @throws {Error} when the shape has no such member
 */
function fitInput(schema, value, where = '') {
  const shape = settle(schema);
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) {
    const item = itemOf(shape);
    return value.map((element, index) => fitInput(item, element, `${where}[${index}]`));
  }
  if (!isPlainObject(value) || !Array.isArray(shape)) return value;
  if (shape[0] === kind.map) return mapValues(value, (item, key) => fitInput(shape[5], item, `${where}.${key}`));
  if (shape[0] !== kind.structure && shape[0] !== kind.union) return value;

  const names = /** @type {string[]} */ (shape[4]);
  const schemas = /** @type {Schema[]} */ (shape[5]);
  return Object.fromEntries(
    Object.entries(value).map(([property, item]) => {
      const path = where === '' ? property : `${where}.${property}`;
      const index = names.findIndex((name) => name === property || lowerFirst(name) === lowerFirst(property));
      const member = names[index];
      if (member === undefined) throw new Error(`"${path}" is no member of ${shape[2]}.${nearest(property, names)}`);
      return [member, fitInput(schemas[index], item, path)];
    }),
  );
}

/** @param {unknown} schema @returns {unknown} */
function settle(schema) {
  if (typeof schema === 'function') return settle(schema());
  // A shape with traits of its own is written [shape, traits].
  if (Array.isArray(schema) && schema.length === 2) return settle(schema[0]);
  return schema;
}

/** @param {unknown} shape */
function itemOf(shape) {
  if (Array.isArray(shape) && shape[0] === kind.list) return shape[4];
  if (typeof shape === 'number' && (shape & simpleListBit) !== 0 && (shape & simpleMapBit) === 0) return 0;
  return undefined;
}

/** @param {Record<string, unknown>} record @param {(item: unknown, key: string) => unknown} change */
function mapValues(record, change) {
  return Object.fromEntries(Object.entries(record).map(([key, item]) => [key, change(item, key)]));
}

/** @param {string} text */
const lowerFirst = (text) => text.charAt(0).toLowerCase() + text.slice(1);

/** @param {string} property @param {string[]} names */
function nearest(property, names) {
  const wanted = property.toLowerCase();
  const close = names.filter((name) => name.toLowerCase().includes(wanted) || wanted.includes(name.toLowerCase()));
  return ` It has ${close.length > 0 ? close.join(', ') : names.join(', ')}.`;
}

module.exports = { fitInput };
