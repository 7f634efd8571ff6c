// @ts-check

const { textAt } = require('../aws.js');
const { noMore, object } = require('../handler.js');
const { isPlainObject } = require('../reference.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::CloudFront::Distribution',
  create: async ({ DistributionConfig, Tags, ...rest }, aws) => {
    noMore(rest);
    const distribution = {
      CallerReference: aws.generatedName,
      Comment: '',
      ...object(quantified(object(DistributionConfig))),
    };
    const answer = await aws.call('cloudfront', 'CreateDistributionWithTags', {
      DistributionConfigWithTags: { DistributionConfig: distribution, Tags: { Items: Tags ?? [] } },
    });
    const Id = textAt(answer, 'Distribution.Id');
    return { physicalId: Id, attributes: { Id, DomainName: textAt(answer, 'Distribution.DomainName') } };
  },
};

/**
 * The CloudFront API wraps every list as `{ Quantity, Items }`, and puts the cached methods into the allowed ones.
 *
 * @param {unknown} value
 * @returns {unknown}
 */
function quantified(value) {
  if (Array.isArray(value)) return { Quantity: value.length, Items: value.map(quantified) };
  if (!isPlainObject(value)) return value;
  const { CachedMethods, ...rest } = value;
  const entries = Object.fromEntries(Object.entries(rest).map(([name, item]) => [name, quantified(item)]));
  if (CachedMethods === undefined) return entries;
  return {
    ...entries,
    AllowedMethods: { ...object(entries.AllowedMethods), CachedMethods: quantified(CachedMethods) },
  };
}
