/**
 * How a test names outputs: by name (in any case and with any separators), by several names, by a pattern, or by a
 * name in one stack.
 */
export type Selector = string | readonly string[] | RegExp | { readonly stack: string; readonly key: string };

/** A pattern from a test file comes from another realm, where `instanceof RegExp` says no. */
export function isPattern(selector: unknown): selector is RegExp {
  return Object.prototype.toString.call(selector) === '[object RegExp]';
}

/** Whether a value names outputs in one of the ways of {@link Selector}. */
export function isSelector(value: unknown): value is Selector {
  const isName = (name: unknown) => typeof name === 'string' && name.trim() !== '';
  if (Array.isArray(value)) return value.length > 0 && value.every(isName);
  const { stack, key } = Object(value) as { stack?: unknown; key?: unknown };
  return isName(value) || isPattern(value) || (isName(stack) && isName(key));
}

export function isNames(selector: Selector): selector is readonly string[] {
  return Array.isArray(selector);
}

/** The selector as a person would write it; what is none as it is. */
export function showSelector(selector: Selector): string {
  if (!isSelector(selector)) return JSON.stringify(selector) ?? String(selector);
  if (typeof selector === 'string') return `'${selector}'`;
  if (isPattern(selector)) return `/${selector.source}/${selector.flags}`;
  if (isNames(selector)) return `[${selector.map((name) => `'${name}'`).join(', ')}]`;
  return `{ stack: '${selector.stack}', key: '${selector.key}' }`;
}
