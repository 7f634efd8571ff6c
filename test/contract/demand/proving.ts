import { deploy } from '../../../deploy';
import * as matchers from '../../../matchers';
import { startServer } from '../../../servers/start';
import { judge } from '../../../src/engine/judge';
import type { MatcherDefinition } from '../../../src/engine/matcher';
import { messageOf } from '../../../src/engine/message';
import type { Part } from '../../live/area';
import { type LiveStack, liveAccount, type Server } from '../../live/live-account';
import { withRecording } from './recording';
import {
  type Ask,
  callOf,
  type OpenRow,
  type OutputKey,
  type Proof,
  type ProvedRow,
  type Row,
  type Topic,
} from './row';

const setUpMilliseconds = 60_000;

const definitions: Record<string, MatcherDefinition> = { ...matchers };

type StackName = 'healthy' | 'broken';
type Recorded = Exclude<Proof, string>;

/** Deploys both stacks of all topics on a server and asks the rows that are proved there. */
export function proveOn(name: Server['name'], topics: readonly Topic[], rows: readonly Row[]): void {
  const proved = rows.filter((row): row is ProvedRow => !('open' in row) && row.proved === name);
  if (proved.length === 0) return;
  describe(name, () => {
    const stacks: Partial<Record<StackName, LiveStack>> = {};
    let server: Server | undefined;
    let close: (() => void) | undefined;

    beforeAll(async () => {
      server = await startServer(name);
      const account = liveAccount(server);
      close = account.close;
      const here = topics.filter(({ on }) => on.includes(name));
      const [healthy, broken] = await Promise.all([
        deploy(specOf('healthy', here), server),
        deploy(specOf('broken', here), server),
      ]);
      for (const { afterwards } of here) await afterwards?.(healthy, broken);
      stacks.healthy = account.stack(healthy.outputs);
      stacks.broken = account.stack(broken.outputs);
    }, setUpMilliseconds);
    afterAll(async () => {
      close?.();
      await server?.stop();
    });

    for (const row of proved) {
      test.each(linesOf(row))(`${titleOf(row)}: %s`, async (_line, ask) => {
        const { healthy, broken } = stacks;
        if (!healthy || !broken) throw new Error('the stacks are not deployed');
        await expectOutcome(row, ask, 'healthy', healthy);
        await expectOutcome(row, ask, 'broken', broken);
      });
    }
  });
}

/** Asks the rows that no server can prove, on recorded answers of AWS. */
export function proveOnRecordings(rows: readonly Row[]): void {
  const proved = rows.filter((row): row is ProvedRow & { proved: Recorded } => {
    return !('open' in row) && typeof row.proved === 'object';
  });
  if (proved.length === 0) return;
  describe('recorded answers', () => {
    for (const row of proved) {
      const { recorded, because } = row.proved;
      test.each(linesOf(row))(`${titleOf(row)}: %s [${because}]`, async (_line, ask) => {
        for (const which of ['healthy', 'broken'] as const) {
          await withRecording(recorded[which], async () => {
            const account = liveAccount(nowhere);
            await expectOutcome(row, ask, which, account.stack(recorded.outputs));
            account.close();
          });
        }
      });
    }
  });
}

/** Reports the rows that nothing replaces. */
export function reportOpen(rows: readonly Row[]): void {
  const open = rows.filter((row): row is OpenRow => 'open' in row);
  for (const row of open) test.skip(`${titleOf(row)} [open: ${row.open}]`, () => undefined);
}

// Nothing listens there: whatever is not recorded fails.
const nowhere: Server = {
  name: 'ministack',
  endpoint: 'http://127.0.0.1:1',
  accountId: '123456789012',
  region: 'us-east-1',
  credentials: { accessKeyId: 'recorded', secretAccessKey: 'recorded' },
  pid: 0,
  reset: async () => undefined,
  stop: async () => undefined,
};

function specOf(name: StackName, topics: readonly Topic[]) {
  const parts = topics.map((topic) => topic[name]);
  return {
    name,
    resources: merged('resource', parts, ({ resources }) => resources),
    outputs: merged('output', parts, ({ outputs }) => outputs),
  };
}

function merged<Entry>(what: string, parts: Part[], pick: (part: Part) => Record<string, Entry>) {
  const all: Record<string, Entry> = {};
  for (const [key, entry] of parts.flatMap((part) => Object.entries(pick(part)))) {
    if (key in all) throw new Error(`two topics declare the ${what} ${key}`);
    all[key] = entry;
  }
  return all;
}

function titleOf(row: Row): string {
  const nearest = 'nearest' in row && row.nearest ? ` [nearest: ${row.nearest}]` : '';
  return `${row.number} ${row.assertion}${nearest}`.replaceAll('%', '%%');
}

/** The lines of a row as they read in a suite. */
function linesOf({ type, output, many, asks }: ProvedRow): [line: string, ask: Ask<unknown>][] {
  const key = typeof output === 'string' ? output : output.healthy;
  return asks.map((ask) => {
    const { matcher, args, negated } = callOf(ask, named);
    const given = args.map((value) => JSON.stringify(value, inTitle)).join(', ');
    return [`resource${many ? 's' : ''}('${key}', '${type}') ${negated ? 'not.' : ''}${matcher}(${given})`, ask];
  });
}

// Percent signs are placeholders in a title of Jest.
function inTitle(_key: string, value: unknown): unknown {
  return value instanceof RegExp ? String(value) : value;
}

/** A stack whose resources are but their names, and whose outputs are lists of one, which read as texts too. */
const named = {
  outputs: new Proxy({}, { get: (_outputs, key) => [`outputs.${String(key)}`] }),
  resource: (key: string) => `resource(${key})`,
  resources: (key: string) => `resources(${key})`,
} as unknown as LiveStack;

async function expectOutcome(row: ProvedRow, ask: Ask<unknown>, which: StackName, stack: LiveStack): Promise<void> {
  const { matcher, args, negated } = callOf(ask, stack);
  const definition = definitions[matcher];
  if (!definition) throw new Error(`there is no matcher ${matcher}`);
  const key = keyIn(row.output, which);
  const handle = row.many ? stack.resources(key, row.type) : stack.resource(key, row.type);
  const verdict = await judge({ matcher, definition, args, negated, print: JSON.stringify }, handle);
  const expected = which === 'healthy' ? 'pass' : (row.broken ?? 'fail');
  if (verdict.outcome === expected) return;
  throw new Error(`${which}: ${verdict.outcome}, expected ${expected}\n${messageOf(verdict)}`);
}

function keyIn(output: OutputKey, which: StackName): string {
  return typeof output === 'string' ? output : output[which];
}
