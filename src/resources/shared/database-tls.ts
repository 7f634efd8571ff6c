import { notApplicable } from '../../engine/unjudged';
import type { EngineParameters, TransitEncryption } from '../../facets/data';

export const tlsParameterFields =
  'Engine, and the parameter rds.force_ssl, require_secure_transport or tls of its group';

/** The parameter that refuses connections in the clear, by engine, and the values that do not. */
const parameters: readonly [engine: RegExp, name: string, lax: RegExp][] = [
  [/postgres|^sqlserver|^custom-sqlserver/, 'rds.force_ssl', /^0$/],
  [/mysql|mariadb/, 'require_secure_transport', /^(?:0|off)$/i],
  [/^docdb/, 'tls', /^disabled$/],
];

/**
 * Whether a database refuses connections in the clear.
 *
 * @throws {Unjudged} not applicable, for engines that settle it elsewhere, such as Oracle in an option group.
 */
export function enforcedTls(engine: string, { group, values }: EngineParameters): TransitEncryption {
  const [, name, lax] = parameters.find(([pattern]) => pattern.test(engine)) ?? [];
  if (name === undefined || lax === undefined) {
    throw notApplicable(`No parameter of ${engine} says whether connections must be encrypted.`);
  }
  const value = values[name];
  return {
    enforced: value !== undefined && !lax.test(value),
    offered: engine !== 'docdb' || value !== 'disabled',
    detail: value === undefined ? `${name} is not set in ${group}` : `${name} is ${value} in ${group}`,
  };
}
