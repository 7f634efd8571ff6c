// @ts-check
/** The demo's stack. Its outputs name the ten resources that the suites are about, of ten services. */
const stack = require('../examples/demo/stack');

const {
  DataKeyArn,
  DataBucketName,
  DatabaseEndpoint,
  OrdersTableName,
  OrdersStreamName,
  ProcessorFunctionArn,
  ProcessorLogGroupName,
  AlarmTopicArn,
  ProcessorErrorsAlarmName,
  ProcessorRoleArn,
} = stack.outputs ?? {};

/** @type {import('../deploy/deploy.js').Spec} */
module.exports = {
  ...stack,
  outputs: {
    DataKeyArn,
    DataBucketName,
    DatabaseEndpoint,
    OrdersTableName,
    OrdersStreamName,
    ProcessorFunctionArn,
    ProcessorLogGroupName,
    AlarmTopicArn,
    ProcessorErrorsAlarmName,
    ProcessorRoleArn,
  },
};
