// @ts-check

const { textAt, valueAt } = require('../aws.js');
const { endpointAddress } = require('../endpoint-address.js');
const { policyText } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::OpenSearchService::Domain',
  create: async (properties, aws) => {
    const { DomainName = aws.generatedName.toLowerCase(), AccessPolicies, Tags, ...create } = properties;
    const created = await aws.call('opensearch', 'CreateDomain', {
      ...create,
      DomainName,
      AccessPolicies: policyText(AccessPolicies),
      TagList: Tags,
    });
    const answer = await aws.until(
      () => aws.call('opensearch', 'DescribeDomain', { DomainName }),
      (described) => valueAt(described, 'DomainStatus.Processing') !== true,
    );
    const Arn = textAt(created, 'DomainStatus.ARN');
    const endpoint = valueAt(answer, 'DomainStatus.Endpoint');
    return {
      physicalId: String(DomainName),
      attributes: {
        Arn,
        DomainArn: Arn,
        DomainEndpoint: endpointAddress(endpoint, `search-${DomainName}-a1b2c3`, 'es', aws.region),
      },
    };
  },
};
