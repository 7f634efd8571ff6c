import * as matchers from '../../matchers';
import type { FoundThing, Json } from '../../src/acts';
import { createHandle, internalsOf } from '../../src/engine/handle';
import { judge } from '../../src/engine/judge';
import type { MatcherDefinition } from '../../src/engine/matcher';
import { messageOf } from '../../src/engine/message';
import { notImplementedHere, undetermined } from '../../src/engine/unjudged';
import type { Verdict } from '../../src/engine/verdict';
import { FakeSystem, thing, undoOf } from './fake-system';

/** Things in the queue, from the given look on; the first look is number 1. */
let inQueue: { from: number; to?: number; thing: FoundThing }[] = [];
let looks = 0;
let sent: Json;
let system: FakeSystem;

function found(things: FoundThing[], complete = true) {
  return { value: { things, complete } };
}

beforeEach(() => {
  inQueue = [];
  looks = 0;
  sent = null;
  system = new FakeSystem({
    stream: {
      facets: { intake: { takes: 'record' } },
      acts: {
        deliver: async ({ content }) => {
          sent = content;
          return { undo: [undoOf('record')] };
        },
      },
    },
    queue: {
      facets: { contents: { holds: 'message' } },
      acts: {
        find: async () => {
          looks += 1;
          return found(
            inQueue.filter(({ from, to = looks }) => from <= looks && looks <= to).map((each) => each.thing),
          );
        },
      },
    },
    bucket: {
      facets: { contents: { holds: 'object' } },
      acts: { find: async () => found([]) },
    },
  });
});

const definitions: Record<string, MatcherDefinition> = { ...matchers };

function ask(name: keyof typeof matchers, args: unknown[], negated = false, subject = 'stream'): Promise<Verdict> {
  const definition = definitions[name];
  if (!definition) throw new Error(`there is no matcher ${name}`);
  return judge({ matcher: name, definition, args, negated, print: JSON.stringify }, system.one(subject));
}

const reach = (send: unknown, more: object = {}, negated = false) =>
  ask('toReach', [system.one('queue'), { send, within: 1, ...more }], negated);

describe('an effect that comes', () => {
  test('passes, is removed together with what was sent, and everything known is forgotten', async () => {
    inQueue = [{ from: 3, thing: thing('m1', 'order 7 is in') }];
    const verdict = await reach({ order: 7 }, { find: 'order 7' });
    expect(verdict.outcome).toBe('pass');
    expect(verdict.received).toMatch(/^it arrived after \d\.\d s$/);
    expect(system.steps()).toEqual(['deliver stream', 'remove queue', 'remove stream']);
    expect(system.done.slice(-2).sort()).toEqual(['forget queue', 'forget stream']);
    expect(verdict.acts?.map(({ act, on }) => `${act} ${on}`)).toEqual([
      'deliver stream',
      'remove queue',
      'remove stream',
    ]);
    expect(verdict.judged).toMatchObject([{ id: 'stream' }, { id: 'queue' }]);
    expect(verdict.evidence?.calls).toEqual(expect.arrayContaining(['fake:deliver', 'fake:find']));
  });

  test('fails with .not, and is removed all the same', async () => {
    inQueue = [{ from: 2, thing: thing('m1', 'order 7 is in') }];
    const verdict = await reach({ order: 7 }, { find: 'order 7' }, true);
    expect(verdict.outcome).toBe('fail');
    expect(system.steps()).toContain('remove queue');
  });

  test('the marker is the same in what is sent and in what is found, and new each time', async () => {
    const markers: string[] = [];
    const remember = async () => {
      markers.push(String((sent as { id?: string } | null)?.id ?? ''));
      return found([thing('m1', `got ${JSON.stringify(sent)}`)]);
    };
    Object.assign(system.resources.queue?.acts ?? {}, { find: remember });
    for (let times = 0; times < 2; times += 1) {
      expect((await reach({ id: '{marker}' })).outcome).toBe('pass');
    }
    const seen = new Set(markers.filter(Boolean));
    expect(seen.size).toBe(2);
    for (const marker of seen) expect(marker).toMatch(/^stackproof-[0-9a-f]{12}$/);
  });

  test.each([[/^order \{marker\} is in$/], [/order {marker} is/i]])('the marker stands in %s', async (find) => {
    const arriving = async () => found([thing('m1', `order ${String((sent as { id?: string } | null)?.id)} is in`)]);
    Object.assign(system.resources.queue?.acts ?? {}, { find: arriving });
    expect((await reach({ id: '{marker}' }, { find })).outcome).toBe('pass');
  });

  test('what was there before does not count, and goes back where it was', async () => {
    inQueue = [{ from: 1, to: 1, thing: thing('old', 'order 7 is in') }];
    const verdict = await reach({ order: 7 }, { find: 'order 7', within: 0.3 });
    expect(verdict.outcome).toBe('fail');
    expect(system.steps()).toEqual(['deliver stream', 'remove stream', 'release queue']);
  });

  test('every copy of it is removed', async () => {
    inQueue = [
      { from: 2, thing: thing('m1', 'order 7 is in') },
      { from: 2, thing: thing('m2', 'order 7 is in') },
    ];
    expect((await reach({ order: 7 }, { find: 'order 7' })).outcome).toBe('pass');
    expect(system.steps()).toEqual(['deliver stream', 'remove queue', 'remove queue', 'remove stream']);
  });
});

