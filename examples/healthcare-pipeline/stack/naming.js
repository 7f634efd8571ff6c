// @ts-check

/** Every name of the deployment ends with it, so that `dev` and `prod` live side by side in one account. */
const environment = 'dev';

/** @param {string} name @param {Record<string, string>} [more] */
function tagsOf(name, more = {}) {
  const tags = {
    Name: `${name}-${environment}`,
    Project: 'healthcare-pipeline',
    Environment: environment,
    DataClassification: 'PHI',
    Compliance: 'HIPAA',
    ManagedBy: 'cdk',
    ...more,
  };
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

module.exports = { environment, tagsOf };
