#!/usr/bin/env node
// @ts-check
/**
 * `npm run detect`: makes the mistakes of every example on both servers, one at a time, and checks that the suite catches
 * each, with the right test and the right message, and that it says nothing against a healthy stack.
 */
const fs = require('node:fs');
const path = require('node:path');
const { parseArgs } = require('node:util');
const { exampleNames, loadExample } = require('./list.js');
const { shortfallsOf } = require('./shortfall.js');
const { tryOn } = require('./trial.js');

/** @typedef {import('./trial.js').Trial} Trial */

const usage = `usage: npm run detect [-- OPTIONS]

  --server ministack|moto   this server alone; may be repeated
  --example NAME            this example alone; may be repeated
  --only TEXT               only mistakes whose name contains TEXT, all of them
  --sample N                N mistakes of each example, spread evenly over its list; 20 unless told
  --all                     every mistake of each example
  --healthy N               healthy runs of each example on each server; 20 unless told
  --json FILE               writes all findings there
  --help                    this text

Exit code 1 when a mistake is not caught by the right test with the right message, when a healthy stack fails, when
something is asserted on by nobody, or, in a run without options, when there are too few mistakes.
`;

const serverNames = /** @type {const} */ (['ministack', 'moto']);

function readArguments() {
  const { values } = parseArgs({
    options: {
      server: { type: 'string', multiple: true },
      example: { type: 'string', multiple: true },
      only: { type: 'string' },
      sample: { type: 'string', default: '20' },
      all: { type: 'boolean', default: false },
      healthy: { type: 'string', default: '20' },
      json: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const healthyRuns = wholeNumber('--healthy', values.healthy);
  const sample =
    values.all || values.only !== undefined ? Number.POSITIVE_INFINITY : wholeNumber('--sample', values.sample);
  const servers = serverNames.filter((name) => values.server === undefined || values.server.includes(name));
  const strange = values.server?.find((name) => !serverNames.some((each) => each === name));
  if (strange !== undefined)
    throw new Error(`There is no server "${strange}"; choose one of: ${serverNames.join(', ')}.`);
  const isPartial = Boolean(values.server ?? values.example ?? values.only) || healthyRuns < 20 || sample < 20;
  return { ...values, servers, healthyRuns, sample, isPartial };
}

/** @param {string} option @param {string} text */
function wholeNumber(option, text) {
  if (/^\d+$/.test(text)) return Number(text);
  throw new Error(`${option} takes a whole number, received "${text}".`);
}

/**
 * So many of a list, spread evenly over it.
 *
 * @template Item @param {Item[]} list @param {number} count
 */
function spread(list, count) {
  if (list.length <= count) return list;
  return list.filter(
    (_, index) => Math.floor((index * count) / list.length) !== Math.floor(((index - 1) * count) / list.length),
  );
}

/** Examples that have mistakes, or those that are named. @param {string[] | undefined} named */
function examplesOf(named) {
  const hasMistakes = (/** @type {string} */ name) => fs.existsSync(path.join(__dirname, name, 'mistakes.js'));
  const names = named ?? exampleNames().filter(hasMistakes);
  return names.map((name) => {
    const example = loadExample(name);
    if (!hasMistakes(name)) throw new Error(`${name} has no mistakes.js.`);
    /** @type {import('./failure.js').Mistake[]} */
    const mistakes = require(path.join(example.folder, 'mistakes.js'));
    return { example, mistakes };
  });
}

/** @param {Trial[]} trials */
function table(trials) {
  const heads =
    'example,server,mistakes,detected,right test,right message,not seen there,healthy runs,false alarms,skipped tests';
  const rows = trials.map(({ example, server, findings, unseen, healthyRuns, falseAlarms, skipped }) =>
    [
      example,
      server,
      findings.length + unseen.length,
      findings.filter(({ detected }) => detected).length,
      findings.filter(({ rightTest }) => rightTest).length,
      findings.filter(({ rightMessage }) => rightMessage).length,
      unseen.length,
      healthyRuns,
      falseAlarms.length,
      Object.keys(skipped).length,
    ].map(String),
  );
  const all = [heads.split(','), ...rows];
  const widths = heads.split(',').map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** @param {string} title @param {string[]} rows */
function section(title, rows) {
  if (rows.length > 0) process.stdout.write(`\n${title}\n${rows.map((row) => `  ${row}`).join('\n')}\n`);
}

async function main() {
  const { servers, example: named, only = '', healthyRuns, sample, json, help, isPartial } = readArguments();
  if (help) {
    process.stdout.write(usage);
    return 0;
  }
  const examples = examplesOf(named);
  const plans = examples.map(({ example, mistakes }) => ({
    example,
    mistakes: spread(
      mistakes.filter(({ name }) => name.toLowerCase().includes(only.toLowerCase())),
      sample,
    ),
    healthyRuns,
  }));
  for (const { example, mistakes } of examples) {
    const tried = plans.find((plan) => plan.example === example)?.mistakes.length ?? 0;
    const rest = tried < mistakes.length && only === '' ? ', spread evenly; --all tries every one' : '';
    process.stdout.write(`${example.name}: ${tried} of ${mistakes.length} mistakes${rest}\n`);
  }
  const started = Date.now();
  const tell = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);
  // One lane for each server: they share nothing but the processor.
  const trials = (await Promise.all(servers.map((name) => tryOn(name, plans, tell)))).flat();
  trials.sort((a, b) => a.example.localeCompare(b.example));
  if (json !== undefined) fs.writeFileSync(json, `${JSON.stringify(trials, null, 2)}\n`);

  process.stdout.write(`\n${table(trials)}\n`);
  const place = (/** @type {Trial} */ { example, server }) => `${example} on ${server}`;
  section(
    'Cannot be seen there',
    trials.flatMap((trial) => trial.unseen.map(({ mistake, reason }) => `${place(trial)}: ${mistake} (${reason})`)),
  );
  section(
    'Skipped in healthy runs',
    trials.flatMap((trial) =>
      Object.entries(trial.skipped).map(([test, reason]) => `${place(trial)}: ${test} (${reason})`),
    ),
  );
  const shortfalls = shortfallsOf(trials, isPartial ? undefined : examples.map(({ mistakes }) => mistakes.length));
  section('Short', shortfalls);
  const seconds = Math.round((Date.now() - started) / 1_000);
  const runs = trials.reduce((sum, { findings, healthyRuns: healthy }) => sum + findings.length + healthy, 0);
  process.stdout.write(
    `\n${runs} runs in ${seconds} s. ${shortfalls.length === 0 ? 'Every mistake is caught, and no healthy stack is blamed.' : `${shortfalls.length} shortfalls.`}${isPartial ? ' (A part: numbers of mistakes and runs are not judged.)' : ''}\n`,
  );
  return shortfalls.length === 0 ? 0 : 1;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 2;
  },
);
