import { AsyncLocalStorage } from 'node:async_hooks';
import { type Backend, reported, type VerdictRecord } from '../broker/backend';
import { durationInSeconds } from '../engine/duration';
import { createHandle, type Handle, internalsOf } from '../engine/handle';
import { judge } from '../engine/judge';
import type { MatcherDefinition } from '../engine/matcher';
import { messageOf, type Printer } from '../engine/message';
import type { ResourceDefinition, Target } from '../engine/resource';
import { sharedCause } from '../engine/shared-cause';
import { wrongArgument } from '../engine/unjudged';
import type { Verdict } from '../engine/verdict';
import * as publicApi from '../index';
import { isSelector, maskerFor, type Selector, showSelector } from '../outputs';
import { DeploymentAccess } from './deployment-access';
import { onceForHandles } from './expectations';
import type { EventuallyOptions, Expect, Host, OutputsAccess } from './host';
import { withMaskedActs } from './masked-acts';
import { OutputsReader } from './outputs-access';
import { targetsFor } from './resolve';
import { Watch } from './watch';

interface MatcherContext {
  isNot?: boolean;
  utils: {
    stringify(value: unknown): string;
    EXPECTED_COLOR(text: string): string;
    RECEIVED_COLOR(text: string): string;
    DIM_COLOR(text: string): string;
  };
}

interface JestResult {
  pass: boolean;
  message(): string;
  verdict: Verdict;
}

/** One test file: its handles, its matchers, and what each of its tests asked. */
export class Session implements Host {
  readonly api: Record<string, unknown>;
  readonly matchers: Host['matchers'];
  readonly outputs: OutputsAccess;
  readonly running = new AsyncLocalStorage<Watch>();
  /** The watch of the test or hook that runs now, for code that lost its asynchronous context. */
  current?: Watch;
  readonly #strays = new Watch('outside of a test');
  readonly #records: VerdictRecord[] = [];
  /** Matchers that act and have not ended. */
  readonly #flows = new Set<Promise<unknown>>();
  readonly #deployed: DeploymentAccess;
  readonly #reader: OutputsReader;
  #expect?: Expect;

