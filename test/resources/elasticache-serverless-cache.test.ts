import { DescribeSubnetsCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  DescribeServerlessCachesCommand,
  ElastiCacheClient,
  ListTagsForResourceCommand,
} from '@aws-sdk/client-elasticache';
import { mockClient } from 'aws-sdk-client-mock';
import { ec2Subnet } from '../../src/resources/ec2-subnet';
import { elasticacheServerlessCache } from '../../src/resources/elasticache-serverless-cache';
import { asking } from './answers';
import { refusal } from './refusal';

const cache = mockClient(ElastiCacheClient);
const ec2 = mockClient(EC2Client);
const { ask, exists } = asking('AWS::ElastiCache::ServerlessCache', [elasticacheServerlessCache, ec2Subnet]);

const arn = 'arn:aws:elasticache:eu-west-1:123456789012:serverlesscache:sessions';
const minimal = {
  ServerlessCacheName: 'sessions',
  ARN: arn,
  Status: 'available',
  Engine: 'valkey',
  MajorEngineVersion: '8',
  SubnetIds: ['subnet-1', 'subnet-2'],
  SnapshotRetentionLimit: 0,
  Endpoint: { Address: 'sessions.serverless.cache', Port: 6379 },
};
const typical = {
  ...minimal,
  FullEngineVersion: '8.0',
  KmsKeyId: 'k-1',
  UserGroupId: 'app',
  SecurityGroupIds: ['sg-1'],
  SnapshotRetentionLimit: 7,
  DailySnapshotTime: '03:00',
  ReaderEndpoint: { Address: 'sessions.serverless.cache', Port: 6380 },
  CacheUsageLimits: { ECPUPerSecond: { Minimum: 1000, Maximum: 5000 } },
};
const answer = (fields: object) => cache.on(DescribeServerlessCachesCommand).resolves({ ServerlessCaches: [fields] });

beforeEach(() => {
  cache.reset();
  ec2.reset();
  answer(typical);
  const zones = ['eu-west-1a', 'eu-west-1b'];
  ec2.on(DescribeSubnetsCommand).resolves({
    Subnets: zones.map((AvailabilityZone, at) => ({ SubnetId: `subnet-${at + 1}`, VpcId: 'vpc-1', AvailabilityZone })),
  });
});

test('a cache answers', async () => {
  expect(await ask(arn, 'identity')).toEqual({ arn, id: 'sessions' });
  expect(await ask(arn, 'lifecycle')).toEqual({ state: 'available', available: true });
  expect(await ask(arn, 'encryption')).toMatchObject({ kind: 'kms', key: { id: 'k-1' } });
  expect(await ask(arn, 'transitEncryption')).toMatchObject({ enforced: true });
  expect(await ask(arn, 'clientAuthentication')).toEqual({ required: true, methods: ['user group app'] });
  expect(await ask(arn, 'engine')).toMatchObject({ name: 'valkey', version: '8.0' });
  expect(await ask(arn, 'networkPlacement')).toMatchObject({ vpcId: 'vpc-1', securityGroupIds: ['sg-1'] });
  expect(await ask(arn, 'availability')).toMatchObject({ multiAz: true });
  expect(await ask(arn, 'backups')).toEqual({ retentionInDays: 7, window: '03:00' });
  expect(await ask(arn, 'serviceEndpoint')).toMatchObject({ port: 6379, reader: 'sessions.serverless.cache' });
  expect(await ask(arn, 'scalingBounds')).toEqual({ minimum: 1000, maximum: 5000, unit: 'ECPU per second' });
});

test('tags, and the zones of its subnets', async () => {
  cache.on(ListTagsForResourceCommand, { ResourceName: arn }).resolves({ TagList: [{ Key: 'team', Value: 'shop' }] });
  expect(await ask(arn, 'tags')).toEqual({ team: 'shop' });
  expect(await ask(arn, 'zones')).toEqual({ zones: ['eu-west-1a', 'eu-west-1b'] });
});

test('a bare cache', async () => {
  answer(minimal);
  expect(await ask(arn, 'encryption')).toMatchObject({ kind: 'service-owned' });
  expect(await ask(arn, 'clientAuthentication')).toEqual({ required: false, methods: [] });
  expect(await ask(arn, 'engine')).toMatchObject({ version: '8' });
  await expect(ask(arn, 'scalingBounds')).rejects.toThrow('has no limits of its own');
});

test('a cache that is not there', async () => {
  cache.on(DescribeServerlessCachesCommand).rejects(refusal('ServerlessCacheNotFoundFault', 404));
  expect(await exists('gone')).toBe(false);
});
