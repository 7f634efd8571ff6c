// @ts-check

const { noMore, object, objects } = require('./handler.js');

/**
 * A bucket's `NotificationConfiguration` as the S3 API takes it: lists of events, and ARNs under other names.
 *
 * @param {Record<string, unknown>} configuration
 */
function bucketNotification({ LambdaConfigurations, QueueConfigurations, TopicConfigurations, ...rest }) {
  const { EventBridgeConfiguration, ...unknown } = rest;
  noMore(unknown, 'NotificationConfiguration');
  return {
    LambdaFunctionConfigurations: targets(LambdaConfigurations, 'Function', 'LambdaFunctionArn'),
    QueueConfigurations: targets(QueueConfigurations, 'Queue', 'QueueArn'),
    TopicConfigurations: targets(TopicConfigurations, 'Topic', 'TopicArn'),
    EventBridgeConfiguration: EventBridgeConfiguration === undefined ? undefined : {},
  };
}

/** @param {unknown} configurations @param {string} from @param {string} to */
function targets(configurations, from, to) {
  if (configurations === undefined) return undefined;
  return objects(configurations).map(({ Event, Filter, [from]: target, ...rest }) => {
    noMore(rest, 'NotificationConfiguration');
    const { S3Key } = object(Filter);
    const Key = S3Key === undefined ? undefined : { FilterRules: object(S3Key).Rules };
    return { Events: [Event], [to]: target, Filter: Key && { Key } };
  });
}

module.exports = { bucketNotification };
