import { ref } from '../../../deploy';
import { type Area, rowsOf } from '../area';
import { tags } from '../declarations';

const outputs = {
  LogGroupName: ref('LogGroup'),
  LogGroupArn: ref('LogGroup.Arn'),
  AlarmName: ref('Alarm'),
  AlarmArn: ref('Alarm.Arn'),
};
const alarm = {
  Namespace: 'AWS/Lambda',
  MetricName: 'Errors',
  Statistic: 'Sum',
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
};

/** Log groups and alarms. */
export const monitoring: Area = {
  healthy: {
    resources: {
      LogGroup: {
        type: 'AWS::Logs::LogGroup',
        properties: { RetentionInDays: 30, KmsKeyId: ref('DataKey.Arn'), DeletionProtectionEnabled: true, Tags: tags },
      },
      Alarm: {
        type: 'AWS::CloudWatch::Alarm',
        properties: {
          ...alarm,
          Dimensions: [{ Name: 'FunctionName', Value: ref('Function') }],
          Period: 60,
          EvaluationPeriods: 1,
          Threshold: 1,
          TreatMissingData: 'notBreaching',
          AlarmActions: [ref('Topic')],
          Tags: tags,
        },
      },
    },
    outputs,
  },
  broken: {
    resources: {
      LogGroup: { type: 'AWS::Logs::LogGroup' },
      Alarm: {
        type: 'AWS::CloudWatch::Alarm',
        properties: {
          ...alarm,
          Period: 300,
          EvaluationPeriods: 5,
          Threshold: 10,
          ActionsEnabled: false,
          AlarmActions: [ref('Topic')],
        },
      },
    },
    outputs,
  },
  rows: [
    ...rowsOf('AWS::Logs::LogGroup', 'LogGroupName', [
      ['toBeAvailable', [], 'pass', 'pass'],
      ['toBeInState', ['available'], 'not applicable', 'not applicable'],
      ['toHaveTags', [{ Team: 'orders' }], 'pass', 'fail'],
      ['toHaveConfig', [{ retentionInDays: 30 }], 'pass', 'fault'],
      ['toBeEncryptedAtRest', [], 'pass', ['pass', /service key/]],
      ['toBeKmsEncrypted', ({ resource }) => [{ key: resource('DataKeyAlias') }], 'pass', 'fail'],
      ['toHaveRetention', ['30d'], ['pass', /retentionInDays 30/], ['fail', /for ever/]],
      ['toHaveRetention', [{ atMost: '365d' }], 'pass', 'fail'],
      ['toHaveDeletionProtection', [], 'pass', 'fail', { gaps: ['logGroupWithoutDeletionProtection'] }],
    ]),
    ...rowsOf('AWS::Logs::LogGroup', 'LogGroupArn', [['toHaveRetention', [{ atLeast: 30 }], 'pass', 'pass']]),
    ...rowsOf('AWS::CloudWatch::Alarm', 'AlarmName', [
      ['toBeAvailable', [], 'pass', 'pass'],
      ['toBeInState', [['OK', 'INSUFFICIENT_DATA']], 'pass', 'pass'],
      ['toBeInState', ['ALARM'], 'fail', 'fail'],
      ['toHaveTags', [{ Team: 'orders' }], 'pass', 'fail'],
      ['toHaveConfig', [{ Threshold: 1 }], 'pass', ['fail', /10/]],
      ['toMonitor', ['Errors'], 'pass', 'pass'],
      [
        'toMonitor',
        ({ resource }) => [
          {
            metric: 'Errors',
            namespace: 'AWS/Lambda',
            dimensions: { FunctionName: resource('FunctionName') },
            threshold: { atMost: 1 },
            operator: '>=',
            period: '1m',
            treatMissingData: 'notBreaching',
          },
        ],
        'pass',
        ['fail', /no such dimension/],
      ],
      ['toMonitor', ['Throttles'], ['fail', /Throttles.*Errors/s], 'fail'],
      ['toNotify', ({ resource }) => [resource('TopicArn')], 'pass', ['fault', /ActionsEnabled false/]],
      ['toNotify', ({ resource }) => [resource('TopicArn'), { on: 'ok' }], ['fail', /on ok: nobody/], 'fail'],
    ]),
    ...rowsOf('AWS::CloudWatch::Alarm', 'AlarmArn', [
      ['toMonitor', [{ metric: 'Errors', threshold: 1 }], 'pass', 'fail'],
    ]),
  ],
};
