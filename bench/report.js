// @ts-check
/** What the runs came to: a table of all suites, and whether each figure that is to be reached is. */
const { median } = require('./median');
const { suites } = require('./projects');

const toReach = { stackproofToBare: 1.25, perTestToStackproof: 10, perResourceToStackproof: 4 };

/**
 * @typedef {object} Run
 * @property {number} milliseconds
 * @property {import('./latency-proxy').Traffic} traffic
 */

/**
 * @typedef {object} Comparison
 * @property {Record<import('./projects').SuiteName, Run[]>} runs
 * @property {Record<import('./projects').SuiteName, number>} toBare
 * @property {number} stackproofToBare
 * @property {number} perTestToStackproof
 * @property {number} perResourceToStackproof
 */

/**
 * Prints the figures and says which of them fall short.
 *
 * @param {Comparison} result
 */
function report({ runs, toBare, ...ratios }) {
  const head = ['', 'wall ms', 'x (a)', 'requests', 'connections', 'distinct reads'];
  const rows = Object.entries(suites).map(([name, { title }]) => {
    const suite = /** @type {import('./projects').SuiteName} */ (name);
    const of = (/** @type {(run: Run) => number} */ pick) => median(runs[suite].map(pick)).toFixed(0);
    return [
      title,
      of(({ milliseconds }) => milliseconds),
      toBare[suite].toFixed(2),
      of(({ traffic }) => traffic.requests),
      of(({ traffic }) => traffic.connections),
      of(({ traffic }) => traffic.distinct),
    ];
  });
  process.stdout.write(`\n${table([head, ...rows])}\n`);
  const wasteful = runs.stackproof.find(({ traffic }) => traffic.requests > traffic.distinct);
  const { stackproofToBare, perTestToStackproof, perResourceToStackproof } = ratios;
  /** @type {[string, string, boolean][]} */
  const figures = [
    [
      '(d) / (a)',
      `${stackproofToBare.toFixed(2)}, at most ${toReach.stackproofToBare}`,
      stackproofToBare <= toReach.stackproofToBare,
    ],
    [
      '(b) / (d)',
      `${perTestToStackproof.toFixed(1)}, at least ${toReach.perTestToStackproof}`,
      perTestToStackproof >= toReach.perTestToStackproof,
    ],
    [
      '(c) / (d)',
      `${perResourceToStackproof.toFixed(1)}, at least ${toReach.perResourceToStackproof}`,
      perResourceToStackproof >= toReach.perResourceToStackproof,
    ],
    [
      'requests of (d)',
      wasteful
        ? `${wasteful.traffic.requests} for ${wasteful.traffic.distinct} distinct reads`
        : 'no more than distinct reads',
      !wasteful,
    ],
  ];
  process.stdout.write(`${table(figures.map(([name, text, good]) => [good ? 'reached' : 'FALLS SHORT', name, text]))}`);
  return figures.every(([, , good]) => good);
}

/** @param {string[][]} rows */
function table(rows) {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length))) ?? [];
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('   ')
          .trimEnd()}\n`,
    )
    .join('');
}

module.exports = { report };
