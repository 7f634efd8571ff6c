import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { typesOfCatalog } from '../../src/catalog';
import type { ResourceDefinition } from '../../src/engine/resource';
import { Unjudged } from '../../src/engine/unjudged';
import type { FacetName } from '../../src/facets';
import type { Request } from '../resources/exchange';
import { give, keyOf, type RecordedAnswer, type RecordedCase, recordedCases } from '../resources/recorded-answers';
import { refusal } from '../resources/refusal';
import { shapeFaults } from './facet-shape';
import { emptied, TwoPages } from './pages';
import { replay } from './replay';

const folder = path.join(__dirname, '..', '..', 'src', 'resources');
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
  .map((name) => ({ name: name.replace('.ts', ''), text: readFileSync(path.join(folder, name), 'utf8') }));

/** Types that have an endpoint of which AWS tells no port. */
const portless = ['AWS::FSx::FileSystem', 'AWS::RDS::DBProxy'];

/** A question that the record answers, and what came of it. */
interface Asked {
  facet: FacetName;
  id: string;
  answers: RecordedAnswer[];
  value: unknown;
  actions: string[];
  operations: string[];
}

function casesOf(type: string): RecordedCase[] {
  const source = sources.find(({ text }) => text.includes(`  type: '${type}',`));
  return source ? recordedCases(source.name) : [];
}

/** Answers from the record; what is not in it was not to be asked. */
function from(answers: readonly RecordedAnswer[]) {
  return (request: Request) => {
    const found = answers.find((answer) => keyOf(answer) === keyOf(request));
    if (!found) throw new Error(`${keyOf(request)} is not in the record`);
    return give(found);
  };
}

/** Asks with the case that was recorded for the facet, or with the first one that holds all it takes. */
async function ask(type: string, facet: FacetName, cases: readonly RecordedCase[]): Promise<Asked | string> {
  const own = cases.filter(({ facets }) => facets.includes(facet));
  const others = cases.filter(({ facets }) => !facets.includes(facet));
  let why = 'there is no record; RECORD_ANSWERS=1 npx jest test/resources/<its test> writes one';
  for (const { id, answers } of own.length > 0 ? own : others) {
    try {
      const { value, calls } = await replay({ type, id }, facet, from(answers));
      const actions = calls.map(({ action }) => action);
      return { facet, id, answers, value, actions, operations: calls.map(({ operation }) => operation) };
    } catch (error) {
      why = String(error).slice(0, 300);
    }
  }
  return `${facet}: ${why}`;
}

async function refusalOf(asking: Promise<unknown>): Promise<Unjudged['data'] | undefined> {
  try {
    await asking;
    return undefined;
  } catch (error) {
    if (Unjudged.is(error)) return error.data;
    throw error;
  }
}

function allowedActions({ reads, config, facets }: ResourceDefinition, facet: FacetName): string[] {
  const own = facet === 'config' ? config?.reads : facets[facet as keyof typeof facets]?.reads;
  return [...reads, ...(own ?? [])];
}

const denied = () => {
  throw refusal('AccessDeniedException', 403);
};

describe.each(typesOfCatalog().map((definition) => [definition.type, definition] as const))(
  '%s',
  (type, definition) => {
    const cases = casesOf(type);
    const declared = [...Object.keys(definition.facets), 'config'] as FacetName[];
    const facets = declared.filter((facet) => facet !== 'listening' || !portless.includes(type));
    const asked: Asked[] = [];
    const id = cases[0]?.id ?? '';

    test('answers every question from the record, and asks for nothing else', async () => {
      const failures: string[] = [];
      for (const facet of facets) {
        const answer = await ask(type, facet, cases);
        if (typeof answer === 'string') failures.push(answer);
        else asked.push(answer);
      }
      expect(failures).toEqual([]);
    });

    test('calls only what it names', () => {
      const others = asked.flatMap(({ facet, actions }) =>
        actions
          .filter((action) => !allowedActions(definition, facet).includes(action))
          .map((action) => `${facet} calls ${action}`),
      );
      expect(others).toEqual([]);
    });

    test('answers in the documented shape', () => {
      expect(
        asked.filter(({ facet }) => facet !== 'config').flatMap(({ facet, value }) => shapeFaults(facet, value)),
      ).toEqual([]);
    });

    test('is not found where AWS says so', async () => {
      const [recorded] = cases;
      const gone = [
        ...definition.notFound.map((code) => () => {
          throw refusal(code, 404);
        }),
        ...(definition.notFound.length === 0 && recorded
          ? [(request: Request) => emptied(from(recorded.answers)(request))]
          : []),
      ];
      expect(gone.length).toBeGreaterThan(0);
      for (const answer of gone) {
        expect((await replay({ type, id }, 'existence', answer)).value).toEqual({ exists: false });
      }
    });

    test('is undetermined where the main read is denied', async () => {
      const data = await refusalOf(replay({ type, id }, 'existence', denied));
      expect(data).toMatchObject({ outcome: 'undetermined', cause: 'access denied' });
      expect(definition.reads).toContain(data?.action);
    });

    test('is undetermined where any further read is denied', async () => {
      const faults: string[] = [];
      for (const { facet, id: asking, answers, operations } of asked) {
        const { calls } = await replay({ type, id: asking }, 'existence', from(answers));
        const main = calls.map(({ operation }) => operation);
        for (const operation of new Set(operations.filter((each) => !main.includes(each)))) {
          const answer = (request: Request) => (request.operation === operation ? denied() : from(answers)(request));
          const data = await refusalOf(replay({ type, id: asking }, facet, answer));
          const isTold =
            data?.outcome === 'undetermined' && data.cause === 'access denied' && data.action !== undefined;
          if (!isTold) faults.push(`${facet}, ${operation} denied: ${data?.outcome ?? 'an answer all the same'}`);
        }
      }
      expect(faults).toEqual([]);
    });

    test('reads every list to its end', async () => {
      const faults: string[] = [];
      for (const { facet, id: asking, answers, value } of asked) {
        const pages = new TwoPages(answers);
        try {
          const paged = await replay({ type, id: asking }, facet, (request) => pages.answer(request));
          if (JSON.stringify(paged.value) !== JSON.stringify(value))
            faults.push(`${facet} has another value in two pages`);
        } catch (error) {
          faults.push(`${facet}: ${String(error).slice(0, 200)}`);
        }
        faults.push(...pages.unread.map((key) => `${facet} reads only the first page of ${key}`));
      }
      expect([...new Set(faults)]).toEqual([]);
    });
  },
);