describe('an effect that does not come', () => {
  test('fails when the time is up, and says what was sent, for how long it looked and what it saw last', async () => {
    inQueue = [{ from: 1, thing: thing('other', 'order 8 is in') }];
    const started = Date.now();
    const verdict = await reach({ order: '{marker}' });
    expect(Date.now() - started).toBeGreaterThanOrEqual(1_000);
    expect(verdict.waited).toMatchObject({ seconds: expect.any(Number), looks: expect.any(Number) });
    expect(verdict.waited?.looks).toBeGreaterThan(2);
    const text = messageOf(verdict);
    expect(text).toMatch(/^Expected: {2}message with "stackproof-\w+" in Fake queue within 1 s$/m);
    expect(text).toMatch(/^Received: {2}it did not arrive$/m);
    expect(text).toMatch(/^Sent: {6}fake:deliver .*"order":"stackproof-\w+".* to stream$/m);
    expect(text).toMatch(/^Gave up: {3}after 1(\.\d)? s, having looked \d+ times$/m);
    expect(text).toMatch(/^Last seen: order 8 is in$/m);
    expect(system.steps()).toEqual(['deliver stream', 'release queue', 'remove stream']);
  });

  test('passes with .not, and only when the whole time is over', async () => {
    const started = Date.now();
    expect((await reach('{marker}', {}, true)).outcome).toBe('pass');
    expect(Date.now() - started).toBeGreaterThanOrEqual(1_000);
  });

  test('a last look that failed is no proof of absence', async () => {
    const fails = async () => {
      throw undetermined('throttled', 'too many requests');
    };
    Object.assign(system.resources.queue?.acts ?? {}, { find: fails });
    for (const negated of [false, true]) {
      expect(await reach('{marker}', { within: 0.2 }, negated)).toMatchObject({
        outcome: 'undetermined',
        cause: 'throttled',
      });
    }
    expect(system.steps().filter((step) => step === 'remove stream')).toHaveLength(2);
  });

  test('neither is a look at a part of the whole', async () => {
    Object.assign(system.resources.queue?.acts ?? {}, { find: async () => found([], false) });
    for (const negated of [false, true]) {
      const verdict = await reach('{marker}', { within: 0.1 }, negated);
      expect(verdict).toMatchObject({ outcome: 'fail', reason: expect.stringContaining('only a part') });
    }
  });
});

describe('a key that is taken', () => {
  test('is not acted on, in neither direction', async () => {
    const taken = async () => ({ value: { things: [thing('v1', '')], complete: true } });
    Object.assign(system.resources.bucket?.acts ?? {}, { find: taken });
    for (const negated of [false, true]) {
      const args = [system.one('bucket'), { send: 'x', find: { key: 'out/report' }, within: 1 }];
      const verdict = await ask('toReach', args, negated);
      expect(verdict).toMatchObject({ outcome: 'fail', reason: expect.stringContaining('was there before the act') });
    }
    expect(system.steps()).toEqual([]);
  });

  test('what may come late under a free key is removed, although it was not seen', async () => {
    const free = async () => ({ value: { things: [], complete: true, undo: undoOf('out/report') } });
    Object.assign(system.resources.bucket?.acts ?? {}, { find: free });
    await ask('toReach', [system.one('bucket'), { send: 'x', find: { key: 'out/report' }, within: 0.1 }]);
    expect(system.steps()).toEqual(['deliver stream', 'remove stream', 'remove bucket']);
  });
});

