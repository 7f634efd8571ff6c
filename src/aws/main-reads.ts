import DataLoader from 'dataloader';
import type { ResourceDefinition, Target } from '../engine/resource';
import { Unjudged } from '../engine/unjudged';
import { CallFailed } from './caller';
import type { Read, Reading } from './reading';
import { targetKey } from './target-key';

interface Question {
  target: Target;
  since: number;
}

/** Starts a reading of several resources of one type in one region. */
export type StartReading = (targets: readonly Target[], since: number) => Reading;

/** Makes the main read of a resource: alone, or with others of its type where the API takes many ids. */
export class MainReads {
  readonly #loaders = new Map<string, DataLoader<Question, Loaded>>();

  /**
   * @param region of the resources, which are batched by type and region.
   * @returns the facts; `undefined` when the resource does not exist, with the code that AWS gave for it.
   * @throws {Unjudged} when AWS did not answer.
   */
  async read(
    definition: ResourceDefinition,
    question: Question,
    region: string,
    start: StartReading,
  ): Promise<Read<unknown> & { code?: string }> {
    try {
      const read = await this.#make(definition, question, region, start);
      return { ...read, value: read.value ?? undefined };
    } catch (error) {
      if (!isNotFound(definition, error)) throw error;
      const evidence = { calls: [...definition.reads], region, endpoint: error.data.evidence?.endpoint };
      return { value: undefined, evidence, keys: [], code: error.data.code };
    }
  }

  async #make(
    definition: ResourceDefinition,
    question: Question,
    region: string,
    start: StartReading,
  ): Promise<Read<unknown>> {
    const { facts } = definition;
    if (!facts) {
      const loaded = await this.#loader(definition, region, start).load(question);
      if ('thrown' in loaded) throw loaded.thrown;
      return loaded.read;
    }
    const reading = start([question.target], question.since);
    const value = await reading.explained(() => facts(reading.aws(definition), question.target));
    return reading.came(value);
  }

  #loader(definition: ResourceDefinition, region: string, start: StartReading): DataLoader<Question, Loaded> {
    const key = `${definition.type} ${region}`;
    const known = this.#loaders.get(key);
    if (known) return known;
    const loader = new DataLoader<Question, Loaded>((questions) => batch(definition, questions, start), {
      cache: false,
      maxBatchSize: definition.batch,
    });
    this.#loaders.set(key, loader);
    return loader;
  }
}

/** Errors are wrapped: a loader knows them by their class, which differs from realm to realm. */
type Loaded = { read: Read<unknown> } | { thrown: unknown };

async function batch(
  definition: ResourceDefinition,
  questions: readonly Question[],
  start: StartReading,
): Promise<Loaded[]> {
  const distinct = [...new Map(questions.map(({ target }) => [targetKey(target), target])).values()];
  const since = Math.max(...questions.map((question) => question.since));
  const loaded = await ask(definition, distinct, since, start);
  const places = new Map(distinct.map((target, place) => [targetKey(target), loaded[place]]));
  return questions.map(
    ({ target }) => places.get(targetKey(target)) ?? { thrown: new TypeError(`${definition.type}: no answer`) },
  );
}

/** Asks for all at once; where one id spoils the call for the rest, each by itself. */
async function ask(
  definition: ResourceDefinition,
  targets: readonly Target[],
  since: number,
  start: StartReading,
): Promise<Loaded[]> {
  const { factsOf, type } = definition;
  if (!factsOf) throw new TypeError(`${type} declares neither facts nor factsOf`);
  const reading = start(targets, since);
  try {
    const values = await reading.explained(() => factsOf(reading.aws(definition), targets));
    if (values.length !== targets.length) {
      throw new TypeError(`${type}: factsOf gave ${values.length} entries for ${targets.length} targets`);
    }
    return values.map((value) => ({ read: reading.came(value) }));
  } catch (error) {
    const mayBeOneId =
      isNotFound(definition, error) ||
      (Unjudged.is(error) && (error.data.cause === 'request refused' || error.data.outcome === 'wrong argument'));
    if (targets.length > 1 && mayBeOneId) {
      return (await Promise.all(targets.map((target) => ask(definition, [target], since, start)))).flat();
    }
    return targets.map(() => ({ thrown: error }));
  }
}

function isNotFound({ notFound }: ResourceDefinition, error: unknown): error is CallFailed {
  return error instanceof CallFailed && error.codes.some((code) => notFound.includes(code));
}
