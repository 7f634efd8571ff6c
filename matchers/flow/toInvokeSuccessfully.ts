import type { InvocationAnswer, Json } from '../../src/acts';
import { optional } from '../../src/engine/argument';
import { type Duration, seconds } from '../../src/engine/duration';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { type Content, content, withMarker } from './content';
import { type Resemblance, resemblance, resemblanceInWords, resembles } from './resemblance';
import { shortText } from './short-text';

/** How a function is called, and what it must return. */
export interface InvocationExpectation {
  /** What the function is given; `'{marker}'` in any text stands for one that is found nowhere else. */
  payload?: Content;
  /** What it must return: a text in it, a RegExp, part of an object, an asymmetric matcher. */
  returns?: Resemblance;
  /** Seconds, or a duration, to wait for the answer; a little more than the function's own time-out when left out. */
  within?: number | Duration;
}

interface Expected {
  payload?: Json;
  returns?: Resemblance;
  within?: number;
}

interface Answered extends InvocationAnswer {
  marker: string;
}

const logLines = 10;

export const toInvokeSuccessfully = defineMatcher({
  facet: 'invocable',
  summary: 'is called and does not fail',
  takes: [
    optional(
      options<Expected>({ payload: optional(content), returns: optional(resemblance), within: optional(seconds) }),
    ),
  ],
  perform: async ({ timeoutInSeconds }, flow, { payload, within }: Expected = {}): Promise<Answered> => {
    await flow.prepare([flow.subject, 'invoke']);
    const { marker } = flow;
    flow.takesTime((within ?? timeoutInSeconds) + 60);
    const answer = await flow.act(flow.subject, 'invoke', {
      ...(payload !== undefined && { payload: withMarker(payload, marker) }),
      ...(within !== undefined && { withinSeconds: within }),
    });
    return { ...answer, marker };
  },
  check: ({ payload, error, log, milliseconds, marker }: Answered, { returns }: Expected = {}) => {
    const wanted = returns === undefined ? undefined : withMarker(returns, marker);
    const isWanted = wanted === undefined || resembles(wanted, payload);
    return {
      pass: error === undefined && isWanted,
      expected: wanted === undefined ? 'an answer without FunctionError' : `returns ${resemblanceInWords(wanted)}`,
      received:
        error === undefined
          ? `returned ${shortText(payload)} after ${milliseconds} ms`
          : `FunctionError ${error}: ${shortText(payload)}`,
      fault: error !== undefined && wanted !== undefined ? 'it failed, so what it returns was not judged' : undefined,
      advice:
        error === undefined || !log
          ? undefined
          : `The end of its log:\n${log.trim().split('\n').slice(-logLines).join('\n')}`,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the function is called, answers without `FunctionError`, and returns what is given. It acts: it needs
     * `allowActs`. The function is called once and never again, whatever becomes of the answer.
     *
     * With `returns`, a function that fails fails in both directions: what it would have returned is not known. An answer
     * that does not come in time is undetermined.
     *
     * @param expected `{ payload, returns, within }`, each of which may be left out.
     * @example await expect(fn).toInvokeSuccessfully({ payload: { orderId: 7 }, returns: { status: 'ok' } });
     */
    toInvokeSuccessfully: Method<T, 'invocable', [expected?: InvocationExpectation]>;
  }
}
