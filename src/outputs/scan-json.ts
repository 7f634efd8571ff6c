export interface JsonFault {
  /** Index into the text, in UTF-16 code units. */
  offset: number;
  what: string;
}

interface Container {
  closing: '}' | ']';
  /** Raw text of each member seen so far, to tell a repeated name from a conflicting one. */
  members: Map<string, string>;
  name: string;
  nameOffset: number;
  valueOffset: number;
}

type Expecting = 'value' | 'name' | 'name or end' | 'item or end' | 'comma or end';

const LITERAL = /-?(?:0|[1-9]\d{0,400})(?:\.\d{1,400})?(?:[eE][+-]?\d{1,10})?|true|false|null/y;

/**
 * The first thing wrong with a JSON text, and where. `JSON.parse` of Node 20 does not always tell the place, and it
 * drops the first of two members with one name without a word, so that one of two resources would be lost.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const open: Container[] = [];
  let expecting: Expecting = 'value';
  let offset = skipSpace(text, 0);

  while (offset < text.length) {
    const container = open.at(-1);
    const character = text.charAt(offset);

    if (expecting === 'comma or end' && container === undefined) {
      return { offset, what: `there is more after the end of the JSON value: '${character}'` };
    }
    if (container !== undefined && expecting !== 'value' && expecting !== 'name' && character === container.closing) {
      const fault = expecting === 'comma or end' ? endMember(container, text, offset) : undefined;
      if (fault) return fault;
      open.pop();
      expecting = 'comma or end';
      offset += 1;
    } else if (container !== undefined && expecting === 'comma or end') {
      if (character !== ',') return { offset, what: `expected ',' or '${container.closing}' and found '${character}'` };
      const fault = endMember(container, text, offset);
      if (fault) return fault;
      expecting = container.closing === '}' ? 'name' : 'value';
      offset += 1;
    } else if (container !== undefined && (expecting === 'name' || expecting === 'name or end')) {
      const end = stringEnd(text, offset);
      if (typeof end === 'object') return { ...end, what: `expected a name in double quotes: ${end.what}` };
      const colon = skipSpace(text, end);
      if (text[colon] !== ':') return { offset: colon, what: `expected ':' after a name` };
      container.name = text.slice(offset, end);
      container.nameOffset = offset;
      offset = skipSpace(text, colon + 1);
      container.valueOffset = offset;
      expecting = 'value';
    } else if (character === '{' || character === '[') {
      const closing = character === '{' ? '}' : ']';
      open.push({ closing, members: new Map(), name: '', nameOffset: 0, valueOffset: 0 });
      expecting = character === '{' ? 'name or end' : 'item or end';
      offset += 1;
    } else {
      const end = character === '"' ? stringEnd(text, offset) : literalEnd(text, offset);
      if (typeof end === 'object') return end;
      expecting = 'comma or end';
      offset = end;
    }
    offset = skipSpace(text, offset);
  }

  const unclosed = open.at(-1);
  if (unclosed !== undefined) {
    return { offset, what: `the text ends before a closing '${unclosed.closing}', so it is probably truncated` };
  }
  return expecting === 'value' ? { offset, what: 'the text ends where a JSON value should begin' } : undefined;
}

function endMember(container: Container, text: string, end: number): JsonFault | undefined {
  if (container.closing === ']') return undefined;
  const value = text.slice(container.valueOffset, end).trimEnd();
  const earlier = container.members.get(container.name);
  if (earlier !== undefined && earlier !== value) {
    return {
      offset: container.nameOffset,
      what: `the name ${container.name} stands twice in one object, with two values`,
    };
  }
  container.members.set(container.name, value);
  return undefined;
}

function stringEnd(text: string, start: number): number | JsonFault {
  if (text[start] !== '"') return { offset: start, what: `found '${text.charAt(start)}'` };
  for (let offset = start + 1; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code === 0x22) return offset + 1;
    if (code === 0x5c) offset += 1;
    else if (code < 0x20) return { offset, what: 'a line break or control character stands inside a string' };
  }
  return { offset: text.length, what: 'the text ends inside a string, so it is probably truncated' };
}

function literalEnd(text: string, start: number): number | JsonFault {
  LITERAL.lastIndex = start;
  const match = LITERAL.exec(text);
  if (match === null) return { offset: start, what: `expected a JSON value and found '${text.charAt(start)}'` };
  return start + match[0].length;
}

function skipSpace(text: string, start: number): number {
  let offset = start;
  while (' \t\n\r'.includes(text[offset] ?? 'end')) offset += 1;
  return offset;
}
