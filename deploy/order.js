// @ts-check

/**
 * Starts every job as soon as the jobs it needs are done.
 *
 * @template Result
 * @param {Map<string, Set<string>>} needs by job, the jobs it needs
 * @param {(job: string) => Promise<Result>} start
 * @returns {Promise<void>}
 * @throws {Error} what failed, once everything in flight has ended; several failures are one error, a line each
 */
async function runInOrder(needs, start) {
  refuseCycles(needs);
  /** @type {Map<string, Promise<Result>>} */
  const started = new Map();
  /** @type {Error[]} */
  const failures = [];
  /** @param {string} job @returns {Promise<Result>} */
  const run = (job) => {
    let result = started.get(job);
    if (result === undefined) {
      const needed = Promise.all([...(needs.get(job) ?? [])].map(run));
      result = needed.then(() =>
        start(job).catch((error) => {
          failures.push(error);
          throw error;
        }),
      );
      started.set(job, result);
    }
    return result;
  };
  await Promise.allSettled([...needs.keys()].map(run));
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) throw new AggregateError(failures, failures.map(({ message }) => message).join('\n'));
}

/** @param {Map<string, Set<string>>} needs */
function refuseCycles(needs) {
  /** @type {Set<string>} */
  const clear = new Set();
  /** @param {string} job @param {string[]} path */
  const visit = (job, path) => {
    if (clear.has(job)) return;
    if (path.includes(job)) {
      throw new Error(
        `Resources refer to each other in a circle: ${[...path.slice(path.indexOf(job)), job].join(' -> ')}.`,
      );
    }
    for (const needed of needs.get(job) ?? []) visit(needed, [...path, job]);
    clear.add(job);
  };
  for (const job of needs.keys()) visit(job, []);
}

module.exports = { runInOrder };
