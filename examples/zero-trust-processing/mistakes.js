// @ts-check

/** What somebody does to the deployed stack; each is caught by the test that it names. */
module.exports = [
  ...require('./mistakes/encryption.js'),
  ...require('./mistakes/network.js'),
  ...require('./mistakes/storage.js'),
  ...require('./mistakes/processor.js'),
  ...require('./mistakes/role.js'),
  ...require('./mistakes/dead-letters.js'),
  ...require('./mistakes/logs.js'),
  ...require('./mistakes/alarms.js'),
  ...require('./mistakes/outputs.js'),
];
