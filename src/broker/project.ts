import { existsSync } from 'node:fs';
import path from 'node:path';
import { Ledger } from '../aws/ledger';
import type { LiveAccount } from '../aws/live-account';
import type { Target } from '../engine/resource';
import { sharedCause } from '../engine/shared-cause';
import type { FactSource } from '../engine/source';
import type { GapDeclaration, StackproofOptions } from '../options';
import { discover, findOutputs, type RecognitionRules, readOutputs } from '../outputs';
import { Asked, type AskedQuestion } from './asked';
import type { Backend, Deployment, OutputName, VerdictRecord } from './backend';
import { loadExtensions } from './extensions';
import { gapsAt, readGaps } from './known-gap';
import { missingPackagesMessage } from './missing-packages';
import { type ExpectedQuestion, readAhead } from './read-ahead';
import { targetOf } from './target';
import { TypesOnDemand } from './types-on-demand';

/** One Jest project: its options, its outputs, its account. */
export class Project implements Backend {
  readonly ledger = new Ledger();
  readonly records: VerdictRecord[] = [];
  /** Outputs that tests read without a matcher. */
  readonly read: OutputName[] = [];
  readonly asked = new Asked();
  readonly source: FactSource = {
    facet: (target, facet, ask) => {
      this.asked.note(target, facet);
      return this.#account.facet(target, facet, ask);
    },
    forget: (target) => this.#account.forget(target),
    locate: (...params) => this.#account.locate(...params),
    prepare: (steps) => this.#account.prepare(steps),
    act: (...params) => this.#account.act(...params),
  };
  readonly #types: TypesOnDemand;
  readonly #rules: RecognitionRules;
  readonly #causes = new Map<string, string>();
  readonly #gaps: GapDeclaration[];
  #deployment?: Pick<Deployment, 'outputs' | 'searched' | 'discovered'>;
  #whole?: Promise<Deployment>;
  #live?: LiveAccount;
  #before: readonly AskedQuestion[] = [];
  #mayRead = false;

  constructor(
    readonly options: StackproofOptions,
    readonly rootDir: string,
  ) {
    const { resources } = loadExtensions(options.extensions ?? [], rootDir);
    this.#types = new TypesOnDemand(resources);
    this.#gaps = readGaps(options.gaps, rootDir);
    this.#rules = resources.flatMap(({ type, identify }) => identify.map((rule) => ({ type, ...rule })));
  }

  /**
   * Reads the outputs, once.
   *
   * @throws {OutputsError} when the file is there and cannot be read.
   */
  readOutputs(): Pick<Deployment, 'outputs' | 'searched' | 'discovered'> {
    this.#deployment ??= this.#read();
    return this.#deployment;
  }

  async deployment(): Promise<Deployment> {
    this.startReading();
    this.#whole ??= this.#describe();
    return this.#whole;
  }

  /** Lets {@link startReading} read every resource in the outputs, first what the last run asked first. */
  prefetch(before: readonly AskedQuestion[]): void {
    this.#before = before;
    this.#mayRead = true;
  }

  /** Called when Jest has started its workers, which it should do before the catalog and the SDK are loaded here. */
  startReading(): void {
    if (!this.#mayRead) return;
    this.#mayRead = false;
    const expected = this.#expected();
    this.#tellMissing(expected);
    void readAhead(this.#account, expected);
  }

  async accepted(type: string): Promise<readonly string[]> {
    return this.#types.get(type)?.accepts ?? [];
  }

  async firstToMeet(cause: string, place: string): Promise<string | undefined> {
    const first = this.#causes.get(cause);
    if (first === undefined) this.#causes.set(cause, place);
    return first === place ? undefined : first;
  }

  async record(records: VerdictRecord[], read: OutputName[]): Promise<void> {
    this.records.push(...records);
    this.read.push(...read);
  }

  close(): void {
    this.#live?.destroy();
  }

  async #describe(): Promise<Deployment> {
    const gaps = await gapsAt(this.options.endpoint ?? process.env.AWS_ENDPOINT_URL, this.#gaps);
    return { ...this.readOutputs(), gaps };
  }

  get #account(): LiveAccount {
    if (!this.#live) {
      const { LiveAccount } = require('../aws/live-account') as typeof import('../aws/live-account');
      this.#live = new LiveAccount(this.#types, this.options, this.ledger, (text) => this.#recognise(text));
    }
    return this.#live;
  }

  #expected(): ExpectedQuestion[] {
    const { discovered } = this.readOutputs();
    const expect = (target: Target, facet: AskedQuestion['facet']): ExpectedQuestion[] => {
      const sdk = this.#types.get(target.type)?.sdk;
      return sdk ? [{ target, facet, sdk }] : [];
    };
    const again = this.#before.flatMap(({ key, stack, type, facet }) =>
      discovered
        .filter((row) => row.key === key && row.stack === stack)
        .flatMap((row) => expect({ ...targetOf(row), type }, facet)),
    );
    return [...again, ...discovered.flatMap((row) => expect(targetOf(row), 'existence'))];
  }

  #tellMissing(expected: ExpectedQuestion[]): void {
    const { isInstalled } = require('../aws/clients') as typeof import('../aws/clients');
    const main = expected.filter(({ facet }) => facet === 'existence');
    const names = [...new Set(main.map(({ sdk }) => sdk.package))].filter((name) => !isInstalled(name));
    if (names.length === 0) return;
    const missing = names.map((name) => ({
      package: name,
      targets: [
        ...new Map(main.filter(({ sdk }) => sdk.package === name).map(({ target }) => [target.key, target])).values(),
      ],
    }));
    process.stderr.write(`${missingPackagesMessage(missing)}\n`);
    const cause = sharedCause({ outcome: 'undetermined', cause: 'missing package' });
    if (cause !== undefined) this.#causes.set(cause, 'the message at the start of this run');
  }

  #read(): Pick<Deployment, 'outputs' | 'searched' | 'discovered'> {
    const named = this.options.outputs && path.resolve(this.rootDir, this.options.outputs);
    const found = named ? { path: named, searched: [named] } : findOutputs(this.rootDir);
    const outputs = found.path !== undefined && existsSync(found.path) ? readOutputs(found.path) : undefined;
    const discovered = outputs ? discover(outputs, { rules: this.#rules }) : [];
    return { outputs, searched: found.searched, discovered };
  }

  #recognise(text: string): Pick<Target, 'type' | 'id' | 'region' | 'account'> | undefined {
    const [row] = discover({ value: text }, { rules: this.#rules });
    return row && row.type !== 'none' ? row : undefined;
  }
}
