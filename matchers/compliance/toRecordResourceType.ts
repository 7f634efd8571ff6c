import { oneOrMany, text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { isTypeName } from '../value/type-name';

export const toRecordResourceType = defineMatcher({
  facet: 'recordingScope',
  summary: 'records the given types of resources',
  takes: [oneOrMany(text)],
  check: ({ allSupported, types, excluded }, wanted: string[]) => {
    const everything = allSupported || excluded.length > 0;
    const recorded = wanted.filter((type) => (everything ? !isIn(type, excluded) : isIn(type, types)));
    const rest = wanted.filter((type) => !recorded.includes(type));
    return {
      pass: rest.length === 0,
      expected: wanted.join(', '),
      received: everything
        ? `all types${excluded.length > 0 ? ` but ${excluded.join(', ')}` : ''}`
        : types.join(', ') || 'nothing',
      fault:
        recorded.length > 0 && rest.length > 0
          ? `only some of them are recorded: ${recorded.join(', ')} yes, ${rest.join(', ')} no`
          : undefined,
    };
  },
});

function isIn(type: string, names: string[]): boolean {
  return names.some((name) => isTypeName(name, type));
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the AWS Config recorder records these types. Whether AWS Config knows a type is not looked up.
     *
     * @param types CloudFormation type names, with or without their first part.
     * @example await expect(recorder).toRecordResourceType(['S3::Bucket', 'IAM::Role']);
     */
    toRecordResourceType: Method<T, 'recordingScope', [types: string | string[]]>;
  }
}
