// @ts-check

const { noMore, objects, object } = require('./handler.js');

/**
 * A bucket's `LifecycleConfiguration` as the S3 API takes it: expirations and transitions are objects there.
 *
 * @param {Record<string, unknown>} configuration
 */
function bucketLifecycle({ Rules, ...rest }) {
  return { ...rest, Rules: objects(Rules).map(lifecycleRule) };
}

/** @param {Record<string, unknown>} rule */
function lifecycleRule({
  Id,
  Status,
  Prefix,
  TagFilters,
  ExpirationInDays,
  ExpirationDate,
  ExpiredObjectDeleteMarker,
  Transitions,
  NoncurrentVersionExpiration,
  NoncurrentVersionTransitions,
  AbortIncompleteMultipartUpload,
  ...rest
}) {
  noMore(rest, 'LifecycleConfiguration.Rules');
  return {
    ID: Id,
    Status,
    Filter: lifecycleFilter(Prefix, objects(TagFilters)),
    Expiration: definedOnly({
      Days: ExpirationInDays,
      Date: ExpirationDate === undefined ? undefined : new Date(String(ExpirationDate)),
      ExpiredObjectDeleteMarker,
    }),
    Transitions:
      Transitions &&
      objects(Transitions).map(({ TransitionInDays, TransitionDate, ...transition }) => ({
        ...transition,
        Days: TransitionInDays,
        Date: TransitionDate === undefined ? undefined : new Date(String(TransitionDate)),
      })),
    NoncurrentVersionExpiration: NoncurrentVersionExpiration && object(NoncurrentVersionExpiration),
    NoncurrentVersionTransitions:
      NoncurrentVersionTransitions &&
      objects(NoncurrentVersionTransitions).map(({ TransitionInDays, ...transition }) => ({
        ...transition,
        NoncurrentDays: TransitionInDays,
      })),
    AbortIncompleteMultipartUpload,
  };
}

/** @param {unknown} prefix @param {Record<string, unknown>[]} tags */
function lifecycleFilter(prefix, tags) {
  if (tags.length === 0) return { Prefix: prefix ?? '' };
  if (tags.length === 1 && prefix === undefined) return { Tag: tags[0] };
  return { And: { Prefix: prefix, Tags: tags } };
}

/** @param {Record<string, unknown>} record */
function definedOnly(record) {
  const entries = Object.entries(record).filter(([, value]) => value !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

module.exports = { bucketLifecycle };
