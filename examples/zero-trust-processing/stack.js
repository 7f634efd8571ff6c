// @ts-check

const { createHash } = require('node:crypto');
const { ref } = require('../../deploy');
const { zip } = require('../../deploy/zip.js');
const encryption = require('./stack/encryption.js');
const monitoring = require('./stack/monitoring.js');
const network = require('./stack/network.js');
const processing = require('./stack/processing.js');
const storage = require('./stack/storage.js');
const { environment } = require('./stack/tags.js');

/**
 * Data is put into a bucket, a function in a network without internet proves it and writes what it found; what goes in
 * and out, who may do it and under which key is spelled out everywhere.
 *
 * @type {import('../../deploy/deploy.js').Spec & { outputsFormat: 'flat' }}
 */
module.exports = {
  name: 'ZeroTrustProcessingStack',
  region: 'us-east-1',
  outputsFormat: 'flat',
  resources: { ...encryption, ...network, ...storage, ...processing.resources, ...monitoring },
  outputs: {
    EnvironmentSuffix: environment,
    DeploymentRegion: ref('AWS::Region'),

    DataKeyArn: ref('DataKey.Arn'),
    DataKeyAlias: ref('DataKeyAlias'),
    LogsKeyArn: ref('LogsKey.Arn'),
    LogsKeyAlias: ref('LogsKeyAlias'),

    VpcId: ref('Vpc'),
    PrivateSubnetAId: ref('PrivateSubnetA'),
    PrivateSubnetBId: ref('PrivateSubnetB'),
    PrivateRouteTableAId: ref('PrivateRouteTableA'),
    PrivateRouteTableBId: ref('PrivateRouteTableB'),
    DefaultSecurityGroupId: ref('Vpc.DefaultSecurityGroup'),
    DefaultNetworkAclId: ref('Vpc.DefaultNetworkAcl'),
    ProcessorSecurityGroupId: ref('ProcessorSecurityGroup'),
    EndpointSecurityGroupId: ref('EndpointSecurityGroup'),
    EndpointPort: '443',
    S3EndpointId: ref('S3Endpoint'),
    KmsEndpointId: ref('KmsEndpoint'),
    LogsEndpointId: ref('LogsEndpoint'),
    VpcFlowLogId: ref('VpcFlowLog'),
    FlowLogGroupName: ref('FlowLogGroup'),
    FlowLogRoleArn: ref('FlowLogRole.Arn'),

    DataBucketName: ref('DataBucket'),
    AccessLogsBucketName: ref('AccessLogsBucket'),
    IncomingPrefix: 'incoming/',
    ResultsPrefix: 'results/',

    DataProcessorFunctionName: ref('DataProcessor'),
    DataProcessorCodeSha256: createHash('sha256').update(zip('index.py', processing.source)).digest('base64'),
    DataProcessorRoleArn: ref('DataProcessorRole.Arn'),
    DataProcessorLogGroupName: ref('DataProcessorLogGroup'),
    DeadLetterQueueUrl: ref('DeadLetterQueue'),

    SecurityTopicArn: ref('SecurityTopic'),
    DeniedAccessMetricFilterName: ref('DeniedAccess'),
    DeniedAccessAlarmName: ref('DeniedAccessAlarm'),
    ProcessorErrorsAlarmName: ref('ProcessorErrorsAlarm'),
    DeadLettersAlarmName: ref('DeadLettersAlarm'),
  },
};
