// @ts-check
/**
 * Rewrites a compiled list of re-exports so that a module is loaded when its export is first read, and not with the
 * list: a test file pays for the matchers it calls and a run for the types it has, whatever the size of the catalog.
 */
const fs = require('node:fs');

const reExport = /^var (\w+) = (require\("[^"]+"\));\n((?:Object\.defineProperty\(exports, .*\n)+)/gm;

/** @param {string} file compiled by tsc from `export { name } from './module'` lines alone */
function deferExports(file) {
  const compiled = fs.readFileSync(file, 'utf8');
  const deferred = compiled.replace(reExport, (_, variable, load, definitions) =>
    definitions.replaceAll(`return ${variable}.`, `return ${load}.`),
  );
  fs.writeFileSync(file, deferred);
}

module.exports = { deferExports };
