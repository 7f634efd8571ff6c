import type { ActOptions, Sdk } from '../engine/aws';
import { Unjudged, type UnjudgedData } from '../engine/unjudged';
import { type AnswerCache, stableText } from './cache';
import { actionOf, type CallSite, nameOf } from './call-site';
import { Circuit } from './circuit';
import { type Classified, classify } from './classify';
import { Clients, type Connection, commandClass } from './clients';
import { isRead, permit, ReadOnlyError, refuseActs } from './guard';
import type { Ledger, LedgerEntry } from './ledger';
import { type AccountSettings, deadlineInSeconds } from './options';
import { serviceRegion } from './partition';
import { foreign, lacking } from './reasons';
import { sts } from './sdk';
import type { SdkOutput } from './sdk-client';

/** One call as it is asked for. */
export interface CallRequest {
  sdk: Sdk<unknown>;
  region: string;
  operation: string;
  input: unknown;
}

/** A call without an answer, with every code the error goes by. */
export class CallFailed extends Unjudged {
  constructor(
    data: UnjudgedData,
    readonly codes: readonly string[] = [],
  ) {
    super(data);
  }
}

class DeadlineError extends Error {
  readonly $metadata: { attempts: number };
  override readonly name = 'DeadlineError';

  constructor(seconds: number, attempts: number) {
    super(`no answer within ${seconds} s`);
    this.$metadata = { attempts };
  }
}

/** Makes calls: each distinct read once in a run, within its time, and every failure with its cause. */
export class Caller {
  readonly #clients: Clients;
  readonly #circuit = new Circuit();
  readonly #made = new Map<string, LedgerEntry>();
  readonly #served = new WeakSet<LedgerEntry>();
  /** Account of the credentials once it is known. */
  account?: string;

  constructor(
    readonly settings: AccountSettings,
    readonly cache: AnswerCache,
    readonly ledger: Ledger,
  ) {
    this.#clients = new Clients(settings);
  }

  /** The client for a service, in the region that speaks for the given one. */
  connect(sdk: Sdk<unknown>, region: string): Promise<Connection> {
    return this.#clients.connect(sdk, serviceRegion(sdk.package, region));
  }

  /** The key under which the answer to a read is kept. */
  keyOf({ sdk, region, operation, input }: CallRequest): string {
    return `call ${sdk.package} ${serviceRegion(sdk.package, region)} ${operation} ${stableText(input)}`;
  }

  /**
   * Makes a read, or returns the answer of this run.
   *
   * @param since moment of the cache from which on the answer must have been asked for.
   * @throws {CallFailed} when there is no answer. {ReadOnlyError} when the operation is no read.
   */
  async read(request: CallRequest, since: number): Promise<SdkOutput> {
    refuseActs(request.sdk.prefix, request.operation);
    const key = this.keyOf(request);
    return this.cache.read(key, since, () => this.#send(request, key));
  }

  /** Notes in the ledger that a question was answered by these calls. The first one is what a call was made for. */
  served(keys: readonly string[]): void {
    for (const entry of keys.map((key) => this.#made.get(key)).filter((each) => each !== undefined)) {
      if (this.#served.has(entry)) entry.shared += 1;
      this.#served.add(entry);
    }
  }

  /**
   * Makes a call that may change something. Never answered from the cache, and made again only where it cannot count
   * twice: where it says so, and where AWS refused it because there were too many.
   *
   * @throws {CallFailed} when there is no answer. {ReadOnlyError} when the option allowActs is off, for all but reads.
   */
  async act(
    request: CallRequest,
    { idempotent = isRead(request.operation), withinSeconds }: ActOptions = {},
  ): Promise<SdkOutput> {
    if (this.settings.allowActs || isRead(request.operation)) {
      const once = withinSeconds ?? (idempotent ? undefined : this.settings.requestTimeoutInSeconds);
      return this.#unlessThrottled(() => this.#send(request, undefined, once));
    }
    throw new ReadOnlyError(
      `${request.sdk.prefix}:${request.operation} may change something, and the option allowActs is off, so it was not called. ` +
        'Switch allowActs on for accounts where tests may act.',
    );
  }

  destroy(): void {
    this.#clients.destroy();
  }

  async #unlessThrottled(make: () => Promise<SdkOutput>): Promise<SdkOutput> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await make();
      } catch (error) {
        const isThrottled = error instanceof CallFailed && error.data.cause === 'throttled';
        if (!isThrottled || attempt >= this.settings.maxAttempts) throw error;
        await new Promise((resume) => setTimeout(resume, 200 * 2 ** attempt));
      }
    }
  }

