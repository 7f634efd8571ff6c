import type { Json } from '../../acts';
import { isRecord } from '../../engine/argument';
import { wrongArgument } from '../../engine/unjudged';

/** An attribute as SQS and SNS take it. */
export interface MessageAttribute {
  DataType: string;
  StringValue: string;
}

/**
 * Message attributes: `{ kind: 'order', count: 2 }`, or in the words of the API.
 *
 * @throws {Unjudged} wrong argument, naming the attribute.
 */
export function messageAttributes(given: Json | undefined): Record<string, MessageAttribute> | undefined {
  if (given === undefined) return undefined;
  if (!isRecord(given)) throw wrongArgument(`MessageAttributes must be an object; received ${JSON.stringify(given)}`);
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, attribute(name, value)]));
}

function attribute(name: string, value: unknown): MessageAttribute {
  if (typeof value === 'string') return { DataType: 'String', StringValue: value };
  if (typeof value === 'number') return { DataType: 'Number', StringValue: String(value) };
  if (Array.isArray(value)) return { DataType: 'String.Array', StringValue: JSON.stringify(value) };
  if (isRecord(value) && typeof value.DataType === 'string' && typeof value.StringValue === 'string') {
    return { DataType: value.DataType, StringValue: value.StringValue };
  }
  throw wrongArgument(`the message attribute ${name} must be a text, a number or { DataType, StringValue }`);
}
