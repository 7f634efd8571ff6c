import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import type { Listeners } from '../../src/facets';
import { isArn, refersTo } from '../reference/refers-to';
import { noTls, secureListeners } from './secure-listeners';

interface CertificateListeners extends Listeners {
  names: readonly string[];
}

export const toServeCertificate = defineMatcher({
  facet: 'listeners',
  summary: 'serves the given certificate',
  takes: [resourceLike],
  relate: async ({ listeners }, ask, certificate: ResourceLike): Promise<CertificateListeners> => ({
    listeners,
    names: await ask.names(certificate),
  }),
  check: ({ listeners, names }: CertificateListeners, certificate: ResourceLike) => {
    const secure = secureListeners(listeners);
    return {
      pass: secure.some(({ certificates }) => certificates.some((each) => refersTo(each, names))),
      expected: names.find(isArn) ?? String(certificate),
      received: secure.flatMap(({ certificates }) => certificates).join(', ') || 'no certificate',
      notApplicable: secure.length === 0 ? noTls : undefined,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when an HTTPS or TLS listener has this certificate, as its default one or for other host names. Not applicable
     * where no listener ends TLS.
     *
     * @param certificate the certificate: a handle or an ARN.
     * @example await expect(loadBalancer).toServeCertificate(resource('CertificateArn'));
     */
    toServeCertificate: Method<T, 'listeners', [certificate: ResourceLike]>;
  }
}
