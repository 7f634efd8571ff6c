import { outputs } from 'stackproof';

const key = /^arn:aws:kms:us-east-1:\d{12}:key\//;

test('the deployment tells where everything is', async () => {
  await expect(outputs).toHaveOutputs({
    environment: 'dev',
    aws_region: 'us-east-1',
    kms_key_arn: key,
    kms_key_alias: 'alias/transaction-processing-dev',
  });
});

test('the deployment tells where the network is', async () => {
  await expect(outputs).toHaveOutputs({
    vpc_id: /^vpc-/,
    vpc_cidr_block: '10.40.0.0/16',
    default_security_group_id: /^sg-/,
    default_network_acl_id: /^acl-/,
    availability_zones: expect.arrayContaining(['us-east-1a', 'us-east-1b']),
    internet_gateway_id: /^igw-/,
    public_subnet_ids: expect.arrayContaining([expect.stringMatching(/^subnet-/)]),
    private_subnet_a_id: /^subnet-/,
    private_subnet_b_id: /^subnet-/,
    database_subnet_ids: expect.arrayContaining([expect.stringMatching(/^subnet-/)]),
    nat_gateway_a_id: /^nat-/,
    nat_gateway_b_id: /^nat-/,
    nat_eip_a_allocation_id: /^eipalloc-/,
    nat_eip_b_allocation_id: /^eipalloc-/,
    public_route_table_id: /^rtb-/,
    private_route_table_a_id: /^rtb-/,
    private_route_table_b_id: /^rtb-/,
    database_route_table_id: /^rtb-/,
    function_security_group_id: /^sg-/,
    database_security_group_id: /^sg-/,
    endpoint_security_group_id: /^sg-/,
    secretsmanager_endpoint_id: /^vpce-/,
    flow_log_id: /^fl-/,
    flow_log_group_name: '/aws/vpc/transaction-processing-dev/flow-logs',
    flow_log_role_arn: /:role\/transaction-processing-dev-flow-logs$/,
  });
});

test('the deployment tells where the database is', async () => {
  await expect(outputs).toHaveOutputs({
    database_instance_id: 'transaction-processing-dev',
    database_endpoint: /^transaction-processing-dev\.[^:]+:5432$/,
    database_port: 5432,
    database_name: 'transactions',
    database_username: 'txn_admin',
    database_secret_arn: /:secret:transaction-processing\/dev\/database-/,
    database_subnet_group_name: 'transaction-processing-dev-database',
    database_parameter_group_name: 'transaction-processing-dev-postgres15',
    database_monitoring_role_arn: /:role\/transaction-processing-dev-rds-monitoring$/,
    database_log_group_name: '/aws/rds/instance/transaction-processing-dev/postgresql',
  });
});

test('the deployment tells where transactions are processed', async () => {
  await expect(outputs).toHaveOutputs({
    stream_name: 'transaction-processing-dev-events',
    stream_arn: /:stream\/transaction-processing-dev-events$/,
    ledger_table_name: 'transaction-processing-dev-ledger',
    failed_records_queue_url: /\/transaction-processing-dev-failed-records$/,
    processor_function_name: 'transaction-processing-dev-processor',
    processor_function_arn: /:function:transaction-processing-dev-processor$/,
    processor_source_code_hash: /^[A-Za-z0-9+/]{43}=$/,
    processor_role_arn: /:role\/transaction-processing-dev-processor$/,
    processor_log_group_name: '/aws/lambda/transaction-processing-dev-processor',
    event_source_mapping_uuid: /^[0-9a-f-]{36}$/,
  });
});

test('the deployment tells who is told', async () => {
  await expect(outputs).toHaveOutputs({
    alarm_topic_arn: /:transaction-processing-dev-alarms$/,
    alarm_subscription_arn: /:transaction-processing-dev-alarms:[0-9a-f-]{36}$/,
    processor_errors_alarm_name: 'transaction-processing-dev-processor-errors',
    processor_throttles_alarm_name: 'transaction-processing-dev-processor-throttles',
    iterator_age_alarm_name: 'transaction-processing-dev-iterator-age',
    failed_records_alarm_name: 'transaction-processing-dev-failed-records',
    database_cpu_alarm_name: 'transaction-processing-dev-database-cpu',
    database_storage_alarm_name: 'transaction-processing-dev-database-free-storage',
  });
});
