import { isRecord } from '../../engine/argument';
import { told } from '../../engine/unjudged';
import type { SecretContent } from '../../facets';

/** Names of what a secret holds. Its values end here: nothing but their names is handed on. */
export function secretContent(answer: {
  SecretString?: string | undefined;
  SecretBinary?: Uint8Array | undefined;
}): SecretContent {
  if (answer.SecretString === undefined && answer.SecretBinary) return { kind: 'binary', keys: [], emptyKeys: [] };
  const values = parsed(told(answer.SecretString, 'SecretString'));
  if (!isRecord(values)) return { kind: 'text', keys: [], emptyKeys: [] };
  const keys = Object.keys(values);
  return { kind: 'json', keys, emptyKeys: keys.filter((key) => values[key] === '' || values[key] === null) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // A secret need not be JSON. The message of the error holds a part of it, so it is not told.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
