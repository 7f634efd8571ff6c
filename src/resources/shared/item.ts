import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Json } from '../../acts';
import { isRecord } from '../../engine/argument';
import { wrongArgument } from '../../engine/unjudged';

const kinds = ['S', 'N', 'BOOL', 'NULL', 'L', 'M', 'SS', 'NS'];

/**
 * A value as DynamoDB takes it: `'a'` becomes `{ S: 'a' }`. What is written so already stays.
 *
 * @throws {Unjudged} wrong argument, when it is none that JSON carries.
 */
export function attributeOf(value: Json): AttributeValue {
  if (value === null) return { NULL: true };
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (Array.isArray(value)) return { L: value.map(attributeOf) };
  const [[kind, inner] = ['', null], ...others] = Object.entries(value);
  if (others.length === 0 && isTyped(kind, inner)) return value as unknown as AttributeValue;
  return { M: attributesOf(value) };
}

/** The attributes of an item. */
export function attributesOf(item: Json): Record<string, AttributeValue> {
  if (!isRecord(item)) throw wrongArgument(`an item is an object of attributes; received ${JSON.stringify(item)}`);
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, attributeOf(value as Json)]));
}

function isTyped(kind: string, inner: Json): boolean {
  if (kind === 'S' || kind === 'N') return typeof inner === 'string';
  if (kind === 'BOOL' || kind === 'NULL') return typeof inner === 'boolean';
  if (kind === 'M') return isRecord(inner);
  return kinds.includes(kind) && Array.isArray(inner);
}

/** An attribute as plain JSON. */
export function plainAttribute(value: AttributeValue): Json {
  if (value.S !== undefined) return value.S;
  if (value.N !== undefined) return Number(value.N);
  if (value.BOOL !== undefined) return value.BOOL;
  if (value.L !== undefined) return value.L.map(plainAttribute);
  if (value.M !== undefined) return plainItem(value.M);
  if (value.SS !== undefined) return [...value.SS];
  if (value.NS !== undefined) return value.NS.map(Number);
  if (value.B !== undefined) return Buffer.from(value.B).toString('base64');
  return value.BS !== undefined ? value.BS.map((bytes) => Buffer.from(bytes).toString('base64')) : null;
}

/** An item as plain JSON. */
export function plainItem(item: Record<string, AttributeValue>): { [name: string]: Json } {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plainAttribute(value)]));
}
