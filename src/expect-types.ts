import type {} from 'expect';
import type { AwsMatchers } from './engine/matcher';

// The first form types `expect` and `@jest/globals`, the second the global `expect`. Jest's own type parameters must
// be repeated to the letter.
declare module 'expect' {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends AwsMatchers<T> {}
}

declare global {
  namespace jest {
    // biome-ignore lint/complexity/noBannedTypes: to the letter.
    interface Matchers<R, T = {}> extends AwsMatchers<T> {}
  }
}
