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
    'Unknown outputs format "bicep"; choose one of: flat, pulumi, cdk, terraform, cloudformation, describe-stacks.',
  );
});
