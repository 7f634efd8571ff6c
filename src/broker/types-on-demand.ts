import { type ResourceDefinition, type TypesByName, typesByName } from '../engine/resource';

/** The catalog and a team's own types, which go before it. A type is loaded when it is first asked for. */
export class TypesOnDemand implements TypesByName {
  readonly #own: TypesByName;
  /** Loaded late: not even the list is needed before Jest's workers run. */
  #catalog?: Record<string, ResourceDefinition>;
  #nameOf?: Map<string, string>;

  constructor(own: readonly ResourceDefinition[]) {
    this.#own = typesByName(own);
  }

  get(type: string): ResourceDefinition | undefined {
    const own = this.#own.get(type);
    if (own) return own;
    const catalog = this.#list();
    this.#nameOf ??= new Map(Object.keys(catalog).map((name) => [name.toLowerCase(), name]));
    // `AWS::EC2::VPC` is exported as `ec2Vpc`.
    const [vendor, ...rest] = type.split('::');
    const name = vendor === 'AWS' ? this.#nameOf.get(rest.join('').toLowerCase()) : undefined;
    const found = name === undefined ? undefined : catalog[name];
    return found?.type === type ? found : undefined;
  }

  values(): MapIterator<ResourceDefinition> {
    return typesByName([...Object.values(this.#list()), ...this.#own.values()]).values();
  }

  #list(): Record<string, ResourceDefinition> {
    this.#catalog ??= require('../resources') as Record<string, ResourceDefinition>;
    return this.#catalog;
  }
}
