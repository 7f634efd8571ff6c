import type { PolicyStatement } from '../../src/facets';

/** A statement, an Allow on everything unless told. */
export const statement = (more: Partial<PolicyStatement>): PolicyStatement => ({
  effect: 'Allow',
  principals: {},
  notPrincipal: false,
  actions: [],
  notAction: false,
  resources: ['*'],
  notResource: false,
  conditions: {},
  ...more,
});
/** What a resource with this policy answers. */
export const policyOf = (arn: string, ...statements: PolicyStatement[]) => ({
  resourcePolicy: { arn, region: 'eu-west-1', account: '111122223333', statements },
});
/** A Deny for everybody. */
export const deny = (more: Partial<PolicyStatement>) =>
  statement({ sid: 'No', effect: 'Deny', principals: { AWS: ['*'] }, actions: ['kms:*'], ...more });
