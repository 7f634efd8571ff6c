// @ts-check

const data = require('./stack/data.js');
const { environment } = require('./stack/naming.js');
const network = require('./stack/network.js');
const pipeline = require('./stack/pipeline.js');

/**
 * Patient records arrive on a stream, a processor takes them and writes down every access, and a database keeps them;
 * all in a network without internet and under one customer key.
 *
 * @type {import('../list.js').Stack}
 */
module.exports = {
  name: 'healthcare-pipeline',
  region: 'eu-west-2',
  resources: { ...network.resources, ...data.resources, ...pipeline.resources },
  outputs: { ...network.outputs, ...data.outputs, ...pipeline.outputs },
  outputsFormat: 'cdk',
  outputsOptions: {
    stack: `HealthcarePipelineStack${environment}`,
    stacks: {
      [`HealthcareNetworkStack${environment}`]: Object.keys(network.outputs),
      [`HealthcareDataStack${environment}`]: Object.keys(data.outputs),
    },
  },
};
