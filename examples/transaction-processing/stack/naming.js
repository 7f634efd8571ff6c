// @ts-check

/** As `var.environment` of the Terraform configuration. */
const environment = 'dev';

/** As `local.name_prefix`: every name starts with it. */
const prefix = `transaction-processing-${environment}`;

/** As `default_tags` of the AWS provider. */
const defaultTags = {
  Project: 'transaction-processing',
  Environment: environment,
  Owner: 'payments-platform',
  CostCenter: 'CC-4471',
  DataClassification: 'confidential',
  ManagedBy: 'terraform',
};

/** The default tags, and a `Name` where the console shows nothing else. @param {string} [name] without the prefix */
function tags(name) {
  const named = name === undefined ? defaultTags : { ...defaultTags, Name: `${prefix}-${name}` };
  return Object.entries(named).map(([Key, Value]) => ({ Key, Value }));
}

/** Who may assume a role that only a service uses. @param {string} service such as `lambda.amazonaws.com` */
function trustIn(service) {
  return {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
  };
}

module.exports = { environment, prefix, tags, trustIn };
