import { type Calls, type Probe, statusOf, valueAt } from '../probe';

const master = { MasterUsername: 'probe_admin', MasterUserPassword: 'not-a-secret-1' };

async function instance(aws: Calls, DBInstanceIdentifier: string, more: object = {}): Promise<unknown> {
  await aws.call('rds', 'CreateDBInstance', {
    DBInstanceIdentifier,
    DBInstanceClass: 'db.m6g.large',
    Engine: 'postgres',
    AllocatedStorage: 20,
    ...master,
    ...more,
  });
  return valueAt(await aws.call('rds', 'DescribeDBInstances', { DBInstanceIdentifier }), 'DBInstances.0');
}

async function subnets(aws: Calls, CidrBlock: string): Promise<{ VpcId: unknown; SubnetIds: unknown[] }> {
  const VpcId = valueAt(await aws.call('ec2', 'CreateVpc', { CidrBlock }), 'Vpc.VpcId');
  const SubnetIds = await Promise.all(
    ['a', 'b'].map(async (zone, index) => {
      const range = CidrBlock.replace('0.0/16', `${index}.0/24`);
      const subnet = { VpcId, CidrBlock: range, AvailabilityZone: `us-east-1${zone}` };
      return valueAt(await aws.call('ec2', 'CreateSubnet', subnet), 'Subnet.SubnetId');
    }),
  );
  return { VpcId, SubnetIds };
}

async function member(aws: Calls, name: string, range: string): Promise<{ VpcId: unknown; described: unknown }> {
  const { VpcId, SubnetIds } = await subnets(aws, range);
  const DBSubnetGroupName = `${name}-subnets`;
  const group = { DBSubnetGroupName, DBSubnetGroupDescription: 'probe', SubnetIds };
  await aws.call('rds', 'CreateDBSubnetGroup', group);
  const cluster = { DBClusterIdentifier: name, Engine: 'aurora-postgresql', DBSubnetGroupName, ...master };
  await aws.call('rds', 'CreateDBCluster', cluster);
  const DBInstanceIdentifier = `${name}-1`;
  await aws.call('rds', 'CreateDBInstance', {
    DBInstanceIdentifier,
    DBClusterIdentifier: name,
    DBInstanceClass: 'db.r6g.large',
    Engine: 'aurora-postgresql',
  });
  const answer = await aws.call('rds', 'DescribeDBInstances', { DBInstanceIdentifier });
  return { VpcId, described: valueAt(answer, 'DBInstances.0') };
}

async function offered(aws: Calls, Engine: string, EngineVersion: string): Promise<boolean> {
  const answer = await aws.call('rds', 'DescribeDBEngineVersions', { Engine, EngineVersion });
  return valueAt(answer, 'DBEngineVersions.0.EngineVersion') === EngineVersion;
}

/** Amazon RDS and ElastiCache. */
export const databaseProbes = {
  databaseEndpointLocal: async (aws) => {
    const endpoint = valueAt(await instance(aws, 'probe-endpoint'), 'Endpoint.Address');
    return !String(endpoint).endsWith('.rds.amazonaws.com');
  },
  databaseWithoutSecondaryZone: async (aws) => {
    const db = await instance(aws, 'probe-standby', { MultiAZ: true });
    return valueAt(db, 'MultiAZ') === true && valueAt(db, 'SecondaryAvailabilityZone') === undefined;
  },
  databaseKeyNotNamed: async (aws) => {
    const db = await instance(aws, 'probe-default-key', { StorageEncrypted: true });
    return !/^arn:aws:kms:/.test(String(valueAt(db, 'KmsKeyId') ?? ''));
  },
  databaseLogExportsLost: async (aws) => {
    const db = await instance(aws, 'probe-log-exports', { EnableCloudwatchLogsExports: ['postgresql'] });
    return valueAt(db, 'EnabledCloudwatchLogsExports.0') !== 'postgresql';
  },
  databaseInsightsLost: async (aws) => {
    const db = await instance(aws, 'probe-insights', { EnablePerformanceInsights: true });
    return valueAt(db, 'PerformanceInsightsEnabled') !== true;
  },
  engineVersionsNotImplemented: async (aws) =>
    (await statusOf(aws.call('rds', 'DescribeDBEngineVersions', { Engine: 'postgres' }))) === 500,
  engineVersionsIncomplete: async (aws) => {
    await instance(aws, 'probe-version', { EngineVersion: '15.8' });
    return !(await offered(aws, 'postgres', '15.8'));
  },
  subnetGroupNameKeepsCase: async (aws) => {
    const { SubnetIds } = await subnets(aws, '10.80.0.0/16');
    const group = { DBSubnetGroupName: 'ProbeSubnets', DBSubnetGroupDescription: 'probe', SubnetIds };
    const answer = await aws.call('rds', 'CreateDBSubnetGroup', group);
    return valueAt(answer, 'DBSubnetGroup.DBSubnetGroupName') !== 'probesubnets';
  },
  clusterMemberInOtherVpc: async (aws) => {
    const { VpcId, described } = await member(aws, 'probe-vpc', '10.81.0.0/16');
    return valueAt(described, 'DBSubnetGroup.VpcId') !== VpcId;
  },
  clusterMemberWithoutPublicAccess: async (aws) => {
    const { described } = await member(aws, 'probe-public', '10.82.0.0/16');
    return valueAt(described, 'PubliclyAccessible') === undefined;
  },
  cacheEndpointLocal: async (aws) => {
    const ReplicationGroupId = 'probe-cache';
    await aws.call('elasticache', 'CreateReplicationGroup', {
      ReplicationGroupId,
      ReplicationGroupDescription: 'probe',
      Engine: 'redis',
      CacheNodeType: 'cache.t4g.small',
      NumCacheClusters: 2,
    });
    const answer = await aws.call('elasticache', 'DescribeReplicationGroups', { ReplicationGroupId });
    const address = valueAt(answer, 'ReplicationGroups.0.NodeGroups.0.PrimaryEndpoint.Address');
    return !String(address).endsWith('.cache.amazonaws.com');
  },
} satisfies Record<string, Probe>;
