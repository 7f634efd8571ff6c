import { undetermined } from '../../engine/unjudged';

/**
 * The attributes of a queue or a topic as the values they stand for: SQS and SNS send numbers, booleans and JSON as text.
 *
 * @param attributes the map as AWS sends it.
 * @param texts names of the attributes that stay text, whatever they look like.
 * @throws {Unjudged} undetermined, when an attribute that holds JSON cannot be read.
 * @example attributeValues({ DelaySeconds: '0', FifoQueue: 'true' }, []) // { DelaySeconds: 0, FifoQueue: true }
 */
export function attributeValues(
  attributes: Readonly<Record<string, string | undefined>>,
  texts: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, text]) => [
      name,
      text === undefined || texts.includes(name) ? text : attributeValue(name, text),
    ]),
  );
}

/** What one attribute stands for. */
export function attributeValue(name: string, text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (!text.startsWith('{')) return text;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw undetermined('broken answer', `AWS answered with an attribute ${name} that is no JSON: ${error.message}`);
  }
}
