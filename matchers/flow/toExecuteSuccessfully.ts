import type { Execution, Json } from '../../src/acts';
import { optional } from '../../src/engine/argument';
import { type Duration, seconds } from '../../src/engine/duration';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { type Content, content, withMarker } from './content';
import { type Resemblance, resemblance, resemblanceInWords, resembles } from './resemblance';
import { shortText } from './short-text';

/** How a workflow is started, and what must come of it. */
export interface ExecutionExpectation {
  /** Input of the execution; `'{marker}'` in any text stands for one that is found nowhere else. */
  input?: Content;
  /** What its output must be like: a text in it, a RegExp, part of an object, an asymmetric matcher. */
  output?: Resemblance;
  /** Seconds, or a duration, to wait for its end; 30 seconds when left out. */
  within?: number | Duration;
}

interface Expected {
  input?: Json;
  output?: Resemblance;
  within?: number;
}

interface Executed extends Execution {
  marker: string;
}

const withinInSeconds = 30;

export const toExecuteSuccessfully = defineMatcher({
  facet: 'workflow',
  summary: 'runs to its end',
  takes: [
    optional(options<Expected>({ input: optional(content), output: optional(resemblance), within: optional(seconds) })),
  ],
  perform: async (_workflow, flow, { input, within = withinInSeconds }: Expected = {}): Promise<Executed> => {
    const { marker, subject } = flow;
    await flow.prepare([subject, 'execute'], [subject, 'follow']);
    flow.takesTime(within + 60);
    let execution = await flow.act(subject, 'execute', {
      name: marker,
      withinSeconds: within,
      ...(input !== undefined && { input: withMarker(input, marker) }),
    });
    const { id } = execution;
    if (execution.status === 'RUNNING') {
      await flow.until(within, async () => {
        execution = await flow.act(subject, 'follow', { id });
        return { done: execution.status !== 'RUNNING', seen: execution.status };
      });
    }
    return { ...execution, marker };
  },
  check: (execution: Executed, { output, within = withinInSeconds }: Expected = {}) => {
    const { status, marker } = execution;
    const wanted = output === undefined ? undefined : withMarker(output, marker);
    const hasSucceeded = status === 'SUCCEEDED';
    const isWanted = wanted === undefined || resembles(wanted, execution.output ?? '');
    const unended = status === 'RUNNING' ? `it has not ended within ${within} s, and was stopped` : undefined;
    const failed = !hasSucceeded && wanted !== undefined ? 'it failed, so its output was not judged' : undefined;
    return {
      pass: hasSucceeded && isWanted,
      expected: wanted === undefined ? 'SUCCEEDED' : `SUCCEEDED with the output ${resemblanceInWords(wanted)}`,
      received: inWords(execution),
      fault: unended ?? failed,
    };
  },
});

function inWords({ status, output, error, cause }: Execution): string {
  if (status === 'SUCCEEDED') return `SUCCEEDED with the output ${shortText(output ?? '')}`;
  return [status, error, cause && shortText(cause)].filter(Boolean).join(': ');
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the state machine is started and the execution succeeds, with the output that is given. It acts: it needs
     * `allowActs`. A standard workflow is followed to its end, and stopped when the time is up; an express one is run and
     * waited for (`states:StartSyncExecution`).
     *
     * An execution that has not ended in time fails in both directions, and so does a failed one where an output was given.
     *
     * @param expected `{ input, output, within }`, each of which may be left out.
     * @example await expect(machine).toExecuteSuccessfully({ input: { orderId: 7 }, output: { paid: true }, within: '2m' });
     */
    toExecuteSuccessfully: Method<T, 'workflow', [expected?: ExecutionExpectation]>;
  }
}
