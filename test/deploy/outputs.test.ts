import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { formatOutputs, writeOutputs } from '../../deploy';

const outputs = { VpcId: 'vpc-1', SubnetIds: ['subnet-1', 'subnet-2'], Port: 5432, Limits: { burst: 10 } };

const shapes: [Parameters<typeof formatOutputs>[1], unknown][] = [
  ['flat', outputs],
  ['pulumi', outputs],
  ['cdk', { Orders: { VpcId: 'vpc-1', SubnetIds: 'subnet-1,subnet-2', Port: '5432', Limits: '{"burst":10}' } }],
  [
    'cdktf',
    { Orders: { 'vpc-id': 'vpc-1', 'subnet-ids': ['subnet-1', 'subnet-2'], port: 5432, limits: { burst: 10 } } },
  ],
  [
    'terraform',
    {
      VpcId: { sensitive: false, type: 'string', value: 'vpc-1' },
      SubnetIds: { sensitive: false, type: ['list', 'string'], value: ['subnet-1', 'subnet-2'] },
      Port: { sensitive: true, type: 'number', value: 5432 },
      Limits: { sensitive: false, type: ['object', { burst: 'number' }], value: { burst: 10 } },
    },
  ],
  [
    'cloudformation',
    [
      { OutputKey: 'VpcId', OutputValue: 'vpc-1' },
      { OutputKey: 'SubnetIds', OutputValue: 'subnet-1,subnet-2' },
      { OutputKey: 'Port', OutputValue: '5432' },
      { OutputKey: 'Limits', OutputValue: '{"burst":10}' },
    ],
  ],
];

test.each(shapes)('%s', (format, expected) => {
  expect(formatOutputs(outputs, format, { stack: 'Orders', sensitive: ['Port'] })).toEqual(expected);
});

test('describe-stacks', () => {
  expect(formatOutputs({ VpcId: 'vpc-1' }, 'describe-stacks', { stack: 'Orders' })).toEqual({
    Stacks: [
      {
        StackName: 'Orders',
        StackStatus: 'CREATE_COMPLETE',
        Outputs: [{ OutputKey: 'VpcId', OutputValue: 'vpc-1' }],
      },
    ],
  });
});

test('outputs of several stacks stand below the stack that they are of', () => {
  const options = { stack: 'Data', stacks: { Network: ['VpcId', 'SubnetIds'] } };
  const given = { TableName: 'orders', VpcId: 'vpc-1', SubnetIds: ['subnet-1'] };
  expect(formatOutputs(given, 'cdk', options)).toEqual({
    Data: { TableName: 'orders' },
    Network: { VpcId: 'vpc-1', SubnetIds: 'subnet-1' },
  });
  expect(formatOutputs(given, 'describe-stacks', options)).toMatchObject({
    Stacks: [
      { StackName: 'Data' },
      { StackName: 'Network', Outputs: [{ OutputKey: 'VpcId' }, { OutputKey: 'SubnetIds' }] },
    ],
  });
});

test.each([
  ['VpcId', 'vpc-id'],
  ['dynamodb_table_arn', 'dynamodb-table-arn'],
  ['already-kebab', 'already-kebab'],
  ['KMSKeyArn', 'kms-key-arn'],
  ['tableV2Name', 'table-v2-name'],
])('CDKTF names the output %s %s', (key, kebab) => {
  expect(formatOutputs({ [key]: 'value' }, 'cdktf', { stack: 'Trading' })).toEqual({ Trading: { [kebab]: 'value' } });
});

test('writes a file, and the folder it is in', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stackproof-outputs-'));
  const file = path.join(folder, 'cfn-outputs', 'flat-outputs.json');
  await writeOutputs(file, outputs);
  expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toEqual(outputs);
  fs.rmSync(folder, { recursive: true });
});

test('says which format needs a stack, and which formats there are', () => {
  expect(() => formatOutputs(outputs, 'cdk')).toThrow(
    'The outputs format "cdk" needs the name of the stack: { stack: \'OrdersStack\' }.',
  );
  expect(() => formatOutputs(outputs, 'bicep' as 'flat')).toThrow(
    'Unknown outputs format "bicep"; choose one of: flat, pulumi, cdk, cdktf, terraform, cloudformation, describe-stacks.',
  );
});
