import { GetLayerVersionCommand, LambdaClient, ListLayerVersionsCommand } from '@aws-sdk/client-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { lambdaLayerVersion } from '../../src/resources/lambda-layer-version';
import { asking } from './answers';
import { refusal } from './refusal';

const lambda = mockClient(LambdaClient);
const { ask, exists } = asking('AWS::Lambda::LayerVersion', [lambdaLayerVersion]);

const LayerArn = 'arn:aws:lambda:eu-west-1:123456789012:layer:tools';
const arn = `${LayerArn}:3`;
const layer = {
  LayerArn,
  LayerVersionArn: arn,
  Version: 3,
  CompatibleRuntimes: ['python3.12' as const],
  Content: { Location: 'https://signed.example.com/?X-Amz-Signature=secret', CodeSha256: 'abc', CodeSize: 10 },
};

beforeEach(() => {
  lambda.reset();
  lambda.on(GetLayerVersionCommand, { LayerName: LayerArn, VersionNumber: 3 }).resolves(layer);
  lambda.on(GetLayerVersionCommand, { LayerName: 'tools', VersionNumber: 3 }).resolves(layer);
  lambda
    .on(ListLayerVersionsCommand, { LayerName: 'tools' })
    .resolves({ LayerVersions: [{ Version: 3, LayerVersionArn: arn }] });
});

test.each([arn, 'tools:3', 'tools'])('%s is found', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: arn, name: 'tools' });
  expect(await ask(id, 'lifecycle')).toEqual({ available: true });
  expect(await ask(id, 'layerCompatibility')).toEqual({ runtimes: ['python3.12'], version: 3 });
  expect(await ask(id, 'processorArchitecture')).toEqual({ architectures: [] });
});

test('the described state keeps the signed address back', async () => {
  const state = await ask(arn, 'config');
  expect(state).toMatchObject({ Version: 3, Content: { CodeSha256: 'abc' } });
  expect(JSON.stringify(state)).not.toContain('X-Amz-Signature');
});

test('a layer that is gone, or has no versions, does not exist', async () => {
  lambda.reset();
  lambda.on(GetLayerVersionCommand).rejects(refusal('ResourceNotFoundException', 404));
  lambda.on(ListLayerVersionsCommand).resolves({ LayerVersions: [] });
  expect(await exists(arn)).toBe(false);
  expect(await exists('tools')).toBe(false);
});
