import { argument, isRecord, isRefusal, optional, refuse } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { type BalancerProtocol, balancerProtocol, listenersInWords, port } from './listener-port';

/** Where requests must be taken. */
export interface ListenExpectation {
  port?: number;
  protocol?: BalancerProtocol | Lowercase<BalancerProtocol>;
}

interface Wanted {
  port?: number;
  protocol?: string;
}

const expectation = options<Wanted>({ port: optional(port), protocol: optional(balancerProtocol) });

const portOrOptions = argument<number | ListenExpectation, Wanted>(`a port (443) or ${expectation.takes}`, (given) => {
  if (isRecord(given)) {
    return Object.keys(given).length === 0 ? refuse('it names neither port nor protocol') : expectation.read(given);
  }
  const single = port.read(given);
  return isRefusal(single) ? single : { port: single };
});

export const toListenOn = defineMatcher({
  facet: 'listeners',
  summary: 'listens on the given port',
  takes: [portOrOptions],
  check: ({ listeners }, wanted: Wanted) => ({
    pass: listeners.some(
      (each) =>
        (wanted.port === undefined || each.port === wanted.port) &&
        (wanted.protocol === undefined || each.protocol === wanted.protocol),
    ),
    expected: [wanted.protocol, wanted.port].filter((part) => part !== undefined).join(':'),
    received: listenersInWords(listeners),
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the load balancer has a listener on this port and of this protocol, or when the listener is one.
     *
     * @param expected a port (`443`), or `{ port, protocol }`.
     * @example await expect(loadBalancer).toListenOn({ port: 443, protocol: 'HTTPS' });
     */
    toListenOn: Method<T, 'listeners', [expected: number | ListenExpectation]>;
  }
}
