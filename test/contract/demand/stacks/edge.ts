// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them
import { ref, sub } from '../../../../deploy';
import type { Topic } from '../row';

const api = (Types: string[]) => ({
  type: 'AWS::ApiGateway::RestApi',
  properties: { Name: sub('${AWS::StackName}-shop'), EndpointConfiguration: { Types } },
});
const routes = (path: string) => ({
  ShopResource: {
    type: 'AWS::ApiGateway::Resource',
    properties: { RestApiId: ref('ShopApi'), ParentId: ref('ShopApi.RootResourceId'), PathPart: path },
  },
  ShopMethod: {
    type: 'AWS::ApiGateway::Method',
    properties: {
      RestApiId: ref('ShopApi'),
      ResourceId: ref('ShopResource'),
      HttpMethod: 'GET',
      AuthorizationType: 'NONE',
      MethodResponses: [{ StatusCode: '200' }],
      Integration: {
        Type: 'MOCK',
        RequestTemplates: { 'application/json': '{"statusCode":200}' },
        IntegrationResponses: [{ StatusCode: '200' }],
      },
    },
  },
  ShopDeployment: {
    type: 'AWS::ApiGateway::Deployment',
    properties: { RestApiId: ref('ShopApi') },
    dependsOn: ['ShopMethod'],
  },
});
const stage = (more: object) => ({
  type: 'AWS::ApiGateway::Stage',
  properties: { RestApiId: ref('ShopApi'), StageName: 'prod', DeploymentId: ref('ShopDeployment'), ...more },
});
const distribution = (Enabled: boolean, OriginAccessIdentity: unknown) => ({
  type: 'AWS::CloudFront::Distribution',
  properties: {
    DistributionConfig: {
      Enabled,
      Origins: [
        { Id: 'site', DomainName: ref('SiteBucket.RegionalDomainName'), S3OriginConfig: { OriginAccessIdentity } },
      ],
      DefaultCacheBehavior: {
        TargetOriginId: 'site',
        ViewerProtocolPolicy: 'redirect-to-https',
        AllowedMethods: ['GET', 'HEAD'],
        CachedMethods: ['GET', 'HEAD'],
        CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
      },
    },
  },
});
const zone = (Name: string) => ({ type: 'AWS::Route53::HostedZone', properties: { Name } });
const record = (Name: string, address: string) => ({
  type: 'AWS::Route53::RecordSet',
  properties: { HostedZoneId: ref('ShopZone'), Name, Type: 'A', TTL: '60', ResourceRecords: [address] },
});
const visibility = (MetricName: string) => ({
  SampledRequestsEnabled: true,
  CloudWatchMetricsEnabled: true,
  MetricName,
});
const webAcl = (Scope: string, DefaultAction: object, Rules: object[]) => ({
  type: 'AWS::WAFv2::WebACL',
  properties: { Scope, DefaultAction, Rules, VisibilityConfig: visibility('shop') },
});
const outputs = {
  ShopRestApiId: ref('ShopApi'),
  ShopStageArn: sub('arn:aws:apigateway:${AWS::Region}::/restapis/${ShopApi}/stages/${ShopStage}'),
  ShopAccessLogGroupName: ref('ShopAccessLogs'),
  SiteDistributionId: ref('SiteDistribution'),
  SiteBucketName: ref('SiteBucket'),
  ShopHostedZoneId: ref('ShopZone'),
  ShopWebAclArn: ref('ShopWebAcl.Arn'),
};

/** What faces the internet: an API with its stage, a distribution, a hosted zone, a web ACL. */
export const edge: Topic = {
  on: ['ministack'],
  healthy: {
    resources: {
      ShopApi: api(['REGIONAL']),
      ...routes('orders'),
      ShopAccessLogs: { type: 'AWS::Logs::LogGroup' },
      ShopStage: stage({
        TracingEnabled: true,
        AccessLogSetting: { DestinationArn: ref('ShopAccessLogs.Arn'), Format: '$context.requestId' },
        MethodSettings: [{ ResourcePath: '/*', HttpMethod: '*', ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 }],
      }),
      SiteBucket: { type: 'AWS::S3::Bucket' },
      SiteDistribution: distribution(true, 'origin-access-identity/cloudfront/E2QWRUHAPOMQZL'),
      ShopZone: zone('shop.example.'),
      ShopRecord: record('api.shop.example.', '10.20.10.10'),
      ShopWebAcl: webAcl('REGIONAL', { Block: {} }, [
        {
          Name: 'limit',
          Priority: 1,
          Action: { Block: {} },
          Statement: { RateBasedStatement: { Limit: 1000, AggregateKeyType: 'IP' } },
          VisibilityConfig: visibility('limit'),
        },
      ]),
    },
    outputs,
  },
  broken: {
    resources: {
      ShopApi: api(['EDGE']),
      ...routes('health'),
      ShopAccessLogs: { type: 'AWS::Logs::LogGroup' },
      ShopStage: stage({}),
      SiteBucket: { type: 'AWS::S3::Bucket' },
      SiteDistribution: distribution(false, ''),
      ShopZone: zone('broken.example.'),
      ShopRecord: record('api.broken.example.', '10.30.99.99'),
      ShopWebAcl: webAcl('CLOUDFRONT', { Allow: {} }, []),
    },
    outputs,
  },
};
