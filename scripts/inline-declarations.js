// @ts-check
/**
 * Rewrites the declarations of a list of re-exports so that each one-line declaration stands in the list itself: the
 * type check of a consumer opens one file, whatever the size of the catalog. What a module beside it declares on one
 * line names other modules relative to the same folder, so the line means the same in the list.
 */
const fs = require('node:fs');
const path = require('node:path');

const reExport = /^export \{ \w+ \} from '(\.\/[\w-]+)';$/gm;
const oneLine = /^(export declare const \w+: .*;)\n*(?:\/\/# sourceMappingURL=.*)?$/;

/** @param {string} file declared by tsc from `export { name } from './module'` lines alone */
function inlineDeclarations(file) {
  const declared = fs.readFileSync(file, 'utf8');
  const inlined = declared.replace(reExport, (line, module) => {
    const declaration = fs.readFileSync(path.join(path.dirname(file), `${module}.d.ts`), 'utf8');
    return oneLine.exec(declaration)?.[1] ?? line;
  });
  fs.writeFileSync(file, inlined);
}

module.exports = { inlineDeclarations };
