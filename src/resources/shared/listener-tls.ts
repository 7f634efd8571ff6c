import type { Listener } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { elasticLoadBalancingV2 } from '../../aws/sdk';
import { notApplicable, told } from '../../engine/unjudged';
import type { MinimumTls } from '../../facets';
import type { AwsOf } from './aws-of';

/** Whether a listener ends TLS. */
export function isSecure({ Protocol }: Listener): boolean {
  return Protocol === 'HTTPS' || Protocol === 'TLS';
}

/**
 * The lowest version of TLS that listeners take, by their security policies.
 *
 * @throws {Unjudged} not applicable, when none of them ends TLS.
 */
export async function minimumTls(
  aws: AwsOf<typeof elasticLoadBalancingV2>,
  listeners: readonly Listener[],
): Promise<MinimumTls> {
  const names = listeners.filter(isSecure).map(({ SslPolicy }) => told(SslPolicy, 'Listeners[].SslPolicy'));
  const policies = await Promise.all([...new Set(names)].map((name) => lowest(aws, name)));
  const [weakest] = policies.sort((one, other) => one.version.localeCompare(other.version));
  if (!weakest) throw notApplicable('No listener ends TLS, so there is no version to ask for.');
  return weakest;
}

async function lowest(aws: AwsOf<typeof elasticLoadBalancingV2>, policy: string): Promise<MinimumTls> {
  const policies = await aws.list('DescribeSSLPolicies', { Names: [policy] }, (page) => page.SslPolicies);
  const found = policies.find(({ Name }) => Name === policy);
  const versions = told(found?.SslProtocols, 'SslPolicies[].SslProtocols').map((name) => {
    const version = name.replace(/^TLSv/, '');
    return version.includes('.') ? version : `${version}.0`;
  });
  return { version: told(versions.sort()[0], 'SslPolicies[].SslProtocols[0]'), policy };
}
