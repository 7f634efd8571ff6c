import type { FacetName } from '../../../src/facets';
import type { Server } from '../live-account';

/** What a server leaves out of an answer in which AWS has it, by type and facet: words of the reason that is given. */
export const lacking: Record<Server['name'], Record<string, Partial<Record<FacetName, string>>>> = {
  ministack: {
    'AWS::EC2::Instance': {
      metadataService: 'without the field MetadataOptions',
    },
    'AWS::Route53::HealthCheck': {
      reportedHealth: 'refused route53:GetHealthCheckStatus',
    },
    'AWS::CloudFront::Distribution': {
      minimumTls: 'without the field MinimumProtocolVersion',
    },
    'AWS::S3::Bucket': {
      publicAccess: 'without the field PolicyStatus.IsPublic',
    },
    'AWS::RDS::DBInstance': {
      engineParameters: 'DB parameter group "default.postgres15" does not exist',
      transitEncryption: 'DB parameter group "default.postgres15" does not exist',
    },
    'AWS::RDS::DBCluster': {
      networkPlacement: 'DB subnet group "default" does not exist',
      performanceInsights: 'without the field DBClusterMembers[0]',
      enhancedMonitoring: 'without the field DBClusterMembers[0]',
      engineParameters: 'refused rds:DescribeDBClusterParameters',
      transitEncryption: 'refused rds:DescribeDBClusterParameters',
    },
    'AWS::DocDB::DBCluster': {
      networkPlacement: 'DB subnet group "default" does not exist',
      engineParameters: 'refused rds:DescribeDBClusterParameters',
      transitEncryption: 'refused rds:DescribeDBClusterParameters',
    },
    'AWS::Neptune::DBCluster': {
      networkPlacement: 'DB subnet group "default" does not exist',
      engineParameters: 'refused rds:DescribeDBClusterParameters',
    },
    'AWS::ElastiCache::CacheCluster': {
      maintenance: 'without the field AutoMinorVersionUpgrade',
      networkPlacement: 'refused elasticache:DescribeCacheSubnetGroups',
    },
    'AWS::ElastiCache::ReplicationGroup': {
      maintenance: 'without the field AutoMinorVersionUpgrade',
      networkPlacement: 'refused elasticache:DescribeCacheSubnetGroups',
    },
    'AWS::Backup::BackupVault': {
      encryption: 'without the field BackupVaultList[].EncryptionKeyArn',
    },
    'AWS::Athena::WorkGroup': {
      engine: 'without the field WorkGroup.Configuration.EngineVersion.EffectiveEngineVersion',
    },
    'AWS::SQS::Queue': {
      encryption: 'without the field Attributes.SqsManagedSseEnabled',
    },
    'AWS::EKS::Cluster': {
      deletionProtection: 'without the field cluster.deletionProtection',
    },
    'AWS::Logs::LogGroup': {
      deletionProtection: 'without the field logGroups[].deletionProtectionEnabled',
    },
    'AWS::Config::ConfigurationRecorder': {
      tags: 'without the field arn',
    },
  },
  moto: {
    'AWS::EC2::NetworkAcl': { existence: 'InvalidRouteTableID.NotFound' },
    'AWS::ElasticLoadBalancingV2::LoadBalancer': {
      publicAccess: 'without the field Scheme',
      accessLogging: 'without the field access_logs.s3.enabled',
    },
    'AWS::KMS::Key': {
      regionalReach: 'without the field KeyMetadata.MultiRegion',
    },
    'AWS::RDS::DBInstance': {
      publicAccess: 'without the field PubliclyAccessible',
      networkPlacement: 'without the field DBSubnetGroup',
      performanceInsights: 'without the field PerformanceInsightsEnabled',
    },
    'AWS::RDS::DBCluster': {
      networkPlacement: 'DB subnet group "default" does not exist',
      performanceInsights: 'without the field DBClusterMembers[0]',
      enhancedMonitoring: 'without the field DBClusterMembers[0]',
      scalingBounds: 'without the field MinCapacity',
      engineParameters: 'refused rds:DescribeDBClusterParameters',
      transitEncryption: 'refused rds:DescribeDBClusterParameters',
    },
    'AWS::RDS::DBProxy': {
      transitEncryption: 'without the field RequireTLS',
    },
    'AWS::Neptune::DBCluster': {
      networkPlacement: 'DB subnet group "default" does not exist',
      engineParameters: 'refused rds:DescribeDBClusterParameters',
    },
    'AWS::Redshift::Cluster': {
      networkPlacement: 'without the field ClusterSubnetGroupName',
    },
    'AWS::ElastiCache::CacheCluster': {
      encryption: 'without the field AtRestEncryptionEnabled',
      transitEncryption: 'without the field TransitEncryptionEnabled',
      engine: 'without the field EngineVersion',
      engineOffer: 'without the field EngineVersion',
      zones: 'without the field CacheNodes',
      maintenance: 'without the field PreferredMaintenanceWindow',
      serviceEndpoint: 'without the field CacheNodes[0].Endpoint',
      listening: 'without the field CacheNodes[0].Endpoint',
      networkPlacement: 'without the field CacheSubnetGroupName',
    },
    'AWS::ElastiCache::ReplicationGroup': {
      engine: 'ElastiCache cluster "one-redis-001" does not exist',
      engineOffer: 'ElastiCache cluster "one-redis-001" does not exist',
      maintenance: 'ElastiCache cluster "one-redis-001" does not exist',
      networkPlacement: 'ElastiCache cluster "one-redis-001" does not exist',
    },
    'AWS::EFS::FileSystem': {
      encryption: 'without the field KmsKeyId',
    },
    'AWS::FSx::FileSystem': {
      lifecycle: 'without the field Lifecycle',
      storage: 'without the field StorageType',
      backups: 'without the field AutomaticBackupRetentionDays',
      maintenance: 'without the field WeeklyMaintenanceStartTime',
      availability: 'without the field DeploymentType',
      networkPlacement: 'without the field VpcId',
    },
    'AWS::Backup::BackupVault': {
      encryption: 'without the field BackupVaultList[].EncryptionKeyArn',
    },
    'AWS::Athena::WorkGroup': {
      existence: 'without the field WorkGroup',
      tags: 'refused athena:ListTagsForResource',
    },
    'AWS::ECS::Cluster': {
      tags: 'without the field tags',
      capacityProviders: 'without the field capacityProviders',
    },
    'AWS::ECS::Service': {
      rollingDeployment: 'without the field deploymentConfiguration',
      executeCommand: 'without the field enableExecuteCommand',
    },
    'AWS::EKS::Cluster': {
      publicAccess: 'without the field endpointPublicAccess',
      networkPlacement: 'without the field resourcesVpcConfig.vpcId',
      deletionProtection: 'without the field cluster.deletionProtection',
    },
    'AWS::EKS::Nodegroup': {
      networkPlacement: 'without the field clusterSecurityGroupId',
    },
    'AWS::Logs::LogGroup': {
      deletionProtection: 'without the field logGroups[].deletionProtectionEnabled',
    },
    'AWS::Config::ConfigurationRecorder': {
      tags: 'without the field arn',
    },
    'AWS::CloudFormation::Stack': {
      drift: 'without the field Stacks[].DriftInformation.StackDriftStatus',
    },
  },
};
