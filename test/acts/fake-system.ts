import type { ActName, Acts, FoundThing, Json, Undo } from '../../src/acts';
import { createHandle, type Handle } from '../../src/engine/handle';
import type { Target } from '../../src/engine/resource';
import type { ActAnswer, Answer, FactSource, Step } from '../../src/engine/source';
import { notApplicable, notFound, Unjudged, undetermined } from '../../src/engine/unjudged';
import type { FacetName, Facets } from '../../src/facets';

type Behaviour = {
  [Name in ActName]?: (input: Acts[Name]['input']) => Promise<Partial<ActAnswer<Acts[Name]['output']>>>;
};

/** A resource of a system that is not there: what it answers, and what it does. */
export interface FakeResource {
  facets: { [Name in FacetName]?: Facets[Name] };
  acts?: Behaviour;
}

/** A system in memory. Says what it was asked to do, in order. */
export class FakeSystem implements FactSource {
  readonly done: string[] = [];
  allowActs = true;

  constructor(readonly resources: Record<string, FakeResource>) {}

  async facet<Name extends FacetName>(target: Target, name: Name): Promise<Answer<Facets[Name]>> {
    const found = this.resources[target.id];
    if (!found) throw notFound(`${target.id} does not exist`);
    const value = found.facets[name];
    if (value === undefined) throw notApplicable(`${target.id} has no ${name}`);
    return { value: value as Facets[Name], subject: { id: target.id }, evidence: { calls: [`read:${name}`] } };
  }

  async forget({ id }: Target): Promise<void> {
    this.done.push(`forget ${id}`);
  }

  async locate(name: string): Promise<Target> {
    return targetOf(name);
  }

  async prepare(steps: readonly Step[]): Promise<void> {
    if (this.allowActs) return;
    throw undetermined('acts not allowed', `would have called ${steps.map(({ act }) => act).join(', ')}`);
  }

  async act<Name extends ActName>(
    target: Target,
    name: Name,
    input: Acts[Name]['input'],
  ): Promise<ActAnswer<Acts[Name]['output']>> {
    this.done.push(`${name} ${target.id}`);
    const behaviour = this.resources[target.id]?.acts?.[name] as
      | ((given: Json) => Promise<Partial<ActAnswer<Acts[Name]['output']>>>)
      | undefined;
    const record = { act: name, call: `fake:${name}`, sent: input as unknown as Json, on: target.id };
    const isLook = name === 'find' || name === 'follow';
    try {
      const answer = (await behaviour?.(input as unknown as Json)) ?? {};
      return {
        value: {} as Acts[Name]['output'],
        subject: { id: target.id },
        evidence: { calls: [`fake:${name}`] },
        acts: isLook ? [] : [record],
        undo: [],
        ...answer,
      };
    } catch (error) {
      if (!Unjudged.is(error)) throw error;
      throw new Unjudged({ ...error.data, acts: [record], undo: error.data.undo ?? [] });
    }
  }

  one(id: string): Handle {
    return createHandle({ description: id, many: false, source: this, targets: async () => [targetOf(id)] });
  }

  /** What was done, without the looks. */
  steps(): string[] {
    return this.done.filter((step) => !step.startsWith('find') && !step.startsWith('forget'));
  }
}

/** Something that can be found, and taken away. */
export function thing(id: string, text: string): FoundThing {
  return { id, text, undo: undoOf(id) };
}

/** How a thing is taken away. */
export function undoOf(id: string): Undo {
  return { what: `thing ${id}`, token: id };
}

function targetOf(id: string): Target {
  return { type: 'Fake', id, identifier: 'id', value: id, key: id };
}
