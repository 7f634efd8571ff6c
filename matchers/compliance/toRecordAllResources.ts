import { flag, optional } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';

/** What else must be recorded. */
export interface RecordingExpectation {
  /** Whether the types of global services, such as IAM, are recorded too. */
  globalTypes?: boolean;
}

export const toRecordAllResources = defineMatcher({
  facet: 'recordingScope',
  summary: 'records all types of resources',
  takes: [optional(options<RecordingExpectation>({ globalTypes: optional(flag) }))],
  check: ({ allSupported, includesGlobalTypes, types, excluded }, { globalTypes }: RecordingExpectation = {}) => ({
    pass: allSupported && (globalTypes === undefined || globalTypes === includesGlobalTypes),
    expected: `all supported types${globalTypes === undefined ? '' : `, ${globalInWords(globalTypes)}`}`,
    received: allSupported
      ? `all supported types, ${globalInWords(includesGlobalTypes)}`
      : excluded.length > 0
        ? `all types but ${excluded.join(', ')}`
        : `only ${types.join(', ') || 'nothing'}`,
  }),
});

function globalInWords(included: boolean): string {
  return `global types ${included ? 'included' : 'left out'}`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the AWS Config recorder records every supported type (`recordingGroup.allSupported`). A recorder that
     * leaves types out does not.
     *
     * @param expected `{ globalTypes }`: whether global types such as IAM's are recorded; either when left out.
     * @example await expect(recorder).toRecordAllResources({ globalTypes: true });
     */
    toRecordAllResources: Method<T, 'recordingScope', [expected?: RecordingExpectation]>;
  }
}
