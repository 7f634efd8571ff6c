import type { VerdictRecord } from '../../src/broker/backend';
import type { Project } from '../../src/broker/project';
import type { Verdict } from '../../src/engine/verdict';
import { nobodyAsserted } from '../../src/jest/nobody-asserted';
import { discover } from '../../src/outputs';

const values = {
  VpcId: 'vpc-0a1b2c3d4e5f60718',
  SubnetIds: ['subnet-0a1b2c3d4e5f60718', 'subnet-1a1b2c3d4e5f60718'],
  QueueArn: 'arn:aws:sqs:eu-west-1:123456789012:orders',
  EnvironmentName: 'dev',
};

const discovered = discover(values);

function verdict(outcome: Verdict['outcome'], more: Partial<Verdict> = {}): Verdict {
  return { outcome, matcher: 'toExist', negated: false, summary: 'exists', subject: {}, ...more };
}

function subjectAt(key: string, index = 0): Verdict['subject'] {
  const row = discovered.filter((each) => each.key === key)[index];
  return { key, type: row?.type, id: row?.id };
}

function after(verdicts: Verdict[], read: { key: string }[] = []): string[] {
  const records = verdicts.map((each): VerdictRecord => ({ verdict: each, test: 'test', file: 'file' }));
  return nobodyAsserted({ records, read, readOutputs: () => ({ searched: [], discovered }) } as unknown as Project);
}

const vpc = subjectAt('VpcId');
const rest = ['SubnetIds (AWS::EC2::Subnet)', 'QueueArn (AWS::SQS::Queue)', 'EnvironmentName'];

test('lists resources and plain outputs that nobody asserted on', () => {
  expect(after([verdict('pass', { subject: vpc })])).toEqual(rest);
  expect(after([verdict('fail', { subject: vpc })])).toEqual(rest);
});

test.each(['not implemented here', 'undetermined', 'not found', 'not applicable'] as const)(
  '%s judges nothing',
  (outcome) => {
    expect(after([verdict(outcome, { subject: vpc })])).toEqual(['VpcId (AWS::EC2::VPC)', ...rest]);
  },
);

test('a resource that another output names too is judged by either', () => {
  const { type, id } = vpc;
  expect(after([verdict('pass', { subject: { type, id, key: 'MainVpc' } })])).toEqual(rest);
});

test('a resource that outputs name by its ARN and by its name is judged by either', () => {
  const arn = 'arn:aws:sqs:eu-west-1:123456789012:orders';
  const judged = (id: string) =>
    after([verdict('pass', { subject: { type: 'AWS::SQS::Queue', id, arn, key: 'Other' } })]);
  expect(judged('https://sqs.eu-west-1.amazonaws.com/123456789012/orders')).not.toContain('QueueArn (AWS::SQS::Queue)');
  expect(judged('orders')).not.toContain('QueueArn (AWS::SQS::Queue)');
  const other = { type: 'AWS::SQS::Queue', id: 'billing', arn: arn.replace('orders', 'billing'), key: 'Other' };
  expect(after([verdict('pass', { subject: other })])).toContain('QueueArn (AWS::SQS::Queue)');
});

test('a resource that the test gives another type is judged', () => {
  expect(after([verdict('pass', { subject: { ...vpc, type: 'Acme::Net::Vpc' } })])).toEqual(rest);
});

test('of a list, the members that only others were judged beside', () => {
  const one = subjectAt('SubnetIds', 0);
  const other = subjectAt('SubnetIds', 1);
  const left = (verdicts: Verdict[]) => after(verdicts).filter((row) => row.startsWith('SubnetIds'));
  expect(left([verdict('pass', { subject: one })])).toEqual(['SubnetIds: subnet-1a1b2c3d4e5f60718 (AWS::EC2::Subnet)']);
  const members = [verdict('pass', { subject: one }), verdict('undetermined', { subject: other })];
  expect(left([verdict('undetermined', { members })])).toEqual([
    'SubnetIds: subnet-1a1b2c3d4e5f60718 (AWS::EC2::Subnet)',
  ]);
  expect(left([verdict('pass', { judged: [one, other] })])).toEqual([]);
});

test('a plain output is asserted on by reading it, or by naming it in toHaveOutputs', () => {
  const queue = verdict('pass', { subject: vpc });
  expect(after([queue], [{ key: 'EnvironmentName' }])).not.toContain('EnvironmentName');
  expect(after([queue, verdict('pass', { judged: [{ key: 'EnvironmentName' }] })])).not.toContain('EnvironmentName');
});

test('to read or to name an output that is a resource judges no resource', () => {
  const named = verdict('pass', { judged: [{ key: 'QueueArn' }] });
  expect(after([named], [{ key: 'QueueArn' }])).toContain('QueueArn (AWS::SQS::Queue)');
});

test('a run that judged nothing is not told', () => {
  expect(after([])).toEqual([]);
});
