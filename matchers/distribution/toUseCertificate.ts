import { optional } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import { isArn, refersTo } from '../reference/refers-to';

interface CertificateUse {
  certificateArn?: string;
  names?: readonly string[];
}

export const toUseCertificate = defineMatcher({
  facet: 'alternateNames',
  summary: 'uses a certificate of its own',
  takes: [optional(resourceLike)],
  relate: async ({ certificateArn }, ask, certificate?: ResourceLike): Promise<CertificateUse> => ({
    certificateArn,
    names: certificate === undefined ? undefined : await ask.names(certificate),
  }),
  check: ({ certificateArn: arn, names }: CertificateUse, certificate?: ResourceLike) => ({
    pass: arn !== undefined && (names === undefined || refersTo(arn, names)),
    expected: names?.find(isArn) ?? (certificate === undefined ? 'a certificate of its own' : String(certificate)),
    received: arn ?? 'the certificate of AWS',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the distribution uses this certificate; any of its own when none is given.
     *
     * @param certificate the certificate as a handle or an ARN.
     * @example await expect(distribution).toUseCertificate(resource('CertificateArn'));
     */
    toUseCertificate: Method<T, 'alternateNames', [certificate?: ResourceLike]>;
  }
}
