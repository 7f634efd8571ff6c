import { DescribeSubnetsCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  DescribeClusterV2Command,
  GetBootstrapBrokersCommand,
  GetClusterPolicyCommand,
  KafkaClient,
  ListClustersV2Command,
  ListKafkaVersionsCommand,
} from '@aws-sdk/client-kafka';
import { mockClient } from 'aws-sdk-client-mock';
import { ec2Subnet } from '../../src/resources/ec2-subnet';
import { mskCluster } from '../../src/resources/msk-cluster';
import { asking } from './answers';
import { refusal } from './refusal';

const kafka = mockClient(KafkaClient);
const ec2 = mockClient(EC2Client);
const { ask, exists } = asking('AWS::MSK::Cluster', [mskCluster, ec2Subnet]);

const arn = 'arn:aws:kafka:eu-west-1:123456789012:cluster/events/1a2b-7';
const provisioned = {
  BrokerNodeGroupInfo: {
    ClientSubnets: ['subnet-1', 'subnet-2'],
    InstanceType: 'kafka.m7g.large',
    SecurityGroups: ['sg-1'],
    StorageInfo: { EbsStorageInfo: { VolumeSize: 100 } },
    ConnectivityInfo: { PublicAccess: { Type: 'DISABLED' } },
  },
  NumberOfBrokerNodes: 2,
  CurrentBrokerSoftwareInfo: { KafkaVersion: '3.6.0' },
  EncryptionInfo: {
    EncryptionAtRest: { DataVolumeKMSKeyId: 'arn:aws:kms:eu-west-1:123456789012:key/k-1' },
    EncryptionInTransit: { ClientBroker: 'TLS' as 'TLS' | 'TLS_PLAINTEXT' | 'PLAINTEXT', InCluster: true },
  },
  ClientAuthentication: {
    Sasl: { Iam: { Enabled: true }, Scram: { Enabled: false } },
    Unauthenticated: { Enabled: false },
  },
  LoggingInfo: { BrokerLogs: { CloudWatchLogs: { Enabled: true, LogGroup: '/msk/events' } } },
};
const typical = {
  ClusterArn: arn,
  ClusterName: 'events',
  ClusterType: 'PROVISIONED' as const,
  State: 'ACTIVE' as const,
  Tags: { team: 'data' },
  Provisioned: provisioned,
};
const serverless = {
  ...typical,
  ClusterType: 'SERVERLESS' as const,
  Tags: undefined,
  Provisioned: undefined,
  Serverless: {
    VpcConfigs: [{ SubnetIds: ['subnet-1', 'subnet-2'], SecurityGroupIds: ['sg-2'] }],
    ClientAuthentication: { Sasl: { Iam: { Enabled: true } } },
  },
};
const answer = (cluster: object = typical) =>
  kafka.on(DescribeClusterV2Command, { ClusterArn: arn }).resolves({ ClusterInfo: cluster });
const changed = (fields: object) => answer({ ...typical, Provisioned: { ...provisioned, ...fields } });

beforeEach(() => {
  kafka.reset();
  ec2.reset();
  answer();
  const zones = ['eu-west-1a', 'eu-west-1b'];
  ec2.on(DescribeSubnetsCommand).resolves({
    Subnets: zones.map((AvailabilityZone, at) => ({
      SubnetId: `subnet-${at + 1}`,
      VpcId: 'vpc-1',
      AvailabilityZone,
    })),
  });
});

test('a name is matched exactly, though the filter is a prefix', async () => {
  kafka.on(ListClustersV2Command).resolves({ ClusterInfoList: [{ ...typical, ClusterName: 'events-2' }, typical] });
  expect(await ask('events', 'identity')).toEqual({ arn, id: arn, name: 'events' });
  expect(await exists('event')).toBe(false);
});

