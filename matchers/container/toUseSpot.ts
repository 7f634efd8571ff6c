import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toUseSpot = defineMatcher({
  facet: 'launchType',
  summary: 'runs on spot capacity',
  check: ({ types }) => ({
    pass: types.some((type) => /(?:^|_)SPOT$/.test(type)),
    expected: 'spot capacity',
    received: types.join(', ') || 'no launch type',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when some of the capacity is spot capacity (`FARGATE_SPOT`, capacity type `SPOT` of a node group).
     * `.not.toUseSpot()` says that nothing can be taken away at short notice.
     *
     * @example await expect(service).not.toUseSpot();
     */
    toUseSpot: Method<T, 'launchType'>;
  }
}
