import { messageOf, reasonInTitle } from '../../src/engine/message';
import type { Verdict } from '../../src/engine/verdict';

const failed: Verdict = {
  outcome: 'fail',
  matcher: 'toBeMultiAz',
  negated: false,
  summary: 'survives the loss of an Availability Zone',
  subject: {
    label: 'RDS DB instance',
    id: 'orders',
    key: 'DatabaseEndpoint',
    stack: 'Orders',
    arn: 'arn:aws:rds:...:db:orders',
  },
  expected: 'runs in more than one Availability Zone',
  received: 'one instance in eu-west-1a',
  evidence: { calls: ['rds:DescribeDBInstances'], fields: 'MultiAZ', region: 'eu-west-1' },
  advice: 'Set MultiAZ.',
};

test('a failure says which resource, what was expected and received, where it was read and what to do', () => {
  expect(messageOf(failed)).toBe(`expect(DatabaseEndpoint).toBeMultiAz()

Claim:     RDS DB instance orders survives the loss of an Availability Zone
Expected:  runs in more than one Availability Zone
Received:  one instance in eu-west-1a
Resource:  RDS DB instance orders, output DatabaseEndpoint of stack Orders, arn:aws:rds:...:db:orders
Read from: rds:DescribeDBInstances MultiAZ in eu-west-1
Next:      Set MultiAZ.`);
});

test('a negated failure says so in claim and expectation', () => {
  const text = messageOf({ ...failed, negated: true });
  expect(text).toContain('expect(DatabaseEndpoint).not.toBeMultiAz()');
  expect(text).toContain('Claim:     it is not so that RDS DB instance orders survives');
  expect(text).toContain('Expected:  not: runs in more than one Availability Zone');
});

test('a fault stands beside the claim', () => {
  expect(messageOf({ ...failed, reason: 'the key is Disabled' })).toContain('\nFault:     the key is Disabled\n');
});

test('what could not be determined names cause, action and advice, and judges nothing', () => {
  const text = messageOf({
    ...failed,
    outcome: 'undetermined',
    cause: 'access denied',
    reason: 'AWS denied kms:DescribeKey',
    action: 'kms:DescribeKey',
  });
  expect(text).toContain('Undetermined (access denied): AWS denied kms:DescribeKey');
  expect(text).toContain('Needs:     kms:DescribeKey');
  expect(text).not.toContain('Expected:');
});

test('what does not exist was expected to, whatever was asked', () => {
  const reason = 'RDS DB instance "orders" does not exist';
  const gone: Verdict = { ...failed, outcome: 'not found', code: 'DBInstanceNotFound', reason };
  expect(messageOf(gone)).toContain(`Not found: ${reason}
Expected:  it exists and survives the loss of an Availability Zone
Received:  it does not exist (DBInstanceNotFound)
`);
  expect(messageOf({ ...gone, negated: true, code: undefined })).toContain(`Not found: ${reason}
Expected:  it exists, and it is not so that it survives the loss of an Availability Zone
Received:  it does not exist
`);
});

test('an output that is missing is expected and not received', () => {
  const missing: Verdict = { ...failed, outcome: 'not deployed', reason: 'no output Db' };
  const instead = { expected: 'an output Db', received: 'no such output' };
  expect(messageOf({ ...missing, ...instead })).toContain(`Not deployed: no output Db
Expected:  an output Db
Received:  no such output
`);
  expect(messageOf({ ...missing, expected: undefined, received: undefined })).not.toContain('Expected:');
});

test('a list names only the members that do not hold', () => {
  const member = (id: string, outcome: Verdict['outcome']): Verdict => ({
    ...failed,
    outcome,
    subject: { ...failed.subject, id },
  });
  const text = messageOf({ ...failed, members: [member('a', 'pass'), member('b', 'fail'), member('c', 'not found')] });
  expect(text).toContain('2 of 3 resources do not hold:');
  expect(text).toContain('RDS DB instance b survives');
  expect(text).not.toContain('RDS DB instance a ');
});

test('a flow says what it sent, when it gave up and what it saw last; what it did beside that is for the report', () => {
  const sent = {
    act: 'deliver' as const,
    call: 'sqs:SendMessage',
    sent: { MessageBody: 'hi' },
    on: 'AWS::SQS::Queue In',
  };
  const text = messageOf({
    ...failed,
    acts: [sent, { ...sent, act: 'remove', call: 'sqs:DeleteMessage' }],
    waited: { seconds: 30.1, looks: 12, lastSeen: 'another message' },
  });
  expect(text).toContain(`
Sent:      sqs:SendMessage {"MessageBody":"hi"} to AWS::SQS::Queue In
Gave up:   after 30.1 s, having looked 12 times
Last seen: another message
Resource:`);
  expect(text).not.toContain('DeleteMessage');
});

test('the reason in a title is one line', () => {
  expect(reasonInTitle({ outcome: 'not deployed', reason: 'no output X\nIt holds: Y' })).toBe('no output X');
  expect(reasonInTitle({ outcome: 'not implemented here' })).toBe('not implemented here');
});
