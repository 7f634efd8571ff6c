import { oneOf, oneOrMany, optional, text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { judgeProperties } from '../value/properties';
import { isTypeName } from '../value/type-name';

/** What must be written down. */
export interface EventExpectation {
  /** Management events: all, only those that read, or only those that write. */
  management?: 'All' | 'ReadOnly' | 'WriteOnly' | 'None';
  /** Resource types whose data events must be written down, such as `S3::Object`. */
  data?: string | string[];
}

interface Expected {
  management?: 'All' | 'ReadOnly' | 'WriteOnly' | 'None';
  data?: string[];
}

export const toRecordEvents = defineMatcher({
  facet: 'eventSelection',
  summary: 'records the given events',
  takes: [
    options<Expected>({
      management: optional(oneOf('All', 'ReadOnly', 'WriteOnly', 'None')),
      data: optional(oneOrMany(text)),
    }),
  ],
  check: ({ management, dataResources }, expected: Expected) =>
    judgeProperties([
      ...(expected.management === undefined
        ? []
        : [
            {
              name: 'management events',
              pass: management === expected.management,
              expected: expected.management,
              received: management,
            },
          ]),
      ...(expected.data ?? []).map((type) => ({
        name: `data events of ${type}`,
        pass: isRecorded(type, dataResources),
        expected: 'recorded',
        received: isRecorded(type, dataResources)
          ? 'recorded'
          : `not recorded (${dataResources.join(', ') || 'no data events'})`,
      })),
    ]),
});

function isRecorded(type: string, recorded: string[]): boolean {
  return recorded.some((name) => isTypeName(name, type));
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the trail records these events (`cloudtrail:GetEventSelectors`, plain and advanced selectors).
     *
     * Some as given and some not fails in both directions.
     *
     * @param events `management` events in the words of the API, and resource types of `data` events with or
     *   without the first part of their names.
     * @example await expect(trail).toRecordEvents({ management: 'All', data: 'S3::Object' });
     */
    toRecordEvents: Method<T, 'eventSelection', [events: EventExpectation]>;
  }
}
