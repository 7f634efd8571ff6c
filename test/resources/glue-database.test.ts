import { GetDatabaseCommand, GetTablesCommand, GetTagsCommand, GlueClient } from '@aws-sdk/client-glue';
import { mockClient } from 'aws-sdk-client-mock';
import { glueDatabase } from '../../src/resources/glue-database';
import { asking } from './answers';
import { refusal } from './refusal';

const glue = mockClient(GlueClient);
const { ask, exists } = asking('AWS::Glue::Database', [glueDatabase]);
const arn = 'arn:aws:glue:eu-west-1:123456789012:database/lake';

beforeEach(() => {
  glue.reset();
  glue.on(GetDatabaseCommand, { Name: 'lake' }).resolves({ Database: { Name: 'lake', Description: 'of orders' } });
  glue.on(GetTagsCommand, { ResourceArn: arn }).resolves({ Tags: { team: 'data' } });
  glue
    .on(GetTablesCommand, { DatabaseName: 'lake' })
    .resolves({ TableList: [{ Name: 'orders' }], NextToken: 'two' })
    .on(GetTablesCommand, { DatabaseName: 'lake', NextToken: 'two' })
    .resolves({ TableList: [{ Name: 'customers' }] });
});

test.each(['lake', arn])('%s', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'lake' });
  expect(await ask(id, 'lifecycle')).toEqual({ available: true });
  expect(await ask(id, 'tags')).toEqual({ team: 'data' });
  expect(await ask(id, 'description')).toEqual({ text: 'of orders' });
  expect(await ask(id, 'catalogTables')).toEqual({ names: ['orders', 'customers'] });
});

test('not found', async () => {
  glue.on(GetDatabaseCommand).rejects(refusal('EntityNotFoundException'));
  expect(await exists('lake')).toBe(false);
});