test('brokers answer', async () => {
  kafka.on(GetBootstrapBrokersCommand).resolves({ BootstrapBrokerStringSaslIam: 'b-1.events:9098,b-2.events:9098' });
  expect(await ask(arn, 'lifecycle')).toMatchObject({ state: 'ACTIVE', available: true });
  expect(await ask(arn, 'tags')).toEqual({ team: 'data' });
  expect(await ask(arn, 'encryption')).toMatchObject({ kind: 'kms' });
  expect(await ask(arn, 'transitEncryption')).toEqual({
    enforced: true,
    offered: true,
    detail: 'ClientBroker TLS, InCluster true',
  });
  expect(await ask(arn, 'clientAuthentication')).toEqual({ required: true, methods: ['SASL/IAM'] });
  expect(await ask(arn, 'iamAuthentication')).toMatchObject({ enabled: true });
  expect(await ask(arn, 'engine')).toMatchObject({ name: 'kafka', version: '3.6.0' });
  expect(await ask(arn, 'nodes')).toEqual({ types: ['kafka.m7g.large'], count: 2 });
  expect(await ask(arn, 'storage')).toEqual({ sizeInGibibytes: 100 });
  expect(await ask(arn, 'networkPlacement')).toEqual({
    vpcId: 'vpc-1',
    subnetIds: ['subnet-1', 'subnet-2'],
    securityGroupIds: ['sg-1'],
  });
  expect(await ask(arn, 'availability')).toMatchObject({ multiAz: true });
  expect(await ask(arn, 'zones')).toEqual({ zones: ['eu-west-1a', 'eu-west-1b'] });
  expect(await ask(arn, 'publicAccess')).toMatchObject({ public: false });
  expect(await ask(arn, 'logExports')).toEqual({ exported: ['broker'], detail: 'CloudWatch Logs' });
  expect(await ask(arn, 'serviceEndpoint')).toEqual({ address: 'b-1.events:9098,b-2.events:9098', port: 9098 });
});

test.each([
  ['TLS_PLAINTEXT', false, true],
  ['PLAINTEXT', false, false],
])('ClientBroker %s', async (ClientBroker, enforced, offered) => {
  changed({ EncryptionInfo: { EncryptionInTransit: { ClientBroker, InCluster: true } } });
  expect(await ask(arn, 'transitEncryption')).toMatchObject({ enforced, offered });
});

test('open doors are told', async () => {
  changed({ ClientAuthentication: { Sasl: { Iam: { Enabled: true } }, Unauthenticated: { Enabled: true } } });
  expect(await ask(arn, 'clientAuthentication')).toEqual({ required: false, methods: ['SASL/IAM', 'none'] });
  changed({ ClientAuthentication: undefined, LoggingInfo: undefined });
  expect(await ask(arn, 'clientAuthentication')).toEqual({ required: false, methods: [] });
  expect(await ask(arn, 'logExports')).toMatchObject({ exported: [] });
  changed({
    BrokerNodeGroupInfo: {
      ...provisioned.BrokerNodeGroupInfo,
      ConnectivityInfo: { PublicAccess: { Type: 'SERVICE_PROVIDED_EIPS' } },
    },
  });
  expect(await ask(arn, 'publicAccess')).toMatchObject({ public: true });
});

test('a serverless cluster', async () => {
  answer(serverless);
  expect(await ask(arn, 'encryption')).toMatchObject({ kind: 'service-owned' });
  expect(await ask(arn, 'transitEncryption')).toMatchObject({ enforced: true });
  expect(await ask(arn, 'iamAuthentication')).toMatchObject({ enabled: true });
  expect(await ask(arn, 'networkPlacement')).toMatchObject({ securityGroupIds: ['sg-2'] });
  expect(await ask(arn, 'tags')).toEqual({});
  await expect(ask(arn, 'nodes')).rejects.toThrow('events is serverless');
});

test('offers, and no policy', async () => {
  kafka.on(ListKafkaVersionsCommand).resolves({
    KafkaVersions: [
      { Version: '3.10.0', Status: 'ACTIVE' },
      { Version: '3.6.0', Status: 'ACTIVE' },
      { Version: '1.1.1', Status: 'DEPRECATED' },
    ],
  });
  expect(await ask(arn, 'engineOffer')).toMatchObject({ offered: ['3.6.0', '3.10.0'] });
  kafka.on(GetClusterPolicyCommand).rejects(refusal('NotFoundException', 404));
  expect(await ask(arn, 'resourcePolicy')).toMatchObject({ statements: [] });
});

test('one that is not there', async () => {
  kafka.on(DescribeClusterV2Command).rejects(refusal('NotFoundException', 404));
  expect(await exists(arn)).toBe(false);
});
