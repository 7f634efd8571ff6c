import { glue } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { glueArn, glueName, glueTags } from './shared/glue';

export const glueDatabase = defineResource({
  type: 'AWS::Glue::Database',
  label: 'Glue database',
  sdk: glue,
  reads: ['glue:GetDatabase'],
  notFound: ['EntityNotFoundException'],
  facts: async (aws, { id }) =>
    told((await aws.call('GetDatabase', { Name: glueName(id, 'database') })).Database, 'Database'),
  facets: {
    identity: {
      fields: 'Database.Name, and the account',
      reads: ['sts:GetCallerIdentity'],
      read: async (database, aws) => ({ arn: await glueArn(aws, 'database', nameOf(database)), id: nameOf(database) }),
    },
    lifecycle: { fields: 'Database', read: () => ({ available: true }) },
    tags: {
      fields: 'Tags',
      reads: ['glue:GetTags', 'sts:GetCallerIdentity'],
      read: (database, aws) => glueTags(aws, 'database', nameOf(database)),
    },
    description: { fields: 'Database.Description', read: ({ Description: text }) => ({ ...(text && { text }) }) },
    catalogTables: {
      fields: 'TableList[].Name',
      reads: ['glue:GetTables'],
      read: async (database, aws) => {
        const tables = await aws.list('GetTables', { DatabaseName: nameOf(database) }, (page) => page.TableList);
        return { names: tables.map(({ Name }) => told(Name, 'TableList[].Name')) };
      },
    },
  },
});

function nameOf(database: { Name?: string | undefined }): string {
  return told(database.Name, 'Database.Name');
}
