// @ts-check

const { policy } = require('../../policy');

/** @typedef {import('../../failure.js').Stack} Stack */

/**
 * Adds a statement to the policy of a bucket.
 *
 * @param {Stack} stack @param {string} output key of the output with the bucket's name
 * @param {(bucket: string) => object} statement
 */
async function addToBucketPolicy({ aws, outputs }, output, statement) {
  const Bucket = String(outputs[output]);
  const { Policy } = await aws.call('s3', 'GetBucketPolicy', { Bucket });
  const document = JSON.parse(String(Policy));
  document.Statement.push(statement(Bucket));
  await aws.call('s3', 'PutBucketPolicy', { Bucket, Policy: JSON.stringify(document) });
}

/**
 * A document that allows one thing.
 *
 * @param {string | string[]} action @param {string} [resource]
 */
function allowing(action, resource = '*') {
  return policy({ Effect: 'Allow', Action: action, Resource: resource });
}

/** The last part of an ARN, which is the name of a role or function. @param {unknown} arn */
function nameIn(arn) {
  return String(arn).split(/[:/]/).at(-1) ?? '';
}

module.exports = { addToBucketPolicy, allowing, nameIn };
