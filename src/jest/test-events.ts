import type { Circus } from '@jest/types';
import { reasonInTitle } from '../engine/message';
import type { StackproofOptions } from '../options';
import { canFollow, follow } from './body';
import type { Session } from './session';
import { followsFromSkip, markSkipped, skipReason, skips } from './skip-reason';
import { Watch } from './watch';

/** setTimeout takes no more; Jest's own timer must not end a body before ours does. */
const forever = 2 ** 31 - 1;

/** Follows a test file through jest-circus: skips what is not deployed, and fails what was not judged. */
export class TestEvents {
  readonly #watches = new WeakMap<object, Watch>();
  readonly #limits = new WeakMap<object, number>();
  #concurrent = false;

  constructor(
    private readonly session: Session,
    private readonly options: StackproofOptions,
  ) {}

  handle(event: Circus.Event, state: Circus.State): void {
    switch (event.name) {
      case 'run_start':
        // Node slows every promise down where an asynchronous context is followed, so only files that need it pay.
        this.#concurrent = hasConcurrent(state.rootDescribeBlock);
        this.#followAll(state.rootDescribeBlock);
        break;
      case 'test_start':
        this.#takeOverTimeout(event.test, state);
        break;
      case 'hook_start':
        this.#takeOverTimeout(event.hook, state);
        break;
      case 'hook_failure':
        this.#hookFailed(event, state);
        break;
      case 'test_done':
        this.#testDone(event.test);
        break;
    }
  }

  #followAll(block: Circus.DescribeBlock): void {
    for (const hook of block.hooks) this.#follow(hook, `${hook.type} of ${block.name}`, true);
    for (const child of block.children) {
      if (child.type === 'describeBlock') this.#followAll(child);
      else this.#follow(child, titleOf(child), false);
    }
  }

  #follow(entry: Circus.TestEntry | Circus.Hook, name: string, isHook: boolean): void {
    if (!canFollow(entry) || this.#watches.has(entry)) return;
    const watch = new Watch(name);
    this.#watches.set(entry, watch);
    const mustJudge = !isHook && this.options.missing === 'fail';
    follow(entry, {
      session: this.session,
      watch,
      isHook,
      concurrent: this.#concurrent,
      mustJudge,
      limit: () => this.#limits.get(entry),
    });
  }

  /** `eventually` may need longer than the test has, so the time-out is ours to keep. */
  #takeOverTimeout(entry: Circus.TestEntry | Circus.Hook, state: Circus.State): void {
    const concurrent = 'concurrent' in entry && entry.concurrent;
    if (concurrent || !entry.fn || entry.fn.length > 0 || !this.#watches.has(entry)) return;
    if (!this.#limits.has(entry)) this.#limits.set(entry, entry.timeout ?? state.testTimeout);
    entry.timeout = forever;
  }

  #hookFailed(event: Extract<Circus.Event, { name: 'hook_failure' }>, state: Circus.State): void {
    const reason = skipReason(event.error, this.options);
    if (reason === undefined) return;
    if (event.hook.type === 'beforeAll') this.#skipAll(event.describeBlock as Circus.DescribeBlock, reason);
    if (event.hook.type === 'afterAll') state.unhandledErrors = this.#withoutSkips(state.unhandledErrors);
  }

  #skipAll(block: Circus.DescribeBlock, reason: string): void {
    for (const child of block.children) {
      if (child.type === 'describeBlock') {
        // Jest would still run the hooks of a nested block, which need what is missing.
        child.mode = 'skip';
        this.#skipAll(child, reason);
      } else {
        child.errors = this.#withoutSkips(child.errors);
        markSkipped(child, reason);
      }
    }
  }

  #testDone(test: Circus.TestEntry): void {
    const watch = this.#watches.get(test);
    const shown = test.errors.map((error) => skipReason(error, this.options)).find((reason) => reason !== undefined);
    const reason = shown ?? this.#swallowedReason(test, watch);
    if (reason === undefined) {
      if (test.failing) failOnlyWhatWasJudged(test, watch);
      return;
    }
    test.errors = this.#withoutSkips(test.errors).filter((error) => !followsFromSkip(error));
    if (test.errors.length > 0) return;
    test.failing = false;
    markSkipped(test, reason);
    test.status = 'skip';
  }

  /** A skip that Jest does not show: `test.failing` swallows the error, and so may the test itself. */
  #swallowedReason(test: Circus.TestEntry, watch: Watch | undefined): string | undefined {
    const [first, ...others] = watch?.verdicts ?? [];
    if (!first || test.mode === 'skip' || test.mode === 'todo' || watch?.fault) return undefined;
    const onlySkips = [first, ...others].every((verdict) => skips(verdict, this.options));
    return onlySkips && (test.failing || test.errors.length === 0) ? reasonInTitle(first) : undefined;
  }

  #withoutSkips<T>(errors: T[]): T[] {
    return errors.filter((error) => skipReason(error, this.options) === undefined);
  }
}

/** `test.failing` means "known to fail", and not "could not be judged". */
function failOnlyWhatWasJudged(test: Circus.TestEntry, watch: Watch | undefined): void {
  if (watch?.fault) test.errors.push(watch.fault);
  const verdicts = watch?.verdicts ?? [];
  const unjudged = verdicts.find(({ outcome }) => outcome !== 'pass' && outcome !== 'fail');
  if (!unjudged || verdicts.some(({ outcome }) => outcome === 'fail')) return;
  test.errors.push(
    new Error(`test.failing expects a failure that was judged; this was ${unjudged.outcome}: ${unjudged.reason ?? ''}`),
  );
}

function hasConcurrent(block: Circus.DescribeBlock): boolean {
  return block.children.some((child) =>
    child.type === 'describeBlock' ? hasConcurrent(child) : child.concurrent === true,
  );
}

function titleOf(test: Circus.TestEntry): string {
  const names = [test.name];
  for (let block: Circus.DescribeBlock | undefined = test.parent; block?.parent; block = block.parent) {
    names.unshift(block.name);
  }
  return names.join(' ');
}
