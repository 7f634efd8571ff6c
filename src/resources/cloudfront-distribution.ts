import type { DistributionConfig, Origin as DistributionOrigin } from '@aws-sdk/client-cloudfront';
import { cloudfront } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import type { Origin, PlainHttp } from '../facets';
import { resourcePart } from './shared/arn';
import type { AwsOf } from './shared/aws-of';
import { tagMap } from './shared/tags';

type CloudFront = AwsOf<typeof cloudfront>;

export const cloudfrontDistribution = defineResource({
  type: 'AWS::CloudFront::Distribution',
  label: 'CloudFront distribution',
  sdk: cloudfront,
  reads: ['cloudfront:GetDistribution', 'cloudfront:ListDistributions'],
  notFound: ['NoSuchDistribution'],
  facts: async (aws, { id }) => {
    const Id = /[.:]/.test(id) && !id.startsWith('arn:') ? await idBehind(aws, id) : resourcePart(id).split('/').at(-1);
    return Id === undefined
      ? undefined
      : told((await aws.call('GetDistribution', { Id })).Distribution, 'Distribution');
  },
  facets: {
    identity: {
      fields: 'Distribution.{ARN, Id, DomainName}',
      read: (distribution) => ({
        arn: told(distribution.ARN, 'ARN'),
        id: told(distribution.Id, 'Id'),
        name: told(distribution.DomainName, 'DomainName'),
      }),
    },
    lifecycle: {
      fields: 'Distribution.{Status, DistributionConfig.Enabled}',
      read: (distribution) => {
        const state = told(distribution.Status, 'Status');
        const enabled = told(distribution.DistributionConfig?.Enabled, 'DistributionConfig.Enabled');
        return {
          state,
          available: state === 'Deployed' && enabled,
          reason: enabled ? undefined : 'the distribution is disabled (DistributionConfig.Enabled false)',
        };
      },
    },
    tags: {
      fields: 'Tags.Items',
      reads: ['cloudfront:ListTagsForResource'],
      read: async (distribution, aws) => {
        const { Tags } = await aws.call('ListTagsForResource', { Resource: told(distribution.ARN, 'ARN') });
        return tagMap(told(Tags, 'Tags').Items ?? []);
      },
    },
    serviceEndpoint: {
      fields: 'Distribution.DomainName',
      read: (distribution) => ({ address: told(distribution.DomainName, 'DomainName'), port: 443 }),
    },
    activation: {
      fields: 'Distribution.DistributionConfig.Enabled',
      read: ({ DistributionConfig: config }) => {
        const enabled = told(config?.Enabled, 'DistributionConfig.Enabled');
        return { enabled, state: `Enabled ${enabled}` };
      },
    },
    origins: {
      fields: 'Distribution.DistributionConfig.Origins',
      read: ({ DistributionConfig: config }) => ({
        origins: told(config?.Origins?.Items, 'DistributionConfig.Origins.Items').map(originOf),
      }),
    },
    alternateNames: {
      fields: 'Distribution.DistributionConfig.{Aliases, ViewerCertificate}',
      read: ({ DistributionConfig: config }) => ({
        names: config?.Aliases?.Items ?? [],
        certificateArn: config?.ViewerCertificate?.ACMCertificateArn || undefined,
      }),
    },
    plainHttp: {
      fields: 'Distribution.DistributionConfig.{DefaultCacheBehavior, CacheBehaviors}.ViewerProtocolPolicy',
      read: ({ DistributionConfig: config }) => plainHttp(told(config, 'DistributionConfig')),
    },
    minimumTls: {
      fields: 'Distribution.DistributionConfig.ViewerCertificate.MinimumProtocolVersion',
      read: ({ DistributionConfig: config }) => {
        // The certificate of AWS for *.cloudfront.net comes with TLSv1, whatever is written there.
        const own = config?.ViewerCertificate?.CloudFrontDefaultCertificate === true;
        const policy = own
          ? 'TLSv1'
          : told(config?.ViewerCertificate?.MinimumProtocolVersion, 'MinimumProtocolVersion');
        return { version: versionIn(policy), policy };
      },
    },
    attachedWebAcl: {
      fields: 'Distribution.DistributionConfig.WebACLId',
      read: ({ DistributionConfig: config }) => ({ arn: config?.WebACLId || undefined }),
    },
    accessLogging: {
      fields: 'Distribution.DistributionConfig.Logging',
      read: ({ DistributionConfig: config }) =>
        config?.Logging?.Enabled
          ? { enabled: true, destination: config.Logging.Bucket, prefix: config.Logging.Prefix }
          : { enabled: false },
    },
  },
});

/** CloudFront takes ids only; a host name is looked up among all distributions of the account. */
async function idBehind(aws: CloudFront, address: string): Promise<string | undefined> {
  const host = address
    .replace(/^https?:\/\//, '')
    .replace(/[/:?#].*$/, '')
    .toLowerCase();
  const all = await aws.list('ListDistributions', {}, ({ DistributionList: page }) => page && (page.Items ?? []));
  return (
    all.find((each) => each.DomainName?.toLowerCase() === host) ??
    all.find((each) => each.Aliases?.Items?.some((name) => name.toLowerCase() === host))
  )?.Id;
}

function originOf(origin: DistributionOrigin): Origin {
  const identity = origin.S3OriginConfig?.OriginAccessIdentity;
  return {
    id: told(origin.Id, 'Origins.Items[].Id'),
    domain: told(origin.DomainName, 'Origins.Items[].DomainName'),
    path: origin.OriginPath ?? '',
    access: origin.OriginAccessControlId ? 'origin access control' : identity ? 'origin access identity' : 'none',
    protocolPolicy: origin.CustomOriginConfig?.OriginProtocolPolicy,
  };
}

function plainHttp(config: DistributionConfig): PlainHttp {
  const behaviours = [
    { path: 'default (*)', policy: config.DefaultCacheBehavior?.ViewerProtocolPolicy },
    ...(config.CacheBehaviors?.Items ?? []).map((each) => ({
      path: told(each.PathPattern, 'CacheBehaviors.Items[].PathPattern'),
      policy: each.ViewerProtocolPolicy,
    })),
  ];
  return {
    behaviours: behaviours.map(({ path, policy }) => ({
      path,
      answer: answerOf(told(policy, 'ViewerProtocolPolicy')),
    })),
  };
}

function answerOf(policy: string): PlainHttp['behaviours'][number]['answer'] {
  if (policy === 'redirect-to-https') return 'redirects';
  return policy === 'https-only' ? 'refuses' : 'serves';
}

/** `TLSv1.2_2021` is 1.2, `TLSv1_2016` and `TLSv1` are 1.0. */
function versionIn(policy: string): string {
  const version = /^TLSv(1(?:\.\d)?)/.exec(policy)?.[1];
  return version === undefined ? policy : version === '1' ? '1.0' : version;
}
