import { faultsOf, textOf } from '../../examples/failure';
import { shortfallsOf } from '../../examples/shortfall';
import type { Trial } from '../../examples/trial';

const colour = (text: string) => `\u001b[32m${text}\u001b[39m`;

const text = textOf({
  fullName: 'the database survives',
  failureMessages: [
    [
      'Error: expect(DatabaseEndpoint).toBeMultiAz()',
      '',
      'Claim:     RDS DB instance orders survives the loss of an Availability Zone',
      `Expected:  ${colour('runs in more than one Availability Zone')}`,
      `Received:  ${colour('{"zone": "eu-west-1a",')}`,
      '  "standby": false}',
      'Resource:  RDS DB instance orders, output DatabaseEndpoint of stack Orders, arn:aws:rds:eu-west-1:1:db:orders',
      'Read from: rds:DescribeDBInstances MultiAZ in eu-west-1',
      '    at Object.<anonymous> (orders.int.test.ts:3:1)',
    ].join('\n'),
  ],
});

const right = { output: 'DatabaseEndpoint', expected: 'more than one', received: /"standby": false/ };

test('a message that names output, expected and received value has no fault', () => {
  expect(faultsOf(text, right)).toEqual([]);
});

test.each([
  [{ output: 'Database' }, 'does not name the output Database'],
  [{ output: 'eu-west-1a' }, 'does not name the output eu-west-1a'],
  [{ expected: 'standby' }, 'Expected does not contain "standby"'],
  [{ received: /more than one/ }, 'Received does not contain /more than one/'],
])('%j is not in its line', (wrong, fault) => {
  expect(faultsOf(text, { ...right, ...wrong })).toEqual([fault]);
});

test('an output that is missing is named by what was expected', () => {
  const message = 'expect(outputs).toHaveOutputs()\n\nExpected:  VpcId\nReceived:  no output VpcId\nResource:  outputs';
  expect(faultsOf(message, { output: 'VpcId', expected: 'VpcId', received: 'no output' })).toEqual([]);
});

test('where nothing could be judged, the message as a whole says both', () => {
  const message =
    'Undetermined (access denied): AWS denied s3:GetBucketPolicy\nResource:  S3 bucket, output BucketName';
  expect(faultsOf(message, { output: 'BucketName', expected: 'GetBucketPolicy', received: 'denied' })).toEqual([]);
});

describe('what is short', () => {
  const trial: Trial = {
    server: 'moto',
    example: 'orders',
    findings: Array.from({ length: 19 }, (_, index) => ({
      mistake: `mistake ${index}`,
      detected: true,
      rightTest: true,
      rightMessage: true,
      faults: [],
      otherFailingTests: [],
    })),
    unseen: [{ mistake: 'tags', reason: 'moto forgets tags' }],
    healthyRuns: 20,
    falseAlarms: [],
    skipped: {},
    nobodyAsserted: [],
  };

  test('nothing, where everything was caught', () => {
    expect(shortfallsOf([trial], [20, 80])).toEqual([]);
  });

  test('mistakes that were not caught, false alarms, and what nobody asserted on', () => {
    const faults = ['there is no test "x"; no test failed'];
    const [first] = trial.findings;
    const short = { ...trial, findings: [...trial.findings, { ...first, mistake: 'key disabled', faults } as never] };
    expect(
      shortfallsOf([{ ...short, falseAlarms: ['a test\nits message'], nobodyAsserted: ['VpcId (AWS::EC2::VPC)'] }]),
    ).toEqual([
      'orders on moto: key disabled\n    there is no test "x"; no test failed',
      'orders on moto: false alarm: a test\n    its message',
      'orders on moto: nobody asserted on VpcId (AWS::EC2::VPC)',
    ]);
  });

  test('too few mistakes, unless a part was run', () => {
    const few = { ...trial, unseen: [] };
    expect(shortfallsOf([few])).toEqual([]);
    expect(shortfallsOf([few], [19, 80])).toEqual([
      'orders has 19 mistakes; 20 are wanted',
      'there are 99 mistakes in all; 100 are wanted',
    ]);
  });
});
