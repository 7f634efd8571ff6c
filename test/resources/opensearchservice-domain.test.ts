import { DescribeSubnetsCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  DescribeDomainCommand,
  ListTagsCommand,
  ListVersionsCommand,
  OpenSearchClient,
} from '@aws-sdk/client-opensearch';
import { mockClient } from 'aws-sdk-client-mock';
import { ec2Subnet } from '../../src/resources/ec2-subnet';
import { opensearchserviceDomain } from '../../src/resources/opensearchservice-domain';
import { asking } from './answers';
import { refusal } from './refusal';

const search = mockClient(OpenSearchClient);
const ec2 = mockClient(EC2Client);
const { ask, exists } = asking('AWS::OpenSearchService::Domain', [opensearchserviceDomain, ec2Subnet]);

const arn = 'arn:aws:es:eu-west-1:123456789012:domain/logs';
const host = 'vpc-logs-a1b2c3d4e5f6g7h8i9j0k1l2m3.eu-west-1.es.amazonaws.com';
const minimal = {
  DomainId: '123456789012/logs',
  DomainName: 'logs',
  ARN: arn,
  Created: true,
  Deleted: false,
  Processing: false,
  UpgradeProcessing: false,
  Endpoint: 'search-logs.eu-west-1.es.amazonaws.com',
  EngineVersion: 'OpenSearch_2.11',
  ClusterConfig: { InstanceType: 't3.small.search' as const, InstanceCount: 1, ZoneAwarenessEnabled: false },
  EBSOptions: { EBSEnabled: true, VolumeType: 'gp3' as const, VolumeSize: 10 },
  EncryptionAtRestOptions: { Enabled: false },
  NodeToNodeEncryptionOptions: { Enabled: false },
  DomainEndpointOptions: { EnforceHTTPS: false },
  AdvancedSecurityOptions: { Enabled: false },
  AccessPolicies: '',
};
const typical = {
  ...minimal,
  Endpoint: undefined,
  Endpoints: { vpc: host },
  ClusterConfig: {
    InstanceType: 'r7g.large.search' as const,
    InstanceCount: 2,
    ZoneAwarenessEnabled: true,
    ZoneAwarenessConfig: { AvailabilityZoneCount: 2 },
  },
  EncryptionAtRestOptions: { Enabled: true, KmsKeyId: 'k-1' },
  NodeToNodeEncryptionOptions: { Enabled: true },
  DomainEndpointOptions: { EnforceHTTPS: true, TLSSecurityPolicy: 'Policy-Min-TLS-1-2-2019-07' as const },
  AdvancedSecurityOptions: { Enabled: true, InternalUserDatabaseEnabled: true },
  VPCOptions: { VPCId: 'vpc-1', SubnetIds: ['subnet-1', 'subnet-2'], SecurityGroupIds: ['sg-1'] },
  LogPublishingOptions: { AUDIT_LOGS: { Enabled: true }, INDEX_SLOW_LOGS: { Enabled: false } },
  AccessPolicies: JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: '*', Action: 'es:*', Resource: '*' }] }),
};
const answer = (fields: object = typical) =>
  search.on(DescribeDomainCommand, { DomainName: 'logs' }).resolves({ DomainStatus: fields as typeof minimal });

beforeEach(() => {
  search.reset();
  ec2.reset();
  answer();
});

test.each(['logs', arn, host, `https://${host}`])('%s is found', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'logs' });
});

