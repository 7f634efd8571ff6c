import { isRecord } from '../../src/engine/argument';

/** A value found in a described state, and where. */
export interface Found {
  path: string;
  /** Absent where nothing is there. */
  value?: unknown;
  /** Where the way ended, and what can be found there. */
  dead?: { at: string; names: string[] };
}

type Segment = { name: string } | { index: number } | { every: true };

/**
 * Follows a path such as `Endpoint.Port`, `Subnets[0].Id` or `Rules[*].Status` and returns every place it leads to. The
 * first letter of a property counts in either case, because CloudFormation and the APIs spell them differently.
 */
export function follow(state: unknown, path: string, base: string): Found[] {
  const whole = property(state, path);
  if (whole) return [{ path: join(base, whole.name), value: whole.value }];
  return segments(path).reduce<Found[]>(
    (found, segment) => found.flatMap((each) => (each.dead ? [each] : step(each, segment))),
    [{ path: base, value: state }],
  );
}

/** `base.name`, or the name alone at the top. */
export function join(base: string, name: string): string {
  return base === '' ? name : `${base}.${name}`;
}

function segments(path: string): Segment[] {
  const tokens = path.match(/[^.[\]]+|\[(?:\d+|\*)\]/g) ?? [];
  const rest = path.replace(/[^.[\]]+|\[(?:\d+|\*)\]|\./g, '');
  if (rest !== '' || tokens.length === 0) return [{ name: path }];
  return tokens.map((token) => {
    if (token === '[*]') return { every: true };
    return token.startsWith('[') ? { index: Number(token.slice(1, -1)) } : { name: token };
  });
}

function step({ path, value }: Found, segment: Segment): Found[] {
  if ('name' in segment) {
    const found = property(value, segment.name);
    if (found) return [{ path: join(path, found.name), value: found.value }];
    return [{ path: join(path, segment.name), dead: { at: path, names: namesOf(value) } }];
  }
  const items: unknown[] = Array.isArray(value) ? value : [];
  if ('every' in segment && items.length > 0) {
    return items.map((item, index) => ({ path: `${path}[${index}]`, value: item }));
  }
  if ('index' in segment && segment.index < items.length) {
    return [{ path: `${path}[${segment.index}]`, value: items[segment.index] }];
  }
  const suffix = 'index' in segment ? `[${segment.index}]` : '[*]';
  return [{ path: `${path}${suffix}`, dead: { at: path, names: namesOf(value) } }];
}

function property(value: unknown, name: string): { name: string; value: unknown } | undefined {
  if (!isRecord(value)) return undefined;
  const first = name.charAt(0);
  const turned = (first === first.toUpperCase() ? first.toLowerCase() : first.toUpperCase()) + name.slice(1);
  const own = [name, turned].find((each) => Object.hasOwn(value, each) && value[each] !== undefined);
  return own === undefined ? undefined : { name: own, value: value[own] };
}

function namesOf(value: unknown): string[] {
  if (Array.isArray(value)) return [value.length === 0 ? 'an empty list' : `a list of ${value.length}`];
  return isRecord(value) ? Object.keys(value) : [];
}
