import { told } from '../../engine/unjudged';
import type { IamAuthentication } from '../../facets/data';

/** Fields that `databaseIamAuthentication` reads. */
export const databaseIamAuthenticationFields = 'IAMDatabaseAuthenticationEnabled';

/** Whether a DB instance or cluster lets IAM identities log in. */
export function databaseIamAuthentication(database: { IAMDatabaseAuthenticationEnabled?: boolean }): IamAuthentication {
  const enabled = told(database.IAMDatabaseAuthenticationEnabled, 'IAMDatabaseAuthenticationEnabled');
  return { enabled, detail: `IAMDatabaseAuthenticationEnabled is ${enabled}` };
}
