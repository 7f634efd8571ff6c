/**
 * How often `discover` is right: over labelled outputs of real repositories, and over the same outputs with their keys
 * spelled in other ways.
 *
 *   npm run bench:discovery                    the copy under test/outputs/corpus, or ../shared/corpus where it exists
 *   npm run bench:discovery -- path/to/corpus  a directory with labels.json (or STACKPROOF_CORPUS)
 */

const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const { discover, parseOutputs, readOutputs } = require(
  process.env.STACKPROOF_DIST_OUTPUTS ?? join(root, 'dist/src/outputs'),
);

const TO_REACH = { resourcesRight: 0.99, resourcesWrong: 0.01, othersLeftAlone: 0.98 };

function corpusDirectory() {
  const [argument] = process.argv.slice(2).filter((each) => !each.startsWith('-'));
  const named = argument ?? process.env.STACKPROOF_CORPUS;
  const candidates = named ? [named] : [join(root, '../shared/corpus'), join(root, 'test/outputs/corpus')];
  const found = candidates.find((candidate) => existsSync(join(candidate, 'labels.json')));
  if (found === undefined)
    throw new Error(`No labels.json in ${candidates.join(' or ')}. Name a directory that has one.`);
  return found;
}

/** One label against all rows of its output: every row must agree. */
function judge(label, key = label.key) {
  const rows = discover({ shape: 'flat', entries: [entryOf(key, label.value)] });
  const types = [...new Set(rows.map((row) => row.type))];
  const found = types.length === 1 ? types[0] : (types.find((type) => type !== 'none') ?? 'none');
  const accepted = [label.type, ...(label.alsoAccept ?? [])];
  const undecided = rows.every((row) => row.type === 'none');
  const identifiers = [...new Set(rows.map((row) => row.identifier))].join(' ');
  if (types.length === 1 && accepted.includes(found)) {
    const wrongIdentifier = found === label.type && label.type !== 'none' && identifiers !== label.identifier;
    return { right: true, kind: wrongIdentifier ? 'wrong identifier' : undefined, found, identifiers, rows };
  }
  if (label.type === 'none') return { right: false, kind: 'non-resource claimed', found, identifiers, rows };
  return { right: false, kind: undecided ? 'undecided' : 'wrong type', found, identifiers, rows };
}

function entryOf(key, value) {
  return parseOutputs({ [key]: { value, type: 'dynamic', sensitive: false } }).entries[0];
}

function measure(labels, respell = (key) => key) {
  const judged = labels.map((label) => ({ label, ...judge(label, respell(label.key)) }));
  const resources = judged.filter(({ label }) => label.type !== 'none');
  const others = judged.filter(({ label }) => label.type === 'none');
  const share = (part, whole) => part.length / Math.max(1, whole.length);
  return {
    judged,
    resources: resources.length,
    others: others.length,
    resourcesRight: share(
      resources.filter(({ right }) => right),
      resources,
    ),
    resourcesWrong: share(
      resources.filter(({ kind }) => kind === 'wrong type'),
      resources,
    ),
    undecided: share(
      resources.filter(({ kind }) => kind === 'undecided'),
      resources,
    ),
    othersLeftAlone: share(
      others.filter(({ right }) => right),
      others,
    ),
  };
}

const percent = (share) => `${(share * 100).toFixed(2)}%`;

function figures(result) {
  const { resourcesRight, resourcesWrong, undecided, othersLeftAlone } = result;
  return `resources right ${percent(resourcesRight)}, wrong ${percent(resourcesWrong)}, undecided ${percent(undecided)}; non-resources left alone ${percent(othersLeftAlone)}`;
}

const words = (key) => key.match(/[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+|\d+|[A-Z]/g) ?? [key];
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
const respell = (spell) => (key) => (/^ExportsOutput/.test(key) ? key : spell(words(key)));
const RESPELLINGS = {
  snake_case: respell((each) => each.join('_').toLowerCase()),
  'kebab-case': respell((each) => each.join('-').toLowerCase()),
  PascalCase: respell((each) => each.map(capital).join('')),
  camelCase: respell((each) => each.map((word, index) => (index === 0 ? word.toLowerCase() : capital(word))).join('')),
  UPPER_CASE: respell((each) => each.join('_').toUpperCase()),
  'suffix glued on': (key) => (/^ExportsOutput/.test(key) ? key : `${key}pr1234`),
  'suffix with dash': (key) => (/^ExportsOutput/.test(key) ? key : `${key}-staging`),
  'stack in front': (key) => (/^ExportsOutput/.test(key) ? key : `TapStack-eu-west-1-${key}`),
};

function readFiles(directory) {
  const folder = join(directory, 'outputs');
  if (!existsSync(folder)) return;
  const started = process.hrtime.bigint();
  const shapes = {};
  let rows = 0;
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.json') && each !== 'index.json')) {
    const outputs = readOutputs(join(folder, name));
    shapes[outputs.shape] = (shapes[outputs.shape] ?? 0) + 1;
    rows += discover(outputs).length;
  }
  const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
  console.log(`files read: ${JSON.stringify(shapes)}, ${rows} rows in ${milliseconds.toFixed(0)} ms`);
}

function main() {
  const directory = corpusDirectory();
  const labels = JSON.parse(readFileSync(join(directory, 'labels.json'), 'utf8'));
  const result = measure(labels);

  console.log(`${labels.length} labels of ${directory}: ${result.resources} resources, ${result.others} others`);
  for (const kind of ['wrong type', 'undecided', 'non-resource claimed', 'wrong identifier']) {
    const mistakes = result.judged.filter((each) => each.kind === kind);
    console.log(`\n${kind}: ${mistakes.length}`);
    for (const { label, found, identifiers } of mistakes) {
      const value = String(typeof label.value === 'string' ? label.value : JSON.stringify(label.value)).slice(0, 90);
      console.log(
        `  ${label.key} = ${value}\n    is ${label.type} (${label.identifier}), found ${found} (${identifiers})`,
      );
    }
  }
  console.log('\nthe same labels, keys spelled in other ways:');
  for (const [name, spell] of Object.entries(RESPELLINGS)) console.log(`  ${name}: ${figures(measure(labels, spell))}`);
  readFiles(directory);

  console.log(`\n${figures(result)}`);
  const short = [
    result.resourcesRight < TO_REACH.resourcesRight &&
      `resources right: ${percent(result.resourcesRight)}, at least ${percent(TO_REACH.resourcesRight)} wanted`,
    result.resourcesWrong > TO_REACH.resourcesWrong &&
      `resources wrong: ${percent(result.resourcesWrong)}, at most ${percent(TO_REACH.resourcesWrong)} wanted`,
    result.othersLeftAlone < TO_REACH.othersLeftAlone &&
      `non-resources left alone: ${percent(result.othersLeftAlone)}, at least ${percent(TO_REACH.othersLeftAlone)} wanted`,
  ].filter(Boolean);
  for (const line of short) console.log(`falls short: ${line}`);
  process.exitCode = short.length === 0 ? 0 : 1;
}

main();
