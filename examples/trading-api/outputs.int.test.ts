import { outputs, resource } from 'stackproof';

test('the deployment tells all that its users need', async () => {
  await expect(outputs).toHaveOutputs({
    'environment-suffix': 'dev',
    'aws-region': 'us-east-1',
    'terraform-state-bucket': /^trading-terraform-state-dev-\d{12}$/,
    'data-key-arn': /^arn:aws:kms:us-east-1:\d{12}:key\//,
    'data-key-alias': 'alias/trading-data-dev',
    'vpc-id': /^vpc-/,
    'app-subnet-a-id': /^subnet-/,
    'app-subnet-b-id': /^subnet-/,
    'database-subnet-a-id': /^subnet-/,
    'database-subnet-b-id': /^subnet-/,
    'app-route-table-id': /^rtb-/,
    'database-route-table-id': /^rtb-/,
    'dynamodb-endpoint-id': /^vpce-/,
    's3-endpoint-id': /^vpce-/,
    'secretsmanager-endpoint-id': /^vpce-/,
    'function-security-group-id': /^sg-/,
    'database-security-group-id': /^sg-/,
    'endpoint-security-group-id': /^sg-/,
    'default-security-group-id': /^sg-/,
    'network-acl-id': /^acl-/,
    'flow-log-id': /^fl-/,
    'orders-table-name': 'trading-orders-dev',
    'idempotency-table-name': 'trading-idempotency-dev',
    'trade-archive-bucket': /^trading-archive-dev-\d{12}$/,
    'access-logs-bucket': /^trading-access-logs-dev-\d{12}$/,
    'aurora-cluster-endpoint': /^trading-ledger-dev\.cluster-.+\.us-east-1\.rds\.amazonaws\.com$/,
    'aurora-port': 5432,
    'aurora-writer-id': 'trading-ledger-writer-dev',
    'aurora-reader-id': 'trading-ledger-reader-dev',
    'aurora-subnet-group-name': 'trading-ledger-dev',
    'aurora-secret-arn': /^arn:aws:secretsmanager:us-east-1:\d{12}:secret:trading\/dev\/ledger-/,
    'aurora-monitoring-role-arn': /:role\/trading-database-monitoring-dev$/,
    'orders-function-arn': /^arn:aws:lambda:us-east-1:\d{12}:function:trading-orders-dev$/,
    'orders-function-role-arn': /:role\/trading-orders-dev$/,
    'orders-function-source-hash': /^[A-Za-z0-9+/]{43}=$/,
    'region-restriction-policy-arn': /:policy\/trading-region-restriction-dev$/,
    'api-id': /^[a-z0-9]{8,12}$/,
    'api-execution-arn': /^arn:aws:execute-api:us-east-1:\d{12}:[a-z0-9]+$/,
    'api-url': /^https:\/\/[a-z0-9]+\.execute-api\.us-east-1\.amazonaws\.com\/dev$/,
    'api-stage-arn': /^arn:aws:apigateway:us-east-1::\/restapis\/[a-z0-9]+\/stages\/dev$/,
    'function-log-group': '/aws/lambda/trading-orders-dev',
    'api-log-group': '/aws/apigateway/trading-api-dev',
    'flow-log-group': '/aws/vpc/trading-flow-logs-dev',
    'flow-log-role-arn': /:role\/trading-flow-logs-dev$/,
    'alarm-topic-arn': /^arn:aws:sns:us-east-1:\d{12}:trading-alarms-dev$/,
    'api-errors-alarm-name': 'trading-api-5xx-dev',
    'database-capacity-alarm-name': 'trading-database-capacity-dev',
  });
});

test('the addresses of the API are those of the API, and of no other', async () => {
  const id = await outputs.get('api-id');
  await expect(outputs).toHaveOutputs({
    'api-execution-arn': new RegExp(`:${id}$`),
    'api-url': `https://${id}.execute-api.us-east-1.amazonaws.com/dev`,
    'api-stage-arn': `arn:aws:apigateway:us-east-1::/restapis/${id}/stages/dev`,
  });
});

const internal = [
  ['terraform-state-bucket', 'AWS::S3::Bucket'],
  ['access-logs-bucket', 'AWS::S3::Bucket'],
  ['vpc-id', 'AWS::EC2::VPC'],
  ['app-subnet-a-id', 'AWS::EC2::Subnet'],
  ['app-subnet-b-id', 'AWS::EC2::Subnet'],
  ['database-subnet-a-id', 'AWS::EC2::Subnet'],
  ['database-subnet-b-id', 'AWS::EC2::Subnet'],
  ['app-route-table-id', 'AWS::EC2::RouteTable'],
  ['database-route-table-id', 'AWS::EC2::RouteTable'],
  ['dynamodb-endpoint-id', 'AWS::EC2::VPCEndpoint'],
  ['s3-endpoint-id', 'AWS::EC2::VPCEndpoint'],
  ['secretsmanager-endpoint-id', 'AWS::EC2::VPCEndpoint'],
  ['function-security-group-id', 'AWS::EC2::SecurityGroup'],
  ['database-security-group-id', 'AWS::EC2::SecurityGroup'],
  ['endpoint-security-group-id', 'AWS::EC2::SecurityGroup'],
  ['flow-log-id', 'AWS::EC2::FlowLog'],
  ['aurora-subnet-group-name', 'AWS::RDS::DBSubnetGroup'],
  ['aurora-monitoring-role-arn', 'AWS::IAM::Role'],
  ['orders-function-arn', 'AWS::Lambda::Function'],
  ['orders-function-role-arn', 'AWS::IAM::Role'],
  ['region-restriction-policy-arn', 'AWS::IAM::ManagedPolicy'],
  ['api-id', 'AWS::ApiGateway::RestApi'],
  ['api-stage-arn', 'AWS::ApiGateway::Stage'],
  ['function-log-group', 'AWS::Logs::LogGroup'],
  ['api-log-group', 'AWS::Logs::LogGroup'],
  ['flow-log-group', 'AWS::Logs::LogGroup'],
  ['flow-log-role-arn', 'AWS::IAM::Role'],
  ['alarm-topic-arn', 'AWS::SNS::Topic'],
  ['api-errors-alarm-name', 'AWS::CloudWatch::Alarm'],
  ['database-capacity-alarm-name', 'AWS::CloudWatch::Alarm'],
] as const;

const cardholderData = [
  ['data-key-arn', 'AWS::KMS::Key'],
  ['orders-table-name', 'AWS::DynamoDB::Table'],
  ['idempotency-table-name', 'AWS::DynamoDB::Table'],
  ['trade-archive-bucket', 'AWS::S3::Bucket'],
  ['aurora-cluster-endpoint', 'AWS::RDS::DBCluster'],
  ['aurora-writer-id', 'AWS::RDS::DBInstance'],
  ['aurora-reader-id', 'AWS::RDS::DBInstance'],
  ['aurora-secret-arn', 'AWS::SecretsManager::Secret'],
] as const;

const scope = {
  Project: 'trading-api',
  Environment: 'dev',
  ManagedBy: 'cdktf',
  Compliance: 'PCI-DSS',
  CostCenter: 'trading-4410',
};

describe('PCI DSS 12.5.2: what is in scope says so in its tags', () => {
  test.each(internal)('%s holds no card data', async (key, type) => {
    await expect(resource(key, type)).toHaveTags({ ...scope, DataClassification: 'internal' });
  });

  test.each(cardholderData)('%s may hold card data', async (key, type) => {
    await expect(resource(key, type)).toHaveTags({ ...scope, DataClassification: 'cardholder-data' });
  });
});
