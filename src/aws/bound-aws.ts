import type { Aws, InputOf, Operation, OutputOf, Sdk } from '../engine/aws';
import { undetermined } from '../engine/unjudged';
import type { FacetName, Facets, Reference } from '../facets';
import { CallFailed, type CallRequest } from './caller';
import type { Connection } from './clients';
import { pagesOf } from './pages';
import { isGlobal, partitionOf } from './partition';
import type { SdkOutput } from './sdk-client';

/** What a resource's reads lead to. */
export interface Surroundings {
  /** Region of the resource. */
  readonly region: string;
  /** Region for other services, where the resource's own has one endpoint for the whole partition. */
  readonly regionElsewhere: string;
  read(request: CallRequest): Promise<SdkOutput>;
  connect(sdk: Sdk<unknown>, region: string): Promise<Connection>;
  account(): Promise<string>;
  facet<Name extends FacetName>(resource: Reference, facet: Name): Promise<Facets[Name]>;
}

/** The `Aws` of one resource type's reads: one SDK package, one region. */
export class BoundAws<Package> implements Aws<Package> {
  readonly region: string;
  readonly partition: string;

  constructor(
    readonly sdk: Sdk<Package>,
    readonly surroundings: Surroundings,
    region = surroundings.region,
  ) {
    this.region = region;
    this.partition = partitionOf(region);
  }

  account(): Promise<string> {
    return this.surroundings.account();
  }

  call<Name extends Operation<Package>>(
    operation: Name,
    input: InputOf<Package, Name>,
  ): Promise<OutputOf<Package, Name>> {
    return this.#read(operation, input) as Promise<OutputOf<Package, Name>>;
  }

  async callOrAbsent<Name extends Operation<Package>>(
    absentCodes: readonly string[],
    operation: Name,
    input: InputOf<Package, Name>,
  ): Promise<OutputOf<Package, Name> | undefined> {
    try {
      return await this.call(operation, input);
    } catch (error) {
      if (error instanceof CallFailed && error.codes.some((code) => absentCodes.includes(code))) return undefined;
      throw error;
    }
  }

  async list<Name extends Operation<Package>, Item>(
    operation: Name,
    input: InputOf<Package, Name>,
    items: (page: OutputOf<Package, Name>) => Item[] | undefined,
  ): Promise<Item[]> {
    const name = `${this.sdk.prefix}:${operation}`;
    const connection = await this.surroundings.connect(this.sdk, this.region);
    const read = (next: object) => this.#read(operation, next);
    const all: Item[] = [];
    for await (const page of pagesOf(connection, this.sdk.package, operation, name, input as object, read)) {
      const found = items(page as OutputOf<Package, Name>);
      if (!found) {
        throw undetermined('broken answer', `${name} answered a page without its list`, {
          advice: 'A list that AWS did not send cannot be judged as empty. Run the test again.',
        });
      }
      all.push(...found);
    }
    return all;
  }

  through<Other>(sdk: Sdk<Other>): Aws<Other> {
    return new BoundAws(sdk, this.surroundings, this.regionFor(sdk));
  }

  facet<Name extends FacetName>(resource: Reference, facet: Name): Promise<Facets[Name]> {
    return this.surroundings.facet(resource, facet);
  }

  /** The region that another service is asked in. */
  protected regionFor(sdk: Sdk<unknown>): string {
    const leavesGlobal = isGlobal(this.sdk.package) && !isGlobal(sdk.package);
    return leavesGlobal ? this.surroundings.regionElsewhere : this.region;
  }

  #read(operation: string, input: unknown): Promise<SdkOutput> {
    return this.surroundings.read({ sdk: this.sdk, region: this.region, operation, input });
  }
}
