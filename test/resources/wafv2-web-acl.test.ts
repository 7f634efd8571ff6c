import { CloudFrontClient, ListDistributionsByWebACLIdCommand } from '@aws-sdk/client-cloudfront';
import {
  GetLoggingConfigurationCommand,
  GetWebACLCommand,
  ListResourcesForWebACLCommand,
  ListTagsForResourceCommand,
  ListWebACLsCommand,
  type Rule,
  WAFV2Client,
} from '@aws-sdk/client-wafv2';
import { mockClient } from 'aws-sdk-client-mock';
import { wafv2WebAcl } from '../../src/resources/wafv2-web-acl';
import { asking } from './answers';
import { refusal } from './refusal';

const waf = mockClient(WAFV2Client);
const cloudfront = mockClient(CloudFrontClient);
const { ask, exists } = asking('AWS::WAFv2::WebACL', [wafv2WebAcl]);

const Id = '0a1b2c3d-1111-4222-8333-444455556666';
const arn = `arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/shop/${Id}`;
const globalArn = `arn:aws:wafv2:us-east-1:123456789012:global/webacl/shop/${Id}`;
const VisibilityConfig = { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: 'shop' };
const shop = { ARN: arn, Id, Name: 'shop', DefaultAction: { Allow: {} }, VisibilityConfig };
const rule = (Name: string, Priority: number, more: Partial<Rule>): Rule => ({
  Name,
  Priority,
  Statement: undefined,
  VisibilityConfig,
  ...more,
});

beforeEach(() => {
  waf.reset();
  cloudfront.reset();
  waf.on(GetWebACLCommand, { Name: 'shop', Id, Scope: 'REGIONAL' }).resolves({ WebACL: shop });
  waf.on(GetWebACLCommand, { Name: 'shop', Id, Scope: 'CLOUDFRONT' }).resolves({ WebACL: { ...shop, ARN: globalArn } });
  waf.on(ListWebACLsCommand, { Scope: 'REGIONAL' }).resolves({ WebACLs: [{ Name: 'shop', Id }] });
});

test.each([arn, `shop|${Id}|REGIONAL`, Id, 'shop'])('%s is found', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: Id, name: 'shop' });
  expect(await ask(id, 'lifecycle')).toEqual({ available: true });
  expect(await ask(id, 'defaultAction')).toEqual({ action: 'allow' });
  expect(await ask(id, 'webAclRules')).toEqual({ scope: 'REGIONAL', rules: [] });
});

test('rules in their order, with what they do', async () => {
  const managed = { ManagedRuleGroupStatement: { VendorName: 'AWS', Name: 'AWSManagedRulesCommonRuleSet' } };
  const Rules = [
    rule('rate', 3, {
      Action: { Block: {} },
      Statement: { RateBasedStatement: { Limit: 500, AggregateKeyType: 'IP' } },
    }),
    rule('common', 1, { OverrideAction: { None: {} }, Statement: managed }),
    rule('watched', 2, { OverrideAction: { Count: {} }, Statement: managed }),
  ];
  waf.on(GetWebACLCommand).resolves({ WebACL: { ...shop, DefaultAction: { Block: {} }, Rules } });
  expect(await ask(arn, 'defaultAction')).toEqual({ action: 'block' });
  const managedGroup = 'AWSManagedRulesCommonRuleSet';
  expect((await ask(arn, 'webAclRules')).rules).toEqual([
    { name: 'common', priority: 1, action: 'none', managedGroup },
    { name: 'watched', priority: 2, action: 'count', managedGroup },
    { name: 'rate', priority: 3, action: 'block', rateLimit: 500 },
  ]);
});

test('what it stands before, in a region and at the edge', async () => {
  waf.on(ListResourcesForWebACLCommand).resolves({ ResourceArns: [] });
  waf.on(ListResourcesForWebACLCommand, { ResourceType: 'API_GATEWAY' }).resolves({ ResourceArns: ['arn:stage'] });
  expect(await ask(arn, 'protectedResources')).toEqual({ arns: ['arn:stage'] });
  const list = { Marker: '', MaxItems: 100, IsTruncated: false, Quantity: 1 };
  cloudfront
    .on(ListDistributionsByWebACLIdCommand, { WebACLId: globalArn })
    .resolves({ DistributionList: { ...list, Items: [{ ARN: 'arn:cdn' }] as never } });
  expect(await ask(globalArn, 'protectedResources')).toEqual({ arns: ['arn:cdn'] });
});

test('logs, and none', async () => {
  waf.on(GetLoggingConfigurationCommand).rejects(refusal('WAFNonexistentItemException'));
  expect(await ask(arn, 'accessLogging')).toEqual({ enabled: false });
  waf.on(GetLoggingConfigurationCommand, { ResourceArn: arn }).resolves({
    LoggingConfiguration: { ResourceArn: arn, LogDestinationConfigs: ['arn:logs'] },
  });
  expect(await ask(arn, 'accessLogging')).toEqual({ enabled: true, destination: 'arn:logs' });
});

test('tags, and a web ACL that is gone', async () => {
  waf.on(ListTagsForResourceCommand, { ResourceARN: arn }).resolves({
    TagInfoForResource: { ResourceARN: arn, TagList: [{ Key: 'team', Value: 'web' }] },
  });
  expect(await ask(arn, 'tags')).toEqual({ team: 'web' });
  expect(await exists('gone')).toBe(false);
  waf.on(GetWebACLCommand).rejects(refusal('WAFNonexistentItemException'));
  expect(await exists(arn)).toBe(false);
});
