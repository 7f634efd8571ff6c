import type { Mockttp } from 'mockttp';

declare global {
  var mockttp: typeof import('mockttp');
}

/** A server on a free port of 127.0.0.1 for the tests of a file; each says what it answers. Needs `fault-environment`. */
export function faultServer(): Mockttp {
  const server = globalThis.mockttp.getLocal();
  beforeEach(() => server.start());
  afterEach(() => server.stop());
  return server;
}
