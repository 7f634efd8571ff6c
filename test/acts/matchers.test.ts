import * as matchers from '../../matchers';
import type { Acts } from '../../src/acts';
import { judge } from '../../src/engine/judge';
import type { MatcherDefinition } from '../../src/engine/matcher';
import type { Verdict } from '../../src/engine/verdict';
import { FakeSystem, thing, undoOf } from './fake-system';

const definitions: Record<string, MatcherDefinition> = { ...matchers };

function ask(name: keyof typeof matchers, system: FakeSystem, args: unknown[], negated = false): Promise<Verdict> {
  const definition = definitions[name];
  if (!definition) throw new Error(`there is no matcher ${name}`);
  return judge({ matcher: name, definition, args, negated, print: JSON.stringify }, system.one('subject'));
}

/** Outcomes without and with `.not`. */
async function both(name: keyof typeof matchers, system: () => FakeSystem, args: unknown[]) {
  const [one, other] = [await ask(name, system(), args), await ask(name, system(), args, true)];
  return { outcomes: `${one.outcome} ${other.outcome}`, said: JSON.stringify(one), verdict: one };
}

type Row<Answer> = [title: string, answer: Answer, args: unknown[], outcomes: string, says?: RegExp];

describe('toInvokeSuccessfully', () => {
  const system = (answer: Acts['invoke']['output']) => () =>
    new FakeSystem({
      subject: { facets: { invocable: { timeoutInSeconds: 3 } }, acts: { invoke: async () => ({ value: answer }) } },
    });
  const good = { payload: '{"status":"ok","items":[1,2]}', milliseconds: 12 };
  const bad = { payload: '{"errorMessage":"boom"}', error: 'Unhandled', log: 'START\nboom\n', milliseconds: 3 };
  const rows: Row<Acts['invoke']['output']>[] = [
    ['an answer', good, [], 'pass fail', /returned .* after 12 ms/],
    ['an error', bad, [], 'fail pass', /FunctionError Unhandled: .*boom.*The end of its log/],
    ['part of what it returns', good, [{ returns: { status: 'ok' } }], 'pass fail'],
    ['a text in what it returns', good, [{ returns: '"items":[1' }], 'pass fail'],
    ['a pattern', good, [{ returns: /"status":"ok"/ }], 'pass fail'],
    ['an asymmetric matcher', good, [{ returns: { items: expect.any(Array) } }], 'pass fail'],
    ['another status', good, [{ returns: { status: 'late' } }], 'fail pass', /returns \{\\"status/],
    ['a list of another length', good, [{ returns: { items: [1] } }], 'fail pass'],
    ['an error where something was to be returned', bad, [{ returns: { status: 'ok' } }], 'fail fail', /it failed, so/],
  ];
  test.each(rows)('%s', async (_title, answer, args, outcomes, says = /./) => {
    const ended = await both('toInvokeSuccessfully', system(answer), args);
    expect(ended.outcomes).toBe(outcomes);
    expect(ended.said).toMatch(says);
  });
});

describe('toExecuteSuccessfully', () => {
  const system = (start: Acts['execute']['output'], ...then: Acts['follow']['output'][]) => {
    let looks = 0;
    return () =>
      new FakeSystem({
        subject: {
          facets: { workflow: { type: 'STANDARD', states: [], calls: [] } },
          acts: {
            execute: async () => ({ value: start, undo: [undoOf('execution')] }),
            follow: async () => ({ value: then[Math.min(looks++, then.length - 1)] ?? start }),
          },
        },
      });
  };
  const running = { id: 'e', status: 'RUNNING' };
  const succeeded = { id: 'e', status: 'SUCCEEDED', output: '{"paid":true}' };
  const failed = { id: 'e', status: 'FAILED', error: 'Broken', cause: 'on purpose' };
  const rows: Row<() => FakeSystem>[] = [
    ['success after a while', system(running, running, succeeded), [], 'pass fail'],
    ['success at once', system(succeeded), [{ output: { paid: true } }], 'pass fail'],
    ['another output', system(succeeded), [{ output: { paid: false } }], 'fail pass', /SUCCEEDED with the output/],
    ['failure', system(running, failed), [], 'fail pass', /FAILED: Broken: on purpose/],
    ['failure, with an output', system(failed), [{ output: { paid: true } }], 'fail fail', /its output was not judged/],
    ['no end', system(running, running), [{ within: 0.2 }], 'fail fail', /has not ended within 0.2 s, and was stopped/],
  ];
  test.each(rows)('%s', async (_title, make, args, outcomes, says = /./) => {
    const ended = await both('toExecuteSuccessfully', make, args);
    expect(ended.outcomes).toBe(outcomes);
    expect(ended.said).toMatch(says);
  });
  test('what it started is ended', async () => {
    const subject = system(running, running)();
    await ask('toExecuteSuccessfully', subject, [{ within: 0.1 }]);
    expect(subject.steps().at(-1)).toBe('remove subject');
  });
});

describe('toRespond', () => {
  const answer = { url: 'https://x/prod/', status: 200, headers: {}, body: '{"id":7}', milliseconds: 80 };
  const system =
    (...answers: Partial<typeof answer>[]) =>
    () => {
      let times = 0;
      const request = async () => ({ value: { ...answer, ...answers[Math.min(times++, answers.length - 1)] } });
      return new FakeSystem({ subject: { facets: { webAddress: { address: 'https://x/prod' } }, acts: { request } } });
    };
  const rows: Row<() => FakeSystem>[] = [
    ['any 2xx', system({ status: 204 }), [], 'pass fail'],
    ['a redirect is none', system({ status: 301 }), [], 'fail pass', /status 301 after 80 ms, body/],
    ['a status', system({ status: 404 }), [{ status: 404 }], 'pass fail'],
    ['one of some', system({ status: 201 }), [{ status: [200, 201] }], 'pass fail'],
    ['part of the body', system({}), [{ containing: { id: 7 } }], 'pass fail'],
    ['too slow', system({}), [{ latency: 0.05 }], 'fail fail', /an answer within 50 ms/],
    ['all of it otherwise', system({ status: 500, body: '' }), [{ containing: 'id' }], 'fail pass'],
    [
      'some of it otherwise',
      system({ status: 500 }),
      [{ containing: 'id' }],
      'fail fail',
      /only some of it is as expected/,
    ],
    ['in the end', system({ status: 503 }, { status: 503 }, {}), [{ within: 5 }], 'pass fail'],
    ['never', system({ status: 503 }), [{ within: 0.3 }], 'fail pass', /"lastSeen":"status 503/],
    [
      'a POST is not repeated',
      system({}),
      [{ method: 'POST', within: 5 }],
      'wrong argument wrong argument',
      /sent once/,
    ],
    [
      'a path without a slash',
      system({}),
      [{ path: 'orders' }],
      'wrong argument wrong argument',
      /starts with a slash/,
    ],
    [
      'a header of two lines',
      system({}),
      [{ headers: { a: 'b\r\nc' } }],
      'wrong argument wrong argument',
      /on one line/,
    ],
  ];
  test.each(rows)('%s', async (_title, make, args, outcomes, says = /./) => {
    const ended = await both('toRespond', make, args);
    expect(ended.outcomes).toBe(outcomes);
    expect(ended.said).toMatch(says);
  });
});

describe('toLog', () => {
  const system =
    (lines: string[], complete = true) =>
    () =>
      new FakeSystem({
        subject: {
          facets: { logEvents: { name: 'group' } },
          acts: {
            find: async () => ({
              value: { things: lines.map((text, index) => ({ id: String(index), text })), complete },
            }),
          },
        },
      });
  const brief = { within: 0.1 };
  const rows: Row<() => FakeSystem>[] = [
    ['a text in a line', system(['x', 'it has started']), ['started', brief], 'pass fail'],
    ['a pattern', system(['took 12 ms']), [/took \d+ ms/, brief], 'pass fail'],
    [
      'part of the JSON that a line ends with',
      system(['2026 INFO {"level":"info","n":1}']),
      [{ n: 1 }, brief],
      'pass fail',
    ],
    ['no such line', system(['x', 'y']), ['started', brief], 'fail pass', /"lastSeen":"2 others, the last: y"/],
    ['more than could be searched', system(['x'], false), ['started', brief], 'fail fail', /more lines than/],
  ];
  test.each(rows)('%s', async (_title, make, args, outcomes, says = /./) => {
    const ended = await both('toLog', make, args);
    expect(ended.outcomes).toBe(outcomes);
    expect(ended.said).toMatch(says);
  });
});

describe('toStore', () => {
  const system = (back: (sent: unknown) => string | undefined) => () => {
    let sent: unknown;
    return new FakeSystem({
      subject: {
        facets: { keeping: { holds: 'object', keys: [], sample: { key: 'k/{marker}', body: '{marker}' } } },
        acts: {
          deliver: async ({ content }) => {
            sent = content;
            return { undo: [undoOf('object')] };
          },
          find: async () => {
            const text = back(sent);
            return { value: { things: text === undefined ? [] : [thing('v1', text)], complete: true } };
          },
        },
      },
    });
  };
  const body = (sent: unknown) => (sent as { body: string }).body;
  test.each<Row<() => FakeSystem>>([
    ['the same', system(body), [], 'pass fail'],
    ['something else', system((sent) => `${body(sent)}!`), [{ key: 'k', body: 'b' }, { within: 0.1 }], 'fail pass'],
    ['nothing', system(() => undefined), [{ key: 'k', body: 'b' }, { within: 0.1 }], 'fail pass', /did not come back/],
  ])('%s comes back', async (_title, make, args, outcomes, says = /./) => {
    const ended = await both('toStore', make, args);
    expect(ended.outcomes).toBe(outcomes);
    expect(ended.said).toMatch(says);
  });
  test('what was put is removed', async () => {
    const subject = system(body)();
    await ask('toStore', subject, []);
    expect(subject.steps()).toEqual(['deliver subject', 'remove subject']);
  });
});

test('toAccept says what AWS refused', async () => {
  const system = () =>
    new FakeSystem({
      subject: {
        facets: { intake: { takes: 'event' } },
        acts: { deliver: async () => ({ value: { refused: 'NotAuthorized: no' } }) },
      },
    });
  const ended = await both('toAccept', system, [{ a: 1 }]);
  expect(ended.outcomes).toBe('fail pass');
  expect(ended.said).toContain('AWS refused it: NotAuthorized: no');
});
