import type { AggregatedResult, Reporter, TestContext, TestResult } from '@jest/reporters';
import type { Project } from '../broker/project';
import { currentBroker } from '../broker/server';
import { readOptions } from '../options';
import { summaryOf } from './summary';

const skipped = / \[skipped: (.*)\]$/s;

/** Prints what was skipped and why, what could not be determined, and what the run cost; fails a run that judged nothing. */
export default class StackproofReporter implements Pick<Reporter, 'onTestResult' | 'onRunComplete' | 'getLastError'> {
  readonly #skips = new Map<string, number>();
  #error?: Error;

  onTestResult(_: unknown, { testResults }: TestResult): void {
    for (const { title, status } of testResults) {
      const reason = status === 'pending' ? skipped.exec(title)?.[1] : undefined;
      if (reason !== undefined) this.#skips.set(reason, (this.#skips.get(reason) ?? 0) + 1);
    }
  }

  async onRunComplete(contexts: Set<TestContext>, results: AggregatedResult): Promise<void> {
    const projects = [...(currentBroker()?.projects.values() ?? [])];
    const ledgers = await Promise.all(projects.map((project) => project.ledger()));
    const lines = summaryOf(this.#skips, projects, ledgers);
    if (lines.length > 0) process.stderr.write(`\n${lines.join('\n')}\n`);
    const strict = [...contexts].some(({ config }) => readOptions(config.globals.stackproof).missing === 'fail');
    if (strict && (results.numPassedTests + results.numFailedTests === 0 || nobodyAsked(projects))) {
      this.#error = new Error("stackproof: this run judged nothing, and missing: 'fail' makes that a failure.");
      process.stderr.write(`\n${this.#error.message}\n`);
    }
  }

  /** Jest asks here whether a reporter wants the run to fail. */
  getLastError(): Error | undefined {
    return this.#error;
  }
}

/** Jest's own matchers may have passed, and none of them says anything of what is deployed. */
function nobodyAsked(projects: readonly Project[]): boolean {
  return projects.length > 0 && projects.every(({ records, read }) => records.length + read.length === 0);
}
