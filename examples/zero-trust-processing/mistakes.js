// @ts-check

/** What somebody does to the deployed stack; each is caught by the test that it names. */
module.exports = [
  ...require('./mistakes/encryption.js'),
  ...require('./mistakes/network.js'),
  ...require('./mistakes/storage.js'),
  ...require('./mistakes/processor.js'),
  ...require('./mistakes/monitoring.js'),
];
