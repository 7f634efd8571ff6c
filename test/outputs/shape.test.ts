import { discover, parseOutputs } from '../../src/outputs';

const keys = (json: unknown) => parseOutputs(json).entries.map(({ key, stack, value }) => [stack, key, value]);
const described = [{ OutputKey: 'VpcId', OutputValue: 'vpc-1', Description: 'the VPC', ExportName: 'x' }];

test.each([
  ['flat', { VpcId: 'vpc-1' }, [[undefined, 'VpcId', 'vpc-1']]],
  ['cdk', { Network: { VpcId: 'vpc-1' }, Empty: {} }, [['Network', 'VpcId', 'vpc-1']]],
  ['cdk', { 'tap-stack': { 'vpc-id': 'vpc-1' } }, [['tap-stack', 'vpc-id', 'vpc-1']]],
  ['cloudformation', described, [[undefined, 'VpcId', 'vpc-1']]],
  ['cloudformation', { Network: described }, [['Network', 'VpcId', 'vpc-1']]],
  ['cloudformation', { Network: described, Empty: [] }, [['Network', 'VpcId', 'vpc-1']]],
  ['cloudformation', { Outputs: described }, [[undefined, 'VpcId', 'vpc-1']]],
  [
    'cloudformation',
    { StackName: 'Network', StackStatus: 'CREATE_COMPLETE', Outputs: described },
    [['Network', 'VpcId', 'vpc-1']],
  ],
  [
    'cloudformation',
    { Stacks: [{ StackName: 'Network', Outputs: described }, { StackName: 'Bare' }] },
    [['Network', 'VpcId', 'vpc-1']],
  ],
  ['terraform', { vpc_id: { sensitive: false, type: 'string', value: 'vpc-1' } }, [[undefined, 'vpc_id', 'vpc-1']]],
  ['terraform', { vpc_id: { value: 'vpc-1' } }, [[undefined, 'vpc_id', 'vpc-1']]],
  [
    'terraform',
    { version: 4, terraform_version: '1.9.0', outputs: { vpc_id: { value: 'vpc-1', type: 'string' } } },
    [[undefined, 'vpc_id', 'vpc-1']],
  ],
  [
    'terraform',
    { format_version: '1.0', values: { outputs: { vpc_id: { value: 'vpc-1', type: 'string' } } } },
    [[undefined, 'vpc_id', 'vpc-1']],
  ],
  [
    'pulumi',
    { vpcId: 'vpc-1', subnetIds: ['subnet-1'] },
    [
      [undefined, 'vpcId', 'vpc-1'],
      [undefined, 'subnetIds', ['subnet-1']],
    ],
  ],
  [
    'pulumi',
    { version: 3, deployment: { resources: [{ type: 'pulumi:pulumi:Stack', outputs: { vpcId: 'vpc-1' } }] } },
    [[undefined, 'vpcId', 'vpc-1']],
  ],
  ['empty', {}, []],
  ['empty', [], []],
])('%s from %j', (shape, json, expected) => {
  expect(parseOutputs(json).shape).toBe(shape);
  expect(keys(json)).toEqual(expected);
  expect(keys(JSON.stringify(json))).toEqual(expected);
});

test('one map output is no stack where its name cannot be one', () => {
  expect(keys({ table_names: { orders: 'shop-orders' } })).toEqual([
    [undefined, 'table_names', { orders: 'shop-orders' }],
  ]);
});

test('stacks among plain outputs are still stacks', () => {
  expect(keys({ 'us-east-1-stack': { VpcId: 'vpc-1' }, deployed: true })).toEqual([
    ['us-east-1-stack', 'VpcId', 'vpc-1'],
    [undefined, 'deployed', true],
  ]);
});

test('one key in two stacks is kept under both', () => {
  const rows = discover({ East: { VpcId: 'vpc-0a1b2c3d' }, West: { VpcId: 'vpc-4e5f6a7b' } });
  expect(rows.map(({ stack, id }) => [stack, id])).toEqual([
    ['East', 'vpc-0a1b2c3d'],
    ['West', 'vpc-4e5f6a7b'],
  ]);
});

test.each([
  'N/A',
  'N/A-LocalStack',
  'unknown',
  'null',
  '',
  '  ',
  'None',
  '[secret]',
  'http://unknown',
  'skipped-for-localstack',
  'arn:aws:iam::123456789012:role/$' + '{Token[TOKEN.17]}',
  '[]',
  null,
])('the value %j counts as missing', (value) => {
  const [entry] = parseOutputs({ RoleArn: value }).entries;
  expect(entry?.missing).toEqual(expect.any(String));
  expect(discover({ RoleArn: value })[0]).toMatchObject({ type: 'none', identifier: 'placeholder' });
});

test.each(['unknown-bucket', 'na', 'nullable', 'false', 0, false])('the value %j does not', (value) => {
  expect(parseOutputs({ Value: value }).entries[0]).not.toHaveProperty('missing');
});

test('sensitive outputs are marked, whether Terraform or Pulumi says so', () => {
  const terraform = parseOutputs({ password: { sensitive: true, type: 'string', value: 'hunter2' } });
  expect(terraform.entries[0]).toMatchObject({ sensitive: true, value: 'hunter2' });
  expect(discover(terraform)[0]).toMatchObject({ sensitive: true });
  expect(parseOutputs({ password: '[secret]' }).entries[0]).toMatchObject({ sensitive: true });
  expect(parseOutputs({ VpcId: 'vpc-1' }).entries[0]).toMatchObject({ sensitive: false });
});
