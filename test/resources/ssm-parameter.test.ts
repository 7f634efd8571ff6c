import {
  DescribeParametersCommand,
  GetParameterCommand,
  ListTagsForResourceCommand,
  type ParameterMetadata,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import { ssmParameter } from '../../src/resources/ssm-parameter';
import { asking } from './answers';

const ssm = mockClient(SSMClient);
const { ask, exists } = asking('AWS::SSM::Parameter', [ssmParameter]);
const arn = 'arn:aws:ssm:eu-west-1:123456789012:parameter/orders/stage';
const plain: ParameterMetadata = {
  Name: '/orders/stage',
  ARN: arn,
  Type: 'String',
  Version: 3,
  Tier: 'Standard',
  DataType: 'text',
};
const secure: ParameterMetadata = { Name: '/orders/password', Type: 'SecureString', KeyId: 'alias/orders', Version: 1 };

beforeEach(() => {
  ssm.reset();
  ssm
    .on(DescribeParametersCommand)
    .resolves({ Parameters: [], NextToken: 'two' })
    .on(DescribeParametersCommand, { NextToken: 'two' })
    .resolves({ Parameters: [plain, secure] });
});

test('by name and ARN, past an empty page', async () => {
  expect(await ask('/orders/stage', 'identity')).toEqual({ arn, id: '/orders/stage' });
  expect(await ask(arn, 'identity')).toEqual({ arn, id: '/orders/stage' });
  expect(await exists('/orders/other')).toBe(false);
  expect(await ask('/orders/stage', 'lifecycle')).toEqual({ available: true });
});

test('an ARN with one level may mean a name without its slash', async () => {
  ssm.on(DescribeParametersCommand).resolves({ Parameters: [{ ...plain, Name: 'stage' }] });
  expect(await ask('arn:aws:ssm:eu-west-1:123456789012:parameter/stage', 'identity')).toMatchObject({ id: 'stage' });
  expect(ssm.commandCalls(DescribeParametersCommand)[0]?.args[0].input).toEqual({
    ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values: ['stage', '/stage'] }],
  });
});

test('encryption', async () => {
  expect(await ask('/orders/stage', 'encryption')).toEqual({ kind: 'none', mode: 'String' });
  expect(await ask('/orders/password', 'encryption')).toEqual({
    kind: 'kms',
    mode: 'SecureString',
    key: { type: 'AWS::KMS::Key', id: 'alias/orders' },
  });
});

test('kind, with what SSM leaves out', async () => {
  expect(await ask('/orders/stage', 'parameterKind')).toEqual({
    type: 'String',
    tier: 'Standard',
    dataType: 'text',
    version: 3,
  });
  expect(await ask('/orders/password', 'parameterKind')).toMatchObject({ tier: 'Standard', dataType: 'text' });
});

test('the value, and no secret in the described state', async () => {
  ssm.on(GetParameterCommand, { Name: '/orders/stage' }).resolves({ Parameter: { Value: 'prod' } });
  ssm
    .on(GetParameterCommand, { Name: '/orders/password', WithDecryption: true })
    .resolves({ Parameter: { Value: 'hunter2' } });
  expect(await ask('/orders/stage', 'parameterValue')).toEqual({ value: 'prod', secure: false });
  expect(await ask('/orders/password', 'parameterValue')).toEqual({ value: 'hunter2', secure: true });
  expect(await ask('/orders/stage', 'config')).toMatchObject({ Name: '/orders/stage', Value: 'prod' });
  expect(await ask('/orders/password', 'config')).toEqual(secure);
});

test('tags and description', async () => {
  ssm
    .on(ListTagsForResourceCommand, { ResourceType: 'Parameter', ResourceId: '/orders/stage' })
    .resolves({ TagList: [{ Key: 'team', Value: 'orders' }] });
  expect(await ask('/orders/stage', 'tags')).toEqual({ team: 'orders' });
  expect(await ask('/orders/stage', 'description')).toEqual({});
});
