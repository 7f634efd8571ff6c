// @ts-check

const { textAt, valueAt } = require('../aws.js');
const { object, tagMap } = require('../handler.js');
const { zip } = require('../zip.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::Lambda::Function',
  create: async (properties, aws) => {
    const {
      FunctionName = aws.generatedName,
      Code,
      KmsKeyArn,
      ReservedConcurrentExecutions,
      RuntimeManagementConfig,
      Tags,
      ...create
    } = properties;
    await aws.call('lambda', 'CreateFunction', {
      ...create,
      FunctionName,
      Code: code(object(Code), String(create.Runtime)),
      KMSKeyArn: KmsKeyArn,
      Tags: tagMap(Tags),
    });
    const answer = await aws.until(
      () => aws.call('lambda', 'GetFunctionConfiguration', { FunctionName }),
      (configuration) => valueAt(configuration, 'State') !== 'Pending',
    );
    if (ReservedConcurrentExecutions !== undefined) {
      await aws.call('lambda', 'PutFunctionConcurrency', { FunctionName, ReservedConcurrentExecutions });
    }
    if (RuntimeManagementConfig !== undefined) {
      await aws.call('lambda', 'PutRuntimeManagementConfig', { FunctionName, ...object(RuntimeManagementConfig) });
    }
    return { physicalId: String(FunctionName), attributes: { Arn: textAt(answer, 'FunctionArn') } };
  },
};

/**
 * Inline source goes where CloudFormation puts it: `index.js` or `index.py`.
 *
 * @param {Record<string, unknown>} source @param {string} runtime
 */
function code({ ZipFile, ...rest }, runtime) {
  if (typeof ZipFile !== 'string') return { ...rest, ZipFile };
  return { ...rest, ZipFile: zip(runtime.startsWith('python') ? 'index.py' : 'index.js', ZipFile) };
}
