import type { ActName, Acts } from '../acts';
import { subjectOf } from '../engine/ask';
import type { ResourceDefinition, Target, TypesByName } from '../engine/resource';
import type { ActAnswer, Answer, AskOptions, FactSource, Step } from '../engine/source';
import { notApplicable, notFound, Unjudged } from '../engine/unjudged';
import type { Evidence, Subject } from '../engine/verdict';
import type { FacetName, Facets } from '../facets';
import { AnswerCache } from './cache';
import { Caller } from './caller';
import { CallerIdentity } from './caller-identity';
import { outsideCatalog } from './cloud-control';
import { Dependencies } from './dependencies';
import type { Ledger } from './ledger';
import { LiveActs } from './live-acts';
import { answers, locate, type Recognise } from './locate';
import { MainReads } from './main-reads';
import { type AccountOptions, accountSettings } from './options';
import { plainObject } from './plain';
import { type Read, Reading, type ReadingHost } from './reading';
import { placeInArn, Regions } from './regions';
import { targetKey } from './target-key';

/**
 * The account that the credentials reach, as a source of facts. Every distinct read is made once in the life of this
 * object, whoever asks.
 *
 * @example
 * const account = new LiveAccount(typesByName([rdsDbInstance]), { region: 'eu-west-1' }, new Ledger());
 * const { value } = await account.facet(target, 'availability');
 * account.destroy();
 */
export class LiveAccount implements FactSource {
  /** Definitions of types outside the catalog, once they were asked for. */
  readonly #outside = new Map<string, ResourceDefinition>();
  readonly #cache = new AnswerCache();
  readonly #caller: Caller;
  readonly #identity: CallerIdentity;
  readonly #regions: Regions;
  readonly #mainReads = new MainReads();
  readonly #rests: Dependencies;
  readonly #host: ReadingHost;
  readonly #acts: LiveActs;

