import { config } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { attributeValues } from './shared/attributes';
import { tagMap } from './shared/tags';

export const configConfigRule = defineResource({
  type: 'AWS::Config::ConfigRule',
  label: 'AWS Config rule',
  sdk: config,
  reads: ['config:DescribeConfigRules'],
  notFound: ['NoSuchConfigRuleException'],
  facts: async (aws, { id }) => {
    // The API takes names alone.
    const named = !id.startsWith('arn:') && !/^config-rule-[a-z0-9]{6}$/.test(id);
    const rules = await aws.list(
      'DescribeConfigRules',
      named ? { ConfigRuleNames: [id] } : {},
      (page) => page.ConfigRules,
    );
    return rules.find((rule) => [rule.ConfigRuleName, rule.ConfigRuleArn, rule.ConfigRuleId].includes(id));
  },
  config: {
    // The parameters are JSON in a text.
    read: ({ InputParameters: parameters, ...rule }) => ({
      ...rule,
      ...(parameters && attributeValues({ InputParameters: parameters }, [])),
    }),
  },
  facets: {
    identity: {
      fields: 'ConfigRules[].{ConfigRuleArn, ConfigRuleName}',
      read: (rule) => ({ arn: told(rule.ConfigRuleArn, 'ConfigRules[].ConfigRuleArn'), id: nameOf(rule) }),
    },
    lifecycle: {
      fields: 'ConfigRules[].ConfigRuleState',
      read: (rule) => {
        const state = told(rule.ConfigRuleState, 'ConfigRules[].ConfigRuleState');
        return { state, available: state === 'ACTIVE' || state === 'EVALUATING' };
      },
    },
    tags: {
      fields: 'Tags',
      reads: ['config:ListTagsForResource'],
      read: async (rule, aws) => {
        const ResourceArn = told(rule.ConfigRuleArn, 'ConfigRules[].ConfigRuleArn');
        return tagMap(await aws.list('ListTagsForResource', { ResourceArn }, (page) => page.Tags));
      },
    },
    description: { fields: 'ConfigRules[].Description', read: ({ Description: text }) => ({ ...(text && { text }) }) },
    ruleSource: {
      fields: 'ConfigRules[].{Source, InputParameters, Scope.ComplianceResourceTypes}',
      read: (rule) => {
        const source = told(rule.Source, 'ConfigRules[].Source');
        const { parameters = {} } = attributeValues({ parameters: rule.InputParameters || '{}' }, []);
        return {
          owner: told(source.Owner, 'ConfigRules[].Source.Owner'),
          ...(source.SourceIdentifier && { identifier: source.SourceIdentifier }),
          parameters: Object.fromEntries(
            Object.entries(Object(parameters)).map(([key, value]) => [key, String(value)]),
          ),
          resourceTypes: rule.Scope?.ComplianceResourceTypes ?? [],
        };
      },
    },
    ruleCompliance: {
      fields: 'ComplianceByConfigRules[].Compliance.ComplianceType, EvaluationResults[].EvaluationResultIdentifier',
      reads: ['config:DescribeComplianceByConfigRule', 'config:GetComplianceDetailsByConfigRule'],
      read: async (rule, aws) => {
        const ConfigRuleName = nameOf(rule);
        const answer = await aws.call('DescribeComplianceByConfigRule', { ConfigRuleNames: [ConfigRuleName] });
        const [found] = told(answer.ComplianceByConfigRules, 'ComplianceByConfigRules');
        const type = told(found?.Compliance?.ComplianceType, 'ComplianceByConfigRules[].Compliance.ComplianceType');
        if (type !== 'NON_COMPLIANT') return { type, nonCompliant: [] };
        const details = await aws.call('GetComplianceDetailsByConfigRule', {
          ConfigRuleName,
          ComplianceTypes: ['NON_COMPLIANT'],
          Limit: 100,
        });
        return {
          type,
          nonCompliant: told(details.EvaluationResults, 'EvaluationResults').flatMap((result) => {
            const resource = result.EvaluationResultIdentifier?.EvaluationResultQualifier;
            return resource ? [`${resource.ResourceType} ${resource.ResourceId}`] : [];
          }),
        };
      },
    },
  },
});

function nameOf(rule: { ConfigRuleName?: string | undefined }): string {
  return told(rule.ConfigRuleName, 'ConfigRules[].ConfigRuleName');
}
