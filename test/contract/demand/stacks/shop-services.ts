import { PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { ref } from '../../../../deploy';
import type { Deployed } from '../../../live/area';
import { administrators, policy } from '../../../live/declarations';
import type { Topic } from '../row';

const assumedByLambda = policy({
  Effect: 'Allow',
  Principal: { Service: 'lambda.amazonaws.com' },
  Action: 'sts:AssumeRole',
});
const outputs = {
  SignKeyArn: ref('SignKey.Arn'),
  LatencyAlarmName: ref('LatencyAlarm'),
  ShopTopicArn: ref('ShopTopic'),
  ShopRoleName: ref('ShopRole'),
  CredentialsSecretArn: ref('CredentialsSecret'),
};
const latency = { Statistic: 'Average', ComparisonOperator: 'GreaterThanThreshold', Threshold: 1 };

/** Keys, alarms, topics, roles and secrets as the areas of `test/live` do not have them. */
export const shopServices: Topic = {
  on: ['ministack', 'moto'],
  healthy: {
    resources: {
      SignKey: {
        type: 'AWS::KMS::Key',
        properties: {
          KeyUsage: 'ENCRYPT_DECRYPT',
          KeySpec: 'SYMMETRIC_DEFAULT',
          KeyPolicy: policy(administrators('kms:*')),
        },
      },
      LatencyAlarm: {
        type: 'AWS::CloudWatch::Alarm',
        properties: {
          ...latency,
          Namespace: 'AWS/ApplicationELB',
          MetricName: 'TargetResponseTime',
          Period: 60,
          EvaluationPeriods: 3,
        },
      },
      ShopTopic: { type: 'AWS::SNS::Topic', properties: { DisplayName: 'Orders of the shop' } },
      ShopRole: {
        type: 'AWS::IAM::Role',
        properties: {
          AssumeRolePolicyDocument: assumedByLambda,
          Policies: [
            {
              PolicyName: 'orders-access',
              PolicyDocument: policy({ Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: ref('Table.Arn') }),
            },
          ],
        },
      },
      CredentialsSecret: {
        type: 'AWS::SecretsManager::Secret',
        properties: { SecretString: '{"username":"orders","password":"not-a-secret-1"}' },
      },
    },
    outputs,
  },
  broken: {
    resources: {
      SignKey: {
        type: 'AWS::KMS::Key',
        properties: { KeyUsage: 'SIGN_VERIFY', KeySpec: 'RSA_2048', KeyPolicy: policy(administrators('kms:*')) },
      },
      LatencyAlarm: {
        type: 'AWS::CloudWatch::Alarm',
        properties: {
          ...latency,
          Namespace: 'AWS/NetworkELB',
          MetricName: 'ProcessedBytes',
          Period: 300,
          EvaluationPeriods: 1,
        },
      },
      ShopTopic: { type: 'AWS::SNS::Topic', properties: { DisplayName: 'Returns' } },
      ShopRole: { type: 'AWS::IAM::Role', properties: { AssumeRolePolicyDocument: assumedByLambda } },
      CredentialsSecret: { type: 'AWS::SecretsManager::Secret', properties: { SecretString: 'not-a-secret-1' } },
    },
    outputs,
  },
  afterwards: (healthy, broken) => Promise.all([invoked(healthy, 3, 0), invoked(broken, 3, 2)]),
};

const minutesInMilliseconds = 60_000;

/** What Lambda itself reports to CloudWatch; AWS lets nobody else write into its namespace. */
function invoked(stack: Deployed, invocations: number, errors: number) {
  const Dimensions = [{ Name: 'FunctionName', Value: String(stack.outputs.FunctionName) }];
  const Timestamp = new Date(Date.now() - 5 * minutesInMilliseconds);
  return stack.client('cloudwatch').send(
    new PutMetricDataCommand({
      Namespace: 'AWS/Lambda',
      MetricData: [
        { MetricName: 'Invocations', Dimensions, Timestamp, Value: invocations },
        { MetricName: 'Errors', Dimensions, Timestamp, Value: errors },
      ],
    }),
  );
}
