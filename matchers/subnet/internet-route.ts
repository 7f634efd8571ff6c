import type { Judgement } from '../../src/engine/matcher';
import type { Routing } from '../../src/facets';

/** Whether a subnet is routed to the internet as it should be. */
export function judgeInternetRoute(routing: Routing, expected: 'public' | 'private'): Judgement {
  const { public: isPublic, because, mapPublicIpOnLaunch } = routing;
  const received = isPublic ? 'public' : 'private';
  return {
    pass: received === expected,
    expected,
    received: `${received}: ${because}`,
    advice:
      isPublic === mapPublicIpOnLaunch
        ? undefined
        : `MapPublicIpOnLaunch is ${mapPublicIpOnLaunch}, which does not decide: the route to an internet gateway does.`,
  };
}
