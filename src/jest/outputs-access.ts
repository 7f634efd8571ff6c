import { type Deployment, nameOfOutput, type OutputName } from '../broker/backend';
import { withInternals } from '../engine/handle';
import type { FactSource } from '../engine/source';
import { notApplicable, wrongArgument } from '../engine/unjudged';
import type { StackOutputs } from '../facets';
import { looksSecret, mask, maskValue, type Output, type Selector, select } from '../outputs';
import type { DeploymentAccess } from './deployment-access';
import type { OutputsAccess } from './host';
import { deployedOutputs, outputsFor } from './resolve';

const adviceForResources = "Write expect(resource('OutputKey')) for the resource that an output names.";

/** The outputs as the tests of one file read and judge them. */
export class OutputsReader {
  readonly access: OutputsAccess;
  readonly #read = new Map<string, OutputName>();

  constructor(
    private readonly deployed: DeploymentAccess,
    private readonly present: <T>(value: T) => T,
  ) {
    const access = {
      get: async <Value = string>(selector: Selector) => {
        const [output] = this.#note(outputsFor(await this.#deployment(), selector, false));
        return this.present(output?.value) as Value;
      },
      has: async (selector: Selector) => this.#has(selector),
      all: async () => this.present(this.#note((await this.#deployment()).outputs?.entries ?? [])),
    };
    this.access = withInternals(access, {
      description: 'outputs',
      many: false,
      source: this.#source(),
      targets: async () => {
        const { source: file = 'outputs' } = deployedOutputs(await this.#deployment());
        return [{ type: 'outputs', id: 'outputs', identifier: 'file', value: file }];
      },
    });
  }

  /** The outputs that were read since this was last asked. */
  takeRead(): OutputName[] {
    const read = [...this.#read.values()];
    this.#read.clear();
    return read;
  }

  async #deployment(): Promise<Deployment> {
    return (await this.deployed.open()).deployment;
  }

  async #has(selector: Selector): Promise<boolean> {
    const { outputs } = await this.#deployment();
    if (!outputs) return false;
    const selection = select(outputs, selector, { many: true });
    return 'matches' in selection && this.#note(selection.matches).some(({ missing }) => missing === undefined);
  }

  #note(outputs: Output[]): Output[] {
    for (const { key, stack } of outputs) this.#read.set(nameOfOutput({ key, stack }), { key, stack });
    return outputs;
  }

  /** Answers what is asked of the outputs themselves; no broker is needed for that. */
  #source(): FactSource {
    return {
      facet: async (target, name) => {
        if (name !== 'outputs') {
          throw notApplicable(`outputs are no resource, so there is no ${name} to check`, adviceForResources);
        }
        const value = this.#stackOutputs(await this.#deployment()) as never;
        return { value, subject: { id: target.id }, evidence: { calls: [target.value] } };
      },
      forget: async () => undefined,
      locate: async (name) => {
        throw wrongArgument(`outputs name no ${name}`);
      },
      prepare: async () => {
        throw notApplicable('outputs are no resource, so nothing can be done with them', adviceForResources);
      },
      act: async () => {
        throw notApplicable('outputs are no resource, so nothing can be done with them', adviceForResources);
      },
    };
  }

  #stackOutputs(deployment: Deployment): StackOutputs {
    const outputs = deployedOutputs(deployment);
    return {
      find: (name) => {
        const selection = select(outputs, [name], { many: true });
        const found = 'matches' in selection ? selection.matches : [];
        return {
          found: found.map((output) => ({ ...output, value: this.present(output.value), shown: shown(output) })),
          near: 'suggestions' in selection ? selection.suggestions : [],
          secret: found.some(({ sensitive }) => sensitive) || looksSecret(name, 'any text'),
        };
      },
    };
  }
}

function shown({ key, value, sensitive }: Output): string {
  const visible = sensitive ? mask(value) : maskValue(key, value);
  return typeof visible === 'string' ? JSON.stringify(visible) : (JSON.stringify(visible) ?? 'undefined');
}
