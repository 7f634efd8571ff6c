import { DescribeSubnetsCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  DescribeDBProxiesCommand,
  DescribeDBProxyTargetsCommand,
  ListTagsForResourceCommand,
  RDSClient,
} from '@aws-sdk/client-rds';
import { mockClient } from 'aws-sdk-client-mock';
import { ec2Subnet } from '../../src/resources/ec2-subnet';
import { rdsDbProxy } from '../../src/resources/rds-db-proxy';
import { asking } from './answers';
import { refusal } from './refusal';

const rds = mockClient(RDSClient);
const ec2 = mockClient(EC2Client);
const { ask, exists } = asking('AWS::RDS::DBProxy', [rdsDbProxy, ec2Subnet]);

const arn = 'arn:aws:rds:eu-west-1:123456789012:db-proxy:prx-0a1b2c3d';
const host = 'orders.proxy-c9akciq32.eu-west-1.rds.amazonaws.com';
const typical = {
  DBProxyName: 'orders',
  DBProxyArn: arn,
  Status: 'available' as const,
  EngineFamily: 'POSTGRESQL',
  VpcId: 'vpc-1',
  VpcSubnetIds: ['subnet-1'],
  VpcSecurityGroupIds: ['sg-1'],
  Auth: [{ AuthScheme: 'SECRETS' as const, IAMAuth: 'REQUIRED' as const }],
  Endpoint: host,
  RequireTLS: true,
};
const sibling = { ...typical, DBProxyName: 'orders-2', DBProxyArn: `${arn}9`, Endpoint: `x${host}` };
const answer = (fields: object = {}) =>
  rds.on(DescribeDBProxiesCommand).resolves({ DBProxies: [sibling, { ...typical, ...fields }] });

beforeEach(() => {
  rds.reset();
  answer();
});

test.each(['orders', arn, 'prx-0a1b2c3d'])('%s is found, and no sibling', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'orders' });
});

test('a proxy answers', async () => {
  rds.on(ListTagsForResourceCommand).resolves({ TagList: [{ Key: 'team', Value: 'shop' }] });
  rds.on(DescribeDBProxyTargetsCommand).resolves({
    Targets: [
      { RdsResourceId: 'shop', Type: 'TRACKED_CLUSTER' },
      {
        RdsResourceId: 'shop-1',
        Type: 'RDS_INSTANCE',
        TargetHealth: { State: 'UNAVAILABLE', Description: 'no credentials' },
      },
    ],
  });
  expect(await ask('orders', 'lifecycle')).toEqual({ state: 'available', available: true });
  expect(await ask('orders', 'tags')).toEqual({ team: 'shop' });
  expect(await ask('orders', 'networkPlacement')).toEqual({
    vpcId: 'vpc-1',
    subnetIds: ['subnet-1'],
    securityGroupIds: ['sg-1'],
  });
  expect(await ask('orders', 'serviceEndpoint')).toEqual({ address: host });
  expect(await ask('orders', 'transitEncryption')).toMatchObject({ enforced: true });
  expect(await ask('orders', 'proxyTargets')).toEqual({
    targets: [
      { id: 'shop', state: 'TRACKED' },
      { id: 'shop-1', state: 'UNAVAILABLE', reason: 'no credentials' },
    ],
  });
});

test('the zones of its subnets', async () => {
  ec2.on(DescribeSubnetsCommand).resolves({ Subnets: [{ SubnetId: 'subnet-1', AvailabilityZone: 'eu-west-1a' }] });
  expect(await ask('orders', 'zones')).toEqual({ zones: ['eu-west-1a'] });
});

test.each([
  [{}, true],
  [{ Auth: [{ IAMAuth: 'REQUIRED' }, { IAMAuth: 'DISABLED' }] }, false],
  [{ Auth: [] }, false],
  [{ Auth: [], DefaultAuthScheme: 'IAM_AUTH' }, true],
])('sign-in with IAM %j', async (fields, enabled) => {
  answer(fields);
  expect(await ask('orders', 'iamAuthentication')).toMatchObject({ enabled });
});

test('one that is not there, and one that does not tell', async () => {
  answer({ RequireTLS: undefined });
  await expect(ask('orders', 'transitEncryption')).rejects.toThrow('RequireTLS');
  rds.on(DescribeDBProxiesCommand).rejects(refusal('DBProxyNotFoundFault', 404));
  expect(await exists('gone')).toBe(false);
});
