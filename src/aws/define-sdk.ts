import type { Sdk } from '../engine/aws';

/**
 * Names an SDK package for `defineResource`.
 *
 * @param prefix IAM prefix of its actions, such as `rds`.
 * @param packageName npm package, named in the message when it is not installed.
 * @param load imports the package; called when a resource is first read.
 * @example const rds = sdk('rds', '@aws-sdk/client-rds', () => import('@aws-sdk/client-rds'));
 */
export function sdk<Package>(prefix: string, packageName: string, load: () => Promise<Package>): Sdk<Package> {
  return { prefix, package: packageName, load };
}
