import { AsyncResource } from 'node:async_hooks';
import type { Backend, Deployment } from '../broker/backend';
import type { FactSource } from '../engine/source';
import { outputReference } from './resolve';

interface Opened {
  backend: Backend;
  deployment: Deployment;
}

// An answer outlives the test that asked first. Made in that test's asynchronous context, it would keep its memory.
const outsideOfTests = new AsyncResource('stackproof');

/**
 * What is deployed, as the tests of one file reach it: opened by the first question. Later ones go through without a
 * promise more, which counts where a file asks thousands.
 */
export class DeploymentAccess {
  readonly source: FactSource = {
    facet: (...params) => this.#through(({ backend }) => backend.source.facet(...params)),
    forget: (target) => this.#through(({ backend }) => backend.source.forget(target)),
    locate: (...params) => this.#through(({ backend }) => backend.source.locate(...params)),
    prepare: (steps) => this.#through(({ backend }) => backend.source.prepare(steps)),
    act: (...params) => this.#through(({ backend }) => backend.source.act(...params)),
    output: (key) => this.#through(async ({ deployment }) => outputReference(deployment, key)),
  };
  #opened?: Opened;

  constructor(private readonly connect: () => Promise<Backend>) {}

  async open(): Promise<Opened> {
    this.#opened ??= await outsideOfTests.runInAsyncScope(async () => {
      const backend = await this.connect();
      return { backend, deployment: await backend.deployment() };
    });
    return this.#opened;
  }

  /** Why a matcher cannot be asked of a type on the server at hand. Known once {@link open} has ended. */
  gap(matcher: string, type: string): string | undefined {
    return this.#opened?.deployment.gaps.find((gap) => gap.matcher === matcher && gap.type === type)?.reason;
  }

  #through<Value>(ask: (opened: Opened) => Promise<Value>): Promise<Value> {
    const opened = this.#opened;
    return opened ? outsideOfTests.runInAsyncScope(() => ask(opened)) : this.open().then(() => this.#through(ask));
  }
}
