// @ts-check

const { ref } = require('../../deploy');
const alarms = require('./stack/alarms.js');
const database = require('./stack/database.js');
const encryption = require('./stack/encryption.js');
const { environment } = require('./stack/naming.js');
const network = require('./stack/network.js');
const processing = require('./stack/processing.js');

/**
 * Transactions arrive on a stream, a function in a VPC takes each into the ledger and into a Multi-AZ database, and what
 * it cannot take goes to a queue. One customer key encrypts all of it, and six alarms tell a topic.
 *
 * @type {import('../../deploy/deploy.js').Spec & {
 *   outputsFormat: import('../../deploy/outputs.js').OutputsFormat,
 *   outputsOptions: import('../../deploy/outputs.js').OutputsOptions,
 * }}
 */
module.exports = {
  name: 'transaction-processing',
  region: 'us-east-1',
  resources: {
    ...encryption.resources,
    ...network.resources,
    ...database.resources,
    ...processing.resources,
    ...alarms.resources,
  },
  outputs: {
    environment,
    aws_region: ref('AWS::Region'),
    ...encryption.outputs,
    ...network.outputs,
    ...database.outputs,
    ...processing.outputs,
    ...alarms.outputs,
  },
  outputsFormat: 'terraform',
  outputsOptions: { sensitive: ['database_endpoint', 'database_username', 'database_secret_arn'] },
};
