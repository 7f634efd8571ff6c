// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policies take placeholders as CloudFormation spells them

import { resource } from 'stackproof';

const functionLogGroup = resource('function-log-group', 'AWS::Logs::LogGroup');
const apiLogGroup = resource('api-log-group', 'AWS::Logs::LogGroup');
const flowLogGroup = resource('flow-log-group', 'AWS::Logs::LogGroup');
const topic = resource('alarm-topic-arn', 'AWS::SNS::Topic');
const apiErrors = resource('api-errors-alarm-name', 'AWS::CloudWatch::Alarm');
const databaseCapacity = resource('database-capacity-alarm-name', 'AWS::CloudWatch::Alarm');
const key = resource('data-key-arn', 'AWS::KMS::Key');

describe.each([
  ['function', functionLogGroup],
  ['API', apiLogGroup],
  ['VPC', flowLogGroup],
] as const)('the log group of the %s', (_name, logGroup) => {
  test('keeps its events for 30 days', async () => {
    await expect(logGroup).toExist();
    await expect(logGroup).toHaveRetention(30);
  });

  test('has no key of its own, because it never holds card data', async () => {
    await expect(logGroup).not.toBeKmsEncrypted();
  });

  test('sends its events nowhere', async () => {
    await expect(logGroup).not.toHaveSubscriptionFilter();
    await expect(logGroup).not.toHaveMetricFilter();
  });
});

describe('PCI DSS 10.4: somebody is told', () => {
  test('over an encrypted topic', async () => {
    await expect(topic).toBeKmsEncrypted({ key, manager: 'CUSTOMER' });
    await expect(topic).toHaveDisplayName('Trading alarms');
    await expect(topic).not.toBeFifo();
  });

  test('the people on call and nobody else', async () => {
    await expect(topic).toHaveOnlySubscriptions([{ protocol: 'email', endpoint: 'trading-oncall@example.com' }]);
  });

  test('by alarms of this account alone, and over TLS', async () => {
    await expect(topic).toHavePolicyDocument({
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: 'sns:Publish',
          Resource: '${alarm-topic-arn}',
          Condition: { StringEquals: { 'aws:SourceAccount': '${AWS::AccountId}' } },
        },
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 'sns:Publish',
          Resource: '${alarm-topic-arn}',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
    });
  });
});

describe('the alarm on server errors of the API', () => {
  test('goes off at five errors in a minute, three minutes out of five', async () => {
    await expect(apiErrors).toMonitor({
      namespace: 'AWS/ApiGateway',
      metric: '5XXError',
      dimensions: { ApiName: 'trading-api-dev', Stage: 'dev' },
      statistic: 'Sum',
      operator: '>=',
      threshold: 5,
      period: '1m',
    });
    await expect(apiErrors).toHaveConfig({
      EvaluationPeriods: 5,
      DatapointsToAlarm: 3,
      TreatMissingData: 'notBreaching',
      Unit: null,
      Dimensions: [expect.anything(), expect.anything()],
    });
  });

  test('tells the people on call when it goes off and when it is over', async () => {
    await expect(apiErrors).toHaveConfig({ ActionsEnabled: true });
    await expect(apiErrors).toNotify(topic);
    await expect(apiErrors).toNotify(topic, { on: 'ok' });
    await expect(apiErrors).toHaveConfig({ AlarmActions: [topic], OKActions: [topic], InsufficientDataActions: [] });
  });
});

describe('the alarm on the capacity of the ledger database', () => {
  test('goes off above 90 % for a quarter of an hour, and when nothing is heard', async () => {
    await expect(databaseCapacity).toMonitor({
      namespace: 'AWS/RDS',
      metric: 'ACUUtilization',
      dimensions: { DBClusterIdentifier: 'trading-ledger-dev' },
      statistic: 'Average',
      operator: '>',
      threshold: 90,
      period: '5m',
    });
    await expect(databaseCapacity).toHaveConfig({
      EvaluationPeriods: 3,
      DatapointsToAlarm: null,
      TreatMissingData: 'breaching',
      Unit: null,
      Dimensions: [expect.anything()],
    });
  });

  test('tells the people on call', async () => {
    await expect(databaseCapacity).toHaveConfig({ ActionsEnabled: true });
    await expect(databaseCapacity).toNotify(topic);
    await expect(databaseCapacity).toHaveConfig({ AlarmActions: [topic], OKActions: [], InsufficientDataActions: [] });
  });
});
