import { existsSync } from 'node:fs';
import path from 'node:path';
import { Ledger } from '../aws/ledger';
import { LiveAccount } from '../aws/live-account';
import type { ResourceDefinition, Target } from '../engine/resource';
import type { StackproofOptions } from '../options';
import { discover, findOutputs, type RecognitionRules, readOutputs } from '../outputs';
import * as catalog from '../resources';
import type { Backend, Deployment, VerdictRecord } from './backend';
import { loadExtensions } from './extensions';
import { targetOf } from './target';

/** One Jest project: its options, its outputs, its account. */
export class Project implements Backend {
  readonly ledger = new Ledger();
  readonly records: VerdictRecord[] = [];
  readonly source: LiveAccount;
  readonly #catalog: ResourceDefinition[];
  readonly #rules: RecognitionRules;
  readonly #causes = new Map<string, string>();
  #deployment?: Deployment;

  constructor(
    readonly options: StackproofOptions,
    readonly rootDir: string,
  ) {
    const extensions = loadExtensions(options.extensions ?? [], rootDir);
    this.#catalog = [...(Object.values(catalog) as ResourceDefinition[]), ...extensions.resources];
    this.#rules = this.#catalog.flatMap(({ type, identify }) => identify.map((rule) => ({ type, ...rule })));
    this.source = new LiveAccount(this.#catalog, options, this.ledger, (text) => this.#recognise(text));
  }

  /**
   * Reads the outputs, once.
   *
   * @throws {OutputsError} when the file is there and cannot be read.
   */
  readDeployment(): Deployment {
    this.#deployment ??= this.#read();
    return this.#deployment;
  }

  async deployment(): Promise<Deployment> {
    return this.readDeployment();
  }

  /** Starts the main read of every resource in the outputs, and tells which packages are missing for it. */
  prefetch(): { package: string; targets: Target[] }[] {
    const known = new Set(this.#catalog.map(({ type }) => type));
    const targets = this.readDeployment()
      .discovered.filter(({ type }) => known.has(type))
      .map(targetOf);
    return this.source.prefetch(targets);
  }

  async firstToMeet(cause: string, test: string): Promise<string | undefined> {
    const first = this.#causes.get(cause);
    if (first === undefined) this.#causes.set(cause, test);
    return first === test ? undefined : first;
  }

  async record(records: VerdictRecord[]): Promise<void> {
    this.records.push(...records);
  }

  close(): void {
    this.source.destroy();
  }

  #read(): Deployment {
    const types = this.#catalog.map(({ type, label, accepts }) => ({ type, label, accepts }));
    const named = this.options.outputs && path.resolve(this.rootDir, this.options.outputs);
    const found = named ? { path: named, searched: [named] } : findOutputs(this.rootDir);
    const outputs = found.path !== undefined && existsSync(found.path) ? readOutputs(found.path) : undefined;
    const discovered = outputs ? discover(outputs, { rules: this.#rules }) : [];
    return { outputs, searched: found.searched, discovered, types };
  }

  #recognise(text: string): Pick<Target, 'type' | 'id' | 'region' | 'account'> | undefined {
    const [row] = discover({ value: text }, { rules: this.#rules });
    return row && row.type !== 'none' ? row : undefined;
  }
}
