import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toBeMultiAz = defineMatcher({
  facet: 'availability',
  summary: 'survives the loss of an Availability Zone',
  check: ({ multiAz, detail, pending }) => ({
    pass: multiAz,
    expected: 'runs in more than one Availability Zone',
    received: detail,
    advice: pending && `AWS has accepted a change that it has not made yet: ${pending}.`,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the resource keeps running after the loss of an Availability Zone.
     *
     * Aurora is judged by its members (at least two, in at least two zones), an RDS DB instance by its standby. A type
     * that is regional by design, such as a bucket or a queue, does not answer.
     *
     * @example await expect(db).toBeMultiAz();
     */
    toBeMultiAz: Method<T, 'availability'>;
  }
}
