import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Ledger } from '../aws/ledger';
import type { Target } from '../engine/resource';
import { sharedCause } from '../engine/shared-cause';
import type { FactSource } from '../engine/source';
import type { FacetName } from '../facets';
import type { GapDeclaration, StackproofOptions } from '../options';
import { discover, findOutputs, type RecognitionRules, readOutputs } from '../outputs';
import { Asked, type AskedQuestion } from './asked';
import type { Backend, Deployment, OutputName, VerdictRecord } from './backend';
import { loadExtensions, recognitionRules } from './extensions';
import { gapsAt, readGaps } from './known-gap';
import { missingPackagesMessage } from './missing-packages';
import { RemoteAccount } from './remote-account';
import { targetOf } from './target';

/** One Jest project: its options, its outputs, its account. */
export class Project implements Backend {
  readonly records: VerdictRecord[] = [];
  /** Outputs that tests read without a matcher. */
  readonly read: OutputName[] = [];
  readonly asked = new Asked();
  readonly source: FactSource = {
    facet: (target, facet, ask) => {
      this.asked.note(target, facet);
      return this.#account.source.facet(target, facet, ask);
    },
    forget: (target) => this.#account.source.forget(target),
    locate: (...params) => this.#account.source.locate(...params),
    prepare: (steps) => this.#account.source.prepare(steps),
    act: (...params) => this.#account.source.act(...params),
  };
  readonly #rules: RecognitionRules;
  readonly #causes = new Map<string, string>();
  readonly #gaps: GapDeclaration[];
  #deployment?: Pick<Deployment, 'outputs' | 'searched' | 'discovered'>;
  #whole?: Promise<Deployment>;
  #remote?: RemoteAccount;

  constructor(
    readonly options: StackproofOptions,
    readonly rootDir: string,
  ) {
    const { resources } = loadExtensions(options.extensions ?? [], rootDir);
    this.#gaps = readGaps(options.gaps, rootDir);
    this.#rules = recognitionRules(resources);
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
    this.#whole ??= this.#describe();
    return this.#whole;
  }

  /** Starts to read every resource in the outputs, first what the last run asked first. */
  readAhead(before: readonly AskedQuestion[]): void {
    const { discovered } = this.readOutputs();
    const targets = discovered.filter(({ type }) => type !== 'none').map(targetOf);
    if (targets.length === 0) return;
    const { source } = this.#account;
    // Whatever goes wrong is reported to the test that asks.
    void Promise.allSettled([
      this.#tellMissing(targets),
      ...this.#again(before).map(({ target, facet }) => source.facet(target, facet, { ahead: true })),
      ...targets.map((target) => source.facet(target, 'existence', { ahead: true })),
    ]);
  }

  accepted(type: string): Promise<readonly string[]> {
    return this.#account.accepted(type);
  }

  /** Every call of the run; nothing where nothing was asked. */
  async ledger(): Promise<Pick<Ledger, 'entries' | 'notes'>> {
    return (await this.#remote?.ledger()) ?? { entries: [], notes: [] };
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
    this.#remote?.close();
    this.#remote = undefined;
  }

  async #describe(): Promise<Deployment> {
    const gaps = await gapsAt(this.options.endpoint ?? process.env.AWS_ENDPOINT_URL, this.#gaps);
    return { ...this.readOutputs(), gaps };
  }

  get #account(): RemoteAccount {
    this.#remote ??= new RemoteAccount(this.options, this.rootDir);
    return this.#remote;
  }

  /** The questions of the last run, about the resources that their outputs name today. */
  #again(before: readonly AskedQuestion[]): { target: Target; facet: FacetName }[] {
    const { discovered } = this.readOutputs();
    return before.flatMap(({ key, stack, type, facet }) =>
      discovered
        .filter((row) => row.key === key && row.stack === stack)
        .map((row) => ({ target: { ...targetOf(row), type }, facet })),
    );
  }

  async #tellMissing(targets: readonly Target[]): Promise<void> {
    const missing = await this.#account.missingPackages(targets);
    if (missing.length === 0) return;
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
}
