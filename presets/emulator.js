// For an AWS-compatible server on this machine: name it with STACKPROOF_ENDPOINT or AWS_ENDPOINT_URL.
const { preset, useEmulatorCredentials } = require('../dist/src/jest/preset');

useEmulatorCredentials();
module.exports = preset({
  endpoint: process.env.AWS_ENDPOINT_URL || 'http://127.0.0.1:4566',
  // It shares the processor with the tests, and answers late where both are busy.
  requestTimeoutInSeconds: 20,
});
