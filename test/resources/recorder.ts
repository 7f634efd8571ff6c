import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FacetName } from '../../src/facets';
import { answerAll } from './exchange';
import { fileOfAnswers, keyOf, plain, type RecordedAnswer, type RecordedCase } from './recorded-answers';

interface Taken {
  id: string;
  facet: FacetName;
  answers: RecordedAnswer[];
  weight: number;
}

/**
 * Keeps the answers on which a type's own tests rest, for the contract that all types are held to:
 *
 *     RECORD_ANSWERS=1 npx jest test/resources/glue-job.test.ts
 *
 * writes `recorded/glue-job.json`. Of the answers to one facet the fullest are kept.
 */
export class Recorder {
  readonly #taken: Taken[] = [];
  #answers: RecordedAnswer[] = [];

  /** Starts with the tests of this file, if recording is wanted and the file is the one of that type. */
  static start(type: string): Recorder | undefined {
    if (!process.env.RECORD_ANSWERS) return undefined;
    const recorder = new Recorder();
    beforeEach(() => answerAll((request, send) => recorder.#listen(request, send)));
    afterEach(() => jest.restoreAllMocks());
    afterAll(() => recorder.#write(type));
    return recorder;
  }

  /** Asks, and keeps the answers with what came of them. */
  async keep<Value>(id: string, facet: FacetName, asking: () => Promise<Value>): Promise<Value> {
    this.#answers = [];
    const value = await asking();
    this.#taken.push({ id, facet, answers: this.#answers, weight: JSON.stringify(value).length });
    return value;
  }

  async #listen(...[request, send]: Parameters<Parameters<typeof answerAll>[0]>) {
    const { input, ...rest } = request;
    const asked = { ...rest, input: plain(input) as object };
    try {
      const output = await send();
      this.#answers.push({ ...asked, output: plain(output) as object });
      return output;
    } catch (error) {
      const { name: code, $metadata } = error as { name: string; $metadata?: { httpStatusCode?: number } };
      this.#answers.push({ ...asked, error: { code, status: $metadata?.httpStatusCode ?? 400 } });
      throw error;
    }
  }

  #write(type: string): void {
    const name = path.basename(expect.getState().testPath ?? '', '.test.ts');
    const source = path.join(__dirname, '..', '..', 'src', 'resources', `${name}.ts`);
    if (!readFileSync(source, 'utf8').includes(`type: '${type}'`)) return;
    const fullest = new Map<FacetName, Taken>();
    for (const taken of this.#taken) {
      if (taken.weight > (fullest.get(taken.facet)?.weight ?? -1)) fullest.set(taken.facet, taken);
    }
    const facets = [...fullest.keys()].sort();
    const cases = facets.reduce<RecordedCase[]>((all, facet) => {
      const taken = fullest.get(facet);
      return taken ? joined(all, taken) : all;
    }, []);
    writeFileSync(fileOfAnswers(name), `${JSON.stringify(cases, undefined, 2)}\n`);
  }
}

/** Adds a facet to the case whose answers are in nothing different, or makes a case of its own. */
function joined(cases: RecordedCase[], { id, facet, answers }: Taken): RecordedCase[] {
  const textOf = (answer: RecordedAnswer) => JSON.stringify(plain(answer));
  const agrees = (one: RecordedCase) =>
    one.id === id &&
    answers.every((answer) => {
      const same = one.answers.find((other) => keyOf(other) === keyOf(answer));
      return same === undefined || textOf(same) === textOf(answer);
    });
  const home = cases.find(agrees);
  if (!home) return [...cases, { id, facets: [facet], answers }];
  home.facets.push(facet);
  home.answers.push(...answers.filter((answer) => !home.answers.some((other) => keyOf(other) === keyOf(answer))));
  return cases;
}