  constructor(
    connect: () => Promise<Backend>,
    private readonly file: string,
    matchers: Record<string, MatcherDefinition>,
    used: readonly string[],
    private readonly intoSandbox: <T>(value: T) => T,
  ) {
    this.matchers = Object.fromEntries(
      // Read when it is called: in the compiled package that is when its module is loaded.
      used.map((name) => [name, this.#jestMatcher(name, () => matchers[name])]),
    );
    this.#deployed = new DeploymentAccess(connect);
    this.#reader = new OutputsReader(this.#deployed, intoSandbox);
    this.outputs = this.#reader.access;
    const { resource, resources, eventually } = this;
    this.api = {
      ...publicApi,
      resource: resource.bind(this),
      resources: resources.bind(this),
      eventually: eventually.bind(this),
      outputs: this.outputs,
    };
  }

  resource(selector: Selector, type?: string | ResourceDefinition): Handle {
    return this.#handle(selector, false, type);
  }

  resources(selector: Selector, type?: string | ResourceDefinition): Handle {
    return this.#handle(selector, true, type);
  }

  eventually(handle: Handle, options: EventuallyOptions = {}): Handle {
    const inner = internalsOf(handle);
    if (!inner) throw wrongArgument(`eventually takes a resource, received ${String(handle)}`);
    const { within = '1m', ...others } = options;
    const withinSeconds = typeof within === 'number' ? within : durationInSeconds(within);
    if (withinSeconds === undefined || !(withinSeconds > 0) || Object.keys(others).length > 0) {
      // Told where it is judged: a handle may be made while the file loads.
      const targets = async (): Promise<Target[]> => {
        throw wrongArgument(
          `eventually takes { within: '5m' } or a number of seconds, received ${JSON.stringify(options)}`,
        );
      };
      return createHandle({ ...inner, targets });
    }
    return createHandle({ ...inner, patience: { withinSeconds } });
  }

  useExpect(expect: Expect): Expect {
    this.#expect = expect;
    return onceForHandles(expect);
  }

  /** Hands the verdicts of this file over to the report. */
  async close(): Promise<void> {
    // A test whose time was up left its clean-up under way.
    await Promise.allSettled(this.#flows);
    this.running.disable();
    const read = this.#reader.takeRead();
    if (this.#records.length + read.length > 0) {
      const { backend } = await this.#deployed.open();
      await backend.record(this.#records.splice(0), read);
    }
  }

  /** Assertions of any kind that the running test has made, as Jest counts them. */
  assertionCalls(): number {
    return this.#expect?.getState().assertionCalls ?? 0;
  }

  #handle(selector: Selector, many: boolean, type: string | ResourceDefinition | undefined): Handle {
    const typeName = typeof type === 'object' && type !== null ? type.type : type;
    // The outputs are those of the whole run, so what a handle stands for is settled once.
    let targets: Promise<Target[]> | undefined;
    return createHandle({
      description: describeSelector(selector),
      many,
      source: this.#deployed.source,
      targets: () => {
        targets ??= this.#deployed.open().then((opened) => targetsFor(opened, selector, many, typeName));
        return targets;
      },
      present: this.intoSandbox,
    });
  }

  async #mask(): Promise<(text: string) => string> {
    return maskerFor((await this.#deployed.open()).deployment.outputs);
  }

  #untilEnded(flow: Promise<unknown>): void {
    const forget = () => {
      this.#flows.delete(flow);
    };
    this.#flows.add(flow);
    flow.then(forget, forget);
  }

  #jestMatcher(name: string, define: () => MatcherDefinition | undefined): (...args: never[]) => unknown {
    const session = this;
    return function (this: MatcherContext, received: unknown, ...args: unknown[]) {
      const { isNot: negated = false, utils } = this;
      const definition = define();
      if (!definition) throw new TypeError(`there is no matcher ${name}`);
      const watch = session.running.getStore() ?? session.current ?? session.#strays;
      const patience = internalsOf(received)?.patience;
      if (patience) watch.extend(patience.withinSeconds * 1_000 + 5_000);
      const result = session.#judge(
        {
          matcher: name,
          definition,
          args,
          negated,
          print: utils.stringify,
          gap: (type) => session.#deployed.gap(name, type),
          takesTime: (seconds) => watch.extend(seconds * 1_000),
        },
        received,
        watch,
        utils,
      );
      if (definition.perform) session.#untilEnded(result);
      // Jest hands the test what our `then` returns, so that is where the waiting is seen.
      return {
        // biome-ignore lint/suspicious/noThenProperty: Jest recognises an asynchronous matcher by it.
        then: (...handlers: Parameters<typeof result.then>) => watch.follow(name, result.then(...handlers)),
      };
    } as (...args: never[]) => unknown;
  }

  async #judge(
    question: Parameters<typeof judge>[0],
    received: unknown,
    watch: Watch,
    utils: MatcherContext['utils'],
  ): Promise<JestResult> {
    const judged = await judge(question, received);
    const verdict = question.definition.perform ? withMaskedActs(judged, await this.#mask()) : judged;
    watch.verdicts.push(verdict);
    this.#records.push({ verdict: reported(verdict), test: watch.name, file: this.file });
    const pass = (verdict.outcome === 'pass') !== question.negated;
    const printer: Printer = {
      stringify: utils.stringify,
      expected: utils.EXPECTED_COLOR,
      received: utils.RECEIVED_COLOR,
      dim: utils.DIM_COLOR,
    };
    if (verdict.outcome === 'pass') return { pass, verdict, message: () => messageOf(verdict, printer) };
    const { backend } = await this.#deployed.open();
    const cause = sharedCause(verdict);
    const first = cause === undefined ? undefined : await backend.firstToMeet(cause, `the test "${watch.name}"`);
    const mask = await this.#mask();
    const told = first === undefined ? verdict : sameCause(verdict, first);
    return { pass, verdict, message: () => mask(messageOf(told, printer)) };
  }
}

function sameCause(verdict: Verdict, first: string): Verdict {
  return { ...verdict, advice: `Same cause as in ${first}; see there.`, evidence: undefined };
}

function describeSelector(selector: Selector): string {
  if (!isSelector(selector)) return showSelector(selector);
  if (typeof selector === 'string') return selector;
  if (Array.isArray(selector)) return selector.join(' | ');
  return 'key' in selector ? `${selector.stack}.${selector.key}` : String(selector);
}
