// @ts-check

const { access } = require('./mistakes/access');
const { api } = require('./mistakes/api');
const { database } = require('./mistakes/database');
const { network } = require('./mistakes/network');
const { observability } = require('./mistakes/observability');
const { storage } = require('./mistakes/storage');

/** What somebody did to the trading API by hand, and which test says so. */
module.exports = [...storage, ...database, ...network, ...api, ...access, ...observability];
