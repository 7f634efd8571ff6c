import { argument, isRecord, isRefusal, optional, pattern } from '../../src/engine/argument';
import { type Handle, isHandle } from '../../src/engine/handle';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import type { PipelineAction, PipelineStages } from '../../src/facets';
import { refersTo } from '../reference/refers-to';
import { judgeOneOf, textWish } from '../value/one-of-items';
import { type ExpectedText, expectedText, fits } from '../value/value-match';

/** What an action of a pipeline must be. */
export interface ActionExpectation {
  stage?: string | RegExp;
  name?: string | RegExp;
  /** `Source`, `Build`, `Test`, `Deploy`, `Approval`, `Invoke`. */
  category?: string | RegExp;
  /** `CodeBuild`, `S3`, `CloudFormation`, ... */
  provider?: string | RegExp;
  /** Part of its configuration, such as `{ ProjectName: resource('BuildProjectName') }`. Values are not shown. */
  configuration?: Record<string, ExpectedText | Handle>;
}

type StagedAction = PipelineAction & { stage: string };

interface ActionFacts {
  stages: PipelineStages['stages'];
  /** ARN, id and name of the handles among the expected values. */
  names: ReadonlyMap<unknown, readonly string[]>;
}

const configuration = argument<Record<string, ExpectedText | Handle>>('an object of texts or handles', (given) => {
  if (!isRecord(given) || isHandle(given) || Object.keys(given).length === 0) return undefined;
  const wrong = Object.values(given).some((value) => !isHandle(value) && isRefusal(expectedText.read(value)));
  return wrong ? undefined : (given as Record<string, ExpectedText | Handle>);
});

export const toHaveAction = defineMatcher({
  facet: 'pipelineStages',
  summary: 'has the given action',
  takes: [
    options<ActionExpectation>({
      stage: optional(pattern),
      name: optional(pattern),
      category: optional(pattern),
      provider: optional(pattern),
      configuration: optional(configuration),
    }),
  ],
  relate: async ({ stages }, ask, { configuration: wanted = {} }: ActionExpectation): Promise<ActionFacts> => {
    const handles = Object.values(wanted).filter(isHandle);
    const names = await Promise.all(handles.map(async (handle) => [handle, await ask.names(handle)] as const));
    return { stages, names: new Map(names) };
  },
  check: ({ stages, names }: ActionFacts, expected: ActionExpectation) => {
    const holds = (action: StagedAction, key: string, value: ExpectedText | Handle) => {
      const received = Object.hasOwn(action.configuration, key) ? action.configuration[key] : undefined;
      const known = names.get(value);
      return known ? received !== undefined && refersTo(received, known) : fits(value, received);
    };
    return judgeOneOf<StagedAction>(
      'action',
      stages.flatMap(({ name: stage, actions }) => actions.map((action) => ({ ...action, stage }))),
      [
        ...textWish<StagedAction>('stage', expected.stage, ({ stage }) => stage),
        ...textWish<StagedAction>('name', expected.name, ({ name }) => name),
        ...textWish<StagedAction>('category', expected.category, ({ category }) => category),
        ...textWish<StagedAction>('provider', expected.provider, ({ provider }) => provider),
        ...Object.entries(expected.configuration ?? {}).map(([key, value]) => ({
          name: `configuration ${key}`,
          expected: 'as given',
          holds: (action: StagedAction) => holds(action, key, value),
        })),
      ],
      ({ stage, name, category, provider }) => `${stage}/${name} (${category} by ${provider})`,
    );
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the pipeline has an action that is all of this. Values of the configuration may be secrets and are not
     * shown.
     *
     * @param action its `stage`, `name`, `category`, `provider` and a part of its `configuration`.
     * @example await expect(pipeline).toHaveAction({ category: 'Build', provider: 'CodeBuild' });
     */
    toHaveAction: Method<T, 'pipelineStages', [action: ActionExpectation]>;
  }
}
