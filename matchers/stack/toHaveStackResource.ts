import { argument, isRecord, isRefusal, optional, pattern } from '../../src/engine/argument';
import { isHandle } from '../../src/engine/handle';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import type { StackResources } from '../../src/facets';
import { judgeOneOf, textWish, type Wish } from '../value/one-of-items';
import { isTypeName } from '../value/type-name';

/** What a resource of a stack must be. */
export interface StackResourceExpectation {
  /** CloudFormation type name, with or without its first part. */
  type?: string | RegExp;
  logicalId?: string | RegExp;
  physicalId?: string | RegExp;
  /** `CREATE_COMPLETE`, ... */
  status?: string | RegExp;
}

type StackResource = StackResources['resources'][number];

const properties = options<StackResourceExpectation>({
  type: optional(pattern),
  logicalId: optional(pattern),
  physicalId: optional(pattern),
  status: optional(pattern),
});

const expectedResource = argument<string | RegExp | StackResourceExpectation, StackResourceExpectation>(
  `the name of a CloudFormation type, or ${properties.takes}`,
  (given) => {
    if (isRecord(given) && !isHandle(given)) return properties.read(given);
    const type = pattern.read(given);
    return isRefusal(type) ? type : { type };
  },
);

export const toHaveStackResource = defineMatcher({
  facet: 'stackResources',
  summary: 'holds the given resource',
  takes: [expectedResource],
  check: ({ resources }, { type, logicalId, physicalId, status }: StackResourceExpectation) =>
    judgeOneOf(
      'resource',
      resources,
      [
        ...typeWish(type),
        ...textWish<StackResource>('logicalId', logicalId, (resource) => resource.logicalId),
        ...textWish<StackResource>('physicalId', physicalId, (resource) => resource.physicalId),
        ...textWish<StackResource>('status', status, (resource) => resource.status),
      ],
      (resource) => `${resource.logicalId} (${resource.type}, ${resource.status})`,
    ),
});

function typeWish(type: string | RegExp | undefined): Wish<StackResource>[] {
  if (typeof type !== 'string') return textWish('type', type, (resource) => resource.type);
  return [{ name: 'type', expected: type, holds: (resource) => isTypeName(resource.type, type) }];
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the CloudFormation stack holds a resource that is all of this.
     *
     * @param resource a type name such as `S3::Bucket`, or an object with `type`, `logicalId`, `physicalId`, `status`.
     * @example await expect(stack).toHaveStackResource({ type: 'S3::Bucket', status: /_COMPLETE$/ });
     */
    toHaveStackResource: Method<T, 'stackResources', [resource: string | RegExp | StackResourceExpectation]>;
  }
}
