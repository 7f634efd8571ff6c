import type { Host } from './host';

// Runs in every test file before its tests. It loads nothing: what it needs is there already.
type Expect = Parameters<Host['useExpect']>[0] & {
  (...received: unknown[]): object;
  extend(matchers: Host['matchers']): void;
};
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
host.useExpect(expect);
expect.extend(host.matchers);

/**
 * What Jest made of a handle. It makes six functions for each matcher whenever `expect` is called, which takes longer
 * than all else that an assertion does here, and they hold nothing but what they were given.
 */
let expectations = new WeakMap<object, object>();

const { extend } = expect;
expect.extend = (matchers) => {
  expectations = new WeakMap();
  extend(matchers);
};

function expectationOf(handle: object): object {
  const expectation = expectations.get(handle) ?? expect(handle);
  expectations.set(handle, expectation);
  return expectation;
}

function isHandle(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Symbol.for('stackproof.handle') in value;
}

if (realm.expect === expect) {
  realm.expect = new Proxy(expect, {
    apply: (_, self, received: unknown[]) =>
      received.length === 1 && isHandle(received[0])
        ? expectationOf(received[0])
        : Reflect.apply(expect, self, received),
  });
}
