/** A value taken apart: one text, several in order, or several by name. */
export type Members =
  | { kind: 'one'; value: unknown }
  | { kind: 'list'; items: unknown[] }
  | { kind: 'map'; members: [name: string, value: unknown][] };

const LONGEST_JSON_TEXT = 8 * 1024 * 1024;
const LONGEST_COMMA_LIST = 256 * 1024;

/**
 * The members of a value: a real list or map, JSON inside a string, or a comma list whose parts have one form.
 *
 * @example membersOf('subnet-0a1b2c3d,subnet-4e5f6a7b') // { kind: 'list', items: ['subnet-0a1b2c3d', 'subnet-4e5f6a7b'] }
 */
export function membersOf(value: unknown): Members {
  const parsed = typeof value === 'string' ? (parseJsonText(value) ?? value) : value;
  if (Array.isArray(parsed)) return { kind: 'list', items: parsed };
  if (typeof parsed === 'object' && parsed !== null) return { kind: 'map', members: Object.entries(parsed) };
  const parts = typeof parsed === 'string' ? commaParts(parsed) : undefined;
  return parts === undefined ? { kind: 'one', value: parsed } : { kind: 'list', items: parts };
}

function parseJsonText(text: string): object | undefined {
  if (text.length > LONGEST_JSON_TEXT || !/^\s*[[{]/.test(text.slice(0, 100))) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function commaParts(text: string): string[] | undefined {
  if (text.length > LONGEST_COMMA_LIST || !text.includes(',')) return undefined;
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const [first, ...others] = parts;
  if (first === undefined || others.length === 0) return undefined;
  const form = formOf(first);
  return form !== undefined && others.every((part) => formOf(part) === form) ? parts : undefined;
}

/** Parts of a list look alike; parts of a sentence or of `name=value` pairs do not count. */
function formOf(part: string): string | undefined {
  if (part.length > 2048) return undefined;
  const arn = /^arn:[^:\s]+:([^:\s]+):/.exec(part);
  if (arn !== null) return `arn:${arn[1]}`;
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(part)) return 'uuid';
  if (/^\d{1,3}(?:\.\d{1,3}){3}(?:\/\d+)?$/.test(part)) return part.includes('/') ? 'cidr' : 'ip';
  if (/^[a-z]+:\/\/\S+$/.test(part)) return 'url';
  if (/^Z[A-Z0-9]{9,31}:vpce-/.test(part)) return 'dns-entry';
  if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?::\d+)?(?:\/\S*)?$/i.test(part)) return 'host';
  const prefixed = /^([a-z]{1,8})-[0-9a-z]{4,20}$/.exec(part);
  if (prefixed !== null) return `${prefixed[1]}-`;
  return /^[\w./:-]+$/.test(part) ? 'name' : undefined;
}
