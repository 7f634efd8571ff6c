import { iamAction } from './iam-action';

/** One call as messages speak of it. */
export interface CallSite {
  /** IAM prefix of the service. */
  service: string;
  operation: string;
  region: string;
  endpoint?: string;
  /** Account of the credentials, where it is known. */
  account?: string;
  requestTimeoutInSeconds: number;
}

/** The call's name, such as `rds:DescribeDBInstances`. */
export function nameOf({ service, operation }: CallSite): string {
  return `${service}:${operation}`;
}

/** Where the call went, such as `in eu-west-1` or `at http://127.0.0.1:4566`. */
export function placeOf({ region, endpoint }: CallSite): string {
  return endpoint ? `at ${endpoint} (region ${region})` : `in ${region}`;
}

/** Whose credentials they are. */
export function ownerOf({ account }: CallSite): string {
  return account ? `the credentials of account ${account}` : 'these credentials';
}

/** IAM action that allows the call. */
export function actionOf({ service, operation }: CallSite): string {
  return iamAction(service, operation);
}
