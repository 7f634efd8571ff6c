import type { ResourceLike } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { optionalProtocol, type Protocol } from './ingress-rule';
import { type ExpectedPort, optionalPorts } from './port-range';
import { trafficPeer, type WantedTraffic } from './traffic';

/** What must be let in. */
export interface IngressExpectation {
  /** Port or range of ports, all of which must be open; when left out, one open port is enough. */
  port?: ExpectedPort;
  /** `tcp` unless told. */
  protocol?: Protocol;
  /** A range of addresses, or a security group (handle or id), or a prefix list (id). */
  from: ResourceLike;
}

/** What must be let out. */
export interface EgressExpectation {
  /** Port or range of ports, all of which must be open; when left out, one open port is enough. */
  port?: ExpectedPort;
  /** `tcp` unless told. */
  protocol?: Protocol;
  /** A range of addresses, or a security group (handle or id), or a prefix list (id). */
  to: ResourceLike;
}

/** Traffic that must be let in, read. */
export interface WantedIngress extends WantedTraffic {
  from: ResourceLike;
}

/** Traffic that must be let out, read. */
export interface WantedEgress extends WantedTraffic {
  to: ResourceLike;
}

/** Traffic that must be let in. */
export const wantedIngress = options<WantedIngress>({
  port: optionalPorts,
  protocol: optionalProtocol,
  from: trafficPeer,
});

/** Traffic that must be let out. */
export const wantedEgress = options<WantedEgress>({ port: optionalPorts, protocol: optionalProtocol, to: trafficPeer });
