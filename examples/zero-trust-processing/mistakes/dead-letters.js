// @ts-check

const { SetQueueAttributesCommand } = require('@aws-sdk/client-sqs');
const { policy } = require('../../policy');

/** @typedef {import('../../failure.js').Stack} Stack */

/** @param {Record<string, string>} Attributes @returns {(stack: Stack) => Promise<unknown>} */
const setDeadLetters =
  (Attributes) =>
  ({ client, outputs }) =>
    client('sqs').send(new SetQueueAttributesCommand({ QueueUrl: String(outputs.DeadLetterQueueUrl), Attributes }));

/** @type {import('../../failure.js').Mistake[]} */
module.exports = [
  {
    name: 'the dead letters are encrypted by SQS itself, and no longer with the data key',
    output: 'DeadLetterQueueUrl',
    test: 'the dead letters are encrypted with the data key',
    expected: 'key/',
    received: 'SSE-SQS',
    apply: setDeadLetters({ KmsMasterKeyId: '', SqsManagedSseEnabled: 'true' }),
  },
  {
    name: 'the dead letters are gone after an hour',
    output: 'DeadLetterQueueUrl',
    test: 'the dead letters are kept for two weeks',
    expected: '14 d',
    received: '1 h',
    apply: setDeadLetters({ MessageRetentionPeriod: '3600' }),
  },
  {
    name: 'anybody may read the dead letters',
    output: 'DeadLetterQueueUrl',
    test: 'the dead letters are sent and read over TLS, by nobody but this account',
    expected: /SecureTransport|TLS|insecure/,
    received: /sqs:ReceiveMessage|no statement|nothing|none/,
    apply: setDeadLetters({
      Policy: policy({ Effect: 'Allow', Principal: '*', Action: 'sqs:ReceiveMessage', Resource: '*' }),
    }),
  },
];
