import type { Rule, WebACL } from '@aws-sdk/client-wafv2';
import { cloudfront, wafv2 } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told, wrongArgument } from '../engine/unjudged';
import type { WebAclRule } from '../facets';
import type { AwsOf } from './shared/aws-of';
import { tagMap } from './shared/tags';

type Wafv2 = AwsOf<typeof wafv2>;
type Scope = 'REGIONAL' | 'CLOUDFRONT';

interface WebAclName {
  Name: string;
  Id: string;
  Scope: Scope;
}

export const wafv2WebAcl = defineResource({
  type: 'AWS::WAFv2::WebACL',
  label: 'WAFv2 web ACL',
  sdk: wafv2,
  reads: ['wafv2:GetWebACL', 'wafv2:ListWebACLs'],
  notFound: ['WAFNonexistentItemException'],
  facts: async (aws, { id, value }) => {
    const name = await nameOf(aws, value.startsWith('arn:') ? value : id);
    return name && told((await aws.call('GetWebACL', name)).WebACL, 'WebACL');
  },
  facets: {
    identity: {
      fields: 'WebACL.{ARN, Id, Name}',
      read: (acl) => ({ arn: told(acl.ARN, 'ARN'), id: told(acl.Id, 'Id'), name: told(acl.Name, 'Name') }),
    },
    lifecycle: { fields: 'WebACL.Id', read: () => ({ available: true }) },
    tags: {
      fields: 'TagInfoForResource.TagList',
      reads: ['wafv2:ListTagsForResource'],
      read: async (acl, aws) => {
        const tags = await aws.list(
          'ListTagsForResource',
          { ResourceARN: told(acl.ARN, 'ARN') },
          (page) => page.TagInfoForResource && (page.TagInfoForResource.TagList ?? []),
        );
        return tagMap(tags);
      },
    },
    webAclRules: {
      fields: 'WebACL.Rules, ARN',
      read: (acl) => ({ scope: scopeOf(told(acl.ARN, 'ARN')), rules: (acl.Rules ?? []).map(ruleOf).sort(byPriority) }),
    },
    defaultAction: {
      fields: 'WebACL.DefaultAction',
      read: (acl) => ({ action: actionOf(told(acl.DefaultAction, 'DefaultAction')) }),
    },
    protectedResources: {
      fields: 'ResourceArns of ListResourcesForWebACL',
      reads: ['wafv2:ListResourcesForWebACL', 'cloudfront:ListDistributionsByWebACLId'],
      read: async (acl, aws) => ({ arns: await protectedBy(acl, aws) }),
    },
    accessLogging: {
      fields: 'LoggingConfiguration.LogDestinationConfigs',
      reads: ['wafv2:GetLoggingConfiguration'],
      read: async (acl, aws) => {
        const answer = await aws.callOrAbsent(['WAFNonexistentItemException'], 'GetLoggingConfiguration', {
          ResourceArn: told(acl.ARN, 'ARN'),
        });
        const [destination] = answer
          ? (told(answer.LoggingConfiguration, 'LoggingConfiguration').LogDestinationConfigs ?? [])
          : [];
        return { enabled: destination !== undefined, destination };
      },
    },
  },
});

/** `name|id|scope` is CloudFormation's id; an id or a name alone is looked up. */
async function nameOf(aws: Wafv2, given: string): Promise<WebAclName | undefined> {
  const inArn = /:(regional|global)\/webacl\/([^/]+)\/([^/]+)$/.exec(given);
  if (inArn) return { Name: String(inArn[2]), Id: String(inArn[3]), Scope: scopeOf(given) };
  const joined = /^([^|]+)\|([^|]+)\|(REGIONAL|CLOUDFRONT)$/.exec(given);
  if (joined) return { Name: String(joined[1]), Id: String(joined[2]), Scope: joined[3] as Scope };
  // ACLs of distributions are kept in us-east-1 alone.
  const scopes: Scope[] = aws.region === 'us-east-1' ? ['REGIONAL', 'CLOUDFRONT'] : ['REGIONAL'];
  const lists = await Promise.all(
    scopes.map(async (Scope) => {
      const acls = await aws.list('ListWebACLs', { Scope }, (page) => page.WebACLs);
      return acls.filter(({ Id, Name }) => Id === given || Name === given).map((acl) => ({ ...acl, Scope }));
    }),
  );
  const [found, ...others] = lists.flat();
  if (others.length > 0) {
    throw wrongArgument(
      `${others.length + 1} web ACLs are called ${given}`,
      'Let the outputs file hold the ARN of the web ACL.',
    );
  }
  return found && { Name: told(found.Name, 'Name'), Id: told(found.Id, 'Id'), Scope: found.Scope };
}

function scopeOf(arn: string): Scope {
  return arn.includes(':global/') ? 'CLOUDFRONT' : 'REGIONAL';
}

/** The one property of a union such as `{ Allow: {} }`, in lower case. */
function actionOf(union: object | undefined): string {
  const [name] = Object.entries(union ?? {}).find(([, value]) => value !== undefined) ?? [];
  return name?.toLowerCase() ?? 'none';
}

function ruleOf(rule: Rule): WebAclRule {
  return {
    name: told(rule.Name, 'Rules[].Name'),
    priority: told(rule.Priority, 'Rules[].Priority'),
    // A group has its own actions, unless all of them are overridden to count.
    action: rule.Action ? actionOf(rule.Action) : actionOf(rule.OverrideAction),
    managedGroup: rule.Statement?.ManagedRuleGroupStatement?.Name,
    rateLimit: rule.Statement?.RateBasedStatement?.Limit,
  };
}

function byPriority(one: WebAclRule, other: WebAclRule): number {
  return one.priority - other.priority;
}

const regionalKinds = [
  'APPLICATION_LOAD_BALANCER',
  'API_GATEWAY',
  'APPSYNC',
  'COGNITO_USER_POOL',
  'APP_RUNNER_SERVICE',
  'VERIFIED_ACCESS_INSTANCE',
  'AMPLIFY',
] as const;

async function protectedBy(acl: WebACL, aws: Wafv2): Promise<string[]> {
  const WebACLArn = told(acl.ARN, 'ARN');
  if (scopeOf(WebACLArn) === 'CLOUDFRONT') {
    const all = await aws
      .through(cloudfront)
      .list(
        'ListDistributionsByWebACLId',
        { WebACLId: WebACLArn },
        (page) => page.DistributionList && (page.DistributionList.Items ?? []),
      );
    return all.map((distribution) => told(distribution.ARN, 'Items[].ARN'));
  }
  const answers = await Promise.all(
    regionalKinds.map((ResourceType) => aws.call('ListResourcesForWebACL', { WebACLArn, ResourceType })),
  );
  return answers.flatMap(({ ResourceArns }) => ResourceArns ?? []);
}
