// @ts-check

/**
 * What people do to a system like this one, and the test that must notice it.
 *
 * @type {import('../failure.js').Mistake[]}
 */
module.exports = [
  ...require('./mistakes/network.js'),
  ...require('./mistakes/database.js'),
  ...require('./mistakes/processing.js'),
  ...require('./mistakes/alarms.js'),
];
