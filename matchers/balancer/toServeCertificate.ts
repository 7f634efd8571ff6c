import { optional } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import { isArn, refersTo } from '../reference/refers-to';

interface CertificateFacts {
  arns: string[];
  names?: readonly string[];
}

export const toServeCertificate = defineMatcher({
  facet: 'servedCertificates',
  summary: 'serves a certificate of its own',
  takes: [optional(resourceLike)],
  relate: async ({ arns }, ask, certificate?: ResourceLike): Promise<CertificateFacts> => ({
    arns,
    names: certificate === undefined ? undefined : await ask.names(certificate),
  }),
  check: ({ arns, names }: CertificateFacts, certificate?: ResourceLike) => ({
    pass: arns.some((each) => names === undefined || refersTo(each, names)),
    expected: names?.find(isArn) ?? (certificate === undefined ? 'a certificate of its own' : String(certificate)),
    received: arns.join(', ') || 'the certificate of AWS',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when clients are shown this certificate, or any of its own when none is given: by an HTTPS or TLS listener (as
     * its default one or for other host names), by a distribution. Not applicable where no listener ends TLS.
     *
     * @param certificate the certificate as a handle or an ARN.
     * @example await expect(loadBalancer).toServeCertificate(resource('CertificateArn'));
     */
    toServeCertificate: Method<T, 'servedCertificates', [certificate?: ResourceLike]>;
  }
}
