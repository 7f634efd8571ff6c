import {
  CloudFrontClient,
  type Distribution,
  type DistributionConfig,
  GetDistributionCommand,
  ListDistributionsCommand,
  ListTagsForResourceCommand,
} from '@aws-sdk/client-cloudfront';
import { mockClient } from 'aws-sdk-client-mock';
import { cloudfrontDistribution } from '../../src/resources/cloudfront-distribution';
import { asking } from './answers';
import { refusal } from './refusal';

const cloudfront = mockClient(CloudFrontClient);
const { ask, exists } = asking('AWS::CloudFront::Distribution', [cloudfrontDistribution]);

const Id = 'E1ABCDEFGH2IJK';
const ARN = `arn:aws:cloudfront::123456789012:distribution/${Id}`;
const DomainName = 'd111111abcdef8.cloudfront.net';
const minimal: DistributionConfig = {
  CallerReference: 'one',
  Comment: '',
  Enabled: true,
  Origins: { Quantity: 1, Items: [{ Id: 'site', DomainName: 'site.s3.amazonaws.com', OriginAccessControlId: 'E2' }] },
  DefaultCacheBehavior: { TargetOriginId: 'site', ViewerProtocolPolicy: 'redirect-to-https' },
  ViewerCertificate: { CloudFrontDefaultCertificate: true, MinimumProtocolVersion: 'TLSv1' },
};

function answer(config: Partial<DistributionConfig> = {}, more: Partial<Distribution> = {}) {
  const read = {
    Id,
    ARN,
    Status: 'Deployed',
    DomainName,
    LastModifiedTime: new Date(0),
    InProgressInvalidationBatches: 0,
  };
  cloudfront
    .on(GetDistributionCommand, { Id })
    .resolves({ Distribution: { ...read, DistributionConfig: { ...minimal, ...config }, ...more } });
}

beforeEach(() => {
  cloudfront.reset();
  answer();
});

test.each([Id, ARN])('%s is found', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn: ARN, id: Id, name: DomainName });
  expect(await ask(id, 'lifecycle')).toMatchObject({ state: 'Deployed', available: true });
});

test('a host name, its own or an alternate one, is looked up on all pages', async () => {
  const summary = { Id, DomainName, Aliases: { Quantity: 1, Items: ['www.example.com'] } };
  const list = { Marker: '', MaxItems: 1, Quantity: 1 };
  cloudfront
    .on(ListDistributionsCommand)
    .resolves({ DistributionList: { ...list, IsTruncated: true, NextMarker: 'two' } })
    .on(ListDistributionsCommand, { Marker: 'two' })
    .resolves({ DistributionList: { ...list, IsTruncated: false, Items: [summary] as never } });
  for (const name of [DomainName, `https://${DomainName}/index.html`, 'www.example.com']) {
    expect(await ask(name, 'identity')).toMatchObject({ id: Id });
  }
  expect(await exists('other.example.com')).toBe(false);
});

test('a distribution without settings', async () => {
  expect(await ask(Id, 'activation')).toMatchObject({ enabled: true });
  expect(await ask(Id, 'alternateNames')).toEqual({ names: [] });
  expect(await ask(Id, 'attachedWebAcl')).toEqual({});
  expect(await ask(Id, 'accessLogging')).toEqual({ enabled: false });
  expect(await ask(Id, 'minimumTls')).toEqual({ version: '1.0', policy: 'TLSv1' });
  expect(await ask(Id, 'plainHttp')).toEqual({ behaviours: [{ path: 'default (*)', answer: 'redirects' }] });
  expect(await ask(Id, 'origins')).toEqual({
    origins: [{ id: 'site', domain: 'site.s3.amazonaws.com', path: '', access: 'origin access control' }],
  });
});

test('a distribution with everything', async () => {
  const behaviour = (PathPattern: string, ViewerProtocolPolicy: 'allow-all' | 'https-only') => ({
    PathPattern,
    ViewerProtocolPolicy,
    TargetOriginId: 'api',
  });
  answer({
    Aliases: { Quantity: 1, Items: ['www.example.com'] },
    ViewerCertificate: { ACMCertificateArn: 'arn:cert', MinimumProtocolVersion: 'TLSv1.2_2021' },
    WebACLId: 'arn:acl',
    Logging: { Enabled: true, IncludeCookies: false, Bucket: 'logs.s3.amazonaws.com', Prefix: 'cdn/' },
    CacheBehaviors: { Quantity: 2, Items: [behaviour('/a/*', 'allow-all'), behaviour('/b/*', 'https-only')] },
    Origins: {
      Quantity: 2,
      Items: [
        {
          Id: 'api',
          DomainName: 'api.example.com',
          CustomOriginConfig: { HTTPPort: 80, HTTPSPort: 443, OriginProtocolPolicy: 'https-only' },
        },
        {
          Id: 'old',
          DomainName: 'old.s3.amazonaws.com',
          S3OriginConfig: { OriginAccessIdentity: 'origin-access-identity/cloudfront/E3' },
        },
      ],
    },
  });
  expect(await ask(Id, 'alternateNames')).toEqual({ names: ['www.example.com'], certificateArn: 'arn:cert' });
  expect(await ask(Id, 'minimumTls')).toEqual({ version: '1.2', policy: 'TLSv1.2_2021' });
  expect(await ask(Id, 'attachedWebAcl')).toEqual({ arn: 'arn:acl' });
  expect(await ask(Id, 'accessLogging')).toEqual({
    enabled: true,
    destination: 'logs.s3.amazonaws.com',
    prefix: 'cdn/',
  });
  expect((await ask(Id, 'plainHttp')).behaviours.map(({ answer: each }) => each)).toEqual([
    'redirects',
    'serves',
    'refuses',
  ]);
  expect((await ask(Id, 'origins')).origins).toMatchObject([
    { access: 'none', protocolPolicy: 'https-only' },
    { access: 'origin access identity' },
  ]);
});

test.each([
  [{ Enabled: false }, {}, /disabled/],
  [{}, { Status: 'InProgress' }, undefined],
])('%j %j cannot be used now', async (config, more, reason) => {
  answer(config, more);
  const lifecycle = await ask(Id, 'lifecycle');
  expect(lifecycle.available).toBe(false);
  if (reason) expect(lifecycle.reason).toMatch(reason);
});

test('tags, and a distribution that is gone', async () => {
  cloudfront
    .on(ListTagsForResourceCommand, { Resource: ARN })
    .resolves({ Tags: { Items: [{ Key: 'team', Value: 'web' }] } });
  expect(await ask(Id, 'tags')).toEqual({ team: 'web' });
  cloudfront.on(GetDistributionCommand).rejects(refusal('NoSuchDistribution', 404));
  expect(await exists(Id)).toBe(false);
});
