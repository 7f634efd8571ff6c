import type { MasterPassword } from '../../facets/data';

/** Password of the main user; AWS leaves the secret out where it does not keep the password itself. */
export function masterPassword({ MasterUserSecret }: { MasterUserSecret?: { SecretArn?: string } }): MasterPassword {
  const id = MasterUserSecret?.SecretArn;
  return id ? { secret: { type: 'AWS::SecretsManager::Secret', id } } : {};
}
