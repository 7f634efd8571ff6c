import { decode } from './decode';
import type { Outputs } from './output';
import { OutputsError } from './outputs-error';
import { findJsonFault } from './scan-json';
import { recogniseShape } from './shape';

/**
 * The outputs in a JSON text, in its bytes (UTF-8 or UTF-16), or in JSON that is parsed already. Any tool's form is
 * recognised by its content. Outputs are data: nothing in them is evaluated.
 *
 * @param json text, bytes, or a parsed value
 * @param source what messages call it, usually the file's path
 * @throws OutputsError (`malformed`) when it is not JSON, or not the outputs of a stack
 * @example parseOutputs('{"VpcId":"vpc-0a1b2c3d4e5f67890"}').entries[0]?.key // 'VpcId'
 */
export function parseOutputs(json: string | Uint8Array | unknown, source?: string): Outputs {
  const name = source ?? 'The outputs';
  const text = isBytes(json) ? decode(json, name) : json;
  const content = typeof text === 'string' ? parseJson(text, name) : text;
  const { shape, entries } = recogniseShape(content, name);
  return { ...(source === undefined ? {} : { source }), shape, entries };
}

function parseJson(raw: string, source: string): unknown {
  const text = raw.startsWith('\ufeff') ? raw.slice(1) : raw;
  if (text.trim() === '') {
    throw new OutputsError(
      'malformed',
      `${source} is empty: no JSON in it. The command that writes it has probably failed; run it again, or delete the file if the stack is not deployed.`,
      { source, line: 1, column: 1 },
    );
  }
  let content: unknown;
  let cause: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    if (!isSyntaxError(error)) throw error;
    cause = error;
  }
  const fault = findJsonFault(text);
  if (fault === undefined && cause === undefined) return content;

  const { line, column } = placeOf(text, fault?.offset ?? 0);
  const what = fault?.what ?? 'an escape in a string or a number is not valid';
  throw new OutputsError(
    'malformed',
    `${source}:${line}:${column} is not the JSON of a stack's outputs: ${what}. Write the file again with your tool's own command.`,
    { source, line, column, cause },
  );
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (let next = text.indexOf('\n'); next !== -1 && next < offset; next = text.indexOf('\n', next + 1)) {
    line += 1;
    lineStart = next + 1;
  }
  return { line, column: offset - lineStart + 1 };
}

function isBytes(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && 'length' in value;
}

/** By name, because Jest gives every test file a `SyntaxError` of its own. */
function isSyntaxError(error: unknown): boolean {
  return error instanceof Error && error.name === 'SyntaxError';
}
