// @ts-check

const { noMore } = require('../handler.js');

/**
 * What the CDK writes for `bucket.addEventNotification`: set after the bucket, because its target refers to the bucket.
 *
 * @type {import('../handler.js').ResourceHandler}
 */
module.exports = {
  type: 'Custom::S3BucketNotifications',
  create: async ({ BucketName, NotificationConfiguration, Managed, SkipDestinationValidation, ...rest }, aws) => {
    noMore(rest);
    if (Managed === false) throw new Error('Managed false, which keeps what others have set, is not supported.');
    await aws.call('s3', 'PutBucketNotificationConfiguration', {
      Bucket: BucketName,
      NotificationConfiguration,
      SkipDestinationValidation,
    });
    return { physicalId: aws.generatedName };
  },
};
