import { argument, isRecord, isRefusal, number, optional } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { told } from '../../src/engine/unjudged';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

/** Members by their roles; exact, or `{ atLeast, atMost }`. */
export interface MembersByRole {
  writers?: Bounded<number>;
  readers?: Bounded<number>;
}

interface Expected {
  all?: Bounds;
  writers?: Bounds;
  readers?: Bounds;
}

const all = bounded(number);
const byRole = options<Expected>({
  all: optional(bounded(number)),
  writers: optional(bounded(number)),
  readers: optional(bounded(number)),
});

const expectedMembers = argument<Bounded<number> | MembersByRole, Expected>(
  `${all.takes}, or { writers?, readers? } of these`,
  (given) => {
    if (isRecord(given) && ('writers' in given || 'readers' in given)) return byRole.read(given);
    const read = all.read(given);
    return isRefusal(read) ? read : { all: read };
  },
);

export const toHaveClusterMembers = defineMatcher({
  facet: 'clusterMembers',
  summary: 'has the given members',
  takes: [expectedMembers],
  check: ({ members }, expected: Expected) => {
    const asksRoles = expected.writers !== undefined || expected.readers !== undefined;
    const writers = members.filter((member) =>
      asksRoles ? told(member.writer, 'the role of each member') : member.writer,
    ).length;
    const counts = { all: members.length, writers, readers: members.length - writers };
    const parts = (['all', 'writers', 'readers'] as const).filter((part) => expected[part] !== undefined);
    const word = { all: 'members', writers: 'writers', readers: 'readers' };
    return {
      pass: parts.every((part) => isWithin(expected[part] ?? {}, counts[part])),
      expected: parts.map((part) => `${word[part]}: ${boundsInWords(expected[part] ?? {}, String)}`).join(', '),
      received: `${parts.map((part) => `${word[part]}: ${counts[part]}`).join(', ')} (${members.map(({ id }) => id).join(', ') || 'none'})`,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the cluster has this many members, or this many writers and readers. A plain number is exact. Roles of a
     * cache in cluster mode are undetermined, because AWS does not tell them.
     *
     * @param members how many, or `{ writers, readers }`; each exact or `{ atLeast, atMost }`.
     * @example await expect(cluster).toHaveClusterMembers({ writers: 1, readers: { atLeast: 1 } });
     */
    toHaveClusterMembers: Method<T, 'clusterMembers', [members: Bounded<number> | MembersByRole]>;
  }
}
