// @ts-check

const { noMore, object, objects, tagMap } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::ApiGateway::Stage',
  create: async ({ AccessLogSetting, MethodSettings, Tags, ...create }, aws) => {
    const { RestApiId, StageName } = create;
    await aws.call('api-gateway', 'CreateStage', { ...create, tags: tagMap(Tags) });
    const patchOperations = [
      ...accessLogPatches(object(AccessLogSetting)),
      ...objects(MethodSettings).flatMap(methodPatches),
    ];
    if (patchOperations.length > 0) {
      await aws.call('api-gateway', 'UpdateStage', { RestApiId, StageName, patchOperations });
    }
    return { physicalId: String(StageName) };
  },
};

/** @param {Record<string, unknown>} setting */
function accessLogPatches({ DestinationArn, Format, ...rest }) {
  noMore(rest, 'AccessLogSetting');
  return [
    ...replace('/accessLogSettings/destinationArn', DestinationArn),
    ...replace('/accessLogSettings/format', Format),
  ];
}

/** @param {Record<string, unknown>} setting */
function methodPatches(setting) {
  const {
    ResourcePath,
    HttpMethod,
    CacheDataEncrypted,
    CacheTtlInSeconds,
    CachingEnabled,
    DataTraceEnabled,
    LoggingLevel,
    MetricsEnabled,
    ThrottlingBurstLimit,
    ThrottlingRateLimit,
    ...rest
  } = setting;
  noMore(rest, 'MethodSettings');
  // `/orders` is written `~1orders` in a patch path, and `/*` just `*`.
  const resourcePath = ResourcePath === '/*' ? '*' : String(ResourcePath).replaceAll('/', '~1');
  const method = `/${resourcePath}/${HttpMethod}`;
  return [
    ...replace(`${method}/caching/dataEncrypted`, CacheDataEncrypted),
    ...replace(`${method}/caching/ttlInSeconds`, CacheTtlInSeconds),
    ...replace(`${method}/caching/enabled`, CachingEnabled),
    ...replace(`${method}/logging/dataTrace`, DataTraceEnabled),
    ...replace(`${method}/logging/loglevel`, LoggingLevel),
    ...replace(`${method}/metrics/enabled`, MetricsEnabled),
    ...replace(`${method}/throttling/burstLimit`, ThrottlingBurstLimit),
    ...replace(`${method}/throttling/rateLimit`, ThrottlingRateLimit),
  ];
}

/** @param {string} path @param {unknown} value */
function replace(path, value) {
  return value === undefined ? [] : [{ op: 'replace', path, value: String(value) }];
}
