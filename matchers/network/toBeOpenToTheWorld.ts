import { optional } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import type { IngressRule } from '../../src/facets';
import { containTogether, isVast, parseCidr } from './cidr-range';
import { letsIn, optionalProtocol, type Protocol, portsOf, protocolInWords, rulesInWords } from './ingress-rule';
import { allPorts, type ExpectedPort, optionalPorts, type PortRange, partsOf, portsInWords } from './port-range';

/** Which opening is meant. */
export interface OpeningExpectation {
  /** Port or range of ports, of which one is enough; any when left out. */
  port?: ExpectedPort;
  /** Any protocol when left out. */
  protocol?: Protocol;
}

interface Opening {
  port?: PortRange;
  protocol?: string;
}

const worlds = ['0.0.0.0/0', '::/0'].map(parseCidr).filter((range) => range !== undefined);

export const toBeOpenToTheWorld = defineMatcher({
  facet: 'ingress',
  summary: 'lets the whole internet in',
  takes: [optional(options<Opening>({ port: optionalPorts, protocol: optionalProtocol }))],
  check: ({ rules }, { port, protocol }: Opening = {}) => {
    const meant = rules.filter((rule) => isMeant(rule, port, protocol));
    const groups = partsOf(port ?? allPorts, meant.map(portsOf)).map((part) =>
      meant.filter((rule) => portsOf(rule).from <= part.from && part.to <= portsOf(rule).to),
    );
    const pass = groups.some(letsWorldIn);
    const vast = meant.filter(({ peer }) => isVastRange(peer));
    const where = [protocol, port && `port ${portsInWords(port)}`].filter(Boolean).join(' ');
    return {
      pass,
      expected: `open to 0.0.0.0/0 or ::/0${where ? ` on ${where}` : ''}`,
      received: rulesInWords(pass || vast.length > 0 ? meant : rules),
      fault: !pass && vast[0] ? `${vast[0].peer} is so large that only the internet can be meant by it` : undefined,
    };
  },
});

function isMeant(rule: IngressRule, port: PortRange | undefined, protocol: string | undefined): boolean {
  const opened = portsOf(rule);
  return (
    (protocol === undefined || letsIn(rule, protocol)) &&
    (port === undefined || (opened.from <= port.to && port.from <= opened.to && !/^icmp/.test(rule.protocol)))
  );
}

function letsWorldIn(rules: IngressRule[]): boolean {
  const protocols = new Set(rules.map((rule) => protocolInWords(rule.protocol)));
  return [...protocols].some((protocol) => {
    const ranges = rules.filter((rule) => letsIn(rule, protocol)).map(({ peer }) => parseCidr(peer));
    return worlds.some((world) =>
      containTogether(
        ranges.filter((range) => range !== undefined),
        world,
      ),
    );
  });
}

function isVastRange(peer: string): boolean {
  const range = parseCidr(peer);
  return range !== undefined && isVast(range);
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when a rule lets all IPv4 addresses (`0.0.0.0/0`) or all IPv6 addresses (`::/0`) in, on any of the asked ports;
     * several rules that make up the internet together count.
     *
     * A range that is larger than any private network, such as `0.0.0.0/1`, fails in both directions.
     *
     * @param expected `port` (number or range, of which one open port is enough) and `protocol`; any when left out.
     * @example await expect(databaseGroup).not.toBeOpenToTheWorld();
     * @example await expect(loadBalancerGroup).toBeOpenToTheWorld({ port: 443 });
     */
    toBeOpenToTheWorld: Method<T, 'ingress', [expected?: OpeningExpectation]>;
  }
}
