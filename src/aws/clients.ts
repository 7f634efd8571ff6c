import type { Sdk } from '../engine/aws';
import { undetermined } from '../engine/unjudged';
import { credentialProvider } from './credentials';
import { answerCheck } from './empty-answer';
import { Gate } from './gate';
import { readOnlyGuard } from './guard';
import { Network, requestsAtATime } from './network';
import type { AccountSettings } from './options';
import type { CommandClass, SdkClient, SdkClientClass } from './sdk-client';

/** A client with what is known of it. */
export interface Connection {
  client: SdkClient;
  gate: Gate;
  package: Record<string, unknown>;
  /** Custom endpoint, from the options, the environment or the shared configuration file. */
  endpoint?: string;
}

/** One client for each package and region, made when it is first needed. */
export class Clients {
  readonly #connections = new Map<string, Promise<Connection>>();
  readonly #network: Network;
  readonly #credentials: ReturnType<typeof credentialProvider>;

  constructor(readonly settings: AccountSettings) {
    // The SDK's advice to upgrade Node is for the authors of stackproof, not for its users.
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
    this.#network = new Network(settings);
    this.#credentials = credentialProvider(settings, this.#network);
  }

  /**
   * @param once seconds to wait, for calls that are made once and not again; absent for all others.
   * @throws {Unjudged} undetermined (missing package) when the package is not installed.
   */
  connect(sdk: Sdk<unknown>, region: string, once?: number): Promise<Connection> {
    const key = `${sdk.package} ${region} ${once ?? ''}`;
    const known = this.#connections.get(key) ?? this.#open(sdk, region, once);
    this.#connections.set(key, known);
    return known;
  }

  destroy(): void {
    this.#connections.clear();
    this.#network.destroy();
  }

  async #open(sdk: Sdk<unknown>, region: string, once?: number): Promise<Connection> {
    const loaded = await load(sdk);
    const Client = clientClass(sdk, loaded);
    const endpoint = await this.#endpoint(sdk, () => new Client({ region }));
    const client = new Client({
      region,
      maxAttempts: once === undefined ? this.settings.maxAttempts : 1,
      retryMode: 'standard',
      requestHandler: this.#network.handler(once),
      credentials: this.#credentials,
      ...(this.settings.profile && { profile: this.settings.profile }),
      // A queue's URL comes from outputs or answers; it never decides where requests go.
      useQueueUrlAsEndpoint: false,
      // Some operations put a word before the host, which the name of a custom endpoint does not have.
      ...(endpoint ? { endpoint, forcePathStyle: true, disableHostPrefix: true } : { followRegionRedirects: true }),
    });
    client.middlewareStack.use(readOnlyGuard(sdk.prefix));
    client.middlewareStack.use(answerCheck);
    return { client, endpoint, package: loaded, gate: new Gate(requestsAtATime) };
  }

  /** The SDK would find it by itself; we need to know whether there is one. */
  async #endpoint(sdk: Sdk<unknown>, probe: () => SdkClient): Promise<string | undefined> {
    if (this.settings.endpoint) return this.settings.endpoint;
    if (process.env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS === 'true') return undefined;
    const service = sdk.package.replace(/^@aws-sdk\/client-/, '');
    const variable = `AWS_ENDPOINT_URL_${service.toUpperCase().replace(/-/g, '_')}`;
    const named = process.env[variable] || process.env.AWS_ENDPOINT_URL;
    return named || (await probe().config.serviceConfiguredEndpoint?.());
  }
}

/** The command class of an operation. Throws a TypeError for a name the package does not have. */
export function commandClass(loaded: Record<string, unknown>, packageName: string, operation: string): CommandClass {
  const found = loaded[`${operation}Command`];
  if (typeof found !== 'function') throw new TypeError(`${packageName} has no operation ${operation}`);
  return found as CommandClass;
}

/** Whether a package is installed where stackproof can load it. */
export function isInstalled(packageName: string): boolean {
  try {
    require.resolve(packageName);
    return true;
  } catch (error) {
    if (isMissing(error, packageName)) return false;
    throw error;
  }
}

async function load(sdk: Sdk<unknown>): Promise<Record<string, unknown>> {
  try {
    return (await sdk.load()) as Record<string, unknown>;
  } catch (error) {
    if (!isMissing(error, sdk.package)) throw error;
    throw undetermined('missing package', `the package ${sdk.package} is not installed`, {
      advice: `Install it: npm install --save-dev ${sdk.package}`,
    });
  }
}

function isMissing(error: unknown, packageName: string): boolean {
  const { code, message } = Object(error) as { code?: unknown; message?: unknown };
  const [firstLine = ''] = String(message).split('\n');
  return (code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND') && firstLine.includes(`'${packageName}'`);
}

function clientClass(sdk: Sdk<unknown>, loaded: Record<string, unknown>): SdkClientClass {
  const name = Object.keys(loaded).find((each) => /^[A-Z]\w*Client$/.test(each) && typeof loaded[each] === 'function');
  if (name === undefined) throw new TypeError(`${sdk.package} exports no client class`);
  return loaded[name] as SdkClientClass;
}
