import { argument, isRecord, isRefusal, oneOf, optional, refuse } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { type BalancerProtocol, balancerProtocol, port } from './listener-port';

/** How targets must be reached; what is left out may be anything. */
export interface TargetExpectation {
  port?: number;
  protocol?: BalancerProtocol | Lowercase<BalancerProtocol>;
  targetType?: 'instance' | 'ip' | 'lambda' | 'alb';
  version?: 'HTTP1' | 'HTTP2' | 'GRPC';
}

interface Wanted extends Omit<TargetExpectation, 'protocol'> {
  protocol?: string;
}

const expectation = options<Wanted>({
  port: optional(port),
  protocol: optional(balancerProtocol),
  targetType: optional(oneOf('instance', 'ip', 'lambda', 'alb')),
  version: optional(oneOf('HTTP1', 'HTTP2', 'GRPC')),
});

const portOrOptions = argument<number | TargetExpectation, Wanted>(`a port (8080) or ${expectation.takes}`, (given) => {
  if (isRecord(given)) {
    return Object.keys(given).length === 0 ? refuse('it asks for nothing') : expectation.read(given);
  }
  const single = port.read(given);
  return isRefusal(single) ? single : { port: single };
});

export const toReachTargetsOn = defineMatcher({
  facet: 'targetProtocol',
  summary: 'reaches its targets by the given port and protocol',
  takes: [portOrOptions],
  check: (facts, wanted: Wanted) => ({
    pass: (Object.keys(wanted) as (keyof Wanted)[]).every((part) => facts[part] === wanted[part]),
    expected: { ...wanted },
    received: { ...facts },
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the target group sends requests to its targets so.
     *
     * @param expected a port (`8080`), or any of `port`, `protocol`, `targetType` (`instance`, `ip`, `lambda`, `alb`) and
     *   `version` (`HTTP1`, `HTTP2`, `GRPC`).
     * @example await expect(targetGroup).toReachTargetsOn({ port: 8080, protocol: 'HTTP', targetType: 'ip' });
     */
    toReachTargetsOn: Method<T, 'targetProtocol', [expected: number | TargetExpectation]>;
  }
}
