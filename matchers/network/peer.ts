import { wrongArgument } from '../../src/engine/unjudged';
import type { IngressRule } from '../../src/facets';
import { refersTo } from '../reference/refers-to';
import { type CidrRange, containTogether, isVast, isWorld, overlapsRange, parseCidr } from './cidr-range';

/** Who traffic comes from or goes to: a range of addresses, or a security group or prefix list by its names. */
export interface Peer {
  name: string;
  range?: CidrRange;
  names: readonly string[];
}

/** How much of a peer's traffic is let in. */
export interface Reach {
  reach: 'all' | 'part' | 'none';
  because?: string;
}

/**
 * The peer behind what a person wrote.
 *
 * @throws {Unjudged} wrong argument, when the resource is something else.
 */
export function peerOf(names: readonly string[]): Peer {
  const name = names.find((each) => /(^|\/)(sg|pl)-/.test(each) || parseCidr(each));
  if (name !== undefined) return { name: names.find(isGroupId) ?? name, names, range: parseCidr(name) };
  throw wrongArgument(
    `traffic comes from, or goes to, a range of addresses, a security group or a prefix list; ${names.join(', ')} is none of these`,
  );
}

function isGroupId(name: string): boolean {
  return /^(sg|pl)-/.test(name);
}

/** How much of a peer's traffic these rules let in. */
export function reachOf(rules: readonly IngressRule[], peer: Peer): Reach {
  return peer.range ? reachOfRange(rules, peer.range) : reachOfGroup(rules, peer);
}

function rangesOf(rules: readonly IngressRule[]): CidrRange[] {
  return rules.map(({ peer }) => parseCidr(peer)).filter((range) => range !== undefined);
}

function reachOfRange(rules: readonly IngressRule[], asked: CidrRange): Reach {
  const ranges = rangesOf(rules);
  if (containTogether(ranges, asked)) return { reach: 'all' };
  const part = rules.find(({ peer }) => {
    const range = parseCidr(peer);
    if (!range) return peer.startsWith('pl-') && !isWorld(asked);
    return overlapsRange(range, asked) && (!isWorld(asked) || isVast(range));
  });
  if (!part) return { reach: 'none' };
  return { reach: 'part', because: `the rule for ${part.peer} may cover a part of these addresses, not all of them` };
}

function reachOfGroup(rules: readonly IngressRule[], { name, names }: Peer): Reach {
  // A rule may name the account of the group as well.
  const named = rules.some(({ peer }) => refersTo(peer.slice(peer.indexOf('/sg-') + 1), names) || names.includes(peer));
  if (named || rangesOf(rules).some(isWorld)) return { reach: 'all' };
  const [maybe] = rules.filter(({ peer }) => parseCidr(peer) || (peer.startsWith('pl-') && !name.startsWith('pl-')));
  if (!maybe) return { reach: 'none' };
  return {
    reach: 'part',
    because: `no rule names ${name}, and whether its addresses are within ${maybe.peer} is not known`,
  };
}
