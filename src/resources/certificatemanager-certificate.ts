import { acm } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { tagMap } from './shared/tags';

export const certificatemanagerCertificate = defineResource({
  type: 'AWS::CertificateManager::Certificate',
  label: 'ACM certificate',
  sdk: acm,
  reads: ['acm:DescribeCertificate'],
  notFound: ['ResourceNotFoundException'],
  facts: async (aws, { id }) => {
    const arn = id.startsWith('arn:')
      ? id
      : `arn:${aws.partition}:acm:${aws.region}:${await aws.account()}:certificate/${id}`;
    return told((await aws.call('DescribeCertificate', { CertificateArn: arn })).Certificate, 'Certificate');
  },
  facets: {
    identity: {
      fields: 'Certificate.{CertificateArn, DomainName}',
      read: (certificate) => {
        const arn = told(certificate.CertificateArn, 'CertificateArn');
        return { arn, id: arn, name: told(certificate.DomainName, 'DomainName') };
      },
    },
    lifecycle: {
      fields: 'Certificate.{Status, FailureReason}',
      read: (certificate) => {
        const state = told(certificate.Status, 'Status');
        return { state, available: state === 'ISSUED', reason: certificate.FailureReason };
      },
    },
    tags: {
      fields: 'Tags',
      reads: ['acm:ListTagsForCertificate'],
      read: async (certificate, aws) => {
        const CertificateArn = told(certificate.CertificateArn, 'CertificateArn');
        return tagMap((await aws.call('ListTagsForCertificate', { CertificateArn })).Tags ?? []);
      },
    },
    certificate: {
      fields: 'Certificate.{Status, DomainName, SubjectAlternativeNames, NotAfter, RenewalEligibility, InUseBy}',
      read: (certificate) => {
        const { NotAfter: end } = certificate;
        return {
          status: told(certificate.Status, 'Status'),
          domains: [
            ...new Set([told(certificate.DomainName, 'DomainName'), ...(certificate.SubjectAlternativeNames ?? [])]),
          ],
          notAfter: end?.toISOString(),
          secondsLeft: end && Math.floor((end.getTime() - Date.now()) / 1000),
          renewal: certificate.RenewalEligibility === 'ELIGIBLE' ? 'ELIGIBLE' : 'INELIGIBLE',
          usedBy: certificate.InUseBy ?? [],
        };
      },
    },
  },
});
