import { isHandle } from '../engine/handle';
import type { Expect } from './host';

/**
 * An `expect` that makes what it makes of a handle once. Jest makes six functions for each matcher whenever `expect` is
 * called, which takes longer than all else that an assertion does here, and they hold nothing but what they were given.
 */
export function onceForHandles(expect: Expect): Expect {
  let expectations = new WeakMap<object, object>();
  const { extend } = expect;
  // Also for who has Jest's own: a matcher that is added must be there for every handle.
  expect.extend = (matchers) => {
    expectations = new WeakMap();
    extend(matchers);
  };
  return new Proxy(expect, {
    apply: (_, self, received: unknown[]) => {
      const [handle] = received;
      if (received.length !== 1 || !isHandle(handle)) return Reflect.apply(expect, self, received);
      const expectation = expectations.get(handle) ?? expect(handle);
      expectations.set(handle, expectation);
      return expectation;
    },
  });
}