describe('clean-up', () => {
  test('that fails is a failure, which names what is left and where', async () => {
    const remove = async () => {
      throw undetermined('access denied', 'AWS denied kinesis:Remove');
    };
    Object.assign(system.resources.stream?.acts ?? {}, { remove });
    for (const negated of [false, true]) {
      const verdict = await reach('{marker}', { within: 0.1 }, negated);
      expect(verdict).toMatchObject({
        outcome: 'fail',
        left: ['thing record in Fake stream (AWS denied kinesis:Remove)'],
        reason: expect.stringContaining('it left behind thing record in Fake stream'),
      });
    }
  });

  test('what a server without the operation leaves behind is no reason to skip', async () => {
    const deliver = async () => {
      throw notImplementedHere('no such operation');
    };
    Object.assign(system.resources.stream?.acts ?? {}, { deliver });
    expect(await reach('{marker}', { within: 0.1 })).toMatchObject({ outcome: 'not implemented here' });
  });

  test('follows a failure of which nobody knows whether it was one', async () => {
    const deliver = async () => {
      const { data } = undetermined('timed out', 'no answer');
      throw Object.assign(undetermined('timed out', 'no answer'), { data: { ...data, undo: [undoOf('record')] } });
    };
    Object.assign(system.resources.stream?.acts ?? {}, { deliver });
    const verdict = await reach('{marker}');
    expect(verdict).toMatchObject({ outcome: 'undetermined', cause: 'timed out' });
    expect(verdict).not.toHaveProperty('undo');
    expect(verdict.acts?.map(({ act }) => act)).toEqual(['deliver', 'remove']);
  });

  test('follows a fault of a program, which is not swallowed', async () => {
    const find = async () => {
      throw new TypeError('a fault of ours');
    };
    Object.assign(system.resources.queue?.acts ?? {}, { find });
    await expect(reach('{marker}')).rejects.toThrow('a fault of ours');
    expect(system.steps()).toEqual(['deliver stream', 'remove stream']);
  });
});

describe('where acts are not allowed', () => {
  beforeEach(() => {
    system.allowActs = false;
  });

  test.each([
    ['toReach', () => [system.one('queue'), { send: '{marker}' }]],
    ['toAccept', () => ['x']],
  ] as const)('%s passes in neither direction, and nothing is sent', async (name, args) => {
    for (const negated of [false, true]) {
      const verdict = await ask(name, args(), negated);
      expect(verdict).toMatchObject({ outcome: 'undetermined', cause: 'acts not allowed' });
      expect(messageOf(verdict)).toContain('Undetermined (acts not allowed): would have called deliver');
    }
    expect(system.done).toEqual([]);
  });
});

describe('what a test asks for', () => {
  test.each([
    ['nothing to tell it by', { send: 'x' }, /nothing tells what arrives.*'\{marker\}' into send/s],
    ['an unknown option', { send: 'x', until: 3 }, /'until' is no option; the options are send, find, within/],
    ['nothing to send', { find: 'x' }, /send is missing/],
    ['a date', { send: { at: new Date(0) } }, /at is a date, which JSON does not carry/],
    ['an undefined field', { send: { at: undefined } }, /at is undefined; leave it out/],
    ['an empty text to find', { send: 'x', find: '' }, /find takes what to look for/],
  ])('%s', async (_title, given, says) => {
    const verdict = await ask('toReach', [system.one('queue'), given]);
    expect(verdict.outcome).toBe('wrong argument');
    expect(`${verdict.reason} ${verdict.advice}`).toMatch(says);
    expect(system.steps()).toEqual([]);
  });

  test.each([
    ['no key', 'stream record', /nothing says where to look/],
    ['an unknown word', { key: 'a', text: 'b' }, /find has no 'text'; it is key and body/],
    ['a key that is no text', { key: { id: 1 } }, /the key to find is/],
  ])('an object with %s', async (_title, find, says) => {
    const args = [system.one('bucket'), { send: ['a', '{marker}'], ...(typeof find === 'object' && { find }) }];
    const verdict = await ask('toReach', args);
    expect(verdict.outcome).toBe('wrong argument');
    expect(verdict.reason).toMatch(says);
  });

  test('a destination that keeps nothing is not applicable', async () => {
    const verdict = await ask('toReach', [system.one('stream'), { send: '{marker}' }]);
    expect(verdict.outcome).toBe('not applicable');
  });

  test('eventually has no part in it', async () => {
    const inner = internalsOf(system.one('stream'));
    if (!inner) throw new Error('that is a handle');
    const patient = createHandle({ ...inner, patience: { withinSeconds: 5 } });
    const definition = matchers.toAccept as MatcherDefinition;
    const verdict = await judge(
      { matcher: 'toAccept', definition, args: ['x'], negated: false, print: String },
      patient,
    );
    expect(verdict).toMatchObject({ outcome: 'wrong argument', reason: expect.stringContaining('waits by itself') });
  });
});

test('the test is told how long it may take', async () => {
  const told: number[] = [];
  const definition = matchers.toReach as MatcherDefinition;
  const args = [system.one('queue'), { send: '{marker}', within: 0.1 }];
  const question = { matcher: 'toReach', definition, args, negated: false, print: String };
  await judge({ ...question, takesTime: (seconds) => told.push(seconds) }, system.one('stream'));
  expect(Math.min(...told)).toBeGreaterThanOrEqual(30);
});
