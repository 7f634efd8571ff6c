import {
  DescribeDBParameterGroupsCommand,
  DescribeDBParametersCommand,
  ListTagsForResourceCommand,
  RDSClient,
} from '@aws-sdk/client-rds';
import { mockClient } from 'aws-sdk-client-mock';
import { rdsDbParameterGroup } from '../../src/resources/rds-db-parameter-group';
import { asking } from './answers';
import { refusal } from './refusal';

const rds = mockClient(RDSClient);
const { ask, exists } = asking('AWS::RDS::DBParameterGroup', [rdsDbParameterGroup]);

const arn = 'arn:aws:rds:eu-west-1:123456789012:pg:orders-pg15';
const group = {
  DBParameterGroupName: 'orders-pg15',
  DBParameterGroupArn: arn,
  DBParameterGroupFamily: 'postgres15',
  Description: 'orders',
};

beforeEach(() => {
  rds.reset();
  rds
    .on(DescribeDBParameterGroupsCommand, { DBParameterGroupName: 'orders-pg15' })
    .resolves({ DBParameterGroups: [group] });
});

test.each(['orders-pg15', 'Orders-pg15', arn])('%s is found', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'orders-pg15' });
  expect(await ask(id, 'lifecycle')).toEqual({ available: true });
});

test('parameters of every page that have a value', async () => {
  rds
    .on(DescribeDBParametersCommand)
    .resolves({ Parameters: [{ ParameterName: 'rds.force_ssl', ParameterValue: '1' }], Marker: 'next' })
    .on(DescribeDBParametersCommand, { DBParameterGroupName: 'orders-pg15', Marker: 'next' })
    .resolves({
      Parameters: [{ ParameterName: 'work_mem', ParameterValue: '4096' }, { ParameterName: 'max_connections' }],
    });
  const values = { 'rds.force_ssl': '1', work_mem: '4096' };
  expect(await ask(arn, 'engineParameters')).toEqual({ group: 'orders-pg15', family: 'postgres15', values });
  expect(await ask(arn, 'config')).toMatchObject({ DBParameterGroupFamily: 'postgres15', Parameters: values });
});

test('tags, and a group that is not there', async () => {
  rds.on(ListTagsForResourceCommand, { ResourceName: arn }).resolves({ TagList: [{ Key: 'team', Value: 'shop' }] });
  expect(await ask(arn, 'tags')).toEqual({ team: 'shop' });
  rds.on(DescribeDBParameterGroupsCommand).rejects(refusal('DBParameterGroupNotFound', 404));
  expect(await exists('gone')).toBe(false);
});
