// @ts-check

const { noMore, policyText } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::S3::BucketPolicy',
  create: async ({ Bucket, PolicyDocument, ...rest }, aws) => {
    noMore(rest);
    await aws.call('s3', 'PutBucketPolicy', { Bucket, Policy: policyText(PolicyDocument) });
    return { physicalId: String(Bucket) };
  },
};
