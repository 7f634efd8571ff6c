import { toHaveConfig } from '../../matchers/config/toHaveConfig';
import { FakeSource, said, table, verdict } from './fake-source';

const config = {
  MultiAZ: true,
  Endpoint: { Address: 'db.example', Port: 5432 },
  Subnets: [{ Id: 'subnet-1' }, { Id: 'subnet-2' }],
  Rules: [{ Status: 'Enabled' }, { Status: 'Disabled' }],
  Empty: [],
  VisibilityTimeout: '30',
  VpcId: 'vpc-1',
  createdAt: '2024-05-01T00:00:00.000Z',
  Environment: { Variables: { DB_PASSWORD: 'hunter2' } },
  'odd.name': 1,
};
const others = {
  vpc: { identity: { id: 'vpc-1', arn: 'arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1' } },
  other: { identity: { id: 'vpc-2' } },
};
const bad = 'wrong argument wrong argument';

table(
  toHaveConfig,
  [
    ['a literal', { config }, [{ MultiAZ: true }], 'pass fail'],
    [
      'another value',
      { config },
      [{ MultiAZ: false }],
      'fail pass',
      /"expected":\{"MultiAZ":false\},"received":\{"MultiAZ":true\}/,
    ],
    ['the first letter in the other case', { config }, [{ multiAZ: true, CreatedAt: /^2024/ }], 'pass fail'],
    ['a nested object', { config }, [{ Endpoint: { Port: 5432 } }], 'pass fail'],
    ['a dotted path', { config }, [{ 'Endpoint.Port': 5432 }], 'pass fail'],
    ['a path in the other case', { config }, [{ 'endpoint.port': 5432 }], 'pass fail'],
    ['an index', { config }, [{ 'Subnets[1].Id': 'subnet-2' }], 'pass fail'],
    ['every item', { config }, [{ 'Subnets[*].Id': /^subnet-/ }], 'pass fail'],
    [
      'every item, of which one differs',
      { config },
      [{ 'Rules[*].Status': 'Enabled' }],
      'fail fail',
      /Rules\[1\]\.Status/,
    ],
    [
      'every item of nothing',
      { config },
      [{ 'Empty[*].Id': 'x' }],
      'fail fail',
      /AWS describes nothing at Empty\[\*\].*an empty list/,
    ],
    ['a name with a dot', { config }, [{ 'odd.name': 1 }], 'pass fail'],
    ['a name that is no path', { config: { 'a[b': 1 } }, [{ 'a[b': 1 }], 'pass fail'],
    ['an empty object within', { config }, [{ Endpoint: {} }], bad, /Endpoint is empty/],
    ['undefined within', { config }, [{ Endpoint: { Port: undefined } }], bad, /Endpoint\.Port is undefined/],
    ['an empty list', { config }, [{ Empty: [] }], 'pass fail'],
    ['an asymmetric matcher', { config }, [{ Endpoint: { Address: expect.stringContaining('example') } }], 'pass fail'],
    [
      'an asymmetric matcher that does not fit',
      { config },
      [{ VpcId: expect.stringContaining('x') }],
      'fail pass',
      /StringContaining/,
    ],
    ['a list of the same length', { config }, [{ Subnets: [{ Id: 'subnet-1' }, { Id: /2$/ }] }], 'pass fail'],
    [
      'a list of another length',
      { config },
      [{ Subnets: [{ Id: 'subnet-1' }] }],
      'fail pass',
      /a list of 1.*a list of 2/,
    ],
    ['a date', { config }, [{ createdAt: new Date('2024-05-01') }], 'pass fail'],
    [
      'a property that is absent',
      { config },
      [{ Enigne: 'x' }],
      'fail fail',
      /AWS describes nothing at Enigne.*Write null/,
    ],
    ['a property that must be absent and is', { config }, [{ Gone: null }], 'pass fail'],
    ['a property that must be absent and is not', { config }, [{ VpcId: null }], 'fail pass'],
    [
      'some of it',
      { config },
      [{ MultiAZ: true, VpcId: 'vpc-9' }],
      'fail fail',
      /only some of it.*MultiAZ yes, VpcId no/,
    ],
    ['a text where AWS gives text', { config }, [{ VisibilityTimeout: 30 }], 'fail pass', /write '30'/],
    ['an object where a value is', { config }, [{ MultiAZ: { a: 1 } }], 'fail pass', /an object/],
    ['undefined', { config }, [{ VpcId: undefined }], bad, /VpcId is undefined; write null/],
    ['nothing in it', { config }, [{}], bad, /empty/],
    ['a text', { config }, ['MultiAZ'], bad, /takes part of the described state/],
  ],
  others,
);

test('a handle stands for the id or ARN of its resource', async () => {
  const source = new FakeSource({ ...others, subject: { config } });
  expect((await verdict(toHaveConfig, source.one('subject'), [{ VpcId: source.one('vpc') }])).outcome).toBe('pass');
  const wrong = await verdict(toHaveConfig, source.one('subject'), [{ VpcId: source.one('other') }]);
  expect(wrong).toMatchObject({ outcome: 'fail', expected: { VpcId: 'other (vpc-2)' }, received: { VpcId: 'vpc-1' } });
  const missing = await verdict(toHaveConfig, source.one('subject'), [{ VpcId: source.one('gone') }], true);
  expect(missing).toMatchObject({ outcome: 'not found', reason: 'gone does not exist' });
});

test('secrets are masked', async () => {
  const source = new FakeSource({ subject: { config } });
  const asked = { Environment: { Variables: { DB_PASSWORD: 'letmein' } } };
  const answer = said(await verdict(toHaveConfig, source.one('subject'), [asked]));
  expect(answer).toContain('(masked)');
  expect(answer).not.toMatch(/hunter2|letmein/);
  const object = said(await verdict(toHaveConfig, source.one('subject'), [{ Environment: 'none' }]));
  expect(object).not.toMatch(/hunter2/);
});

test('something that contains itself is refused', async () => {
  const asked: Record<string, unknown> = {};
  asked.Self = asked;
  const handle = new FakeSource({ subject: { config } }).one('subject');
  const answer = await judgeQuietly(handle, asked);
  expect(answer).toMatchObject({ outcome: 'wrong argument', reason: expect.stringContaining('contains itself') });
});

async function judgeQuietly(handle: unknown, asked: unknown) {
  const { judge } = await import('../../src/engine/judge');
  return judge({ matcher: 'm', definition: toHaveConfig, args: [asked], negated: false, print: () => '...' }, handle);
}
