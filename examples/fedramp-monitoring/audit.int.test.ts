// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policies take placeholders as CloudFormation spells them

import { resource } from 'stackproof';

const logsKey = resource('LogsKeyArn', 'AWS::KMS::Key');
const topic = resource('AlarmTopicArn', 'AWS::SNS::Topic');

describe('AU-9, AU-11: logs are kept for a year under the logs key, and go nowhere else', () => {
  test.each(['ServiceLogGroupName', 'ApiAccessLogGroupName', 'DatabaseLogGroupName', 'FlowLogGroupName'])(
    '%s',
    async (output) => {
      const logGroup = resource(output, 'AWS::Logs::LogGroup');
      await expect(logGroup).toExist();
      await expect(logGroup).toBeKmsEncrypted({ key: logsKey, manager: 'CUSTOMER' });
      await expect(logGroup).toHaveRetention(365);
      await expect(logGroup).not.toHaveSubscriptionFilter();
      await expect(logGroup).not.toHaveMetricFilter();
    },
  );
});

describe('AU-12: the network', () => {
  test('records all traffic of the VPC', async () => {
    await expect(resource('VpcId', 'AWS::EC2::VPC')).toHaveFlowLogs({
      trafficType: 'ALL',
      destinationType: 'cloud-watch-logs',
      destination: resource('FlowLogGroupName'),
    });
  });

  test('records all traffic of the VPC by the flow log of this stack', async () => {
    const flowLog = resource('VpcFlowLogId', 'AWS::EC2::FlowLog');
    await expect(flowLog).toBeAvailable();
    await expect(flowLog).toBeAttached(resource('VpcId'));
    await expect(flowLog).toHaveFlowLogs({ trafficType: 'ALL', destination: resource('FlowLogGroupName') });
  });

  test('writes its flow logs with its own role', async () => {
    await expect(resource('VpcFlowLogId', 'AWS::EC2::FlowLog')).toHaveRole(resource('FlowLogRoleArn'));
  });

  test('lets flow logs alone take their role, which may do nothing else', async () => {
    const role = resource('FlowLogRoleArn', 'AWS::IAM::Role');
    await expect(role).toTrustOnly(['vpc-flow-logs']);
    await expect(role).toHavePolicyDocument({
      Statement: { Effect: 'Allow', Principal: { Service: 'vpc-flow-logs.amazonaws.com' }, Action: 'sts:AssumeRole' },
    });
    await expect(role).toHaveOnlyManagedPolicies([]);
    await expect(role).toHaveOnlyInlinePolicies(['write-flow-logs']);
    await expect(role).not.toHavePermissionsBoundary();
    await expect(role).toHaveMaxSessionDuration('1h');
    await expect(role).toHavePolicyDocument(
      {
        Statement: {
          Effect: 'Allow',
          Action: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
          Resource: 'arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/vpc/fedramp-monitoring-dev/flow:*',
        },
      },
      { name: 'write-flow-logs' },
    );
  });
});

describe('SI-4: alarms', () => {
  test('go off when the database is short of CPU', async () => {
    const alarm = resource('DatabaseCpuAlarmName', 'AWS::CloudWatch::Alarm');
    await expect(alarm).toMonitor({
      namespace: 'AWS/RDS',
      metric: 'CPUUtilization',
      statistic: 'Average',
      operator: '>',
      threshold: 80,
      period: '5m',
      evaluationPeriods: 3,
      treatMissingData: 'breaching',
    });
    await expect(alarm).toHaveConfig({
      Dimensions: [{ Name: 'DBInstanceIdentifier', Value: resource('DatabaseInstanceIdentifier') }],
      DatapointsToAlarm: null,
      ExtendedStatistic: null,
      Unit: null,
    });
  });

  test('go off when the database is short of space', async () => {
    const alarm = resource('DatabaseStorageAlarmName', 'AWS::CloudWatch::Alarm');
    await expect(alarm).toMonitor({
      namespace: 'AWS/RDS',
      metric: 'FreeStorageSpace',
      statistic: 'Minimum',
      operator: '<',
      threshold: 10_737_418_240,
      period: '5m',
      evaluationPeriods: 1,
      treatMissingData: 'breaching',
    });
    await expect(alarm).toHaveConfig({
      Dimensions: [{ Name: 'DBInstanceIdentifier', Value: resource('DatabaseInstanceIdentifier') }],
      DatapointsToAlarm: null,
      ExtendedStatistic: null,
      Unit: null,
    });
  });

  test('go off when fewer than two collectors run', async () => {
    const alarm = resource('ServiceTasksAlarmName', 'AWS::CloudWatch::Alarm');
    await expect(alarm).toMonitor({
      namespace: 'ECS/ContainerInsights',
      metric: 'RunningTaskCount',
      statistic: 'Minimum',
      operator: '<',
      threshold: 2,
      period: '1m',
      evaluationPeriods: 5,
      treatMissingData: 'breaching',
    });
    await expect(alarm).toHaveConfig({
      Dimensions: [
        { Name: 'ClusterName', Value: resource('ClusterName') },
        { Name: 'ServiceName', Value: resource('ServiceArn') },
      ],
      DatapointsToAlarm: null,
      ExtendedStatistic: null,
      Unit: null,
    });
  });

  test('go off when the API fails', async () => {
    const alarm = resource('ApiErrorsAlarmName', 'AWS::CloudWatch::Alarm');
    await expect(alarm).toMonitor({
      namespace: 'AWS/ApiGateway',
      metric: '5XXError',
      statistic: 'Sum',
      operator: '>=',
      threshold: 1,
      period: '1m',
      evaluationPeriods: 1,
      treatMissingData: 'notBreaching',
    });
    await expect(alarm).toHaveConfig({
      Dimensions: [
        { Name: 'ApiName', Value: 'fedramp-monitoring-dev' },
        { Name: 'Stage', Value: 'dev' },
      ],
      DatapointsToAlarm: null,
      ExtendedStatistic: null,
      Unit: null,
    });
  });

  test.each(['DatabaseCpuAlarmName', 'DatabaseStorageAlarmName', 'ServiceTasksAlarmName', 'ApiErrorsAlarmName'])(
    '%s tells the topic, and nobody else, that it went off and that it is over',
    async (output) => {
      const alarm = resource(output, 'AWS::CloudWatch::Alarm');
      await expect(alarm).toNotify(topic);
      await expect(alarm).toNotify(topic, { on: 'ok' });
      await expect(alarm).toHaveConfig({
        ActionsEnabled: true,
        AlarmActions: [topic],
        OKActions: [topic],
        InsufficientDataActions: [],
      });
    },
  );
});

describe('IR-6: the alarm topic', () => {
  test('is encrypted with the data key', async () => {
    await expect(topic).toBeAvailable();
    await expect(topic).toBeKmsEncrypted({ key: resource('DataKeyArn'), manager: 'CUSTOMER' });
    await expect(topic).toHaveDisplayName('FedRAMP monitoring alarms (dev)');
  });

  test('tells the security operations centre, and nobody else', async () => {
    await expect(topic).toHaveOnlySubscriptions([{ protocol: 'email', endpoint: 'soc-oncall@example.com' }]);
  });

  test('takes messages of alarms of this account over TLS, and no others', async () => {
    await expect(topic).toHavePolicyDocument({
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: 'sns:Publish',
          Resource: '${AlarmTopicArn}',
          Condition: { StringEquals: { 'aws:SourceAccount': '${AWS::AccountId}' } },
        },
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 'sns:Publish',
          Resource: '${AlarmTopicArn}',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
    });
  });
});
