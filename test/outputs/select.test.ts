import vm from 'node:vm';
import { parseOutputs, type Selector, select, selectionMessage } from '../../src/outputs';

const outputs = parseOutputs(
  {
    East: { VpcId: 'vpc-1', BucketName: 'logs', ApiEndpointF9648273: 'https://a', Queue: 'N/A', DbPassword: 'one' },
    West: { VpcId: 'vpc-2', BucketName: 'logs', Queue: 'jobs', DbPassword: 'two' },
  },
  'cdk-outputs.json',
);
const flat = parseOutputs(
  { VpcId: 'vpc-1', vpc_id: 'vpc-2', PrivateSubnetA: 'a', PrivateSubnetB: 'b', ExportsOutputRefPrivateSubnetB1: 'b' },
  'flat.json',
);

const values = (selector: Selector, many = false, from = outputs) => {
  const selection = select(from, selector, { many });
  return 'matches' in selection ? selection.matches.map(({ value }) => value) : selection;
};
const message = (selector: Selector, many = false, from = outputs) => {
  const selection = select(from, selector, { many });
  return 'problem' in selection ? selectionMessage(selection, selector, from) : 'no problem';
};

test.each(['BucketName', 'bucket_name', 'bucket-name', 'bucketName', 'BUCKETNAME'])('%s finds BucketName', (name) => {
  expect(values(name)).toEqual(['logs']);
});

test('a CDK hash may be left out', () => {
  expect(values('ApiEndpoint')).toEqual(['https://a']);
});

test('an exact name wins over a loose one', () => {
  expect(values('VpcId', false, flat)).toEqual(['vpc-1']);
  expect(values('vpc_id', false, flat)).toEqual(['vpc-2']);
  expect(values('vpcid', false, flat)).toMatchObject({ problem: 'ambiguous' });
});

test('the same value in two stacks is one match, and a real value wins over a placeholder', () => {
  expect(values('BucketName')).toEqual(['logs']);
  expect(values('Queue')).toEqual(['jobs']);
});

test('a stack can be named', () => {
  expect(values({ stack: 'West', key: 'vpcId' })).toEqual(['vpc-2']);
  expect(values({ stack: 'west', key: 'VpcId' })).toEqual(['vpc-2']);
  expect(values({ stack: 'North', key: 'VpcId' })).toMatchObject({ problem: 'none' });
});

test('several names are alternatives for one, and all wanted for many', () => {
  expect(values(['Bucket', 'BucketName'])).toEqual(['logs']);
  expect(values(['PrivateSubnetA', 'PrivateSubnetB'], true, flat)).toEqual(['a', 'b']);
  expect(values(['PrivateSubnetA', 'PrivateSubnetC'], true, flat)).toMatchObject({
    problem: 'none',
    missing: ['PrivateSubnetC'],
  });
});

test('a pattern from another realm works, and its flags keep no state', () => {
  const pattern = vm.runInNewContext('/private.*subnet/gi') as RegExp;
  expect(pattern).not.toBeInstanceOf(RegExp);
  expect(values(pattern, true, flat)).toEqual(['a', 'b']);
  expect(values(pattern, true, flat)).toEqual(['a', 'b']);
  expect(values(pattern, false, flat)).toMatchObject({ problem: 'ambiguous' });
});

test('an unknown name says what was meant', () => {
  expect(message('BuckeName')).toBe("No output matches 'BuckeName' in cdk-outputs.json.\nDid you mean 'BucketName'?");
});

test('an unlike name lists what there is', () => {
  expect(message('zzzz', false, flat)).toBe(
    "No output matches 'zzzz' in flat.json.\nIt holds: VpcId, vpc_id, PrivateSubnetA, PrivateSubnetB, ExportsOutputRefPrivateSubnetB1.",
  );
  expect(message('zzzz', false, parseOutputs({}))).toBe(
    "No output matches 'zzzz' in the outputs.\nIt holds no outputs at all: is the stack deployed?",
  );
});

test('several candidates are listed with their stacks', () => {
  expect(message('VpcId')).toBe(
    [
      "2 outputs with different values match 'VpcId' in cdk-outputs.json:",
      '  East / VpcId = vpc-1',
      '  West / VpcId = vpc-2',
      "Name the stack: { stack: 'East', key: 'VpcId' }.",
    ].join('\n'),
  );
});

test('a secret is not printed in a message', () => {
  expect(message('DbPassword')).toContain('East / DbPassword = [masked]');
  expect(message('DbPassword')).not.toMatch(/one|two/);
});
