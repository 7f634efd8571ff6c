// @ts-check
/** Prints the closing line of a test run from the JSON that Jest wrote. */
const fs = require('node:fs');
const path = require('node:path');

const file = path.join(__dirname, '..', '.work', 'jest-results.json');
if (!fs.existsSync(file)) {
  process.stdout.write('No tests ran: a step before them failed.\n');
  process.exit(1);
}
const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = JSON.parse(
  fs.readFileSync(file, 'utf8'),
);
const failed = numFailedTests + numRuntimeErrorTestSuites;
process.stdout.write(`${numPassedTests} passed, ${failed} failed, ${numPendingTests + numTodoTests} skipped\n`);
