// @ts-check

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them

const { sub } = require('../../../deploy');

/** What CDKTF's `environmentSuffix` variable holds: the end of every name. */
const environmentSuffix = 'dev';

/** @param {string} part what it is, such as `orders` */
const named = (part) => `trading-${part}-${environmentSuffix}`;

/** Bucket names are unique in the world, so they hold the account too. @param {string} part */
const bucketNamed = (part) => sub(`trading-${part}-${environmentSuffix}-\${AWS::AccountId}`);

/** PCI DSS 2.4 and 12.5.1: what is in scope can be listed. @param {string} classification what data it may hold */
const tagsFor = (classification) => [
  { Key: 'Project', Value: 'trading-api' },
  { Key: 'Environment', Value: environmentSuffix },
  { Key: 'ManagedBy', Value: 'cdktf' },
  { Key: 'Compliance', Value: 'PCI-DSS' },
  { Key: 'CostCenter', Value: 'trading-4410' },
  { Key: 'DataClassification', Value: classification },
];

const tags = tagsFor('internal');
const cardholderTags = tagsFor('cardholder-data');

module.exports = { environmentSuffix, named, bucketNamed, tags, cardholderTags };
