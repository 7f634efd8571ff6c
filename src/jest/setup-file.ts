import type { Expect, Host } from './host';

// Runs in every test file before its tests. It loads nothing: what it needs is there already.
const realm = globalThis as { expect?: Expect } & Record<symbol, unknown>;
const host = realm[Symbol.for('stackproof.host')] as Host | undefined;
if (!host) {
  throw new Error(
    "stackproof: this configuration sets its own testEnvironment, which replaces stackproof's. Wrap the configuration " +
      "in withStackproof(...): const { withStackproof } = require('stackproof/config').",
  );
}
// Where the option injectGlobals is off, this is the only way to it.
const { expect } = require('@jest/globals') as { expect: Expect };
const ours = host.useExpect(expect);
expect.extend(host.matchers);
if (realm.expect === expect) realm.expect = ours;
