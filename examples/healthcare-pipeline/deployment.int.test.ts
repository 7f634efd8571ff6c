import { outputs, resource, resources } from 'stackproof';

test('every stack says what it made, under names of this environment', async () => {
  await expect(outputs).toHaveOutputs({
    EnvironmentSuffix: 'dev',
    DeploymentRegion: 'eu-west-2',
    VpcId: /^vpc-/,
    VpcCidr: '10.40.0.0/16',
    PrivateSubnet1Id: /^subnet-/,
    PrivateSubnet2Id: /^subnet-/,
    PrivateRouteTableId: /^rtb-/,
    ProcessorSecurityGroupId: /^sg-/,
    DatabaseSecurityGroupId: /^sg-/,
    EndpointSecurityGroupId: /^sg-/,
    LogsEndpointId: /^vpce-/,
    SecretsManagerEndpointId: /^vpce-/,
    FlowLogId: /^fl-/,
    FlowLogGroupName: '/aws/healthcare/flow-logs-dev',
    FlowLogRoleArn: /^arn:aws:iam::\d{12}:role\/healthcare-flow-logs-dev$/,
    EncryptionKeyArn: /^arn:aws:kms:eu-west-2:\d{12}:key\//,
    EncryptionKeyAlias: 'alias/healthcare-dev',
    AuditLogGroupName: '/aws/healthcare/audit-dev',
    PatientDataStreamName: 'patient-data-stream-dev',
    PatientDataStreamArn: /^arn:aws:kinesis:eu-west-2:\d{12}:stream\/patient-data-stream-dev$/,
    DatabaseSecretArn: /^arn:aws:secretsmanager:eu-west-2:\d{12}:secret:healthcare\/database-dev-\w+$/,
    DatabaseSubnetGroupName: 'healthcare-db-dev',
    DatabaseParameterGroupName: 'healthcare-postgres15-dev',
    DatabaseMonitoringRoleArn: /^arn:aws:iam::\d{12}:role\/healthcare-db-monitoring-dev$/,
    DatabaseLogGroupName: '/aws/rds/instance/healthcare-db-dev/postgresql',
    DatabaseInstanceIdentifier: 'healthcare-db-dev',
    DatabaseEndpoint: /^healthcare-db-dev\.\w+\.eu-west-2\.rds\.amazonaws\.com$/,
    DatabasePort: 5432,
    DatabaseName: 'healthcare',
    ProcessorFunctionName: 'patient-data-processor-dev',
    ProcessorFunctionArn: /^arn:aws:lambda:eu-west-2:\d{12}:function:patient-data-processor-dev$/,
    ProcessorCodeSha256: /^[\w+/]{43}=$/,
    ProcessorRoleArn: /^arn:aws:iam::\d{12}:role\/patient-data-processor-dev$/,
    ProcessorLogGroupName: '/aws/lambda/patient-data-processor-dev',
    FailedRecordsQueueUrl: /\/\d{12}\/patient-data-failed-dev$/,
    StreamMappingId: /^[0-9a-f-]{36}$/,
    AlarmTopicArn: /^arn:aws:sns:eu-west-2:\d{12}:healthcare-alarms-dev$/,
    AlarmSubscriptionArn: /^arn:aws:sns:eu-west-2:\d{12}:healthcare-alarms-dev:/,
    ProcessorErrorsAlarmName: 'patient-data-processor-errors-dev',
    IteratorAgeAlarmName: 'patient-data-iterator-age-dev',
    DatabaseStorageAlarmName: 'healthcare-db-free-storage-dev',
  });
});

test('the outputs that speak of one thing agree', async () => {
  await expect(resource('PatientDataStreamArn', 'AWS::Kinesis::Stream')).toHaveConfig({
    StreamName: resource('PatientDataStreamName', 'AWS::Kinesis::Stream'),
  });
  await expect(resource('ProcessorFunctionArn', 'AWS::Lambda::Function')).toHaveConfig({
    FunctionName: resource('ProcessorFunctionName', 'AWS::Lambda::Function'),
  });
  await expect(resource('DatabaseEndpoint', 'AWS::RDS::DBInstance')).toHaveConfig({
    DBInstanceIdentifier: resource('DatabaseInstanceIdentifier', 'AWS::RDS::DBInstance'),
  });
});

describe('the tags say whose data it is, on', () => {
  const phi = {
    Project: 'healthcare-pipeline',
    Environment: 'dev',
    DataClassification: 'PHI',
    Compliance: 'HIPAA',
    ManagedBy: 'cdk',
    Name: /-dev$/,
  };

  test('the network', async () => {
    await expect(resource('VpcId', 'AWS::EC2::VPC')).toHaveTags(phi);
    await expect(resources(['PrivateSubnet1Id', 'PrivateSubnet2Id'], 'AWS::EC2::Subnet')).toHaveTags(phi);
    await expect(resource('PrivateRouteTableId', 'AWS::EC2::RouteTable')).toHaveTags(phi);
    await expect(
      resources(
        ['ProcessorSecurityGroupId', 'DatabaseSecurityGroupId', 'EndpointSecurityGroupId'],
        'AWS::EC2::SecurityGroup',
      ),
    ).toHaveTags(phi);
    await expect(resources(['LogsEndpointId', 'SecretsManagerEndpointId'], 'AWS::EC2::VPCEndpoint')).toHaveTags(phi);
    await expect(resource('FlowLogId', 'AWS::EC2::FlowLog')).toHaveTags(phi);
  });

  test('the data', async () => {
    await expect(resource('EncryptionKeyArn', 'AWS::KMS::Key')).toHaveTags(phi);
    await expect(resource('PatientDataStreamName', 'AWS::Kinesis::Stream')).toHaveTags(phi);
    await expect(resource('DatabaseSecretArn', 'AWS::SecretsManager::Secret')).toHaveTags(phi);
    await expect(resource('DatabaseInstanceIdentifier', 'AWS::RDS::DBInstance')).toHaveTags(phi);
    await expect(resource('DatabaseSubnetGroupName', 'AWS::RDS::DBSubnetGroup')).toHaveTags(phi);
    await expect(resource('DatabaseParameterGroupName', 'AWS::RDS::DBParameterGroup')).toHaveTags(phi);
  });

  test('the pipeline', async () => {
    await expect(resource('ProcessorFunctionName', 'AWS::Lambda::Function')).toHaveTags(phi);
    await expect(resource('FailedRecordsQueueUrl', 'AWS::SQS::Queue')).toHaveTags(phi);
    await expect(resource('AlarmTopicArn', 'AWS::SNS::Topic')).toHaveTags(phi);
    await expect(
      resources(
        ['ProcessorErrorsAlarmName', 'IteratorAgeAlarmName', 'DatabaseStorageAlarmName'],
        'AWS::CloudWatch::Alarm',
      ),
    ).toHaveTags(phi);
  });

  test('the logs and the roles', async () => {
    await expect(
      resources(
        ['AuditLogGroupName', 'FlowLogGroupName', 'ProcessorLogGroupName', 'DatabaseLogGroupName'],
        'AWS::Logs::LogGroup',
      ),
    ).toHaveTags(phi);
    await expect(
      resources(['FlowLogRoleArn', 'DatabaseMonitoringRoleArn', 'ProcessorRoleArn'], 'AWS::IAM::Role'),
    ).toHaveTags(phi);
  });
});
