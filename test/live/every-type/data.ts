import { called, deployed, type Kind } from './kind';

const master = { MasterUsername: 'orders_admin', MasterUserPassword: 'not-a-secret-1' };
const subnetGroup = ({ id }: { id(name: string): string }) => ({
  DBSubnetGroupDescription: 'two zones',
  SubnetIds: [id('SubnetA'), id('SubnetB')],
});

/** What keeps data. */
export const dataKinds: Kind[] = [
  deployed('AWS::S3::Bucket', ({ accountId }) => ({ BucketName: `one-${accountId}` }), 'gone-bucket-0123'),
  deployed('AWS::KMS::Key', () => ({ Description: 'one' }), '01234567-89ab-cdef-0123-456789abcdef'),
  {
    type: 'AWS::KMS::Alias',
    gone: 'alias/gone',
    make: async ({ deployOne, id }) =>
      (await deployOne('AWS::KMS::Alias', { AliasName: 'alias/one', TargetKeyId: id('Key') })).physicalId,
  },
  deployed('AWS::RDS::DBSubnetGroup', subnetGroup, 'gone-subnets'),
  deployed(
    'AWS::RDS::DBInstance',
    () => ({
      ...master,
      DBInstanceClass: 'db.t3.micro',
      Engine: 'postgres',
      EngineVersion: '15.8',
      AllocatedStorage: '20',
    }),
    'gone-database',
  ),
  deployed(
    'AWS::RDS::DBCluster',
    () => ({ ...master, Engine: 'aurora-postgresql', EngineVersion: '15.12' }),
    'gone-cluster',
  ),
  deployed('AWS::RDS::DBParameterGroup', () => ({ Family: 'postgres15', Description: 'one' }), 'gone-parameters'),
  {
    type: 'AWS::RDS::DBProxy',
    gone: 'gone-proxy',
    make: async ({ call, id, attribute, accountId }) => {
      const SecretArn = `arn:aws:secretsmanager:us-east-1:${accountId}:secret:one-AbCdEf`;
      await call('rds', 'CreateDBProxy', {
        DBProxyName: 'one-proxy',
        EngineFamily: 'POSTGRESQL',
        Auth: [{ AuthScheme: 'SECRETS', SecretArn, IAMAuth: 'REQUIRED' }],
        RoleArn: attribute('Role', 'Arn'),
        VpcSubnetIds: [id('SubnetA'), id('SubnetB')],
      });
      return 'one-proxy';
    },
  },
  {
    type: 'AWS::RDS::DBSnapshot',
    gone: 'gone-snapshot',
    make: async ({ call, deployOne }) => {
      const { physicalId: DBInstanceIdentifier } = await deployOne('AWS::RDS::DBInstance', {
        ...master,
        DBInstanceClass: 'db.t3.micro',
        Engine: 'postgres',
        EngineVersion: '15.8',
        AllocatedStorage: '20',
      });
      await call('rds', 'CreateDBSnapshot', { DBSnapshotIdentifier: 'one-snapshot', DBInstanceIdentifier });
      return 'one-snapshot';
    },
  },
  called(
    'AWS::DocDB::DBCluster',
    ['docdb', 'CreateDBCluster'],
    () => ({ ...master, DBClusterIdentifier: 'one-documents', Engine: 'docdb' }),
    'DBCluster.DBClusterIdentifier',
    'gone-documents',
    { cannot: { moto: 'CreateDBCluster refuses the engine docdb' } },
  ),
  called(
    'AWS::Neptune::DBCluster',
    ['neptune', 'CreateDBCluster'],
    () => ({ DBClusterIdentifier: 'one-graph', Engine: 'neptune' }),
    'DBCluster.DBClusterIdentifier',
    'gone-graph',
  ),
  called(
    'AWS::Redshift::Cluster',
    ['redshift', 'CreateCluster'],
    () => ({
      ...master,
      MasterUserPassword: 'Not-a-secret-1',
      ClusterIdentifier: 'one-warehouse',
      NodeType: 'ra3.xlplus',
      ClusterType: 'multi-node',
      NumberOfNodes: 2,
      DBName: 'dev',
    }),
    'Cluster.ClusterIdentifier',
    'gone-warehouse',
    { cannot: { ministack: 'it has no redshift' } },
  ),
  deployed(
    'AWS::DynamoDB::Table',
    () => ({
      TableName: 'one',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    }),
    'gone-table',
  ),
  called(
    'AWS::ElastiCache::CacheCluster',
    ['elasticache', 'CreateCacheCluster'],
    () => ({ CacheClusterId: 'one-cache', Engine: 'memcached', CacheNodeType: 'cache.t3.micro', NumCacheNodes: 1 }),
    'CacheCluster.CacheClusterId',
    'gone-cache',
  ),
  deployed(
    'AWS::ElastiCache::ReplicationGroup',
    () => ({
      ReplicationGroupId: 'one-redis',
      ReplicationGroupDescription: 'one',
      Engine: 'redis',
      CacheNodeType: 'cache.t3.micro',
      NumCacheClusters: 2,
      AutomaticFailoverEnabled: true,
    }),
    'gone-redis',
  ),
  called(
    'AWS::ElastiCache::ServerlessCache',
    ['elasticache', 'CreateServerlessCache'],
    () => ({ ServerlessCacheName: 'one-serverless', Engine: 'valkey' }),
    'ServerlessCache.ServerlessCacheName',
    'gone-serverless',
    { cannot: { moto: 'it has no CreateServerlessCache' } },
  ),
  deployed(
    'AWS::OpenSearchService::Domain',
    () => ({ DomainName: 'one-search', EngineVersion: 'OpenSearch_2.11' }),
    'gone-search',
  ),
  deployed('AWS::EFS::FileSystem', () => ({ Encrypted: true }), 'fs-0fedcba9876543210'),
  called(
    'AWS::FSx::FileSystem',
    ['fsx', 'CreateFileSystem'],
    ({ id }) => ({ FileSystemType: 'LUSTRE', StorageCapacity: 1200, SubnetIds: [id('SubnetA')] }),
    'FileSystem.FileSystemId',
    'fs-0fedcba9876543210',
    { cannot: { ministack: 'it has no fsx' } },
  ),
  deployed(
    'AWS::SecretsManager::Secret',
    () => ({ Name: 'one', SecretString: '{"username":"orders"}' }),
    'gone/secret',
  ),
  deployed('AWS::SSM::Parameter', () => ({ Name: '/one/parameter', Type: 'String', Value: 'one' }), '/gone/parameter'),
  deployed('AWS::Backup::BackupVault', () => ({ BackupVaultName: 'one-vault' }), 'gone-vault'),
  deployed(
    'AWS::Backup::BackupPlan',
    () => ({
      BackupPlan: {
        BackupPlanName: 'one',
        BackupPlanRule: [
          {
            RuleName: 'daily',
            TargetBackupVault: 'Default',
            ScheduleExpression: 'cron(0 5 * * ? *)',
            Lifecycle: { DeleteAfterDays: 35 },
          },
        ],
      },
    }),
    '01234567-89ab-cdef-0123-456789abcdef',
  ),
  called(
    'AWS::Glue::Database',
    ['glue', 'CreateDatabase'],
    () => ({ DatabaseInput: { Name: 'one_catalog' } }),
    '$named.one_catalog',
    'gone_catalog',
  ),
  called(
    'AWS::Glue::Job',
    ['glue', 'CreateJob'],
    ({ attribute }) => ({
      Name: 'one-job',
      Role: attribute('Role', 'Arn'),
      Command: { Name: 'glueetl', ScriptLocation: 's3://scripts/one.py' },
      GlueVersion: '4.0',
    }),
    'Name',
    'gone-job',
  ),
  called(
    'AWS::Glue::Crawler',
    ['glue', 'CreateCrawler'],
    ({ attribute }) => ({
      Name: 'one-crawler',
      Role: attribute('Role', 'Arn'),
      DatabaseName: 'one_catalog',
      Targets: { S3Targets: [{ Path: 's3://data/one' }] },
    }),
    '$named.one-crawler',
    'gone-crawler',
  ),
  called(
    'AWS::Athena::WorkGroup',
    ['athena', 'CreateWorkGroup'],
    () => ({ Name: 'one-queries', Configuration: { EnforceWorkGroupConfiguration: true } }),
    '$named.one-queries',
    'gone-queries',
  ),
];