test('a domain in a VPC answers', async () => {
  const zones = ['eu-west-1a', 'eu-west-1b'];
  ec2
    .on(DescribeSubnetsCommand)
    .resolves({ Subnets: zones.map((AvailabilityZone, at) => ({ SubnetId: `subnet-${at + 1}`, AvailabilityZone })) });
  search.on(ListTagsCommand, { ARN: arn }).resolves({ TagList: [{ Key: 'team', Value: 'ops' }] });
  expect(await ask(arn, 'lifecycle')).toEqual({ state: 'Active', available: true });
  expect(await ask(arn, 'tags')).toEqual({ team: 'ops' });
  expect(await ask(arn, 'encryption')).toMatchObject({ kind: 'kms', key: { id: 'k-1' } });
  expect(await ask(arn, 'transitEncryption')).toMatchObject({ enforced: true });
  expect(await ask(arn, 'clientAuthentication')).toEqual({
    required: true,
    methods: ['fine-grained access control', 'internal users'],
  });
  expect(await ask(arn, 'engine')).toEqual({ name: 'OpenSearch', version: '2.11', alsoKnownAs: [] });
  expect(await ask(arn, 'nodes')).toMatchObject({ types: ['r7g.large.search'], count: 2 });
  expect(await ask(arn, 'storage')).toEqual({ sizeInGibibytes: 10, type: 'gp3' });
  expect(await ask(arn, 'availability')).toMatchObject({ multiAz: true, detail: '2 data node(s) in 2 zone(s)' });
  expect(await ask(arn, 'zones')).toEqual({ zones });
  expect(await ask(arn, 'publicAccess')).toEqual({ public: false, because: 'the domain is in vpc-1' });
  expect(await ask(arn, 'networkPlacement')).toEqual({
    vpcId: 'vpc-1',
    subnetIds: ['subnet-1', 'subnet-2'],
    securityGroupIds: ['sg-1'],
  });
  expect(await ask(arn, 'logExports')).toMatchObject({ exported: ['AUDIT_LOGS'] });
  expect(await ask(arn, 'resourcePolicy')).toMatchObject({ statements: [{ effect: 'Allow' }] });
  expect(await ask(arn, 'serviceEndpoint')).toEqual({ address: host, port: 443 });
});

test('a bare domain has nothing of it', async () => {
  answer(minimal);
  expect(await ask(arn, 'encryption')).toMatchObject({ kind: 'none' });
  expect(await ask(arn, 'transitEncryption')).toMatchObject({ enforced: false });
  expect(await ask(arn, 'clientAuthentication')).toEqual({ required: false, methods: [] });
  expect(await ask(arn, 'availability')).toMatchObject({ multiAz: false });
  expect(await ask(arn, 'publicAccess')).toMatchObject({ public: true });
  expect(await ask(arn, 'networkPlacement')).toEqual({ subnetIds: [], securityGroupIds: [] });
  expect(await ask(arn, 'resourcePolicy')).toMatchObject({ statements: [] });
  await expect(ask(arn, 'zones')).rejects.toThrow('is in no VPC');
});

test('HTTPS without encryption between the nodes is not enough', async () => {
  answer({ ...typical, NodeToNodeEncryptionOptions: { Enabled: false } });
  expect(await ask(arn, 'transitEncryption')).toMatchObject({ enforced: false });
});

test('a domain that is still being made, changed or deleted', async () => {
  answer({ ...typical, Endpoints: undefined, Processing: true });
  expect(await ask(arn, 'lifecycle')).toMatchObject({ state: 'Modifying', available: false });
  answer({ ...typical, Processing: true });
  expect(await ask(arn, 'lifecycle')).toMatchObject({ available: true, reason: 'AWS is changing the domain' });
  answer({ ...typical, Deleted: true });
  expect(await ask(arn, 'lifecycle')).toMatchObject({ state: 'Deleting', available: false });
});

test('offers are those of the engine', async () => {
  search.on(ListVersionsCommand).resolves({ Versions: ['OpenSearch_2.11', 'OpenSearch_2.9', 'Elasticsearch_7.10'] });
  expect(await ask(arn, 'engineOffer')).toMatchObject({ offered: ['2.9', '2.11'] });
});

test('a domain that is not there', async () => {
  search.on(DescribeDomainCommand).rejects(refusal('ResourceNotFoundException', 409));
  expect(await exists('gone')).toBe(false);
});
