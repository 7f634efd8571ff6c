// @ts-check

const data = require('./mistakes/data.js');
const database = require('./mistakes/database.js');
const network = require('./mistakes/network.js');
const pipeline = require('./mistakes/pipeline.js');
const watch = require('./mistakes/watch.js');

/** @type {import('../failure.js').Mistake[]} */
module.exports = [...data, ...database, ...network, ...pipeline, ...watch];
