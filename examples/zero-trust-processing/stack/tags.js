// @ts-check

const environment = 'dev';

/** What `Tags.of(app).add(...)` puts on everything that can be tagged. */
const tags = [
  { Key: 'Application', Value: 'zero-trust-processing' },
  { Key: 'Environment', Value: environment },
  { Key: 'Compliance', Value: 'SOC2' },
  { Key: 'DataClassification', Value: 'Confidential' },
  { Key: 'Owner', Value: 'platform-security' },
];

/** @param {string} name @returns {typeof tags} the tags of a resource that the console shows by its name */
const named = (name) => [{ Key: 'Name', Value: `zero-trust-${name}-${environment}` }, ...tags];

module.exports = { environment, named, tags };