  constructor(
    readonly types: TypesByName,
    options: AccountOptions,
    ledger: Ledger,
    readonly recognise: Recognise = () => undefined,
  ) {
    const caller = new Caller(accountSettings(options), this.#cache, ledger);
    this.#caller = caller;
    this.#rests = new Dependencies(this.#cache);
    this.#identity = new CallerIdentity(caller);
    this.#regions = new Regions(caller.settings, caller);
    this.#host = {
      caller,
      account: (region) => this.#identity.account(region),
      ask: (target, name, since) => this.#ask(target, name, since),
      uses: (target, key) => this.#rests.on(targetKey(target), key),
      usesTarget: (target, other) => this.#rests.on(targetKey(target), targetKey(other)),
    };
    this.#acts = new LiveActs({
      ...this.#host,
      definition: (target) => this.#definition(target),
      main: (target, definition) => this.#main(target, definition, 0),
      place: (target, definition) => this.#place(target, definition),
      subject: (target) => this.#subject(target),
      forget: (target) => this.#rests.forget(targetKey(target)),
    });
  }

  async facet<Name extends FacetName>(
    target: Target,
    name: Name,
    { fresh = false }: AskOptions = {},
  ): Promise<Answer<Facets[Name]>> {
    const since = fresh ? this.#cache.now() : 0;
    const { value, evidence, keys } = await this.#ask(target, name, since);
    this.#caller.served(keys);
    const isGone = name === 'existence' && !(value as Facets['existence']).exists;
    const arn = isGone ? undefined : await this.#arn(target, since);
    return { value, evidence, subject: { ...this.#subject(target), region: evidence.region ?? target.region, arn } };
  }

  async forget(target: Target): Promise<void> {
    this.#rests.forget(targetKey(target));
  }

  async prepare(steps: readonly Step[]): Promise<void> {
    this.#acts.prepare(steps);
  }

  act<Name extends ActName>(
    target: Target,
    name: Name,
    input: Acts[Name]['input'],
  ): Promise<ActAnswer<Acts[Name]['output']>> {
    return this.#acts.act(target, name, input);
  }

  async locate(name: string, facet: FacetName, near?: Target): Promise<Target> {
    return locate(name, facet, near, this.types, this.recognise);
  }

  /** Closes all sockets. */
  destroy(): void {
    this.#caller.destroy();
  }

  async #ask<Name extends FacetName>(target: Target, name: Name, since: number): Promise<Read<Facets[Name]>> {
    const key = `facet ${name} ${targetKey(target)}`;
    this.#rests.on(targetKey(target), key);
    try {
      return (await this.#cache.read(key, since, () => this.#fill(target, name, since))) as Read<Facets[Name]>;
    } catch (error) {
      if (!Unjudged.is(error)) throw error;
      const { evidence } = error.data;
      throw new Unjudged({
        ...error.data,
        evidence,
        subject: { ...this.#subject(target), ...(evidence?.region && { region: evidence.region }) },
      });
    }
  }

  async #fill(target: Target, name: FacetName, since: number): Promise<Read<unknown>> {
    const definition = this.#definition(target);
    if (name === 'outputs' || !answers(definition, name)) {
      throw notApplicable(
        `${definition.label} has no ${wordsOf(name)} to check; it answers: ${Object.keys(definition.facets).sort().join(', ')}`,
      );
    }
    if (name === 'existence') return this.#existence(target, definition, since);
    const main = await this.#main(target, definition, since);
    const reading = await this.#reading([target], definition, since);
    reading.after(main);
    const aws = reading.aws(definition);
    if (name === 'config') {
      const { config } = definition;
      const facts = config ? await reading.explained(() => config.read(main.value, aws, target)) : main.value;
      return reading.came(plainObject(Object(facts)));
    }
    const reader = definition.facets[name];
    if (!reader) throw new TypeError(`${definition.type} declares ${name} without a reader`);
    const value = await reading.explained(() => reader.read(main.value, aws, target));
    return reading.came(value, reader.fields);
  }

  async #existence(target: Target, definition: ResourceDefinition, since: number): Promise<Read<Facets['existence']>> {
    try {
      return { ...(await this.#main(target, definition, since)), value: { exists: true } };
    } catch (error) {
      if (!Unjudged.is(error) || error.data.outcome !== 'not found') throw error;
      return { value: { exists: false }, evidence: error.data.evidence ?? { calls: [...definition.reads] }, keys: [] };
    }
  }

  /** The main read. Throws not found for a resource that is not there. */
  async #main(target: Target, definition: ResourceDefinition, since: number): Promise<Read<unknown>> {
    const key = `facts ${targetKey(target)}`;
    this.#rests.on(targetKey(target), key);
    return this.#cache.read(key, since, async () => {
      const region = await this.#regions.of(target, definition.sdk.package);
      const elsewhere = await this.#elsewhere(region);
      await this.#identity.check(target, elsewhere);
      const start = (targets: readonly Target[], from: number) =>
        new Reading(this.#host, targets, region, elsewhere, from);
      const read = await this.#mainReads.read(definition, { target, since }, region, start).catch(async (error) => {
        throw await this.#identity.explain(error, elsewhere);
      });
      if (read.value === undefined) throw await this.#notFound(target, definition, read.evidence, read.code);
      return read;
    });
  }

  async #notFound(target: Target, { label }: ResourceDefinition, evidence: Evidence, code?: string): Promise<Unjudged> {
    const region = evidence.region ?? '';
    const account = await this.#identity.known(await this.#elsewhere(region));
    const place = [evidence.endpoint && `at ${evidence.endpoint}`, `in ${region}`, account && `of account ${account}`];
    const answer = code ? `answered ${code}` : 'answered without it';
    const { data } = notFound(
      `${label} ${JSON.stringify(target.id)} does not exist ${place.filter(Boolean).join(' ')} (${evidence.calls.join(', ')} ${answer})`,
      'Check that the stack is still deployed, that the outputs are of its last deployment, and that region and account are the ones it was deployed to.',
    );
    return new Unjudged({ ...data, code, evidence });
  }

  async #reading(targets: readonly Target[], definition: ResourceDefinition, since: number): Promise<Reading> {
    const [first] = targets;
    if (!first) throw new TypeError('a reading needs a target');
    const region = await this.#regions.of(first, definition.sdk.package);
    return new Reading(this.#host, targets, region, await this.#elsewhere(region), since);
  }

  async #place(target: Target, { sdk }: ResourceDefinition) {
    const region = await this.#regions.of(target, sdk.package);
    return { region, elsewhere: await this.#elsewhere(region), since: this.#cache.now() };
  }

  async #elsewhere(region: string): Promise<string> {
    return (await this.#regions.configured()) ?? region;
  }

  #definition(target: Target): ResourceDefinition {
    const known = this.types.get(target.type) ?? this.#outside.get(target.type);
    if (known) return known;
    const outside = outsideCatalog(target.type);
    if (outside) {
      this.#outside.set(target.type, outside);
      return outside;
    }
    throw notApplicable(
      `${target.type} is outside the catalog, so nothing can be asked of it`,
      'Add the type with defineResource and name the file in the option extensions.',
    );
  }

  #subject(target: Target): Subject {
    return {
      ...subjectOf(target),
      label: (this.types.get(target.type) ?? this.#outside.get(target.type))?.label,
    };
  }

  /** The ARN, where it is known without another call. */
  async #arn(target: Target, since: number): Promise<string | undefined> {
    const definition = this.#definition(target);
    const { identity } = definition.facets;
    if (placeInArn(target.value)) return target.value;
    if (!identity || identity.reads?.length) return undefined;
    try {
      return (await this.#ask(target, 'identity', since)).value.arn;
    } catch (error) {
      if (Unjudged.is(error)) return undefined;
      throw error;
    }
  }
}

/** `publicAccessBlock` as words. */
function wordsOf(facet: FacetName): string {
  return facet.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
