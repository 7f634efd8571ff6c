import { argument, isRecord, isRefusal, optional } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { type BalancerProtocol, balancerProtocol, port } from '../balancer/listener-port';

/** Where requests must be taken. */
export interface PortExpectation {
  port: number;
  /** Of a listener; databases do not tell theirs. */
  protocol?: BalancerProtocol | Lowercase<BalancerProtocol>;
}

interface Wanted {
  port: number;
  protocol?: string;
}

const expectation = options<Wanted>({ port, protocol: optional(balancerProtocol) });

const portOrOptions = argument<number | PortExpectation, Wanted>(
  `a port number from 1 to 65535, such as 5432, or ${expectation.takes}`,
  (given) => {
    if (isRecord(given)) return expectation.read(given);
    const single = port.read(given);
    return isRefusal(single) ? single : { port: single };
  },
);

export const toListenOnPort = defineMatcher({
  facet: 'listening',
  summary: 'listens on the given port',
  takes: [portOrOptions],
  check: ({ ports }, wanted: Wanted) => {
    const silent = wanted.protocol !== undefined && ports.some(({ protocol }) => protocol === undefined);
    return {
      pass: ports.some(
        (each) => each.port === wanted.port && (wanted.protocol === undefined || each.protocol === wanted.protocol),
      ),
      expected: inWords(wanted),
      received: ports.map(inWords).join(', ') || 'no listener',
      notApplicable: silent ? 'AWS does not tell its protocol.' : undefined,
    };
  },
});

function inWords(listening: { port: number; protocol?: string; address?: string }): string {
  const { port: number, protocol, address } = listening;
  return `port ${number}${protocol ? ` (${protocol})` : ''}${address ? ` of ${address}` : ''}`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when clients connect on this port: the port of a database's endpoint, a listener of a load balancer, the port
     * of a listener. Not applicable where AWS does not tell the port, as of an RDS proxy.
     *
     * @param expected a port (`5432`), or `{ port, protocol }` for listeners.
     * @example await expect(db).toListenOnPort(5432);
     * @example await expect(loadBalancer).toListenOnPort({ port: 443, protocol: 'HTTPS' });
     */
    toListenOnPort: Method<T, 'listening', [expected: number | PortExpectation]>;
  }
}
