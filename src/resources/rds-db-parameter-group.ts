import { rds } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { resourceName } from './shared/arn';
import { setValues } from './shared/engine-parameter';
import { rdsTags } from './shared/rds-tags';

export const rdsDbParameterGroup = defineResource({
  type: 'AWS::RDS::DBParameterGroup',
  label: 'DB parameter group',
  sdk: rds,
  reads: ['rds:DescribeDBParameterGroups'],
  notFound: ['DBParameterGroupNotFound', 'DBParameterGroupNotFoundFault'],
  // DescribeDBParameterGroups takes one name and does not support Filters.
  facts: async (aws, { id }) => {
    const name = resourceName(id).toLowerCase();
    const { DBParameterGroups } = await aws.call('DescribeDBParameterGroups', { DBParameterGroupName: name });
    return told(DBParameterGroups, 'DBParameterGroups').find((group) => group.DBParameterGroupName === name);
  },
  config: {
    reads: ['rds:DescribeDBParameters'],
    read: async (group, aws) => {
      const read = { DBParameterGroupName: told(group.DBParameterGroupName, 'DBParameterGroupName') };
      return {
        ...group,
        Parameters: setValues(await aws.list('DescribeDBParameters', read, (page) => page.Parameters)),
      };
    },
  },
  facets: {
    identity: {
      fields: 'DBParameterGroupArn, DBParameterGroupName',
      read: (group) => ({
        arn: told(group.DBParameterGroupArn, 'DBParameterGroupArn'),
        id: told(group.DBParameterGroupName, 'DBParameterGroupName'),
      }),
    },
    lifecycle: { fields: 'DBParameterGroupName', read: () => ({ available: true }) },
    tags: {
      fields: 'TagList',
      reads: ['rds:ListTagsForResource'],
      read: (group, aws) => rdsTags(told(group.DBParameterGroupArn, 'DBParameterGroupArn'), aws),
    },
    engineParameters: {
      fields: 'DBParameterGroupFamily, Parameters[].ParameterValue',
      reads: ['rds:DescribeDBParameters'],
      read: async (group, aws) => {
        const name = told(group.DBParameterGroupName, 'DBParameterGroupName');
        const parameters = await aws.list(
          'DescribeDBParameters',
          { DBParameterGroupName: name },
          (page) => page.Parameters,
        );
        const family = told(group.DBParameterGroupFamily, 'DBParameterGroupFamily');
        return { group: name, family, values: setValues(parameters) };
      },
    },
  },
});
