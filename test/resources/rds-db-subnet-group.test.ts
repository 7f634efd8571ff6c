import {
  DBSubnetGroupNotFoundFault,
  DescribeDBSubnetGroupsCommand,
  ListTagsForResourceCommand,
  RDSClient,
} from '@aws-sdk/client-rds';
import { mockClient } from 'aws-sdk-client-mock';
import { rdsDbSubnetGroup } from '../../src/resources/rds-db-subnet-group';
import { asking } from './answers';

const rds = mockClient(RDSClient);
const { ask, exists } = asking('AWS::RDS::DBSubnetGroup', [rdsDbSubnetGroup]);

const group = {
  DBSubnetGroupName: 'orders-subnets',
  DBSubnetGroupArn: 'arn:aws:rds:eu-west-1:123456789012:subgrp:orders-subnets',
  SubnetGroupStatus: 'Complete',
  VpcId: 'vpc-1',
  Subnets: [
    { SubnetIdentifier: 'subnet-2', SubnetAvailabilityZone: { Name: 'eu-west-1b' }, SubnetStatus: 'Active' },
    { SubnetIdentifier: 'subnet-1', SubnetAvailabilityZone: { Name: 'eu-west-1a' }, SubnetStatus: 'Active' },
    { SubnetIdentifier: 'subnet-3', SubnetAvailabilityZone: { Name: 'eu-west-1a' }, SubnetStatus: 'Active' },
  ],
};

function answer(given: object) {
  rds.on(DescribeDBSubnetGroupsCommand, { DBSubnetGroupName: 'orders-subnets' }).resolves({ DBSubnetGroups: [given] });
}

beforeEach(() => rds.reset());

test('a subnet group answers', async () => {
  answer(group);
  rds
    .on(ListTagsForResourceCommand, { ResourceName: group.DBSubnetGroupArn })
    .resolves({ TagList: [{ Key: 'team', Value: 'orders' }] });
  expect(await ask('orders-subnets', 'identity')).toEqual({ arn: group.DBSubnetGroupArn, id: 'orders-subnets' });
  expect(await ask('orders-subnets', 'lifecycle')).toEqual({ state: 'Complete', available: true });
  expect(await ask('orders-subnets', 'tags')).toEqual({ team: 'orders' });
  expect(await ask('orders-subnets', 'zones')).toEqual({ zones: ['eu-west-1a', 'eu-west-1b'] });
  expect(await ask('orders-subnets', 'networkPlacement')).toEqual({
    vpcId: 'vpc-1',
    subnetIds: ['subnet-2', 'subnet-1', 'subnet-3'],
    securityGroupIds: [],
  });
});

test.each([['Orders-Subnets'], [group.DBSubnetGroupArn]])('%s is found', async (id) => {
  answer(group);
  expect(await ask(id, 'identity')).toMatchObject({ id: 'orders-subnets' });
});

test('a group that is not complete is not available', async () => {
  answer({ ...group, SubnetGroupStatus: 'Incomplete' });
  expect(await ask('orders-subnets', 'lifecycle')).toEqual({ state: 'Incomplete', available: false });
});

test('subnets without a zone are not counted away', async () => {
  answer({ ...group, Subnets: [{ SubnetIdentifier: 'subnet-1' }] });
  await expect(ask('orders-subnets', 'zones')).rejects.toThrow('SubnetAvailabilityZone.Name');
});

test('a missing group does not exist', async () => {
  rds
    .on(DescribeDBSubnetGroupsCommand)
    .rejects(
      new DBSubnetGroupNotFoundFault({ message: 'DB subnet group not found', $metadata: { httpStatusCode: 404 } }),
    );
  expect(await exists('orders-subnets')).toBe(false);
});
