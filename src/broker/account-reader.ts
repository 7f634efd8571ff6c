import { isInstalled } from '../aws/clients';
import { Ledger } from '../aws/ledger';
import { LiveAccount } from '../aws/live-account';
import type { Target } from '../engine/resource';
import type { AskOptions } from '../engine/source';
import type { StackproofOptions } from '../options';
import { discover, type RecognitionRules } from '../outputs';
import { loadExtensions, recognitionRules } from './extensions';
import type { Loading } from './loading';
import { TypesOnDemand } from './types-on-demand';

/** An SDK package that is not installed, and the resources that cannot be read without it. */
export interface MissingPackage {
  package: string;
  targets: Target[];
}

/** The account of one project, with the types that are read in it. */
export class AccountReader {
  readonly account: LiveAccount;
  readonly ledger = new Ledger();
  readonly #types: TypesOnDemand;
  readonly #rules: RecognitionRules;

  constructor(
    options: StackproofOptions,
    rootDir: string,
    private readonly loading: Loading,
  ) {
    const { resources } = loadExtensions(options.extensions ?? [], rootDir);
    this.#types = new TypesOnDemand(resources);
    this.#rules = recognitionRules(resources);
    this.account = new LiveAccount(this.#types, options, this.ledger, (text) => this.#recognise(text));
  }

  /** Other types whose identifiers a type takes too. */
  accepted(type: string): readonly string[] {
    return this.#types.get(type)?.accepts ?? [];
  }

  /** Waits until a question that was asked ahead of the tests has its turn; any other has it at once. */
  async turn(target: Target, options: AskOptions = {}): Promise<void> {
    const sdk = options.ahead && this.#types.get(target.type)?.sdk;
    if (sdk) await this.loading.turn(sdk);
  }

  /** The SDK packages that are not installed and without which some of these resources cannot be read. */
  missingPackages(targets: readonly Target[]): MissingPackage[] {
    const byPackage = new Map<string, Target[]>();
    for (const target of targets) {
      const name = this.#types.get(target.type)?.sdk.package;
      if (name === undefined) continue;
      const others = (byPackage.get(name) ?? []).filter(({ key }) => key !== target.key);
      byPackage.set(name, [...others, target]);
    }
    return [...byPackage].flatMap(([name, needing]) =>
      isInstalled(name) ? [] : [{ package: name, targets: needing }],
    );
  }

  #recognise(text: string): Pick<Target, 'type' | 'id' | 'region' | 'account'> | undefined {
    const [row] = discover({ value: text }, { rules: this.#rules });
    return row && row.type !== 'none' ? row : undefined;
  }
}
