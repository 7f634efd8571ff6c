import type { NounRule } from './noun-rule';
import { BUCKET } from './nouns';

/** Services which name a resource when no noun does: `FinancialDynamoDBName`, `ProcessorLambdaArn`, `redis_endpoint`. */
export const SERVICES: readonly NounRule[] = [
  { noun: 'lambda', type: 'AWS::Lambda::Function' },
  { noun: 'dynamodb|dynamo|ddb', type: 'AWS::DynamoDB::Table' },
  { noun: 's3', type: 'AWS::S3::Bucket', value: BUCKET, attribute: 'name names id' },
  { noun: 'sns', type: 'AWS::SNS::Topic' },
  { noun: 'sqs', type: 'AWS::SQS::Queue' },
  {
    noun: 'redis|elasticache|valkey|cache',
    type: 'AWS::ElastiCache::ReplicationGroup',
    endpoint: true,
    attribute: 'endpoint host hostname address id identifier reader',
  },
  {
    noun: 'memcached',
    type: 'AWS::ElastiCache::CacheCluster',
    endpoint: true,
    attribute: 'endpoint host hostname address id',
  },
  {
    noun: 'docdb|documentdb',
    type: 'AWS::DocDB::DBCluster',
    endpoint: true,
    attribute: 'endpoint host hostname address id identifier reader',
  },
  {
    noun: 'neptune',
    type: 'AWS::Neptune::DBCluster',
    endpoint: true,
    attribute: 'endpoint host hostname address id identifier reader',
  },
  {
    noun: 'redshift',
    type: 'AWS::Redshift::Cluster',
    endpoint: true,
    attribute: 'endpoint host hostname address id identifier',
  },
  {
    noun: 'opensearch|elasticsearch',
    type: 'AWS::OpenSearchService::Domain',
    endpoint: true,
    attribute: 'endpoint host hostname address domain',
  },
  { noun: 'msk|kafka', type: 'AWS::MSK::Cluster', endpoint: true, attribute: 'endpoint host hostname' },
  { noun: 'ecs', type: 'AWS::ECS::Cluster', attribute: 'name' },
  { noun: 'eks', type: 'AWS::EKS::Cluster', endpoint: true, attribute: 'name endpoint' },
];
