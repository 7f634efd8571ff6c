import { argument } from '../../src/engine/argument';

/** Protocols of listeners and target groups. */
export type BalancerProtocol = 'HTTP' | 'HTTPS' | 'TCP' | 'TLS' | 'UDP' | 'TCP_UDP' | 'QUIC' | 'TCP_QUIC' | 'GENEVE';

const protocols = ['HTTP', 'HTTPS', 'TCP', 'TLS', 'UDP', 'TCP_UDP', 'QUIC', 'TCP_QUIC', 'GENEVE'];

/** A port from 1 to 65535. */
export const port = argument<number>('a port such as 443', (given) =>
  typeof given === 'number' && Number.isInteger(given) && given >= 1 && given <= 65_535 ? given : undefined,
);

/** A protocol, in capitals or not. */
export const balancerProtocol = argument<BalancerProtocol | Lowercase<BalancerProtocol>, string>(
  `a protocol such as ${protocols
    .slice(0, 4)
    .map((protocol) => `'${protocol}'`)
    .join(', ')}`,
  (given) => protocols.find((protocol) => typeof given === 'string' && protocol === given.toUpperCase()),
);
