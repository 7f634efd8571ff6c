import {
  ConfigServiceClient,
  DescribeComplianceByConfigRuleCommand,
  DescribeConfigRulesCommand,
  GetComplianceDetailsByConfigRuleCommand,
  ListTagsForResourceCommand,
} from '@aws-sdk/client-config-service';
import { mockClient } from 'aws-sdk-client-mock';
import { configConfigRule } from '../../src/resources/config-config-rule';
import { asking } from './answers';
import { refusal } from './refusal';

const config = mockClient(ConfigServiceClient);
const { ask, exists } = asking('AWS::Config::ConfigRule', [configConfigRule]);
const arn = 'arn:aws:config:eu-west-1:123456789012:config-rule/config-rule-a1b2c3';
const typical = {
  ConfigRuleName: 'password-policy',
  ConfigRuleArn: arn,
  ConfigRuleId: 'config-rule-a1b2c3',
  Source: { Owner: 'AWS' as const, SourceIdentifier: 'IAM_PASSWORD_POLICY' },
  InputParameters: '{"MinimumPasswordLength":"14"}',
  ConfigRuleState: 'ACTIVE' as const,
};

beforeEach(() => {
  config.reset();
  config
    .on(DescribeConfigRulesCommand)
    .resolves({ ConfigRules: [{ ...typical, ConfigRuleName: 'x', ConfigRuleId: 'x', ConfigRuleArn: 'x' }, typical] });
});

test.each(['password-policy', arn, 'config-rule-a1b2c3'])('%s', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'password-policy' });
  expect(await ask(id, 'lifecycle')).toEqual({ state: 'ACTIVE', available: true });
});

test('not found, by name and by ARN', async () => {
  expect(await exists(`${arn}x`)).toBe(false);
  config.on(DescribeConfigRulesCommand).rejects(refusal('NoSuchConfigRuleException'));
  expect(await exists('password-policy')).toBe(false);
});

test('what it checks with, and the parameters as JSON', async () => {
  expect(await ask('password-policy', 'ruleSource')).toEqual({
    owner: 'AWS',
    identifier: 'IAM_PASSWORD_POLICY',
    parameters: { MinimumPasswordLength: '14' },
    resourceTypes: [],
  });
  expect(await ask('password-policy', 'config')).toMatchObject({ InputParameters: { MinimumPasswordLength: '14' } });
});

test('compliance', async () => {
  const compliance = (ComplianceType: 'COMPLIANT' | 'NON_COMPLIANT') =>
    config
      .on(DescribeComplianceByConfigRuleCommand, { ConfigRuleNames: ['password-policy'] })
      .resolves({ ComplianceByConfigRules: [{ ConfigRuleName: 'password-policy', Compliance: { ComplianceType } }] });
  compliance('COMPLIANT');
  expect(await ask('password-policy', 'ruleCompliance')).toEqual({ type: 'COMPLIANT', nonCompliant: [] });
  compliance('NON_COMPLIANT');
  const qualifier = { ConfigRuleName: 'password-policy', ResourceType: 'AWS::::Account', ResourceId: '123456789012' };
  config.on(GetComplianceDetailsByConfigRuleCommand).resolves({
    EvaluationResults: [{ EvaluationResultIdentifier: { EvaluationResultQualifier: qualifier } }],
  });
  expect(await ask('password-policy', 'ruleCompliance')).toEqual({
    type: 'NON_COMPLIANT',
    nonCompliant: ['AWS::::Account 123456789012'],
  });
  config.on(DescribeComplianceByConfigRuleCommand).resolves({ ComplianceByConfigRules: [] });
  await expect(ask('password-policy', 'ruleCompliance')).rejects.toMatchObject({ data: { cause: 'broken answer' } });
});

test('tags and description', async () => {
  config.on(ListTagsForResourceCommand).resolves({ Tags: [] });
  expect(await ask('password-policy', 'tags')).toEqual({});
  expect(await ask('password-policy', 'description')).toEqual({});
});
