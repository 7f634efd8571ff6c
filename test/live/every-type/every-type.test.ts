import { startServer } from '../../../servers/start';
import { internalsOf } from '../../../src/engine/handle';
import type { ResourceDefinition } from '../../../src/engine/resource';
import { Unjudged, type UnjudgedData } from '../../../src/engine/unjudged';
import type { FacetName } from '../../../src/facets';
import * as catalog from '../../../src/resources';
import { type LiveStack, liveAccount, type Server } from '../live-account';
import { kinds } from './kinds';
import { lacking } from './lacking';
import { type World, worldOn } from './world';

const definitions = Object.values(catalog) as ResourceDefinition[];

/** What neither server can hold; its proof is the recorded answers of its own test. */
const onNoServer = ['AWS::MSK::Cluster', 'AWS::CodePipeline::Pipeline'];

test('every type of the catalog is here, once', () => {
  expect(kinds.map(({ type }) => type).sort()).toEqual(definitions.map(({ type }) => type).sort());
});

test('every type is read from a live server', () => {
  const nowhere = kinds.filter(({ cannot = {} }) => cannot.ministack && cannot.moto).map(({ type }) => type);
  expect(nowhere).toEqual(onNoServer);
});

describe.each(['ministack', 'moto'] as const)('on %s', (name) => {
  let server: Server;
  let account: ReturnType<typeof liveAccount>;
  let world: World;

  beforeAll(async () => {
    server = await startServer(name);
    world = await worldOn(server);
    account = liveAccount(server);
  }, 60_000);
  afterAll(async () => {
    account?.close();
    await server?.stop();
  });

  for (const { type, make, gone, cannot = {} } of kinds) {
    const definition = definitions.find((each) => each.type === type);
    const facets = ['existence', 'config', ...Object.keys(definition?.facets ?? {})] as FacetName[];
    const lacks = lacking[name][type] ?? {};
    const reason = cannot[name];
    const run = reason ? test.skip : test;
    const suffix = reason ? ` [${name}: ${reason}]` : '';

    run(`${type} answers all that its type answers${suffix}`, async () => {
      const stack = account.stack({ Output: await make(world) });
      const answers = await Promise.all(
        facets.map(async (facet) => [facet, await answerOf(stack, type, facet)] as const),
      );
      expect(answers.find(([facet]) => facet === 'existence')).toEqual(['existence', { value: { exists: true } }]);
      // A server that says itself that it lacks an operation need not be listed.
      const wanting = answers.flatMap(([facet, answer]) =>
        'outcome' in answer && answer.outcome !== 'not applicable' && answer.outcome !== 'not implemented here'
          ? [[facet, answer.reason] as const]
          : [],
      );
      expect(wanting.filter(([facet, why]) => !why?.includes(lacks[facet] ?? '\n'))).toEqual([]);
      // Of `existence` it is listed what a server says of what is not there.
      const listed = Object.keys(lacks).filter((facet) => facet !== 'existence');
      expect(listed.filter((facet) => !wanting.some(([each]) => each === facet))).toEqual([]);
    });

    if (reason) {
      test(`${type} is still beyond ${name}`, async () => {
        const held = async () => answerOf(account.stack({ Output: await make(world) }), type, 'existence');
        // Whatever the server says: what it cannot hold does not end as a resource that is there.
        expect(await held().catch(() => 'refused')).not.toEqual({ value: { exists: true } });
      });
    }

    run(`${type} that is not there does not exist${suffix}`, async () => {
      const answer = await answerOf(
        account.stack({ Output: gone.replace('ACCOUNT', world.accountId) }),
        type,
        'existence',
      );
      if (lacks.existence === undefined) expect(answer).toEqual({ value: { exists: false } });
      else expect(answer).toMatchObject({ reason: expect.stringContaining(lacks.existence) });
    });
  }
});

/** What a resource answers, or why it does not. */
async function answerOf(stack: LiveStack, type: string, facet: FacetName): Promise<{ value: unknown } | UnjudgedData> {
  const inner = internalsOf(stack.resource('Output', type));
  const [target] = (await inner?.targets()) ?? [];
  if (!inner || !target) throw new Error(`no ${type} behind the output`);
  try {
    return { value: (await inner.source.facet(target, facet)).value };
  } catch (error) {
    if (!Unjudged.is(error)) throw error;
    return error.data;
  }
}
