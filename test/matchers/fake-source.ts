import { createHandle, type Handle } from '../../src/engine/handle';
import { judge } from '../../src/engine/judge';
import type { MatcherDefinition } from '../../src/engine/matcher';
import type { Target } from '../../src/engine/resource';
import type { FactSource, OutputReference } from '../../src/engine/source';
import { notApplicable, notDeployed, notFound, Unjudged, undetermined, wrongArgument } from '../../src/engine/unjudged';
import type { Verdict } from '../../src/engine/verdict';
import type { FacetName, Facets } from '../../src/facets';

/** What a resource answers; an error for whatever keeps it from answering. */
export type Answers = { [Name in FacetName]?: Facets[Name] | Unjudged };

/** Resources by their ids. An id that is not in it does not exist. */
export class FakeSource implements FactSource {
  readonly asked: string[] = [];

  /** @param outputs values of outputs by their keys; those of a resource's id stand for it. */
  constructor(
    readonly resources: Record<string, Partial<Record<FacetName, unknown>>>,
    readonly outputs: Record<string, string> = {},
  ) {}

  async facet<Name extends FacetName>(target: Target, name: Name) {
    this.asked.push(`${target.id} ${name}`);
    const subject = { type: target.type, id: target.id, key: target.key };
    const refuse = ({ data }: Unjudged) => new Unjudged({ ...data, subject });
    const found = this.resources[target.id];
    if (!found) throw refuse(notFound(`${target.id} does not exist`));
    const value = found[name];
    if (value === undefined) throw refuse(notApplicable(`${target.id} has no ${name}`));
    if (Unjudged.is(value)) throw refuse(value);
    return { value: value as Facets[Name], subject, evidence: { calls: [`fake:${name}`] } };
  }

  async forget(): Promise<void> {}

  async prepare(): Promise<void> {
    throw undetermined('acts not allowed', 'this source does not act');
  }

  async act(): Promise<never> {
    throw undetermined('acts not allowed', 'this source does not act');
  }

  async locate(name: string): Promise<Target> {
    if (!this.resources[name]) throw wrongArgument(`no resource is called ${name}`);
    return targetOf(name);
  }

  async output(key: string): Promise<OutputReference> {
    const value = this.outputs[key];
    if (value === undefined) throw notDeployed(`there is no output ${key}`);
    return { value, ...(this.resources[value] && { target: targetOf(value) }) };
  }

  /** A handle of one resource, as `resource()` makes it. */
  one(id: string): Handle {
    return createHandle({ description: id, many: false, source: this, targets: async () => [targetOf(id)] });
  }

  /** A handle of a list, as `resources()` makes it. */
  many(...ids: string[]): Handle {
    return createHandle({ description: 'list', many: true, source: this, targets: async () => ids.map(targetOf) });
  }

  /** A handle of an output that is not there. */
  absent(key: string): Handle {
    const targets = async (): Promise<Target[]> => {
      throw notDeployed(`there is no output ${key}`);
    };
    return createHandle({ description: key, many: false, source: this, targets });
  }
}

function targetOf(id: string): Target {
  return { type: 'Fake', id, identifier: 'id', value: id, key: id };
}

/** The verdict of a matcher on a handle. */
export function verdict(
  definition: MatcherDefinition,
  handle: unknown,
  args: readonly unknown[] = [],
  negated = false,
): Promise<Verdict> {
  return judge({ matcher: 'matcher', definition, args, negated, print: (value) => JSON.stringify(value) }, handle);
}

/** Outcomes of a matcher without and with `.not`, such as `pass fail`. */
export async function both(definition: MatcherDefinition, handle: unknown, args: readonly unknown[] = []) {
  const one = await verdict(definition, handle, args);
  const other = await verdict(definition, handle, args, true);
  return `${one.outcome} ${other.outcome}`;
}

/** Everything a verdict says, in one text to match against. */
export function said({ expected, received, reason, advice }: Verdict): string {
  return JSON.stringify({ expected, received, reason, advice });
}

/** One row of a table: what the resource answers, what is asked, the outcomes both ways, and what must be said. */
export type Case = [title: string, answers: Answers, args: unknown[], outcomes: string, says?: RegExp];

/** Runs a table of cases for one matcher. */
export function table(definition: MatcherDefinition, cases: Case[], others: Record<string, Answers> = {}): void {
  test.each(cases)('%s', async (_title, answers, args, outcomes, says = /./) => {
    const handle = new FakeSource({ ...others, subject: answers }).one('subject');
    expect(await both(definition, handle, args)).toBe(outcomes);
    expect(said(await verdict(definition, handle, args))).toMatch(says);
  });
}
