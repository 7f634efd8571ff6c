import type { Json } from '../../acts';
import { isRecord } from '../../engine/argument';
import { wrongArgument } from '../../engine/unjudged';

/** The text that is handed over: a text as it is, anything else as JSON. */
export function contentText(content: Json): string {
  return typeof content === 'string' ? content : JSON.stringify(content);
}

/** Whether content is written in the words of an API: it has the field that the content stands in, and only its fields. */
export function isRequest(
  content: Json,
  field: string,
  others: readonly string[],
): content is { [name: string]: Json } {
  return (
    isRecord(content) &&
    Object.hasOwn(content, field) &&
    Object.keys(content).every((name) => name === field || others.includes(name))
  );
}

/**
 * An object with the given fields and no others.
 *
 * @throws {Unjudged} wrong argument, saying what is taken.
 */
export function contentFields(
  content: Json,
  takes: string,
  required: readonly string[],
  others: readonly string[] = [],
): { [name: string]: Json } {
  const known = [...required, ...others];
  if (!isRecord(content)) throw wrongArgument(`it takes ${takes}; received ${JSON.stringify(content)}`);
  const unknown = Object.keys(content).find((name) => !known.includes(name));
  if (unknown !== undefined) throw wrongArgument(`it takes ${takes}; '${unknown}' is none of ${known.join(', ')}`);
  const missing = required.find((name) => !Object.hasOwn(content, name));
  if (missing !== undefined) throw wrongArgument(`it takes ${takes}; ${missing} is missing`);
  return content as { [name: string]: Json };
}

/**
 * A field that must be a text.
 *
 * @throws {Unjudged} wrong argument, naming the field.
 */
export function textField(fields: { [name: string]: Json }, name: string): string {
  const value = fields[name];
  if (typeof value === 'string' && value !== '') return value;
  throw wrongArgument(`${name} must be a text; received ${JSON.stringify(value)}`);
}
