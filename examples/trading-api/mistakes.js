// @ts-check

const { access } = require('./mistakes/access');
const { buckets } = require('./mistakes/buckets');
const { database } = require('./mistakes/database');
const { gateway } = require('./mistakes/gateway');
const { key } = require('./mistakes/key');
const { network } = require('./mistakes/network');
const { observability } = require('./mistakes/observability');
const { onFunction } = require('./mistakes/function');
const { tables } = require('./mistakes/tables');

/** What somebody did to the trading API by hand, and which test says so. */
module.exports = [
  ...key,
  ...tables,
  ...buckets,
  ...database,
  ...network,
  ...onFunction,
  ...gateway,
  ...access,
  ...observability,
];
