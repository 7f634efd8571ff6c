import type { Host } from './host';

// Runs in every test file before its tests. It loads nothing: what it needs is there already.
const host = (globalThis as Record<symbol, unknown>)[Symbol.for('stackproof.host')] as Host | undefined;
if (!host) {
  throw new Error(
    "stackproof: this configuration sets its own testEnvironment, which replaces stackproof's. Wrap the configuration " +
      "in withStackproof(...): const { withStackproof } = require('stackproof/config').",
  );
}
declare const expect: Parameters<Host['useExpect']>[0] & { extend(matchers: Host['matchers']): void };
host.useExpect(expect);
expect.extend(host.matchers);
