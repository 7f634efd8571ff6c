// @ts-check
/**
 * `npm run docs`: writes the pages that are made from the catalogs, and the lists in the README. A test compares them,
 * so that they cannot go stale. With `--check` nothing is written, and the exit code tells.
 */
const fs = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');

/** @typedef {{ summary: string, facet: string, name: string }} Matcher */

/** @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(folder, name));
}

/** Text of a doc comment without its stars. @param {string} comment */
function textOf(comment) {
  return comment
    .split('\n')
    .map((line) => line.replace(/^\s*\/?\*+\/?\s?/, '').replace(/\s*\*\/$/, ''))
    .join('\n')
    .trim();
}

/** Doc comments and parameters of the matchers, from their own files. */
function matcherDocs() {
  /** @type {Map<string, { doc: string, parameters: string }>} */
  const docs = new Map();
  for (const file of filesBelow('matchers')) {
    const source = fs.readFileSync(path.join(root, file), 'utf8');
    for (const [, comment, name, parameters] of source.matchAll(
      /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/)\s*(to\w+): Method<\s*T,\s*'\w+'(?:,\s*\[([\s\S]*?)\])?,?\s*>;/g,
    )) {
      docs.set(String(name), {
        doc: textOf(String(comment)),
        parameters: (parameters ?? '').replace(/\s+/g, ' ').replace(/,\s*$/, '').trim(),
      });
    }
  }
  return docs;
}

/** Doc comments of the facets, by facet name. */
function facetDocs() {
  const source = ['src/facets.ts', ...(fs.existsSync(path.join(root, 'src/facets')) ? filesBelow('src/facets') : [])]
    .map((file) => fs.readFileSync(path.join(root, file), 'utf8'))
    .join('\n');
  /** @type {Map<string, string>} */
  const interfaces = new Map();
  for (const [, comment, name] of source.matchAll(/(\/\*\*(?:(?!\*\/)[\s\S])*\*\/)\s*export (?:interface|type) (\w+)/g))
    interfaces.set(String(name), textOf(String(comment)));
  /** @type {Map<string, string>} */
  const facets = new Map();
  for (const [, body] of source.matchAll(/export interface \w*Facets\b[^{]*\{([\s\S]*?)\n\}/g)) {
    for (const [, facet, type] of String(body).matchAll(/^ {2}(\w+): (\w+)/gm))
      facets.set(String(facet), interfaces.get(String(type)) ?? '');
  }
  return facets;
}

/** Every page by its path. */
function pages() {
  const { matchersOfCatalog, typesOfCatalog } = require(path.join(root, 'dist/src/catalog'));
  const { answers } = require(path.join(root, 'dist/src/aws/locate'));
  const types = typesOfCatalog();
  const matchers = /** @type {Matcher[]} */ (matchersOfCatalog());
  const written = matcherDocs();
  const facets = facetDocs();
  const pairs = types.reduce(
    (/** @type {number} */ sum, /** @type {any} */ type) =>
      sum + matchers.filter(({ facet }) => answers(type, facet)).length,
    0,
  );
  const made = '<!-- Made by `npm run docs` from the catalogs. -->';

  const matrixPage = [
    made,
    '',
    '# Which matcher can judge which type',
    '',
    `${types.length} types, ${matchers.length} matchers, ${pairs} pairs.`,
    '',
    ...types.flatMap((/** @type {any} */ type) => [
      `## ${type.type}`,
      '',
      `${type.label}; read with ${type.reads.map((/** @type {string} */ action) => `\`${action}\``).join(', ')}.`,
      '',
      matchers
        .filter(({ facet }) => answers(type, facet))
        .map(({ name, facet }) => `[${name}](matchers/${facet}.md#${name.toLowerCase()})`)
        .join(', '),
      '',
    ]),
  ].join('\n');

  /** @type {Record<string, string>} */
  const result = { 'docs/matrix.md': matrixPage };
  for (const facet of [...new Set(matchers.map((matcher) => matcher.facet))].sort()) {
    const answering = types.filter((/** @type {any} */ type) => facet in type.facets);
    result[`docs/matchers/${facet}.md`] = [
      made,
      '',
      `# ${facet}`,
      '',
      facets.get(facet) ?? '',
      '',
      ...matchers
        .filter((matcher) => matcher.facet === facet)
        .flatMap(({ name, summary }) => {
          const { doc = '', parameters = '' } = written.get(name) ?? {};
          return [
            `## ${name}`,
            '',
            `\`${name}(${parameters})\`: ${summary}.`,
            '',
            doc
              .replace(/@example (.*)/g, '```ts\n$1\n```')
              .replace(/@param (\w+)/g, '- `$1`:')
              .replace(/\{@link (\w+)\}/g, '`$1`'),
            '',
          ];
        }),
      ...(answering.length === 0
        ? [facet === 'outputs' ? '`expect(outputs)` alone answers.' : 'Every type answers.', '']
        : [
            '## Where it is read',
            '',
            '| type | IAM actions | fields |',
            '|---|---|---|',
            ...answering.map((/** @type {any} */ type) => {
              const reader = type.facets[facet];
              const actions = [...new Set([...type.reads, ...(reader.reads ?? [])])]
                .map((action) => `\`${action}\``)
                .join(', ');
              return `| ${type.type} | ${actions} | ${reader.fields.replace(/\|/g, '\\|')} |`;
            }),
            '',
          ]),
    ].join('\n');
  }
  const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8');
  const list = [
    `${types.length} types: ${types.map((/** @type {any} */ type) => `\`${type.type}\``).join(', ')}.`,
    '',
    `${matchers.length} matchers: ${matchers.map(({ name, facet }) => `[${name}](docs/matchers/${facet}.md#${name.toLowerCase()})`).join(', ')}.`,
    '',
    `${pairs} pairs of a type and a matcher: [docs/matrix.md](docs/matrix.md).`,
  ].join('\n');
  const place = /(?<=<!-- catalog -->\n)[\s\S]*?(?=<!-- \/catalog -->)/;
  if (!place.test(readme)) throw new Error('README.md has no place between <!-- catalog --> and <!-- /catalog -->.');
  result['README.md'] = readme.replace(place, () => `\n${list}\n\n`);
  return result;
}

/** Pages that differ from what the catalogs say, and pages that nothing makes any more. */
function stale() {
  const wanted = pages();
  const folder = path.join(root, 'docs', 'matchers');
  const left = (fs.existsSync(folder) ? fs.readdirSync(folder) : [])
    .map((name) => `docs/matchers/${name}`)
    .filter((name) => !(name in wanted));
  const differing = Object.keys(wanted).filter(
    (name) => !fs.existsSync(path.join(root, name)) || fs.readFileSync(path.join(root, name), 'utf8') !== wanted[name],
  );
  return { wanted, differing, left };
}

function main() {
  const { wanted, differing, left } = stale();
  if (process.argv.includes('--check')) {
    for (const name of [...differing, ...left]) process.stdout.write(`${name} is stale: run npm run docs\n`);
    process.exitCode = differing.length + left.length > 0 ? 1 : 0;
    return;
  }
  for (const name of differing) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), String(wanted[name]));
  }
  for (const name of left) fs.rmSync(path.join(root, name));
}

module.exports = { stale };
if (require.main === module) main();
