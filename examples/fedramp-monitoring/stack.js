// @ts-check

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them

const { ref, sub } = require('../../deploy');
const { alarms } = require('./stack/alarms.js');
const { api } = require('./stack/api.js');
const { database } = require('./stack/database.js');
const { keys } = require('./stack/keys.js');
const { logs } = require('./stack/logs.js');
const { network } = require('./stack/network.js');
const { service } = require('./stack/service.js');

/**
 * Agents hand events to an API, which puts them on a stream; a collector in ECS reads them and keeps them in PostgreSQL
 * and Redis. Everything is private, encrypted with keys of the customer's, logged and watched, as FedRAMP Moderate asks.
 */
module.exports = {
  name: 'fedramp-monitoring-dev',
  region: 'us-west-2',
  outputsFormat: 'describe-stacks',
  outputsOptions: { stack: 'FedRampMonitoring-dev' },
  resources: { ...keys, ...network, ...logs, ...database, ...service, ...api, ...alarms },
  outputs: {
    EnvironmentName: 'dev',
    Region: ref('AWS::Region'),

    DataKeyArn: ref('DataKey.Arn'),
    DataKeyAlias: ref('DataKeyAlias'),
    LogsKeyArn: ref('LogsKey.Arn'),
    LogsKeyAlias: ref('LogsKeyAlias'),

    VpcId: ref('Vpc'),
    VpcDefaultSecurityGroupId: ref('Vpc.DefaultSecurityGroup'),
    VpcDefaultNetworkAclId: ref('Vpc.DefaultNetworkAcl'),
    ServiceSubnetAId: ref('ServiceSubnetA'),
    ServiceSubnetBId: ref('ServiceSubnetB'),
    DataSubnetAId: ref('DataSubnetA'),
    DataSubnetBId: ref('DataSubnetB'),
    ServiceRouteTableId: ref('ServiceRouteTable'),
    DataRouteTableId: ref('DataRouteTable'),
    ServiceSecurityGroupId: ref('ServiceSecurityGroup'),
    DatabaseSecurityGroupId: ref('DatabaseSecurityGroup'),
    CacheSecurityGroupId: ref('CacheSecurityGroup'),
    EndpointSecurityGroupId: ref('EndpointSecurityGroup'),
    SecretsManagerEndpointId: ref('SecretsManagerEndpoint'),
    LogsEndpointId: ref('LogsEndpoint'),
    KinesisEndpointId: ref('KinesisEndpoint'),
    EcrApiEndpointId: ref('EcrApiEndpoint'),
    EcrDockerEndpointId: ref('EcrDockerEndpoint'),
    S3EndpointId: ref('S3Endpoint'),

    DatabaseInstanceIdentifier: ref('Database'),
    DatabaseEndpoint: ref('Database.Endpoint.Address'),
    DatabasePort: '5432',
    DatabaseName: 'monitoring',
    DatabaseSecretArn: ref('DatabaseSecret'),
    DatabaseSubnetGroupName: ref('DatabaseSubnetGroup'),
    DatabaseParameterGroupName: ref('DatabaseParameterGroup'),
    DatabaseMonitoringRoleArn: ref('DatabaseMonitoringRole.Arn'),
    CacheReplicationGroupId: ref('Cache'),
    CachePort: '6379',
    CacheAuthSecretArn: ref('CacheAuthSecret'),

    EventStreamName: ref('EventStream'),
    CollectorRepositoryUri: ref('CollectorRepository.RepositoryUri'),
    ClusterName: ref('Cluster'),
    ServiceArn: ref('Service'),
    TaskDefinitionArn: ref('TaskDefinition'),
    TaskRoleArn: ref('TaskRole.Arn'),
    TaskExecutionRoleArn: ref('TaskExecutionRole.Arn'),

    ApiId: ref('Api'),
    ApiUrl: sub('https://${Api}.execute-api.${AWS::Region}.amazonaws.com/${ApiStage}/'),
    ApiStreamRoleArn: ref('ApiStreamRole.Arn'),

    ServiceLogGroupName: ref('ServiceLogGroup'),
    ApiAccessLogGroupName: ref('ApiAccessLogGroup'),
    DatabaseLogGroupName: ref('DatabaseLogGroup'),
    FlowLogGroupName: ref('FlowLogGroup'),
    FlowLogRoleArn: ref('FlowLogRole.Arn'),
    VpcFlowLogId: ref('VpcFlowLog'),

    AlarmTopicArn: ref('AlarmTopic'),
    DatabaseCpuAlarmName: ref('DatabaseCpuAlarm'),
    DatabaseStorageAlarmName: ref('DatabaseStorageAlarm'),
    ServiceTasksAlarmName: ref('ServiceTasksAlarm'),
    ApiErrorsAlarmName: ref('ApiErrorsAlarm'),
  },
};
