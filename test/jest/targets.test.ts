import { targetsFor } from '../../src/jest/resolve';
import { discover, parseOutputs } from '../../src/outputs';

const stage = (api: string) => `arn:aws:apigateway:eu-west-1::/restapis/${api}/stages/prod`;

function deployed(values: Record<string, unknown>) {
  const outputs = parseOutputs(values);
  return {
    deployment: { outputs, searched: [], discovered: discover(outputs), gaps: [] },
    backend: { accepted: async (type: string) => (type === 'AWS::KMS::Key' ? ['AWS::KMS::Alias'] : []) },
  };
}

async function idsOf(selector: RegExp, values: Record<string, unknown>): Promise<string[]> {
  const targets = await targetsFor(deployed(values), selector, true);
  return targets.map(({ type, value }) => `${type} ${value}`);
}

test('two ARNs are two resources, though both end with the same name', async () => {
  const outputs = { ShopStageArn: stage('a1b2c3d4e5'), AdminStageArn: stage('f6g7h8i9j0') };
  expect(await idsOf(/StageArn$/, outputs)).toEqual([
    `AWS::ApiGateway::Stage ${stage('a1b2c3d4e5')}`,
    `AWS::ApiGateway::Stage ${stage('f6g7h8i9j0')}`,
  ]);
});

test('a resource that is named twice is judged once', async () => {
  expect(await idsOf(/^Site/, { SiteBucketName: 'shop-site', SiteBucketArn: 'arn:aws:s3:::shop-site' })).toEqual([
    'AWS::S3::Bucket arn:aws:s3:::shop-site',
  ]);
  expect(await idsOf(/Stage/, { ShopStageArn: stage('a1b2c3d4e5'), StageArnAgain: stage('a1b2c3d4e5') })).toHaveLength(
    1,
  );
});

test('an output that is not there, or is a placeholder, says what was expected and what there is', async () => {
  const missing = (key: string) => targetsFor(deployed({ DatabaseEndpoint: 'N/A' }), key, false);
  const saying = (expected: string, received: string) =>
    expect.objectContaining({ data: expect.objectContaining({ outcome: 'not deployed', expected, received }) });
  await expect(missing('BucketName')).rejects.toEqual(saying("an output 'BucketName'", 'no such output'));
  await expect(missing('DatabaseEndpoint')).rejects.toEqual(
    saying('an output DatabaseEndpoint with a value', "the placeholder 'N/A'"),
  );
});

test('the type that the test names wins over a guess from the key, and over the value only where its API takes that', async () => {
  const typed = (values: Record<string, unknown>, type: string) =>
    targetsFor(deployed(values), Object.keys(values)[0] ?? '', false, type).then(([target]) => target?.type);
  expect(await typed({ OrdersTable: 'orders' }, 'AWS::SQS::Queue')).toBe('AWS::SQS::Queue');
  expect(await typed({ KeyAlias: 'alias/orders' }, 'AWS::KMS::Key')).toBe('AWS::KMS::Key');
  await expect(typed({ TopicArn: 'arn:aws:sns:eu-west-1:123456789012:orders' }, 'AWS::KMS::Key')).rejects.toThrow(
    'output TopicArn is an AWS::SNS::Topic, not an AWS::KMS::Key',
  );
});

test.each([undefined, null, 5, '', ' ', [], [undefined], {}, { stack: 'Orders' }])(
  '%j names no output',
  async (selector) => {
    await expect(targetsFor(deployed({ VpcId: 'vpc-1' }), selector as never, false)).rejects.toThrow(
      'an output is named by its key, by several keys, by a pattern or by { stack, key }; received',
    );
  },
);

test.each([5, null, 'Bucket'])('%j is no type', async (type) => {
  await expect(targetsFor(deployed({ Name: 'orders' }), 'Name', false, type as never)).rejects.toThrow(
    `${JSON.stringify(type)} is no type of a resource`,
  );
});
