// @ts-check

/** @typedef {import('./trial.js').Trial} Trial */

const mistakesOfOne = 20;
const mistakesOfAll = 100;

/**
 * What is short of the figures, one text each; none when the examples are proven.
 *
 * @param {Trial[]} trials
 * @param {number[]} [mistakes] how many each example has; left out in a run of a part, whose numbers say nothing
 */
function shortfallsOf(trials, mistakes) {
  return [...trials.flatMap(ofTrial), ...(mistakes ? ofNumbers(trials, mistakes) : [])];
}

/** @param {Trial} trial */
function ofTrial({ example, server, findings, falseAlarms, nobodyAsserted }) {
  const place = `${example} on ${server}`;
  return [
    ...findings
      .filter(({ faults }) => faults.length > 0)
      .map(({ mistake, faults, message }) => [`${place}: ${mistake}`, ...faults, ...indented(message)].join('\n    ')),
    ...falseAlarms.map((alarm) => `${place}: false alarm: ${alarm.split('\n').join('\n    ')}`),
    ...nobodyAsserted.map((output) => `${place}: nobody asserted on ${output}`),
  ];
}

/** @param {Trial[]} trials @param {number[]} mistakes */
function ofNumbers(trials, mistakes) {
  const all = mistakes.reduce((sum, count) => sum + count, 0);
  const few = trials.filter(({ findings, unseen }) => findings.length + unseen.length < mistakesOfOne);
  return [
    ...few.map(
      ({ example, findings, unseen }) =>
        `${example} has ${findings.length + unseen.length} mistakes; ${mistakesOfOne} are wanted`,
    ),
    ...(all < mistakesOfAll ? [`there are ${all} mistakes in all; ${mistakesOfAll} are wanted`] : []),
  ];
}

/** @param {string | undefined} message */
function indented(message) {
  return message === undefined ? [] : message.split('\n').map((line) => `  ${line}`);
}

module.exports = { shortfallsOf };
