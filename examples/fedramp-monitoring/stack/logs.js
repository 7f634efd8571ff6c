// @ts-check

const { ref } = require('../../../deploy');
const { tags } = require('./tags.js');

/** @param {string} name */
function logGroup(name) {
  return {
    type: 'AWS::Logs::LogGroup',
    properties: { LogGroupName: name, RetentionInDays: 365, KmsKeyId: ref('LogsKey.Arn'), Tags: tags },
  };
}

/** A year of every log (AU-11), under the logs key (AU-9), and the network's own (AU-12). */
const logs = {
  ServiceLogGroup: logGroup('/ecs/fedramp-monitoring-dev'),
  ApiAccessLogGroup: logGroup('/aws/apigateway/fedramp-monitoring-dev/access'),
  DatabaseLogGroup: logGroup('/aws/rds/instance/fedramp-monitoring-dev/postgresql'),
  FlowLogGroup: logGroup('/aws/vpc/fedramp-monitoring-dev/flow'),
  FlowLogRole: {
    type: 'AWS::IAM::Role',
    properties: {
      RoleName: 'fedramp-monitoring-flow-logs-dev',
      Description: 'Lets the flow log of the VPC write to its log group',
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Principal: { Service: 'vpc-flow-logs.amazonaws.com' }, Action: 'sts:AssumeRole' },
        ],
      },
      Policies: [
        {
          PolicyName: 'write-flow-logs',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Action: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
                Resource: ref('FlowLogGroup.Arn'),
              },
            ],
          },
        },
      ],
      Tags: tags,
    },
  },
  VpcFlowLog: {
    type: 'AWS::EC2::FlowLog',
    properties: {
      ResourceType: 'VPC',
      ResourceId: ref('Vpc'),
      TrafficType: 'ALL',
      LogDestinationType: 'cloud-watch-logs',
      LogGroupName: ref('FlowLogGroup'),
      DeliverLogsPermissionArn: ref('FlowLogRole.Arn'),
      MaxAggregationInterval: 60,
      Tags: tags,
    },
  },
};

module.exports = { logs };
