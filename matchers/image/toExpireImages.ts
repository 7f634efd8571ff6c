import { number, oneOf, optional } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

/** Rule that must be there. */
export interface ImageExpiryExpectation {
  /** What it deletes: images over a number, or images over an age in days. */
  countType?: 'imageCountMoreThan' | 'sinceImagePushed';
  /** Number of images or days; exact, or `{ atLeast, atMost }`. */
  count?: Bounded<number>;
  tagStatus?: 'tagged' | 'untagged' | 'any';
}

interface Expected extends Omit<ImageExpiryExpectation, 'count'> {
  count?: Bounds;
}

export const toExpireImages = defineMatcher({
  facet: 'imageExpiry',
  summary: 'deletes old images',
  takes: [
    optional(
      options<Expected>({
        countType: optional(oneOf('imageCountMoreThan', 'sinceImagePushed')),
        count: optional(bounded(number)),
        tagStatus: optional(oneOf('tagged', 'untagged', 'any')),
      }),
    ),
  ],
  check: ({ rules }, expected: Expected = {}) => ({
    pass: rules.some(
      (rule) =>
        (expected.countType === undefined || rule.countType === expected.countType) &&
        (expected.tagStatus === undefined || rule.tagStatus === expected.tagStatus) &&
        (expected.count === undefined || isWithin(expected.count, rule.count)),
    ),
    expected: [
      'a rule',
      expected.tagStatus,
      expected.countType,
      expected.count && boundsInWords(expected.count, String),
    ]
      .filter(Boolean)
      .join(' '),
    received:
      rules.length > 0
        ? rules.map(({ tagStatus, countType, count }) => `${tagStatus} ${countType} ${count}`)
        : 'no rule',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when a lifecycle rule of the repository is as given and deletes images (`ecr:GetLifecyclePolicy`).
     *
     * @param expected what the rule counts, how many, and which images it is about; any rule when left out.
     * @example await expect(repository).toExpireImages({ countType: 'imageCountMoreThan', count: { atMost: 50 } });
     */
    toExpireImages: Method<T, 'imageExpiry', [expected?: ImageExpiryExpectation]>;
  }
}
