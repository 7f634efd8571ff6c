// @ts-check

/** A failed test, as Jest's JSON tells it. @typedef {{ fullName: string, failureMessages: string[] }} FailedTest */

/**
 * @typedef {object} Mistake
 * @property {string} name what somebody did, in a sentence
 * @property {string} output key of the output that the message must name
 * @property {string} test full title of the test that must fail
 * @property {string | RegExp} expected what the line Expected must contain
 * @property {string | RegExp} received what the line Received must contain
 * @property {(stack: Stack) => Promise<unknown>} apply does it to the live resources
 * @property {Record<string, string>} [on] servers where the change cannot be seen, each with the reason
 */

/**
 * @typedef {import('../deploy/deploy.js').Deployed & { outputsFile: string, aws: import('../deploy/aws.js').Aws }} Stack
 */

const labels = [
  'Claim',
  'Fault',
  'Expected',
  'Received',
  'Resource',
  'Read from',
  'Needs',
  'Next',
  'Sent',
  'Gave up',
  'Last seen',
];
const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/** What failed, without Jest's colours and stack. @param {FailedTest} test */
function textOf({ failureMessages }) {
  return failureMessages.map((message) => message.replace(colours, '').replace(/\n\s+at [\s\S]*$/, '')).join('\n');
}

/**
 * What is wrong with the message of the right test; empty when it names the output, the expected and the received value.
 * Where nothing could be judged there are no such lines, and the message as a whole must say both.
 *
 * @param {string} text @param {Pick<Mistake, 'output' | 'expected' | 'received'>} mistake
 * @returns {string[]}
 */
function faultsOf(text, { output, expected, received }) {
  const places = text.includes('.toHaveOutputs(') ? ['Resource', 'Expected', 'Received'] : ['Resource'];
  const names = places.flatMap((label) => sections(text, label));
  const faults = [];
  if (!names.some((each) => hasWord(each, output))) faults.push(`does not name the output ${output}`);
  if (!says(text, 'Expected', expected)) faults.push(`Expected does not contain ${shown(expected)}`);
  if (!says(text, 'Received', received)) faults.push(`Received does not contain ${shown(received)}`);
  return faults;
}

/** @param {string} text @param {string} label @param {string | RegExp} wanted */
function says(text, label, wanted) {
  const found = sections(text, label);
  return (found.length > 0 ? found : [text]).some((each) => contains(each, wanted));
}

/** The texts behind a label, each to the next label; a value may have several lines. @param {string} text @param {string} label */
function sections(text, label) {
  const starts = new RegExp(`^\\s*(?:${labels.join('|')}):\\s`);
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    if (!line.trimStart().startsWith(`${label}:`)) return [];
    const rest = lines.slice(index + 1);
    const end = rest.findIndex((each) => starts.test(each) || each.trim() === '');
    return [[line, ...rest.slice(0, end === -1 ? undefined : end)].join('\n').replace(/^\s*[\w ]+:\s*/, '')];
  });
}

/** @param {string} text @param {string | RegExp} wanted */
function contains(text, wanted) {
  return typeof wanted === 'string' ? text.includes(wanted) : text.search(wanted) >= 0;
}

/** @param {string} text @param {string} word */
function hasWord(text, word) {
  const literal = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w-])${literal}(?![\\w-])`).test(text);
}

/** @param {string | RegExp} wanted */
function shown(wanted) {
  return typeof wanted === 'string' ? JSON.stringify(wanted) : String(wanted);
}

module.exports = { faultsOf, textOf };
