import { deploy } from '../../deploy';
import * as matchers from '../../matchers';
import { startServer } from '../../servers/start';
import type { Handle } from '../../src/engine/handle';
import { judge } from '../../src/engine/judge';
import type { MatcherDefinition } from '../../src/engine/matcher';
import { messageOf } from '../../src/engine/message';
import type { Verdict } from '../../src/engine/verdict';
import { type Gap, gapsOf } from '../emulators/gaps';
import type { Deployed, Expected, Part, Row } from './area';
import { areas } from './areas';
import { gone } from './gone';
import { type LiveStack, liveAccount, type Server } from './live-account';

const setUpMilliseconds = 60_000;

type StackName = 'healthy' | 'broken';

const definitions: Record<string, MatcherDefinition> = { ...matchers };

/** Deploys the healthy and the broken stack on a server and puts every question to both. */
export function judgeOn(name: Server['name']): void {
  const gaps = gapsOf(name);
  const stacks: Partial<Record<StackName | 'gone', LiveStack>> = {};
  let server: Server | undefined;
  let close: (() => void) | undefined;

  beforeAll(async () => {
    server = await startServer(name);
    const account = liveAccount(server);
    close = account.close;
    const [healthy, broken] = await Promise.all([deployed('healthy', server), deployed('broken', server)]);
    for (const { afterwards } of areas) await afterwards?.(healthy, broken);
    stacks.healthy = account.stack(healthy.outputs);
    stacks.broken = account.stack(broken.outputs);
    stacks.gone = account.stack(Object.fromEntries(gone.map(([, key, value]) => [key, value])));
  }, setUpMilliseconds);
  afterAll(async () => {
    close?.();
    await server?.stop();
  });

  const stackOf = (which: StackName | 'gone') => {
    const stack = stacks[which];
    if (!stack) throw new Error('the stacks are not deployed');
    return stack;
  };

  for (const row of areas.flatMap(({ rows }) => rows)) {
    const inTheWay = gaps.filter(({ probe }) => row.question[4]?.gaps?.includes(probe));
    const run = inTheWay.length > 0 ? test.skip : test;
    run(`${titleOf(row)}${inTheWay.map(reason).join('')}`, async () => {
      const [matcher, args, healthy, broken] = row.question;
      for (const [which, expected] of [['healthy', healthy] as const, ['broken', broken] as const]) {
        if (expected === undefined) continue;
        const stack = stackOf(which);
        const handle = row.question[4]?.many
          ? stack.resources(row.output, row.type)
          : stack.resource(row.output, row.type);
        await expectEnding(which, matcher, handle, typeof args === 'function' ? args(stack) : args, expected);
      }
    });
  }

  describe.each(gone)('%s %s that is not there', (type, key) => {
    test('does not exist, and nothing else is said of it', async () => {
      const handle = stackOf('gone').resource(key, type);
      await expectEnding('gone', 'toExist', handle, [], ['fail', /AWS says that it does not exist/]);
      await expectEnding('gone', 'toBeAvailable', handle, [], ['not found', /does not exist at http.* in us-east-1/]);
    });
    test('its healthy counterpart exists and is described', async () => {
      const { resource, outputs } = stackOf('healthy');
      await expectEnding('healthy', 'toExist', resource(key, type), [], 'pass');
      expect(JSON.stringify(await resource(key, type).describe())).toContain(outputs[key]);
    });
  });
}

function deployed(name: StackName, server: Server): Promise<Deployed> {
  const parts: Part[] = areas.map((area) => area[name]);
  return deploy(
    {
      name,
      resources: Object.assign({}, ...parts.map(({ resources }) => resources)),
      outputs: Object.assign({}, ...parts.map(({ outputs }) => outputs)),
    },
    server,
  );
}

function titleOf({ type, output, question: [matcher, args, , , { many } = {}] }: Row): string {
  const given = typeof args === 'function' ? '(output)' : `(${args.map(inTitle).join(', ')})`;
  return `${type} ${output}${many ? ' as a list' : ''} ${matcher}${given}`;
}

function inTitle(value: unknown): string {
  return JSON.stringify(value, (_key, inner) => (inner instanceof RegExp ? String(inner) : inner));
}

function reason({ service, operation, property, server, observed }: Gap): string {
  return ` [${service}:${operation} ${property}: ${server} ${observed}]`;
}

/** Asks without and with `.not`. */
async function expectEnding(
  which: string,
  matcher: keyof typeof matchers,
  handle: Handle,
  args: unknown[],
  expected: Expected,
): Promise<void> {
  const [ending, says] = Array.isArray(expected) ? expected : [expected, /./];
  const definition = definitions[matcher];
  if (!definition) throw new Error(`there is no matcher ${matcher}`);
  const ask = (negated: boolean) => judge({ matcher, definition, args, negated, print: JSON.stringify }, handle);
  const [plain, negated] = [await ask(false), await ask(true)];
  const seen = `${which}: ${endingOf(plain, negated)}`;
  if (seen !== `${which}: ${ending}`) throw new Error(`${seen}, expected ${ending}\n${messageOf(plain)}`);
  expect(messageOf(plain)).toMatch(says);
}

function endingOf(plain: Verdict, negated: Verdict): string {
  const pair = `${plain.outcome}, with .not ${negated.outcome}`;
  if (pair === 'fail, with .not fail') return 'fault';
  if (pair === 'pass, with .not fail' || pair === 'fail, with .not pass') return plain.outcome;
  return plain.outcome === negated.outcome && plain.outcome !== 'pass' ? plain.outcome : pair;
}
