/**
 * The part of the SDK's clients that we use. Written out because the packages are optional, of many versions, and each
 * has a client type of its own.
 */
export interface SdkClient {
  send(command: object, options: { abortSignal: AbortSignal }): Promise<SdkOutput>;
  destroy(): void;
  readonly middlewareStack: { use(plugin: Pluggable): void };
  readonly config: { serviceConfiguredEndpoint?: () => Promise<string | undefined> };
}

/** What every output carries beside its own fields. */
export interface SdkOutput {
  $metadata?: { attempts?: number };
  [field: string]: unknown;
}

export type SdkClientClass = new (configuration: object) => SdkClient;

export type CommandClass = new (input: unknown) => object;

/** A response before it is parsed. */
export interface SdkResponse {
  statusCode?: number;
  headers?: Record<string, string | undefined>;
  body?: unknown;
}

export interface MiddlewareContext {
  commandName?: string;
}

export type Middleware<Arguments, Result> = (
  next: (given: Arguments) => Promise<Result>,
  context: MiddlewareContext,
) => (given: Arguments) => Promise<Result>;

export interface Pluggable {
  applyToStack(stack: {
    add(middleware: Middleware<object, object>, options: { step: 'initialize'; priority: 'high'; name: string }): void;
    add(
      middleware: Middleware<{ request?: { method?: string } }, { response: SdkResponse }>,
      options: { step: 'deserialize'; priority: 'low'; name: string },
    ): void;
  }): void;
}
