// @ts-check

const { readFileSync, writeFileSync } = require('node:fs');

/** @typedef {import('../../failure.js').Stack} Stack */

/** @param {(outputs: Record<string, unknown>) => Record<string, unknown>} change @returns {(stack: Stack) => Promise<unknown>} */
const changeOutputs =
  (change) =>
  async ({ outputsFile }) =>
    writeFileSync(outputsFile, JSON.stringify(change(JSON.parse(readFileSync(outputsFile, 'utf8')))));

/** @type {import('../../failure.js').Mistake[]} */
module.exports = [
  {
    name: 'the deployment no longer tells the name of the data bucket',
    output: 'DataBucketName',
    test: 'the deployment has told everything that others build on',
    expected: 'DataBucketName',
    received: /no such output|missing|DataBucketName/,
    apply: changeOutputs(({ DataBucketName, ...outputs }) => outputs),
  },
  {
    name: 'the logs key is told as unknown',
    output: 'LogsKeyArn',
    test: 'the deployment has told everything that others build on',
    expected: 'LogsKeyArn',
    received: /unknown|placeholder/,
    apply: changeOutputs((outputs) => ({ ...outputs, LogsKeyArn: 'unknown' })),
  },
];
