// @ts-check

const { deploy } = require('./deploy.js');
const { formatOutputs, writeOutputs } = require('./outputs.js');
const { ref, sub } = require('./reference.js');

module.exports = { deploy, formatOutputs, ref, sub, writeOutputs };
