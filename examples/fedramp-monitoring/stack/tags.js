// @ts-check

/** What every resource of the stack carries; auditors find the system boundary by them. */
const tags = [
  { Key: 'Project', Value: 'fedramp-monitoring' },
  { Key: 'Environment', Value: 'dev' },
  { Key: 'Compliance', Value: 'FedRAMP-Moderate' },
  { Key: 'DataClassification', Value: 'CUI' },
  { Key: 'ManagedBy', Value: 'CDK' },
];

module.exports = { tags };
