import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toRollBackFailedDeployments = defineMatcher({
  facet: 'rollingDeployment',
  summary: 'rolls failed deployments back',
  check: ({ circuitBreaker, rollback }) => ({
    pass: rollback,
    expected: 'circuit breaker with rollback',
    received: circuitBreaker ? `circuit breaker ${rollback ? 'with' : 'without'} rollback` : 'no circuit breaker',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when a deployment that fails is stopped and rolled back (`deploymentCircuitBreaker`).
     *
     * @example await expect(service).toRollBackFailedDeployments();
     */
    toRollBackFailedDeployments: Method<T, 'rollingDeployment'>;
  }
}
