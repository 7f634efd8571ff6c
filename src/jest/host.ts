import type { Handle, Judged } from '../engine/handle';
import type { ResourceDefinition } from '../engine/resource';
import type { Outputs, Selector } from '../outputs';

/** Outputs as a test reads them, and as `expect` takes them. */
export interface OutputsAccess extends Judged<'outputs'> {
  /**
   * The value of an output as it stands in the file: a text unless its type is told, as in the second example.
   *
   * @throws {Unjudged} not deployed, which skips the test, when it is missing.
   * @example const url = await outputs.get('ApiUrl');
   * @example const ids = await outputs.get<string[]>('SubnetIds');
   */
  get<Value = string>(selector: Selector): Promise<Value>;
  /** Whether there is such an output and it is no placeholder. */
  has(selector: Selector): Promise<boolean>;
  /** Every output of the file. */
  all(): Promise<Outputs['entries']>;
}

/** How to ask until a resource has settled. */
export interface EventuallyOptions {
  /** How long to keep asking, such as `'5m'`, or a number of seconds; 1 minute unless told. */
  within?: number | string;
}

/** The part of Jest's `expect` that handles need. */
export interface Expect {
  (...received: unknown[]): object;
  extend(matchers: Host['matchers']): void;
  /** Counts assertions. */
  getState(): { assertionCalls?: number };
}

/** What the environment gives to the tests of one file. */
export interface Host {
  /** The package as this file's tests import it, bound to this file. */
  readonly api: Record<string, unknown>;
  readonly matchers: Record<string, (...args: never[]) => unknown>;
  readonly outputs: OutputsAccess;
  resource(selector: Selector, type?: string | ResourceDefinition): Handle;
  resources(selector: Selector, type?: string | ResourceDefinition): Handle;
  eventually(handle: Handle, options?: EventuallyOptions): Handle;
  /** Tells the environment about the `expect` of the test file, and returns a faster one for its global scope. */
  useExpect(expect: Expect): Expect;
}

const key = Symbol.for('stackproof.host');

/** Puts the host where the tests of a file find it. */
export function offerHost(realm: object, host: Host): void {
  Object.defineProperty(realm, key, { value: host, configurable: true });
}

/**
 * The host of this test file.
 *
 * @throws {Error} outside of a test file that runs in stackproof's environment.
 */
export function currentHost(): Host {
  const host = (globalThis as { [key]?: Host })[key];
  if (host) return host;
  throw new Error(
    "stackproof: this runs outside of stackproof's Jest environment. Use `preset: 'stackproof'`, and wrap a configuration " +
      'that sets its own testEnvironment in withStackproof(...) from stackproof/config.',
  );
}
