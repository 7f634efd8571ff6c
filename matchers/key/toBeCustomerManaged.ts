import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toBeCustomerManaged = defineMatcher({
  facet: 'key',
  summary: 'is managed by the customer',
  check: ({ manager, arn }) => ({
    pass: manager === 'CUSTOMER',
    expected: 'KeyManager CUSTOMER',
    received: `KeyManager ${manager} (${arn})`,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the KMS key is the account's own and not one that AWS manages (`alias/aws/...`).
     *
     * @example await expect(key).toBeCustomerManaged();
     */
    toBeCustomerManaged: Method<T, 'key'>;
  }
}
