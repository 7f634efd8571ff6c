import { resource } from 'stackproof';

const dataBucket = resource('DataBucketName', 'AWS::S3::Bucket');
const processor = resource('DataProcessorFunctionName', 'AWS::Lambda::Function');

test('data that is put into incoming/ is proven, and the finding is in results/', async () => {
  await expect(dataBucket).toReach(dataBucket, {
    send: { key: 'incoming/{marker}.csv', body: 'account,amount\n{marker},42\n' },
    find: {
      key: 'results/{marker}.csv.result.json',
      body: { source: 'incoming/{marker}.csv', status: 'PROCESSED', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    },
    within: '1m',
  });
});

test('the data processor answers when there is nothing to process', async () => {
  await expect(processor).toInvokeSuccessfully({ payload: { Records: [] }, returns: { processed: 0, results: [] } });
});
