import { readFileSync } from 'node:fs';

/** Imports that bring no code which could call a matcher on its own. */
const harmless = /^(node:|stackproof(\/|$)|@jest\/globals$|expect$)/;

const imported = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*|\.requireActual\s*\(\s*)['"]([^'"]+)['"]/g;

/**
 * The matchers that a test file can call. Jest wraps every registered matcher on every call of `expect`, so hundreds
 * that no test of the file names would cost each of its assertions.
 *
 * A file that imports other code, or runs after set-up files, may call any of them there: then it gets them all.
 *
 * @param names every matcher there is.
 * @param file the test file.
 * @param otherSetUp whether set-up files besides ours run before it.
 */
export function usedMatchers(names: readonly string[], file: string, otherSetUp: boolean): readonly string[] {
  if (otherSetUp) return names;
  const source = readFileSync(file, 'utf8');
  if ([...source.matchAll(imported)].some(([, module = '']) => !harmless.test(module))) return names;
  // A name put together at run time cannot be seen here.
  if (/['"`]to['"`]\s*\+|`to\$\{/.test(source)) return names;
  const words = new Set(source.match(/\bto[A-Z]\w*/g));
  return names.filter((name) => words.has(name));
}
