import { targetsFor } from '../../src/jest/resolve';
import { discover, parseOutputs } from '../../src/outputs';

const stage = (api: string) => `arn:aws:apigateway:eu-west-1::/restapis/${api}/stages/prod`;

function idsOf(selector: RegExp, values: Record<string, unknown>): string[] {
  const outputs = parseOutputs(values);
  const deployment = { outputs, searched: [], discovered: discover(outputs), types: [], gaps: [] };
  return targetsFor(deployment, selector, true).map(({ type, value }) => `${type} ${value}`);
}

test('two ARNs are two resources, though both end with the same name', () => {
  const outputs = { ShopStageArn: stage('a1b2c3d4e5'), AdminStageArn: stage('f6g7h8i9j0') };
  expect(idsOf(/StageArn$/, outputs)).toEqual([
    `AWS::ApiGateway::Stage ${stage('a1b2c3d4e5')}`,
    `AWS::ApiGateway::Stage ${stage('f6g7h8i9j0')}`,
  ]);
});

test('a resource that is named twice is judged once', () => {
  expect(idsOf(/^Site/, { SiteBucketName: 'shop-site', SiteBucketArn: 'arn:aws:s3:::shop-site' })).toEqual([
    'AWS::S3::Bucket arn:aws:s3:::shop-site',
  ]);
  expect(idsOf(/Stage/, { ShopStageArn: stage('a1b2c3d4e5'), StageArnAgain: stage('a1b2c3d4e5') })).toHaveLength(1);
});

test('an output that is not there, or is a placeholder, says what was expected and what there is', () => {
  const missing = (key: string) => {
    const outputs = parseOutputs({ DatabaseEndpoint: 'N/A' });
    const deployment = { outputs, searched: [], discovered: discover(outputs), types: [], gaps: [] };
    return () => targetsFor(deployment, key, false);
  };
  const saying = (expected: string, received: string) =>
    expect.objectContaining({ data: expect.objectContaining({ outcome: 'not deployed', expected, received }) });
  expect(missing('BucketName')).toThrow(saying("an output 'BucketName'", 'no such output'));
  expect(missing('DatabaseEndpoint')).toThrow(
    saying('an output DatabaseEndpoint with a value', "the placeholder 'N/A'"),
  );
});
