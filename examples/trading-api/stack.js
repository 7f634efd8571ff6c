// @ts-check

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them

const { ref, sub } = require('../../deploy');
const { api, sourceHash } = require('./stack/api');
const { database } = require('./stack/database');
const { encryption } = require('./stack/encryption');
const { environmentSuffix } = require('./stack/names');
const { network } = require('./stack/network');
const { observability } = require('./stack/observability');
const { storage } = require('./stack/storage');

/**
 * A trading API in the scope of PCI DSS: a REST API takes orders, a function without a way to the internet keeps them in
 * tables, and an Aurora cluster keeps the ledger; all under one customer key.
 *
 * @type {import('../../deploy/deploy.js').Spec & { outputsFormat: 'cdktf', outputsOptions: { stack: string } }}
 */
module.exports = {
  name: 'trading-api',
  region: 'us-east-1',
  outputsFormat: 'cdktf',
  outputsOptions: { stack: `trading-api-${environmentSuffix}` },
  resources: { ...encryption, ...network, ...storage, ...database, ...observability, ...api },
  outputs: {
    'environment-suffix': environmentSuffix,
    'aws-region': sub('${AWS::Region}'),
    'terraform-state-bucket': ref('TerraformStateBucket'),

    'data-key-arn': ref('DataKey.Arn'),
    'data-key-alias': ref('DataKeyAlias'),

    'vpc-id': ref('Vpc'),
    'app-subnet-a-id': ref('AppSubnetA'),
    'app-subnet-b-id': ref('AppSubnetB'),
    'database-subnet-a-id': ref('DatabaseSubnetA'),
    'database-subnet-b-id': ref('DatabaseSubnetB'),
    'app-route-table-id': ref('AppRouteTable'),
    'database-route-table-id': ref('DatabaseRouteTable'),
    'dynamodb-endpoint-id': ref('DynamoDbEndpoint'),
    's3-endpoint-id': ref('S3Endpoint'),
    'secretsmanager-endpoint-id': ref('SecretsManagerEndpoint'),
    'function-security-group-id': ref('FunctionSecurityGroup'),
    'database-security-group-id': ref('DatabaseSecurityGroup'),
    'endpoint-security-group-id': ref('EndpointSecurityGroup'),
    'default-security-group-id': ref('Vpc.DefaultSecurityGroup'),
    'network-acl-id': ref('Vpc.DefaultNetworkAcl'),
    'flow-log-id': ref('VpcFlowLog'),

    'orders-table-name': ref('OrdersTable'),
    'idempotency-table-name': ref('IdempotencyTable'),
    'trade-archive-bucket': ref('TradeArchiveBucket'),
    'access-logs-bucket': ref('AccessLogsBucket'),

    'aurora-cluster-endpoint': ref('DatabaseCluster.Endpoint.Address'),
    'aurora-port': ref('DatabaseCluster.Endpoint.Port'),
    'aurora-writer-id': ref('DatabaseWriter'),
    'aurora-reader-id': ref('DatabaseReader'),
    'aurora-subnet-group-name': ref('DatabaseSubnetGroup'),
    'aurora-secret-arn': ref('DatabaseSecret'),
    'aurora-monitoring-role-arn': ref('DatabaseMonitoringRole.Arn'),

    'orders-function-arn': ref('OrdersFunction.Arn'),
    'orders-function-role-arn': ref('FunctionRole.Arn'),
    'orders-function-source-hash': sourceHash,
    'region-restriction-policy-arn': ref('RegionRestriction'),
    'api-id': ref('Api'),
    'api-execution-arn': sub('arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}'),
    'api-url': sub('https://${Api}.execute-api.${AWS::Region}.amazonaws.com/${ApiStage}'),
    'api-stage-arn': sub('arn:aws:apigateway:${AWS::Region}::/restapis/${Api}/stages/${ApiStage}'),

    'function-log-group': ref('FunctionLogGroup'),
    'api-log-group': ref('ApiLogGroup'),
    'flow-log-group': ref('FlowLogGroup'),
    'flow-log-role-arn': ref('FlowLogRole.Arn'),
    'alarm-topic-arn': ref('AlarmTopic'),
    'api-errors-alarm-name': ref('ApiErrorsAlarm'),
    'database-capacity-alarm-name': ref('DatabaseCapacityAlarm'),
  },
};
