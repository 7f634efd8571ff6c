import { OutputsError } from './outputs-error';

/** Text of an outputs file: UTF-8 or UTF-16, with or without a byte order mark. */
export function decode(bytes: Uint8Array, source: string): string {
  const notText = (cause?: unknown) =>
    new OutputsError(
      'malformed',
      `${source} is not a text file. An outputs file is JSON in UTF-8 or UTF-16; write it again with your tool's own command.`,
      { source, cause },
    );
  const encoding = encodingOf(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw notText(error);
  }
  if (text.includes('\u0000')) throw notText();
  return text;
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // JSON begins with an ASCII character, so a zero byte beside it gives UTF-16 away.
  if (first === 0 && second !== 0 && bytes.length > 1) return 'utf-16be';
  if (first !== 0 && second === 0 && bytes.length > 1) return 'utf-16le';
  return 'utf-8';
}
