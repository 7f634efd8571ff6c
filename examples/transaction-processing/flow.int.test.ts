import { resource } from 'stackproof';

const stream = resource('stream_name', 'AWS::Kinesis::Stream');
const ledger = resource('ledger_table_name', 'AWS::DynamoDB::Table');
const processor = resource('processor_function_name', 'AWS::Lambda::Function');
const logGroup = resource('processor_log_group_name', 'AWS::Logs::LogGroup');

describe('a transaction', () => {
  test('that is put on the stream stands in the ledger soon after, and in the log', async () => {
    await expect(stream).toReach(ledger, {
      send: { transaction_id: '{marker}', account_id: 'acceptance-test', amount: 12.5, currency: 'EUR' },
      find: { key: { transaction_id: '{marker}' }, item: { account_id: 'acceptance-test', status: 'PROCESSED' } },
      within: '1m',
    });
    await expect(logGroup).toLog({ level: 'INFO', message: 'processed' }, { since: '5m', within: '1m' });
  });
});

describe('the processor', () => {
  test('takes an empty batch without complaint', async () => {
    await expect(processor).toInvokeSuccessfully({ payload: { Records: [] }, returns: { processed: 0 } });
  });
});
