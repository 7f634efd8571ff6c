// @ts-check

/**
 * What people do to a system like this one, and the test that must notice it.
 *
 * @type {import('../failure.js').Mistake[]}
 */
module.exports = [
  ...require('./mistakes/boundary.js'),
  ...require('./mistakes/data.js'),
  ...require('./mistakes/service.js'),
  ...require('./mistakes/api.js'),
  ...require('./mistakes/audit.js'),
];
