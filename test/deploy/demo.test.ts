import { DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { DescribeContinuousBackupsCommand, DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { DescribeRouteTablesCommand, DescribeSecurityGroupsCommand } from '@aws-sdk/client-ec2';
import { ListAttachedRolePoliciesCommand } from '@aws-sdk/client-iam';
import { DescribeStreamSummaryCommand } from '@aws-sdk/client-kinesis';
import { GetKeyRotationStatusCommand } from '@aws-sdk/client-kms';
import { GetFunctionCommand, InvokeCommand } from '@aws-sdk/client-lambda';
import { DescribeDBInstancesCommand } from '@aws-sdk/client-rds';
import { GetBucketEncryptionCommand, GetBucketPolicyCommand } from '@aws-sdk/client-s3';
import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { GetTopicAttributesCommand } from '@aws-sdk/client-sns';
import { deploy } from '../../deploy';
import demo from '../../examples/demo/stack.js';
import { startServer } from '../../servers/start.js';

jest.setTimeout(60_000);

type Deployed = Awaited<ReturnType<typeof deploy>>;

describe.each(['ministack', 'moto'] as const)('the demo stack on %s', (name) => {
  let server: Awaited<ReturnType<typeof startServer>>;
  let deployed: Deployed;
  let keyArn: unknown;
  const read = (service: string, command: object) => deployed.client(service).send(command);
  const output = (key: string) => String(deployed.outputs[key]);

  beforeAll(async () => {
    server = await startServer(name);
    deployed = await deploy(demo, server);
    keyArn = deployed.outputs.DataKeyArn;
  });
  afterAll(() => server.stop());

  test('what the servers answer is what the spec says', async () => {
    const KeyId = output('DataKeyArn');
    expect(await read('kms', new GetKeyRotationStatusCommand({ KeyId }))).toMatchObject({ KeyRotationEnabled: true });

    const Bucket = output('DataBucketName');
    expect(await read('s3', new GetBucketEncryptionCommand({ Bucket }))).toMatchObject({
      ServerSideEncryptionConfiguration: {
        Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: keyArn } }],
      },
    });
    const { Policy } = await read('s3', new GetBucketPolicyCommand({ Bucket }));
    expect(JSON.parse(String(Policy))).toMatchObject({ Statement: [{ Effect: 'Deny' }] });

    const DBInstanceIdentifier = output('DatabaseInstanceIdentifier');
    expect(await read('rds', new DescribeDBInstancesCommand({ DBInstanceIdentifier }))).toMatchObject({
      DBInstances: [
        { MultiAZ: true, EngineVersion: '15.8', StorageEncrypted: true, KmsKeyId: keyArn, AllocatedStorage: 100 },
      ],
    });

    const TableName = output('OrdersTableName');
    expect(await read('dynamodb', new DescribeTableCommand({ TableName }))).toMatchObject({
      Table: { SSEDescription: { KMSMasterKeyArn: keyArn }, StreamSpecification: { StreamEnabled: true } },
    });
    expect(await read('dynamodb', new DescribeContinuousBackupsCommand({ TableName }))).toMatchObject({
      ContinuousBackupsDescription: { PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'ENABLED' } },
    });

    const StreamName = output('OrdersStreamName');
    expect(await read('kinesis', new DescribeStreamSummaryCommand({ StreamName }))).toMatchObject({
      StreamDescriptionSummary: { EncryptionType: 'KMS', RetentionPeriodHours: 48 },
    });

    const TopicArn = output('AlarmTopicArn');
    expect(await read('sns', new GetTopicAttributesCommand({ TopicArn }))).toMatchObject({
      Attributes: { KmsMasterKeyId: keyArn },
    });
    const AlarmNames = [output('ProcessorErrorsAlarmName')];
    expect(await read('cloudwatch', new DescribeAlarmsCommand({ AlarmNames }))).toMatchObject({
      MetricAlarms: [{ Threshold: 1, AlarmActions: [TopicArn] }],
    });
    const logGroupNamePrefix = output('ProcessorLogGroupName');
    expect(await read('cloudwatch-logs', new DescribeLogGroupsCommand({ logGroupNamePrefix }))).toMatchObject({
      logGroups: [{ retentionInDays: 30 }],
    });

    const SecretId = output('DatabaseSecretArn');
    const { SecretString } = await read('secrets-manager', new GetSecretValueCommand({ SecretId }));
    expect(JSON.parse(String(SecretString))).toEqual({
      username: 'orders_admin',
      password: expect.stringMatching(/^.{32}$/),
    });

    expect(await read('iam', new ListAttachedRolePoliciesCommand({ RoleName: 'orders-processor' }))).toMatchObject({
      AttachedPolicies: [{ PolicyName: 'AWSLambdaVPCAccessExecutionRole' }],
    });
  });

  test('the network is as declared', async () => {
    const [processor, database] = [output('ProcessorSecurityGroupId'), output('DatabaseSecurityGroupId')];
    const GroupIds = [processor, database];
    const { SecurityGroups } = await read('ec2', new DescribeSecurityGroupsCommand({ GroupIds }));
    expect(SecurityGroups).toContainEqual(
      expect.objectContaining({
        GroupId: database,
        IpPermissions: [
          expect.objectContaining({
            FromPort: 5432,
            UserIdGroupPairs: [expect.objectContaining({ GroupId: processor })],
          }),
        ],
      }),
    );
    // The egress rule that every group starts with is gone: the processor reaches 443 and the database.
    expect(SecurityGroups).toContainEqual(
      expect.objectContaining({
        GroupId: processor,
        IpPermissionsEgress: expect.not.arrayContaining([expect.objectContaining({ IpProtocol: '-1' })]),
      }),
    );

    const Filters = [{ Name: 'association.subnet-id', Values: [output('PublicSubnetId')] }];
    const { RouteTables } = await read('ec2', new DescribeRouteTablesCommand({ Filters }));
    expect(RouteTables).toEqual([
      expect.objectContaining({
        Routes: expect.arrayContaining([
          expect.objectContaining({
            DestinationCidrBlock: '0.0.0.0/0',
            GatewayId: expect.stringMatching(/^igw-/),
          }),
        ]),
      }),
    ]);
  });

  test('the function is configured, and its code runs where the server runs code', async () => {
    const FunctionName = output('ProcessorFunctionArn');
    expect(await read('lambda', new GetFunctionCommand({ FunctionName }))).toMatchObject({
      Configuration: {
        Runtime: 'nodejs20.x',
        Timeout: 60,
        MemorySize: 512,
        State: 'Active',
        TracingConfig: { Mode: 'Active' },
        Environment: { Variables: { TABLE_NAME: 'orders' } },
      },
    });
    if (name === 'moto') return;
    const data = Buffer.from('{"orderId":"o-1"}').toString('base64');
    const Payload = Buffer.from(JSON.stringify({ Records: [{ kinesis: { data } }] }));
    const answer = await read('lambda', new InvokeCommand({ FunctionName, Payload }));
    expect(JSON.parse(Buffer.from(answer.Payload as Uint8Array).toString())).toEqual({ processed: 1 });
  });

  test('outputs look as AWS gives them', () => {
    expect(deployed.outputs.DatabaseEndpoint).toMatch(/^orders-database\.\w+\.us-east-1\.rds\.amazonaws\.com$/);
    expect(deployed.outputs.PrivateSubnetIds).toEqual([
      expect.stringMatching(/^subnet-/),
      expect.stringMatching(/^subnet-/),
    ]);
    expect(deployed.outputs.AlarmTopicArn).toBe(`arn:aws:sns:us-east-1:${server.accountId}:orders-alarms`);
  });
});
