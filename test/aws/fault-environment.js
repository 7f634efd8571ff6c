const { TestEnvironment } = require('jest-environment-node');

/** Node's environment with mockttp in it. Node loads mockttp, because it needs ES modules, which Jest cannot require. */
module.exports = class FaultEnvironment extends TestEnvironment {
  constructor(configuration, context) {
    super(configuration, context);
    this.global.mockttp = require('mockttp');
  }
};
