import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toUseFargate = defineMatcher({
  facet: 'launchType',
  summary: 'runs on Fargate',
  check: ({ types }) => {
    const fargate = types.filter((type) => /^FARGATE(?:_SPOT)?$/.test(type));
    return {
      pass: fargate.length > 0,
      expected: 'FARGATE',
      received: types.join(', ') || 'no launch type',
      fault:
        fargate.length > 0 && fargate.length < types.length
          ? `Fargate is one of several: ${types.join(', ')}`
          : undefined,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when tasks run on Fargate (`launchType`, the capacity providers of a service, `requiresCompatibilities` of a task
     * definition). One that may run elsewhere too fails in both directions.
     *
     * @example await expect(service).toUseFargate();
     */
    toUseFargate: Method<T, 'launchType'>;
  }
}
