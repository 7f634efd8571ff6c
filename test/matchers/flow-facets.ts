import type { FlowFacets } from '../../src/facets/flow';

/** What flows need to know, answered with as little as AWS ever says. */
export const flowFacets: FlowFacets = {
  intake: { takes: 'message' },
  contents: { holds: 'message' },
  keeping: { holds: 'message', keys: [] },
  invocable: { timeoutInSeconds: 3 },
  logEvents: { name: 'log' },
  webAddress: { address: 'https://example.com' },
};
