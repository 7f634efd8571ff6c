import { fromNodeProviderChain, fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { Network } from './network';
import type { AccountSettings } from './options';

type Provider = ReturnType<typeof fromNodeProviderChain>;
type Identity = Awaited<ReturnType<Provider>>;

/** The role named in the options could not be assumed. `cause` is what STS said. */
export class AssumeRoleError extends Error {
  override readonly name = 'AssumeRoleError';

  constructor(
    readonly roleArn: string,
    override readonly cause: unknown,
  ) {
    super(`${roleArn} could not be assumed`);
  }
}

const refreshAheadMilliseconds = 5 * 60_000;

/** Credentials for all clients: the SDK's default chain or a profile, and on top of it a role to assume. */
export function credentialProvider(settings: AccountSettings, network: Network): Provider {
  const { profile, roleArn, region, endpoint } = settings;
  const base = fromNodeProviderChain({ ...(profile && { profile }) });
  if (!roleArn) return base;
  const assume = fromTemporaryCredentials({
    masterCredentials: base,
    params: { RoleArn: roleArn, RoleSessionName: 'stackproof' },
    clientConfig: { requestHandler: network.handler(), ...(region && { region }), ...(endpoint && { endpoint }) },
  });
  return remembered(async () => {
    try {
      return await assume();
    } catch (error) {
      throw new AssumeRoleError(roleArn, error);
    }
  });
}

/** One session for all clients, renewed before it ends. */
function remembered(provide: Provider): Provider {
  let current: Promise<Identity> | undefined;
  let end = 0;
  const renew = async (): Promise<Identity> => {
    const identity = await provide();
    end = identity.expiration?.getTime() ?? Number.POSITIVE_INFINITY;
    return identity;
  };
  return () => {
    if (!current || Date.now() > end - refreshAheadMilliseconds) {
      end = Number.POSITIVE_INFINITY;
      current = renew().catch((error: unknown) => {
        current = undefined;
        throw error;
      });
    }
    return current;
  };
}
