// The fifty tests of a suite with nothing in them: what Jest itself costs.

describe('key', () => {
  test('is enabled', async () => {});
  test('rotates', async () => {});
  test('may be used by CloudWatch Logs', async () => {});
  test('is tagged', async () => {});
  test('is a customer key', async () => {});
});

describe('bucket', () => {
  test('exists', async () => {});
  test('is encrypted with the key', async () => {});
  test('keeps versions', async () => {});
  test('blocks public access', async () => {});
  test('is tagged', async () => {});
});

describe('database', () => {
  test('survives the loss of a zone', async () => {});
  test('runs PostgreSQL 15.8', async () => {});
  test('is encrypted with the key', async () => {});
  test('is not public', async () => {});
  test('is backed up', async () => {});
});

describe('table', () => {
  test('is active', async () => {});
  test('is billed on demand', async () => {});
  test('has its keys', async () => {});
  test('is encrypted with the key', async () => {});
  test('can be restored to any moment', async () => {});
});

describe('stream', () => {
  test('is active', async () => {});
  test('is encrypted with the key', async () => {});
  test('keeps records for two days', async () => {});
  test('has one shard', async () => {});
  test('is tagged', async () => {});
});

describe('function', () => {
  test('has its runtime', async () => {});
  test('has its time-out', async () => {});
  test('has its memory', async () => {});
  test('has its handler', async () => {});
  test('is traced', async () => {});
});

describe('log group', () => {
  test('exists', async () => {});
  test('keeps logs for thirty days', async () => {});
  test('is encrypted with the key', async () => {});
  test('has its name', async () => {});
  test('is tagged', async () => {});
});

describe('topic', () => {
  test('exists', async () => {});
  test('is encrypted with the key', async () => {});
  test('tells the people on call', async () => {});
  test('has its name', async () => {});
  test('is tagged', async () => {});
});

describe('alarm', () => {
  test('exists', async () => {});
  test('watches the errors of the function', async () => {});
  test('tells the topic', async () => {});
  test('looks at every minute', async () => {});
  test('takes no data for good', async () => {});
});

describe('role', () => {
  test('exists', async () => {});
  test('is for functions', async () => {});
  test('may log and reach the network', async () => {});
  test('has its path', async () => {});
  test('is tagged', async () => {});
});
