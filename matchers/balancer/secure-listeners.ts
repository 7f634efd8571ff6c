import type { BalancerListener } from '../../src/facets';

/** Listeners that end TLS. */
export function secureListeners(listeners: readonly BalancerListener[]): BalancerListener[] {
  return listeners.filter(({ protocol }) => protocol === 'HTTPS' || protocol === 'TLS');
}

/** Why a question about TLS makes no sense where no listener ends it. */
export const noTls = 'no listener ends TLS (HTTPS or TLS)';
