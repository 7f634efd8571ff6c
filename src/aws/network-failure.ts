import type { SdkError } from './sdk-error';

const refused: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there (ECONNREFUSED)',
  ECONNRESET: 'the connection was reset (ECONNRESET)',
  EPIPE: 'the connection was closed (EPIPE)',
  ENOTFOUND: 'the host name is unknown (ENOTFOUND)',
  EAI_AGAIN: 'the host name could not be looked up (EAI_AGAIN)',
  EHOSTUNREACH: 'there is no route to the host (EHOSTUNREACH)',
  ENETUNREACH: 'there is no route to the network (ENETUNREACH)',
  EPROTO: 'the server does not speak TLS (EPROTO); check http or https',
};

/** Codes of Node for a certificate it does not trust. */
const certificate = /CERT|SELF_SIGNED|UNABLE_TO_/;

/** A call that got no HTTP response: why, and in words. `undefined` where there was one. */
export function networkFailure(
  error: SdkError,
): { cause: 'timed out' | 'endpoint unreachable'; text: string } | undefined {
  const { code, message, network, status } = error;
  if (status !== undefined) return undefined;
  const known = network && refused[network];
  if (known) return { cause: 'endpoint unreachable', text: known };
  if (code === 'TimeoutError' || network === 'ETIMEDOUT') return { cause: 'timed out', text: message };
  if (network && certificate.test(network)) {
    const text = `its certificate is not trusted (${network}); name the authority in AWS_CA_BUNDLE or NODE_EXTRA_CA_CERTS`;
    return { cause: 'endpoint unreachable', text };
  }
  if (network && /^(HPE_|ERR_TLS|ERR_SSL|ERR_HTTP|E[A-Z]+$)/.test(network)) {
    return { cause: 'endpoint unreachable', text: `${message} (${network})` };
  }
  return undefined;
}
