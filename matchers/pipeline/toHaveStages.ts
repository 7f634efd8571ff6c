import { argument, isRefusal } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { type ExpectedText, expectedText, fits, shown } from '../value/value-match';

const stageNames = argument<ExpectedText[]>("the names of all stages in their order (['Source', 'Build'])", (given) =>
  Array.isArray(given) && given.length > 0 && !given.some((name) => isRefusal(expectedText.read(name)))
    ? given
    : undefined,
);

export const toHaveStages = defineMatcher({
  facet: 'pipelineStages',
  summary: 'has the given stages in their order',
  takes: [stageNames],
  check: ({ stages }, expected: ExpectedText[]) => ({
    pass: stages.length === expected.length && expected.every((name, index) => fits(name, stages[index]?.name)),
    expected: expected.map((name) => shown(name)),
    received: stages.map(({ name }) => name),
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the pipeline has exactly these stages in this order.
     *
     * @param names of all stages: texts, RegExps or asymmetric matchers.
     * @example await expect(pipeline).toHaveStages(['Source', 'Build', /^Deploy/]);
     */
    toHaveStages: Method<T, 'pipelineStages', [names: ExpectedText[]]>;
  }
}