  /**
   * @param key in the cache; absent for a call that may do more than read.
   * @param once seconds that a call may take which is made only once.
   */
  async #send(request: CallRequest, key?: string, once?: number): Promise<SdkOutput> {
    const { sdk, operation } = request;
    const connection = await this.#clients.connect(sdk, serviceRegion(sdk.package, request.region), once);
    return connection.gate.through(async () => {
      const site = this.#site(request, connection, once);
      const host = connection.endpoint ?? `${sdk.package} ${site.region}`;
      const started = Date.now();
      const evidence = { calls: [nameOf(site)], region: site.region, endpoint: site.endpoint };
      const record = (attempts: number, outcome: LedgerEntry['outcome'], code?: string) =>
        this.#record(site, started, { attempts, outcome, code, act: key === undefined && !isRead(operation) }, key);
      const recent = this.#circuit.recentFailure(host);
      if (recent) {
        record(0, recent.cause ?? 'endpoint unreachable', recent.code);
        const reason = `${nameOf(site)} was not sent, because moments ago ${recent.reason}`;
        throw new CallFailed({ ...recent, reason, evidence });
      }
      const command = new (commandClass(connection.package, sdk.package, operation))(request.input);
      if (key === undefined) permit(command);
      try {
        const output = await this.#withinDeadline(
          (abortSignal) => connection.client.send(command, { abortSignal }),
          once === undefined ? deadlineInSeconds(this.settings) : once + 1,
          once === undefined ? this.settings.maxAttempts : 1,
        );
        this.#circuit.answered(host);
        record(output.$metadata?.attempts ?? 1, 'answered');
        return output;
      } catch (thrown) {
        const classified = classify(thrown, site);
        if (!classified) throw thrown;
        const { error, doubt } = classified;
        const isAws = doubt === undefined || (await this.#speaksAws(request, connection));
        const data = settle(classified, isAws, site);
        if (error.status !== undefined) this.#circuit.answered(host);
        // What takes long for one function says nothing about the service.
        const isSlow = data.cause === 'timed out' && once === undefined;
        if (isSlow || data.cause === 'endpoint unreachable') {
          this.#circuit.failed(host, started, data);
        }
        record(error.attempts, outcomeOf(data), data.code);
        throw new CallFailed({ ...data, evidence }, isAws ? error.codes : []);
      }
    });
  }

  /** Whether the server behind a custom endpoint answers STS, as any AWS-compatible server does. */
  async #speaksAws({ operation, region }: CallRequest, { endpoint }: Connection): Promise<boolean> {
    if (operation === 'GetCallerIdentity' || endpoint === undefined) return false;
    if ((await this.connect(sts, region)).endpoint !== endpoint) return false;
    try {
      const { Account } = await this.read({ sdk: sts, region, operation: 'GetCallerIdentity', input: {} }, 0);
      return typeof Account === 'string';
    } catch (error) {
      if (!Unjudged.is(error)) throw error;
      return error.data.cause === 'access denied';
    }
  }

  #site({ sdk, operation, region }: CallRequest, { endpoint }: Connection, once?: number): CallSite {
    const requestTimeoutInSeconds = once ?? this.settings.requestTimeoutInSeconds;
    const { account } = this;
    const where = serviceRegion(sdk.package, region);
    return { service: sdk.prefix, operation, region: where, endpoint, account, requestTimeoutInSeconds };
  }

  #record(
    site: CallSite,
    started: number,
    result: Pick<LedgerEntry, 'attempts' | 'outcome' | 'code' | 'act'>,
    key?: string,
  ): void {
    const { service, operation, region, endpoint } = site;
    const entry: LedgerEntry = {
      service,
      operation,
      action: actionOf(site),
      region,
      account: this.account,
      endpoint,
      started: new Date(started).toISOString(),
      milliseconds: Date.now() - started,
      ...result,
      shared: 0,
    };
    this.ledger.record(entry);
    if (key !== undefined) this.#made.set(key, entry);
  }

  async #withinDeadline(
    send: (signal: AbortSignal) => Promise<SdkOutput>,
    seconds: number,
    attempts: number,
  ): Promise<SdkOutput> {
    const abort = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(new DeadlineError(seconds, attempts));
        abort.abort();
      }, seconds * 1_000);
    });
    try {
      return await Promise.race([send(abort.signal), late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

function settle({ data, error, doubt }: Classified, isAws: boolean, site: CallSite): UnjudgedData {
  if (doubt === 'page' && isAws) return lacking(error, site);
  return doubt === 'bare 404' && !isAws ? foreign(error, site) : data;
}

function outcomeOf({ outcome, cause }: UnjudgedData): LedgerEntry['outcome'] {
  if (outcome === 'not implemented here') return outcome;
  return cause === undefined || cause === 'request refused' ? 'error code' : cause;
}
