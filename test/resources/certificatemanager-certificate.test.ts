import {
  ACMClient,
  type CertificateDetail,
  DescribeCertificateCommand,
  ListTagsForCertificateCommand,
} from '@aws-sdk/client-acm';
import { mockClient } from 'aws-sdk-client-mock';
import { certificatemanagerCertificate } from '../../src/resources/certificatemanager-certificate';
import { asking } from './answers';
import { refusal } from './refusal';

const acm = mockClient(ACMClient);
const { ask, exists } = asking('AWS::CertificateManager::Certificate', [certificatemanagerCertificate]);

const id = '0a1b2c3d-1111-4222-8333-444455556666';
const arn = `arn:aws:acm:eu-west-1:123456789012:certificate/${id}`;
const issued: CertificateDetail = {
  CertificateArn: arn,
  DomainName: 'example.com',
  SubjectAlternativeNames: ['example.com', '*.example.com'],
  Status: 'ISSUED',
  NotAfter: new Date(Date.now() + 90 * 86_400_000),
  RenewalEligibility: 'ELIGIBLE',
  InUseBy: ['arn:cdn'],
};

function answer(Certificate: CertificateDetail) {
  acm.on(DescribeCertificateCommand, { CertificateArn: arn }).resolves({ Certificate });
}

beforeEach(() => {
  acm.reset();
  answer(issued);
});

test.each([id, arn])('%s is found', async (name) => {
  expect(await ask(name, 'identity')).toEqual({ arn, id: arn, name: 'example.com' });
  expect(await ask(name, 'lifecycle')).toEqual({ state: 'ISSUED', available: true });
  const certificate = await ask(name, 'certificate');
  expect(certificate).toMatchObject({
    status: 'ISSUED',
    domains: ['example.com', '*.example.com'],
    notAfter: issued.NotAfter?.toISOString(),
    renewal: 'ELIGIBLE',
    usedBy: ['arn:cdn'],
  });
  expect(Math.round(Number(certificate.secondsLeft) / 86_400)).toBe(90);
});

test('a certificate that waits or failed has no end', async () => {
  answer({ CertificateArn: arn, DomainName: 'example.com', Status: 'FAILED', FailureReason: 'CAA_ERROR' });
  expect(await ask(arn, 'lifecycle')).toEqual({ state: 'FAILED', available: false, reason: 'CAA_ERROR' });
  expect(await ask(arn, 'certificate')).toEqual({
    status: 'FAILED',
    domains: ['example.com'],
    renewal: 'INELIGIBLE',
    usedBy: [],
  });
});

test('tags, and a certificate that is gone', async () => {
  acm.on(ListTagsForCertificateCommand, { CertificateArn: arn }).resolves({ Tags: [{ Key: 'team', Value: 'web' }] });
  expect(await ask(arn, 'tags')).toEqual({ team: 'web' });
  acm.on(DescribeCertificateCommand).rejects(refusal('ResourceNotFoundException'));
  expect(await exists(arn)).toBe(false);
});
